package audit

import (
	"context"
	"errors"
	"strings"
	"testing"

	"outreachaudit/audit/export"
	"outreachaudit/audit/habit"
	"outreachaudit/audit/tally"
)

// TestFaultOfANote: a note that cannot be judged counts as not judged, is named, and costs no other.
func TestFaultOfANote(t *testing.T) {
	c := newCollector(Options{}, export.Period{}, nil)
	c.templates = &templates{foresight: newForesight(c)} // without families to look notes up in
	notes := []*export.Request{{Source: "a.csv", Line: 7, NoteKnown: true, Note: "Your talk on eels was great and we all laughed a lot about it."}, {NoteKnown: true}}
	judged := c.judge(notes, 0, tally.Cohort{}).judged
	if judged[0].fault == "" || judged[0].Judged != 0 || judged[1].fault != "" || !judged[1].Judged.Has(0) {
		t.Fatalf("%+v", judged)
	}
	for range 5 {
		c.noteFault(&judged[0])
	}
	c.noteFault(&judged[1])
	c.duplicates = newDuplicates(false, false)
	if words := strings.Join(c.warnings(), "\n"); !strings.Contains(words, "5 notes could not be judged for a fault of this program, which please report: a.csv:7") {
		t.Errorf("the warnings are %s", words)
	}
}

// TestFaultsOfGoroutines: a panic of a worker or of a consumer ends the run with an error, and no goroutine waits.
func TestFaultsOfGoroutines(t *testing.T) {
	produce := func(_ context.Context, emit func(int) error) error {
		for i := range 100 {
			if err := emit(i); err != nil {
				return err
			}
		}
		return nil
	}
	mined := func(i int) int {
		if i == 50 {
			panic("a mine")
		}
		return i
	}
	for name, run := range map[string]func() error{
		"worker": func() error { return inOrder(t.Context(), 2, produce, mined, func(int) error { return nil }) },
		"consumer": func() error {
			return inOrder(t.Context(), 2, produce, func(i int) int { return i }, func(i int) error { mined(i); return nil })
		},
	} {
		if f, ok := errors.AsType[fault](run()); !ok || f.value != "a mine" {
			t.Errorf("%s: %v", name, f)
		}
	}
}

// TestSetAside: sources with a fault are left out and listed, and the others go on.
func TestSetAside(t *testing.T) {
	found, err := find(t.Context(), Options{Paths: []string{samples + "/berlin-office.csv", samples + "/outreach-tool.csv"}}, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer found.Close()
	if err := found.survey(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	bad := found.sources[0].Path()
	left := found.setAside([]export.Fault{{Path: bad, Value: "a mine"}})
	if len(left) != 1 || left[0].Path() == bad || len(found.ignored) != 1 || !found.ignored[0].Failed || found.ignored[0].Path != bad {
		t.Errorf("%d sources, ignored %+v", len(left), found.ignored)
	}
}

// The zero note of a fault must not be judged by any habit.
func TestFaultyNoteIsNotJudged(t *testing.T) {
	if n := (&habit.Note{Request: &export.Request{}}); n.Kind != habit.NotExported {
		t.Errorf("kind %d", n.Kind)
	}
}

// TestCompareSetsAside: a file whose notes bring a fault to light is named, and the others are compared.
func TestCompareSetsAside(t *testing.T) {
	found, err := find(t.Context(), Options{Paths: []string{samples + "/berlin-office.csv"}}, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer found.Close()
	if err := found.survey(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	c := newCollector(Options{}, export.Period{}, found.sources)
	c.spelling = nil // so that the first request makes it panic
	_, faulty, err := compare(t.Context(), c, found.sources, newProcessors(1), nil)
	if err != nil || len(faulty) != 1 || faulty[0].Path != found.sources[0].Path() {
		t.Errorf("%v, %v", faulty, err)
	}
}
