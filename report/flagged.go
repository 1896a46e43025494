package report

import (
	"fmt"
	"strings"

	"outreachaudit/audit"
	"outreachaudit/audit/export"
	"outreachaudit/audit/habit"
	"outreachaudit/audit/tally"
)

// flagged has a row for each flagged request, with the words and the reason.
func flagged(result *audit.Result) *Sheet {
	if result.Flagged.Len() == 0 {
		return nil
	}
	columns := []Column{
		{Title: "Recruiter", Width: 20},
		{Title: "Sent", Width: 11, Format: Date},
		{Title: "Recipient", Width: 20},
		{Title: "Outcome", Width: 12},
		{Title: "In the rates?", Width: 12},
	}
	for _, h := range result.Habits {
		columns = append(columns, Column{Title: h.Title, Width: 11.5})
	}
	columns = append(columns,
		Column{Title: "Words", Width: 38}, Column{Title: "Why", Width: 44}, Column{Title: "Note as sent", Width: 70},
		Column{Title: "File", Width: 30}, Column{Title: "Line", Width: 8, Format: Count})
	intro := "One row for each request that shows a habit: yes = it does, - = it does not, not judged = it could not be said. Filter by recruiter or habit."
	if left := result.FlaggedTotal - int64(result.Flagged.Len()); left > 0 {
		intro += fmt.Sprintf(" These are the first %s of %s; the option --requests writes all of them.",
			number(int64(result.Flagged.Len())), number(result.FlaggedTotal))
	}
	if result.Flagged.Len() > mostPrinted {
		intro += fmt.Sprintf(" The first %s are printed.", number(mostPrinted))
	}
	folder := folder(result)
	return &Sheet{
		Anchors: result.Flagged.Firsts(),
		Name:    flaggedSheet,
		Title:   "Flagged requests: which words, and why",
		Intro:   intro,
		Tall:    true,
		Blocks: []Block{&Table{
			Columns: columns, Len: result.Flagged.Len(), Data: true, Tones: []Tone{With, Muted},
			Row: func(i int) []Cell { return flaggedRow(result, result.Flagged.At(i), folder) },
		}},
	}
}

func flaggedRow(result *audit.Result, j *audit.Judged, folder string) []Cell {
	var sent any
	if day := j.SentDay(); day != 0 {
		sent = day.Time()
	}
	row := make([]Cell, 0, 10+len(result.Habits))
	row = append(row, text(j.Recruiter, sent, j.Recipient, outcome(j), inRates(j.Standing))...)
	for i := range result.Habits {
		row = append(row, habitCell(j, i))
	}
	words, why := evidence(result, j)
	note := j.Note.Note
	switch {
	case j.Kind == habit.Blank:
		note = "(no note)"
	case j.Kind == habit.NotExported:
		note = "(not exported)"
	}
	return append(row, text(words, why, note, strings.TrimPrefix(j.Source, folder), int64(j.Line))...)
}

func outcome(j *audit.Judged) string {
	if j.Outcome == export.Accepted && !j.Accepted.IsZero() {
		return "accepted " + export.DayOf(j.Accepted).String()
	}
	return j.Outcome.String()
}

func inRates(standing tally.Standing) string {
	if standing == tally.Mature {
		return "yes"
	}
	return "no: " + standing.String()
}

func habitCell(j *audit.Judged, i int) Cell {
	switch {
	case j.Flagged.Has(i):
		return Cell{Value: "yes", Tone: With}
	case j.Judged.Has(i):
		return Cell{Value: "-"}
	}
	return Cell{Value: "not judged", Tone: Muted}
}

// evidence is the words that show a habit, and why they do, in lines that belong together.
func evidence(result *audit.Result, j *audit.Judged) (words, why string) {
	var quoted, reasons []string
	for _, f := range j.Findings {
		name := fmt.Sprintf("habit %d", f.Habit+1)
		if f.Habit < len(result.Habits) {
			name = result.Habits[f.Habit].Title
		}
		if quote := quote(j.Note.Note, f.Evidence); quote != "" {
			quoted = append(quoted, name+": “"+quote+"”")
		}
		reasons = append(reasons, name+": it "+f.Why)
	}
	return strings.Join(quoted, "\n"), strings.Join(reasons, "\n")
}

// quote is the words that evidence points at, "" when it points at none.
func quote(note string, e habit.Evidence) string {
	if e.Start < 0 || e.End > len(note) || e.Start >= e.End {
		return ""
	}
	return note[e.Start:e.End]
}
