package audit

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"outreachaudit/audit/export"
	"outreachaudit/audit/habit"
	"outreachaudit/audit/tally"
)

// listable is a request that has everything a list keeps.
func listable(n int) *Judged {
	sent, _ := export.ParseDay("2026-03-01")
	return &Judged{
		Note: &habit.Note{
			Request: &export.Request{
				Recruiter: fmt.Sprint("Ana ", n%7), Source: "team/a.csv", Line: n + 2, Recipient: "Zoë Ødegård", Note: strings.Repeat("Hi Zoë 👋\n", n%40),
				NoteKnown: n%5 > 0, Sent: sent.Time(), Accepted: (sent + export.Day(n%3)).Time(), Outcome: export.Accepted,
			},
			Kind: habit.Own, SentenceCount: n % 9, Characters: n,
		},
		Verdict: habit.Verdict{
			Judged: 0b1111, Flagged: 0b101,
			Findings: []habit.Finding{{Habit: 0, Evidence: habit.Evidence{Start: 3, End: 7, Why: "is the same for all"}}, {Habit: 2, Evidence: habit.Evidence{Why: fmt.Sprint("greets person ", n)}}},
		},
		Standing: tally.Young,
	}
}

func TestListKeepsRequests(t *testing.T) {
	const many = mostStrings + 1000 // more reasons than are kept once
	l := NewList()
	for n := range many {
		l.Add(listable(n))
	}
	if l.Len() != many {
		t.Fatalf("%d requests", l.Len())
	}
	for n, j := range l.All() {
		if want := listable(n); !reflect.DeepEqual(j, want) {
			t.Fatalf("request %d is\n%+v %+v\nwant\n%+v %+v", n, j.Request, j.Verdict, want.Request, want.Verdict)
		}
	}
	if firsts := l.Firsts(); len(firsts) != 7 || firsts["Ana 3"] != 3 {
		t.Errorf("first requests: %v", firsts)
	}
}

func TestListKeepsOddRequests(t *testing.T) {
	for name, j := range map[string]*Judged{
		"nothing known": {Note: &habit.Note{Request: &export.Request{}}, Verdict: habit.Verdict{Findings: []habit.Finding{}}},
		"long":          {Note: &habit.Note{Request: &export.Request{Note: strings.Repeat("long ", chunkBytes)}}, Verdict: habit.Verdict{Findings: []habit.Finding{}}},
		"before 1970":   {Note: &habit.Note{Request: &export.Request{Sent: export.Day(-7).Time()}}, Verdict: habit.Verdict{Findings: []habit.Finding{}}},
	} {
		l := NewList(listable(1), j, listable(2))
		if got := l.At(1); !reflect.DeepEqual(got, j) {
			t.Errorf("%s: %.200v", name, got.Request)
		}
		if got := l.At(2); !reflect.DeepEqual(got, listable(2)) {
			t.Errorf("behind %s: %+v", name, got.Request)
		}
	}
	var none *List
	if none.Len() != 0 || len(none.Firsts()) != 0 {
		t.Error("the nil list is not empty")
	}
	for range none.All() {
		t.Error("the nil list has a request")
	}
}
