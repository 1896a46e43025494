package report

import (
	"fmt"

	"outreachaudit/audit"
)

// waitingName is the table of waiting, for its plot.
const waitingName = "waiting"

// waiting has how fast requests were accepted; nil where no accepted request is known.
func waiting(result *audit.Result) []Block {
	w := result.Waiting
	heading := Text{{Value: "Time until acceptance", Tone: Heading}}
	switch {
	case w.Dated == 0 && w.NoDay == 0:
		return nil
	case len(w.Steps) == 0:
		return []Block{heading, Text{{Value: fmt.Sprintf("The day of acceptance is known of %s of %s only; with less than 90%% of them the picture would be that of a few.",
			number(w.Dated), counted(w.Dated+w.NoDay, "accepted request", "accepted requests"))}}}
	}
	const days, share, low, high = "Days after sending", "Requests accepted", "95% interval, low", "95% interval, high"
	var cells [][]Cell
	words := "Lines of the share of requests accepted by days after sending, with their 95% interval."
	for _, step := range w.Steps {
		row := text(int64(step.Day), step.Share, nil, nil, step.AtRisk)
		if step.Interval != nil {
			row[2].Value, row[3].Value = step.Interval.Low, step.Interval.High
		}
		cells = append(cells, row)
		words += fmt.Sprintf(" Day %d: %s.", step.Day, percent(step.Share))
	}
	table := rows([]Column{
		{Title: days, Format: Count}, {Title: share, Format: Percent}, {Title: low, Format: Percent}, {Title: high, Format: Percent},
		{Title: "Still open and followed that long (requests)", Format: Count},
	}, cells)
	table.Name = waitingName
	line := linesOf(waitingName, days)
	return []Block{
		heading,
		Text{{Value: "Of all requests sent, young ones included, the share accepted so many days after sending (Kaplan and Meier's estimate)."}},
		&Plot{
			Kind: Scatter, Title: "Time until acceptance", AltText: words, Source: trendSheet, Height: 260,
			AcrossTitle: days, UpTitle: share,
			Series: []PlotSeries{line(share, Solid), line(low, Dotted), line(high, Dotted)},
		},
		table,
	}
}
