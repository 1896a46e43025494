package report

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"outreachaudit/audit"
	"outreachaudit/audit/stat"
)

// recruiters has the same figures for each recruiter, those with a rate first.
func recruiters(result *audit.Result) *Sheet {
	if result.Settings.TeamOnly {
		return nil
	}
	columns := []Column{
		{Title: "Recruiter", Width: 28},
		{Title: "First sent (month)", Width: 10},
		{Title: "Last sent (month)", Width: 10},
		{Title: "Requests", Width: 10.5, Format: Count},
	}
	columns = append(columns, rateColumns("")...)
	columns = append(columns,
		Column{Title: "Rate drawn to the team", Width: 11.5, Format: Percent},
		Column{Title: "Drawn: 95% interval, low", Width: 11.5, Format: Percent},
		Column{Title: "Drawn: 95% interval, high", Width: 11.5, Format: Percent},
		Column{Title: "Beside the team", Width: 16},
		Column{Title: "Too young (requests)", Width: 10, Format: Count},
		Column{Title: "Too old (requests)", Width: 10, Format: Count},
		Column{Title: "Outcome unknown (requests)", Width: 11, Format: Count},
		Column{Title: "No date (requests)", Width: 10, Format: Count})
	coached := onSheet(result)
	var cells [][]Cell
	for _, r := range inOrder(result.Recruiters) {
		row := text(r.Name, r.FirstSent.String(), r.LastSent.String(), r.Requests)
		row[0].Tone, row[0].Anchor = Strong, r.Name
		if coached {
			row[0].Link, row[0].To = coachingSheet, r.Name
		}
		row = append(row, rateCells(rateOf(r.Group))...)
		row = append(row, placeCells(r, len(result.Recruiters) == 1)...)
		cells = append(cells, append(row, text(r.Young, r.Outside, r.Unknown, r.Undated)...))
	}
	return &Sheet{
		Name:  recruitersSheet,
		Title: "Recruiters",
		Intro: "Recruiters contact different people, so a higher or lower rate is no measure of skill. " +
			"A rate of few requests is mostly chance and is drawn to the team's; recruiters with too few for a rate stand at the end.",
		Blocks: append(append([]Block{dataTable(columns, cells)}, recruiterPlots(result)...),
			Text{{Value: "Habits of each recruiter", Tone: Heading}}, ownHabits(result),
			Text{
				{Value: "Each recruiter's requests with a habit beside their others", Tone: Heading},
				{Value: "Accepted with it less without it, in percentage points with 95% interval, where there are 10 of each. Among so many figures some are large by chance."},
			}, ownDifferences(result)),
	}
}

// ownHabits has how often each recruiter shows each habit.
func ownHabits(result *audit.Result) *Table {
	var cells [][]Cell
	for _, r := range inOrder(result.Recruiters) {
		cells = append(cells, append([]Cell{{Value: r.Name, Tone: Strong}}, habitCells(r.Habits)...))
	}
	return rows(append([]Column{{Title: "Recruiter"}}, habitColumns(result)...), cells)
}

// ownDifferences compares the requests of each recruiter with one another.
func ownDifferences(result *audit.Result) *Table {
	columns := []Column{{Title: "Recruiter"}}
	for _, h := range result.Habits {
		columns = append(columns, Column{Title: h.Title, Span: 2})
	}
	var cells [][]Cell
	for _, r := range inOrder(result.Recruiters) {
		row := []Cell{{Value: r.Name, Tone: Strong}}
		for _, c := range r.Habits {
			row = append(row, Cell{Value: ownDifference(c)})
		}
		cells = append(cells, row)
	}
	return rows(columns, cells)
}

// inOrder are the recruiters by their drawn rates, and those with too few requests for a rate after them, by name.
func inOrder(recruiters []audit.RecruiterResult) []audit.RecruiterResult {
	drawn := func(r *audit.RecruiterResult) float64 {
		if !rateOf(r.Group).Reportable() {
			return -1
		}
		return r.Shrunk.Value
	}
	ordered := slices.Clone(recruiters)
	slices.SortFunc(ordered, func(a, b audit.RecruiterResult) int {
		return cmp.Or(cmp.Compare(drawn(&b), drawn(&a)), strings.Compare(a.Name, b.Name))
	})
	return ordered
}

// placeCells are how a recruiter's rate lies among the team's, of which alone is all.
func placeCells(r audit.RecruiterResult, alone bool) []Cell {
	if !rateOf(r.Group).Reportable() {
		return text("-", nil, nil, "-")
	}
	place := cmp.Or(string(r.Label), "no clear difference")
	if alone {
		place = "-"
	}
	return text(r.Shrunk.Value, r.Shrunk.Low, r.Shrunk.High, place)
}

// ownDifference compares one recruiter's own requests, where there are enough of both. It is no test: among so many
// cells some differences are large by chance.
func ownDifference(c audit.HabitCount) string {
	with, without := c.With(), c.Without()
	if !with.Reportable() || !without.Reportable() {
		return "-"
	}
	difference, _ := stat.Difference(with, without)
	return fmt.Sprintf("%s (%s to %s)", wholePoints(difference.Value), wholePoints(difference.Low), wholePoints(difference.High))
}

// wholePoints is a difference of shares in whole percentage points with its sign.
func wholePoints(difference float64) string {
	switch points := int64(math.Round(100 * difference)); {
	case points < 0:
		return fmt.Sprintf("−%d", -points)
	case points > 0:
		return fmt.Sprintf("+%d", points)
	}
	return "0"
}
