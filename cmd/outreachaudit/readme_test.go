package main

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"outreachaudit/audit/habit"
)

var update = flag.Bool("update", false, "rewrite the generated part of README.md")

const (
	tableStart = "<!-- habits: written by make update, checked by make test -->\n"
	tableEnd   = "<!-- end of habits -->\n"
)

// TestReadmeHabits keeps README's table of habits equal to what the program says of them.
func TestReadmeHabits(t *testing.T) {
	const path = "../../README.md"
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, okStart := strings.Cut(string(content), tableStart)
	table, after, okEnd := strings.Cut(rest, tableEnd)
	if !okStart || !okEnd {
		t.Fatalf("README.md lacks %q or %q", tableStart, tableEnd)
	}
	want := habitsTable()
	if *update {
		if err := os.WriteFile(path, []byte(before+tableStart+want+tableEnd+after), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if table != want {
		t.Errorf("README's table of habits is not what the program says; run make update\ngot:\n%s\nwant:\n%s", table, want)
	}
}

func habitsTable() string {
	var table strings.Builder
	table.WriteString("| habit | what is flagged, and what to do instead |\n|---|---|\n")
	for _, h := range habit.All {
		fmt.Fprintf(&table, "| `%s` | %s |\n", h.ID, strings.ReplaceAll(h.Doc, "|", "\\|"))
	}
	return table.String()
}
