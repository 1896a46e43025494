package audit

import (
	"math"
	"slices"
	"testing"
	"unsafe"

	"outreachaudit/audit/export"
	"outreachaudit/audit/habit"
)

// TestForesightChangesNothing: what was foreseen counts as what is judged again.
func TestForesightChangesNothing(t *testing.T) {
	for _, teamOnly := range []bool{false, true} {
		judged := runSamples(t, func(o *Options) { o.TeamOnly = teamOnly; o.Each = func(*Judged) error { return nil } })
		foreseen := runSamples(t, func(o *Options) { o.TeamOnly = teamOnly; o.MaxFlagged = 10 })
		if !slices.Equal(counts(judged), counts(foreseen)) || !teamOnly && len(judged.Recruiters) == 0 || len(judged.Templates) == 0 {
			t.Errorf("team only %v: judged %v, foreseen %v", teamOnly, counts(judged), counts(foreseen))
		}
		for i, r := range judged.Recruiters {
			was, is := r.Examples, foreseen.Recruiters[i].Examples
			for h := range was.Shown {
				for k, j := range was.Shown[h] {
					if other := is.Shown[h][k]; other.Note.Note != j.Note.Note || !slices.Equal(other.Findings, j.Findings) {
						t.Errorf("%s: %q for %v, foreseen %q for %v", r.Name, j.Note.Note, j.Findings, other.Note.Note, other.Findings)
					}
				}
			}
		}
		for i, template := range judged.Templates {
			if other := foreseen.Templates[i]; other.Wording != template.Wording || other.History.Count != template.History.Count {
				t.Errorf("%+v, foreseen %+v", template, other)
			}
		}
	}
}

// counts are the requests that show each habit, of the team and of each recruiter.
func counts(r *Result) (all []int64) {
	for _, h := range r.Habits {
		all = append(all, h.Judged, h.Flagged)
	}
	for _, recruiter := range r.Recruiters {
		for _, h := range recruiter.Habits {
			all = append(all, h.Judged, h.Flagged)
		}
	}
	return append(all, r.FlaggedTotal)
}

func TestForesight(t *testing.T) {
	if size := unsafe.Sizeof(foreseen{}); size > 12 || len(habit.All) > mostForeseen {
		t.Errorf("%d bytes a request; %d habits, room for %d", size, len(habit.All), mostForeseen)
	}
	f := &foresight{first: 3, after: 3}
	const read = 3 + 2*perPart + 5
	for at := range read {
		f.add(at, foreseen{family: int32(at), note: 5, known: at != 7})
	}
	same := &export.Request{Note: "five!"}
	for at, want := range map[int]bool{0: false, 2: false, 3: true, 7: false, 2 + perPart: true, 3 + perPart: true, read - 1: true, read: false, math.MaxInt: false} {
		if found, ok := f.of(at, same); ok != want || ok && int(found.family) != at {
			t.Errorf("at %d: %+v, %v", at, found, ok)
		}
	}
	for name, changed := range map[string]*export.Request{"length": {Note: "seven!!"}, "follow-up": {Note: "five!", FollowUp: &export.FollowUp{}}} {
		if _, ok := f.of(5, changed); ok {
			t.Errorf("a row with another %s is foreseen", name)
		}
	}
}
