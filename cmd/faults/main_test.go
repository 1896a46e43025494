package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestCases runs the quick cases for real, on a program built for it.
func TestCases(t *testing.T) {
	t.Chdir("../..")
	var out strings.Builder
	for _, only := range []string{"read-only", "long paths", "temporary folder missing"} {
		failed, err := run(&out, 1, only)
		if err != nil || failed > 0 {
			t.Fatalf("%v\n%s", err, out.String())
		}
	}
	if ok := strings.Count(out.String(), "ok  "); ok != 3 {
		t.Errorf("%d cases:\n%s", ok, out.String())
	}
}

// TestTroubles: what must not be is noticed.
func TestTroubles(t *testing.T) {
	folder := t.TempDir()
	for _, name := range []string{"out", "tmp"} {
		if err := os.Mkdir(filepath.Join(folder, name), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	program := filepath.Join(folder, "program")
	script := "#!/bin/sh\necho 'goroutine 1 [running]' >&2\necho half > " + filepath.Join(folder, "out", "report.xlsx") + "\ntouch " + filepath.Join(folder, "tmp", "left") + "\nexit 7\n"
	if err := os.WriteFile(program, []byte(script), 0o700); err != nil {
		t.Fatal(err)
	}
	trial := &trial{folder: folder, binary: program, fresh: []byte("the new report")}
	trial.do(attempt{codes: []int{0}})
	all := strings.Join(trial.troubles, "\n")
	for _, want := range []string{"exit code 7", "speaks of its code", "neither the old one nor the new one", "left is left behind"} {
		if !strings.Contains(all, want) {
			t.Errorf("not noticed: %s\n%s", want, all)
		}
	}
}
