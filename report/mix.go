package report

import (
	"fmt"

	"outreachaudit/audit"
)

// The table of the recruiters' mix of habits, for its plot.
const (
	mixName      = "mix"
	mixRecruiter = "Recruiter"
)

// mixParts are the parts of the bars.
var mixParts = []string{"No habit", "One habit", "Two habits", "Three or more"}

// mostBars are as many recruiters as bars can be told apart.
const mostBars = 40

// habitMix has how many habits each recruiter's requests show, as a chart and as a table.
func habitMix(result *audit.Result) []Block {
	words := "Bars of the share of each recruiter's requests that show no habit, one, two, and three or more."
	var cells, few [][]Cell
	for _, r := range inOrder(result.Recruiters) {
		var all int64
		for _, n := range r.Combined {
			all += n
		}
		if all == 0 {
			continue
		}
		row := []Cell{{Value: r.Name, Tone: Strong}, {Value: all}}
		for _, n := range r.Combined {
			row = append(row, Cell{Value: shareCell(n, all)})
		}
		if all < fewRequests {
			few = append(few, row)
			continue
		}
		cells = append(cells, row)
		if len(cells) <= mostBars {
			words += fmt.Sprintf(" %s: %s show none.", r.Name, share(r.Combined[0], all))
		}
	}
	heading := Text{{Value: "How many habits each recruiter's requests show", Tone: Heading}}
	drawn := min(len(cells), mostBars)
	if cells = append(cells, few...); len(cells) == 0 {
		return []Block{heading, Text{{Value: "There is no chart: of no request all habits are known."}}}
	}
	columns := []Column{{Title: mixRecruiter}, {Title: "Requests", Format: Count}}
	plot := &Plot{
		Kind: Shares, Title: "How many habits requests show", AltText: words, Source: recruitersSheet,
		AcrossTitle: mixRecruiter, UpTitle: "Share of requests", Height: float64(130 + 20*drawn),
	}
	for i, part := range mixParts {
		columns = append(columns, Column{Title: part, Format: Percent})
		plot.Series = append(plot.Series, PlotSeries{Table: mixName, Across: mixRecruiter, Up: part, Look: Part1 + PlotLook(i), Rows: drawn})
	}
	table := rows(columns, cells)
	table.Name = mixName
	blocks := []Block{NewPage{}, heading}
	if drawn > 0 {
		if drawn < len(cells) {
			blocks = append(blocks, Text{{Value: fmt.Sprintf("The chart has the first %d recruiters of the table.", drawn)}})
		}
		blocks = append(blocks, plot)
	}
	return append(blocks, table, Text{{Tone: Muted, Value: "A request without a note, or with LinkedIn's text, shows that and no habit of words. Requests of which too little is known are left out."}})
}
