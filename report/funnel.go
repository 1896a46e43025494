package report

import (
	"fmt"
	"math"

	"outreachaudit/audit"
	"outreachaudit/audit/stat"
)

// recruiterPlots are the charts under the recruiters' table.
func recruiterPlots(result *audit.Result) []Block {
	return append(funnel(result), habitMix(result)...)
}

// The funnel's table and its columns.
const (
	funnelName     = "funnel"
	funnelRequests = "Requests"
	funnelTeam     = "Team rate"
	funnelLow95    = "95 in 100: low"
	funnelHigh95   = "95 in 100: high"
	funnelLow998   = "998 in 1,000: low"
	funnelHigh998  = "998 in 1,000: high"
	funnelPoints   = 14
)

// funnel draws recruiters' rates over their numbers of requests, between the limits that chance sets.
func funnel(result *audit.Result) []Block {
	heading := Text{{Value: "Recruiters between the limits of chance", Tone: Heading}}
	least, most, drawn, senders := int64(math.MaxInt64), int64(0), 0, 0
	words := "Points of recruiters' acceptance rates over their requests, between the limits of chance around the team's rate."
	for _, r := range inOrder(result.Recruiters) {
		if r.Mature > 0 {
			senders++
		}
		if own := rateOf(r.Group); own.Reportable() {
			drawn++
			least, most = min(least, r.Mature), max(most, r.Mature)
			words += fmt.Sprintf(" %s: %s.", r.Name, share(r.Accepted, r.Mature))
		}
	}
	switch {
	case !hasRates(result):
		return nil
	case senders < stat.FunnelRecruiters || drawn < 2:
		return []Block{heading, Text{{Value: fmt.Sprintf("There is no chart: limits need at least %d recruiters with requests in the rates, two of them with %d or more.",
			stat.FunnelRecruiters, fewRequests)}}}
	}
	table := rows([]Column{
		{Title: funnelRequests, Format: Count}, {Title: funnelTeam, Format: Percent}, {Title: funnelLow998, Format: Percent}, {Title: funnelLow95, Format: Percent},
		{Title: funnelHigh95, Format: Percent}, {Title: funnelHigh998, Format: Percent},
	}, funnelRows(rateOf(result.Team), least, most))
	table.Name = funnelName
	line := linesOf(funnelName, funnelRequests)
	return []Block{
		heading,
		Text{{Value: "Of recruiters like the team, chance leaves 95 in 100 between the dashed lines and 998 in 1,000 between the dotted ones. Who is written to differs between recruiters."}},
		&Plot{
			Kind: Scatter, Title: "Acceptance rate by number of requests", AltText: words, Source: recruitersSheet, Height: 320,
			AcrossTitle: "Requests in the rates", UpTitle: "Requests accepted",
			Series: []PlotSeries{
				{Across: "In the rates (requests)", Up: "Acceptance rate", Look: Marks, Rows: drawn},
				line(funnelTeam, Solid), line(funnelLow95, Dashed), line(funnelHigh95, Dashed),
				line(funnelLow998, Dotted), line(funnelHigh998, Dotted),
			},
		},
		table,
	}
}

// funnelRows are the limits at numbers of requests from the least to the most, closer together where they bend.
func funnelRows(team stat.Rate, least, most int64) [][]Cell {
	var cells [][]Cell
	before := int64(0)
	for i := range funnelPoints {
		along := float64(i) / float64(funnelPoints-1)
		n := int64(math.Round(float64(least) * math.Pow(float64(most)/float64(least), along)))
		if n == before {
			continue
		}
		before = n
		l := stat.LimitsOf(team, n)
		cells = append(cells, text(n, team.Share(), l.Low998, l.Low95, l.High95, l.High998))
	}
	return cells
}
