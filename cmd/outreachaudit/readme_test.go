package main

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"outreachaudit/audit/export"
	"outreachaudit/audit/habit"
	"outreachaudit/report"
)

var update = flag.Bool("update", false, "rewrite the generated part of README.md")

// generated are the parts of README that the program says itself.
var generated = []struct {
	name string
	text func() string
}{
	{"formats", formatsTable},
	{"limits", limitsTable},
	{"habits", habitsTable},
}

// TestReadme keeps README equal to what the program says.
func TestReadme(t *testing.T) {
	const path = "../../README.md"
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	text := string(content)
	for _, part := range generated {
		start := fmt.Sprintf("<!-- %s: written by make update, checked by make test -->\n", part.name)
		end := fmt.Sprintf("<!-- end of %s -->\n", part.name)
		before, rest, okStart := strings.Cut(text, start)
		got, after, okEnd := strings.Cut(rest, end)
		if !okStart || !okEnd {
			t.Fatalf("README.md lacks %q or %q", start, end)
		}
		want := part.text()
		if !*update && got != want {
			t.Errorf("README's part on %s is not what the program says; run make update\ngot:\n%s\nwant:\n%s", part.name, got, want)
		}
		text = before + start + want + end + after
	}
	if *update {
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func formatsTable() string {
	var table strings.Builder
	table.WriteString("| format | what it is |\n|---|---|\n")
	for _, f := range export.Formats {
		fmt.Fprintf(&table, "| `%s` | %s |\n", f.ID, f.Doc)
	}
	return table.String()
}

func limitsTable() string {
	var table strings.Builder
	table.WriteString("| limit | default | on what |\n|---|---|---|\n")
	for _, l := range export.AllLimits {
		fmt.Fprintf(&table, "| `%s` | %s | %s |\n", l.Name, l.DefaultText(), l.Doc)
	}
	return table.String()
}

func habitsTable() string {
	var table strings.Builder
	table.WriteString("| habit | what is flagged, and what to do instead | precision | recall |\n|---|---|---|---|\n")
	for _, h := range habit.Every() {
		precision, recall := report.Measured(h)
		fmt.Fprintf(&table, "| `%s` | %s | %s | %s |\n", h.ID, strings.ReplaceAll(h.Doc, "|", "\\|"), precision, recall)
	}
	return table.String()
}

// TestREADMENamesTheLibraries: every module that go.mod asks for by itself is told of, with why.
func TestREADMENamesTheLibraries(t *testing.T) {
	modules, err := os.ReadFile("../../go.mod")
	if err != nil {
		t.Fatal(err)
	}
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	named := 0
	for line := range strings.Lines(string(modules)) {
		path, version, found := strings.Cut(strings.TrimSpace(line), " ")
		if !found || !strings.HasPrefix(version, "v") || strings.Contains(version, "// indirect") {
			continue
		}
		if named++; !strings.Contains(string(readme), "`"+path+"`") {
			t.Errorf("README.md does not name %s", path)
		}
	}
	if named < 10 {
		t.Errorf("only %d modules", named)
	}
}
