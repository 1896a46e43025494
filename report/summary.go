package report

import (
	"fmt"

	"outreachaudit/audit"
	"outreachaudit/audit/export"
)

const (
	// summaryGrid is how many equal columns the first page has, and gridWidth how wide each is.
	summaryGrid = 12
	gridWidth   = 15.5
	// mostCautions leave room for everything else on the first page.
	mostCautions = 6
)

// summary is the first page: what was found, how sure that is, and what to do next.
func summary(result *audit.Result) *Sheet {
	grid := make([]float64, summaryGrid)
	for i := range grid {
		grid[i] = gridWidth
	}
	return &Sheet{
		Name:  summarySheet,
		Title: "Connection requests: which habits they show, and how often they were accepted",
		Intro: fmt.Sprintf("%s, %s, %s. Only requests that had %d days to be answered are in a rate.",
			asOf(result), period(result), counted(int64(result.Senders), "recruiter", "recruiters"), result.Settings.MaturityDays),
		Grid:    grid,
		OnePage: true,
		Blocks: []Block{
			headlines(result),
			keyFigures(result),
			Text{{Value: "What was found, and what to do next", Tone: Heading}},
			findingsTable(result),
			Text{{Value: "Every habit with its numbers: sheet " + habitsSheet, Link: habitsSheet}},
			&Beside{
				Split: summaryGrid / 2,
				Left:  []Block{habitChart(result)},
				Right: []Block{
					Text{{Value: "Whose words the notes hold", Tone: Heading}},
					kindsTable(result),
					Text{{Value: "How many habits a request shows", Tone: Heading}},
					combinedTable(result),
					Text{{Value: "Across the team: who sends the requests is part of these differences.", Tone: Muted}},
					Text{{Value: "Read with care", Tone: Heading}},
					cautionLines(result),
				},
			},
			links(result),
		},
	}
}

// headlines are the lines to read first.
func headlines(result *audit.Result) Text {
	lines := Text{{Value: headline(result), Tone: Headline}}
	if words := besideBefore(result); words != "" {
		lines = append(lines, Cell{Value: words, Link: trendSheet})
	}
	return lines
}

// headline is the one sentence that a reader should take away.
func headline(result *audit.Result) string {
	team := result.Team
	switch {
	case !hasRates(result):
		return noRates(result)
	case team.Mature < fewRequests || team.Rate == nil:
		return fmt.Sprintf("%d of %s accepted: too few for a rate.", team.Accepted, counted(team.Mature, "request was", "requests were"))
	}
	return fmt.Sprintf("%s of requests were accepted (95%% interval %s; %s of %s).",
		portion(team.Accepted, team.Mature), interval(*team.Rate), number(team.Accepted), number(team.Mature))
}

func recruitersFigure(result *audit.Result) Figure {
	figure := Figure{Label: "Recruiters", Value: Cell{Value: int64(result.Senders)}, Format: Count, Detail: "figures of the team only"}
	if !result.Settings.TeamOnly {
		figure.Value.Link, figure.Detail = recruitersSheet, "see sheet "+recruitersSheet
	}
	return figure
}

func keyFigures(result *audit.Result) Figures {
	team, accounting := result.Team, result.Accounting
	accepted := Figure{Label: "Acceptance rate", Value: Cell{Value: "-"}, Detail: "no request in the rates"}
	if team.Mature > 0 {
		accepted.Value.Value = share(team.Accepted, team.Mature)
		accepted.Detail = "too few requests for a rate"
	}
	if team.Mature >= fewRequests && team.Rate != nil {
		accepted = Figure{Label: "Acceptance rate", Value: Cell{Value: wholeCell(team.Accepted, team.Mature)}, Format: Whole, Detail: "95% interval " + interval(*team.Rate)}
	}
	unusable := export.Total(accounting.Quarantined)
	with := Figure{
		Label: "Show a habit", Value: Cell{Value: wholeCell(result.FlaggedTotal, accounting.Audited)}, Format: Whole,
		Detail: fmt.Sprintf("%s of %s show at least one", number(result.FlaggedTotal), counted(accounting.Audited, "request", "requests")),
	}
	return Figures{
		{Label: "Requests audited", Value: Cell{Value: accounting.Audited}, Format: Count,
			Detail: "of " + counted(accounting.Read, "record", "records") + " read"},
		{Label: "In the rates", Value: Cell{Value: team.Mature}, Format: Count,
			Detail: fmt.Sprintf("had %d days, outcome known", result.Settings.MaturityDays)},
		accepted,
		with,
		recruitersFigure(result),
		{Label: "Records not usable", Value: Cell{Value: unusable, Link: problemsSheet}, Format: Count, Detail: "see sheet " + problemsSheet},
	}
}

// findingsTable keeps two axes apart: whether the rule is followed, and what was measured here.
func findingsTable(result *audit.Result) Block {
	found := findings(result)
	if len(found) == 0 {
		return Text{{Value: "No habit could be judged: the exports do not hold the notes."}}
	}
	var cells [][]Cell
	for _, h := range found {
		cells = append(cells, []Cell{
			{Value: h.Title, Tone: Strong},
			{Value: followed(h)},
			{Value: measured(result, h), Tone: tone(verdict(result, h))},
			{Value: nextStep(result, h)},
		})
	}
	return rows([]Column{
		{Title: "Habit", Span: 2}, {Title: "Follows the rules?", Span: 2}, {Title: "Measured here", Span: 5}, {Title: "Next step", Span: 3},
	}, cells)
}

func kindsTable(result *audit.Result) Block {
	var cells [][]Cell
	for _, kind := range result.Kinds {
		cells = append(cells, groupRow(kindName(kind.Kind), kind.Group))
	}
	return groupTable("Note", cells)
}

// combinedTable has the requests by the number of habits they show.
func combinedTable(result *audit.Result) Block {
	if len(result.Combined) == 0 {
		return Text{{Value: "Of no request all habits could be judged."}}
	}
	var cells [][]Cell
	for _, c := range result.Combined {
		name := counted(int64(c.Habits), "habit", "habits")
		switch {
		case c.Habits == 0:
			name = "none"
		case c.OrMore:
			name += " or more"
		}
		cells = append(cells, groupRow(name, c.Group))
	}
	return groupTable("Habits", cells)
}

func groupTable(title string, cells [][]Cell) *Table {
	return rows([]Column{
		{Title: title}, {Title: "Requests", Format: Count}, {Title: "In the rates", Format: Count},
		{Title: "Acceptance rate", Format: Whole}, {Title: "95% interval", Span: 2},
	}, cells)
}

func groupRow(name string, g audit.Group) []Cell {
	r := rateOf(g)
	row := text(name, g.Requests, r.Mature, share(r.Accepted, r.Mature), "-")
	if i, ok := r.Interval(); ok && r.Mature >= fewRequests {
		row[3].Value, row[4].Value = wholeCell(r.Accepted, r.Mature), interval(i)
		if enough(r.Mature) != "" {
			row[4].Value = interval(i) + " (" + enough(r.Mature) + ")"
		}
	}
	return row
}

func cautionLines(result *audit.Result) Text {
	var lines Text
	all := cautions(result)
	for i, caution := range all {
		if i == mostCautions && len(all) > mostCautions+1 {
			return append(lines, Cell{Value: fmt.Sprintf("and %d more: sheet %s", len(all)-i, runSheet), Link: runSheet})
		}
		lines = append(lines, Cell{Value: "• " + caution})
	}
	return lines
}

// habitChart compares acceptance with each habit to acceptance without it.
func habitChart(result *audit.Result) Block {
	drawn := false
	for i := range result.Habits {
		h := &result.Habits[i]
		drawn = drawn || h.Total.With().Mature >= fewRequests || h.Total.Without().Mature >= fewRequests
	}
	if !drawn {
		return Text{
			{Value: "Acceptance with and without each habit", Tone: Heading},
			{Value: "There is no chart: no habit has enough requests in the rates."},
		}
	}
	return &Chart{
		Title:      "Acceptance with and without each habit",
		AltText:    chartInWords(result),
		Source:     habitsSheet,
		Categories: habitColumn,
		AxisTitle:  "Habit",
		ValueTitle: "Requests accepted; lines are 95% intervals; no bar: fewer than 10 requests",
		Horizontal: true,
		Height:     float64(110 + 38*len(result.Habits)),
		Series: []Series{
			series("With the habit", withPrefix, With), series("Without it", withoutPrefix, Without),
		},
	}
}

func series(name, prefix string, tone Tone) Series {
	return Series{
		Name: name, Column: prefix + "Acceptance rate", Tone: tone,
		Below: whiskerPrefix + prefix + belowRate, Above: whiskerPrefix + prefix + aboveRate,
	}
}

func chartInWords(result *audit.Result) string {
	words := "Bar chart of the acceptance rate with and without each habit."
	for i := range result.Habits {
		h := &result.Habits[i]
		words += fmt.Sprintf(" %s: %s with, %s without.", h.Title, rate(h.Total.With()), rate(h.Total.Without()))
	}
	return words
}

// links lead to the other sheets.
func links(result *audit.Result) Text {
	var lines Text
	if !result.Settings.TeamOnly {
		lines = Text{{Value: "Sheet " + recruitersSheet + ": the same figures for each recruiter", Link: recruitersSheet}}
	}
	if onSheet(result) {
		lines = append(lines, Cell{Value: "Sheet " + coachingSheet + ": a strength, a habit to work on and own notes of each recruiter", Link: coachingSheet})
	} else if len(result.Recruiters) > 0 {
		lines = append(lines, Cell{Value: "For coaching, the option --coach writes a workbook for each recruiter"})
	}
	if result.After != nil {
		lines = append(lines, Cell{Value: afterLink(result), Link: afterSheet})
	}
	if n := int64(result.Flagged.Len()); n > 0 {
		words := fmt.Sprintf("Sheet %s: the words and the reason for each of %s", flaggedSheet, counted(n, "request", "requests"))
		lines = append(lines, Cell{Value: words, Link: flaggedSheet})
	}
	return append(lines, Cell{
		Value: "Sheet " + methodSheet + ": how each number is made, what it cannot say, and a good example for each habit", Link: methodSheet,
	})
}
