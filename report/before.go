package report

import (
	"fmt"

	"outreachaudit/audit"
	"outreachaudit/audit/stat"
)

// besideBefore is the audited period in one line beside the one before it; "" without one.
func besideBefore(result *audit.Result) string {
	b := result.Before
	if b == nil {
		return ""
	}
	words := fmt.Sprintf("In the period before (%s to %s): %s", b.First, b.Last, share(b.Accepted, b.Mature))
	switch {
	case b.Mature == 0:
		words = fmt.Sprintf("In the period before (%s to %s) no request is in the rates", b.First, b.Last)
	case b.Change == nil:
		words += " accepted; too few requests to say how that changed"
	default:
		words += " accepted; the change is " + changed(b.Change)
	}
	return words + ". Sheet " + trendSheet + " has the habits as well."
}

// changed is a change in words, which never calls better or worse what chance may have done.
func changed(i *stat.Interval) string {
	words := fmt.Sprintf("%s points (95%% interval %s to %s)", wholePoints(i.Value), wholePoints(i.Low), wholePoints(i.High))
	if i.Low <= 0 && i.High >= 0 {
		words += ", no more than periods may differ by chance"
	}
	return words
}

// Spans of the columns of beforeTable on a grid of narrow columns.
const beforeColumns = 11

// beforeTable has the rate and every habit in the audited period and in the one before.
func beforeTable(result *audit.Result) *Table {
	b := result.Before
	line := func(name, then, now string, change *stat.Interval) []Cell {
		words := "too few requests to say"
		if change != nil {
			words = changed(change)
		}
		row := text(name, then, now, words)
		row[0].Tone = Strong
		return row
	}
	cells := [][]Cell{line("Acceptance rate", share(b.Accepted, b.Mature), share(result.Team.Accepted, result.Team.Mature), b.Change)}
	for h, then := range b.Habits {
		now := &result.Habits[h]
		cells = append(cells, line(now.Title+", share flagged", share(then.Flagged, then.Judged), share(now.Flagged, now.Judged), then.Change))
	}
	return rows([]Column{
		{Title: "Figure", Span: 3}, {Title: fmt.Sprintf("%s to %s", b.First, b.Last), Span: 2}, {Title: "The period asked for", Span: 2},
		{Title: "Change, in percentage points", Span: beforeColumns - 7},
	}, cells)
}
