package report

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
)

// TestSweep: of all names in a folder only those of runs on this machine that are no more are removed.
func TestSweep(t *testing.T) {
	gone := exec.Command("true")
	if err := gone.Run(); err != nil {
		t.Skip("no program to start")
	}
	dead, alive := gone.Process.Pid, os.Getppid()
	folder := filepath.Join(t.TempDir(), "a [b]*")
	if err := os.Mkdir(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	stays := []string{
		fmt.Sprintf(".outreachaudit-%08x-%d-1.tmp", machine(), alive), fmt.Sprintf(".outreachaudit-%08x-%d-2.tmp", machine(), os.Getpid()),
		fmt.Sprintf(".outreachaudit-%08x-%d-3.tmp", machine()+1, dead), fmt.Sprintf(".outreachaudit-%08x-%d", machine(), dead),
		".outreachaudit-notes.txt", fmt.Sprintf("outreachaudit-%08x-%d-4", machine(), dead), fmt.Sprintf(".outreachaudit-%08x--1-5", machine()), "report.xlsx",
	}
	goes := []string{fmt.Sprintf(".outreachaudit-%08x-%d-6.tmp", machine(), dead), fmt.Sprintf(".outreachaudit-%08x-%d-folder", machine(), dead)}
	for _, name := range append(stays, goes[0]) {
		if err := os.WriteFile(filepath.Join(folder, name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.MkdirAll(filepath.Join(folder, goes[1], "inner"), 0o700); err != nil {
		t.Fatal(err)
	}
	sweep(folder)
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	var left []string
	for _, e := range entries {
		left = append(left, e.Name())
	}
	slices.Sort(stays)
	slices.Sort(left)
	if !slices.Equal(left, stays) {
		t.Errorf("left   %q\nwanted %q", left, stays)
	}
	made, err := TemporaryFolder()
	if err != nil {
		t.Fatal(err)
	}
	defer os.RemoveAll(made)
	if info, err := os.Stat(made); err != nil || info.Mode().Perm() != 0o700 || abandoned(filepath.Base(made)) {
		t.Errorf("%v, %v", info, err)
	}
}
