package report

import (
	"strings"

	"outreachaudit/audit"
	"outreachaudit/audit/export"
	"outreachaudit/audit/habit"
	"outreachaudit/audit/stat"
)

// hostile puts what should not be in names and notes into all of them.
func hostile() *audit.Result {
	r := usual()
	names := []string{
		"=cmd|' /C calc'!A0", "+1+1", "-2", "@SUM(A1)", "a\x00b\x07c\x1b[31m", "שלום עולם", "\u202egnp.exe", "👩‍💻🚀", "_x000D_ and _x005F_x0041_",
		"line\r\nbreak\ttab", "<b>&amp;</b>", "' OR 1=1", strings.Repeat("长", 40_000), "\xff\xfe broken", "\ufffe\uffff", " blank ", "#REF!",
	}
	flagged := unpacked(r.Flagged)
	for i, name := range names {
		flagged[i].Recipient = name
		flagged[i].Note.Note = name
		flagged[i].Findings = []habit.Finding{{Habit: 2, Evidence: habit.Evidence{Start: 0, End: len(name), Why: "is " + name}}}
		if i < len(r.Recruiters) {
			r.Recruiters[i].Name = name
		}
		r.Problems = append(r.Problems, export.Problem{Source: name, Line: i, Code: export.BadDate, Reason: name, Raw: name})
		r.Warnings = append(r.Warnings, name)
	}
	r.Flagged = audit.NewList(flagged...)
	r.Recruiters[5].Name = names[7]
	r.Sources[0].Path = names[0]
	r.Sources[0].Columns[1].Name = names[8]
	return r
}

// everyVerdict has one habit for each verdict there is.
func everyVerdict() *audit.Result {
	r := usual()
	tables := map[stat.Verdict][]stat.Table{
		stat.AcceptedLess:      {{A: 20, B: 180, C: 120, D: 180}, {A: 2, B: 18, C: 12, D: 18}},
		stat.AcceptedMore:      {{A: 120, B: 180, C: 20, D: 180}, {A: 12, B: 18, C: 2, D: 18}},
		stat.WeakEvidence:      {{A: 41, B: 59, C: 55, D: 45}, {}},
		stat.NoClearDifference: {{A: 50, B: 50, C: 50, D: 50}, {}},
		stat.EveryRecruiter:    {{A: 50, B: 50}, {C: 50, D: 50}},
		stat.EveryRequest:      {{A: 50, B: 50}, {}},
		stat.NotEnoughData:     {{A: 1, B: 1, C: 1, D: 2}, {}},
		stat.NotSeen:           {{C: 50, D: 50}, {}},
	}
	var strata [][]stat.Table
	r.Habits = nil
	for _, step := range advice {
		h := &habit.Habit{ID: strings.ToLower(strings.ReplaceAll(string(step.verdict), " ", "-")), Title: string(step.verdict), Doc: "A habit.", Good: "Hi."}
		r.Habits = append(r.Habits, audit.HabitResult{Habit: h})
		strata = append(strata, tables[step.verdict])
	}
	for i, comparison := range stat.CompareAll(strata) {
		r.Habits[i].Comparison = comparison
		r.Habits[i].Judged, r.Habits[i].Flagged = comparison.Total.All().Mature, comparison.Total.With().Mature
	}
	r.Flagged, r.FlaggedTotal = nil, 0
	for i := range r.Recruiters {
		r.Recruiters[i].Habits = make([]audit.HabitCount, len(r.Habits))
	}
	for i := range r.Months {
		r.Months[i].Habits = make([]audit.HabitCount, len(r.Habits))
	}
	return r
}
