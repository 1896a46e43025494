package report

import (
	"cmp"
	"strings"

	"outreachaudit/audit"
	"outreachaudit/audit/stat"
)

// The parts of column titles that charts refer to.
const (
	habitColumn   = "Habit"
	withPrefix    = "With it: "
	withoutPrefix = "Without it: "
)

// habits has every habit with its numbers.
func habits(result *audit.Result) *Sheet {
	columns := []Column{
		{Title: habitColumn, Width: 18},
		{Title: "Judged (requests)", Width: 10, Format: Count},
		{Title: "Flagged (requests)", Width: 10, Format: Count},
		{Title: "Share flagged", Width: 12, Format: Percent, Bar: true},
	}
	columns = append(columns, rateColumns(withPrefix)...)
	columns = append(columns, rateColumns(withoutPrefix)...)
	columns = append(columns,
		Column{Title: "Difference within recruiters (percentage points)", Width: 14, Format: Points},
		Column{Title: "Difference: 95% interval, low", Width: 11, Format: Points},
		Column{Title: "Difference: 95% interval, high", Width: 11, Format: Points},
		Column{Title: "Verdict", Width: 16},
		Column{Title: "Remarks", Width: 14},
		Column{Title: "Still there beside the other habits?", Width: 12},
		Column{Title: "In words", Width: 60},
		Column{Title: "Doubts", Width: 26})
	columns = append(columns, whiskerColumns(withPrefix)...)
	columns = append(columns, whiskerColumns(withoutPrefix)...)
	var cells [][]Cell
	for i := range result.Habits {
		cells = append(cells, habitRow(result, &result.Habits[i]))
	}
	return &Sheet{
		Name:  habitsSheet,
		Title: "Habits: how often each is seen, and how often requests with and without it were accepted",
		Intro: "The difference compares each recruiter's requests with the habit to the same recruiter's requests without it; " +
			"a minus says that requests with it were accepted less often.",
		Blocks: []Block{dataTable(columns, cells)},
	}
}

func habitRow(result *audit.Result, h *audit.HabitResult) []Cell {
	v := verdict(result, h)
	row := text(h.Title, h.Judged, h.Flagged, shareCell(h.Flagged, h.Judged))
	row[0].Tone = Strong
	row = append(row, rateCells(h.Total.With())...)
	row = append(row, rateCells(h.Total.Without())...)
	row = append(row, pointCells(shownDifference(h))...)
	measured := measured(result, h)
	words := strings.TrimPrefix(measured.String(), string(v)+". ")
	if h.Shortfall != nil {
		words += " " + h.Shortfall.Explanation()
	}
	row = append(row, Cell{Value: string(v), Tone: tone(v)})
	row = append(row, text(strings.Join(h.Tags, "; "), cmp.Or(still(h), "-"), words, strings.Join(h.Warnings, " "))...)
	row = append(row, whiskerCells(h.Total.With())...)
	return append(row, whiskerCells(h.Total.Without())...)
}

// shownDifference is a habit's difference where both groups are large enough to show a rate.
func shownDifference(h *audit.HabitResult) *stat.Interval {
	if h.Total.With().Mature < fewRequests || h.Total.Without().Mature < fewRequests {
		return nil
	}
	return h.Within.Difference
}

// pointCells are a difference of shares in percentage points with its interval.
func pointCells(difference *stat.Interval) []Cell {
	if difference == nil {
		return text("-", nil, nil)
	}
	return text(100*difference.Value, 100*difference.Low, 100*difference.High)
}
