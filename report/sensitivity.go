package report

import (
	"fmt"

	"outreachaudit/audit"
	"outreachaudit/audit/stat"
)

// sensitivityTable has the team's rate by other rules of counting; nil when no other rule would change it.
func sensitivityTable(result *audit.Result) Block {
	s := result.Sensitivity
	var cells [][]Cell
	add := func(name string, i *stat.Interval, why string) {
		if i != nil {
			cells = append(cells, []Cell{{Value: name, Tone: Strong}, {Value: fmt.Sprintf("%s (%s)", percent(i.Value), interval(*i))}, {Value: why}})
		}
	}
	team := result.Team
	add("As reported", team.Rate, "Withdrawn requests count as not accepted, unknown outcomes not at all, late acceptances as accepted.")
	add("Withdrawn requests left out", s.WithoutWithdrawn,
		fmt.Sprintf("%s, as far as exports tell that. Requests are withdrawn when nobody answers, so leaving them out makes the rate too high.", counted(team.Withdrawn, "request was withdrawn", "requests were withdrawn")))
	add("Unknown outcomes not accepted", s.UnknownNotAccepted,
		fmt.Sprintf("%s. The rate cannot be lower than this.", counted(team.Unknown, "request is old enough, but its outcome is unknown", "requests are old enough, but their outcomes are unknown")))
	add("Unknown outcomes accepted", s.UnknownAccepted, "Nor can it be higher than this.")
	add("Only acceptances in time", s.InTime,
		fmt.Sprintf("%s only after more than %d days. Older requests had more time for that than younger ones.",
			counted(team.Late, "request was accepted", "requests were accepted"), result.Settings.MaturityDays))
	if s.InTime == nil && team.Late > 0 {
		cells = append(cells, []Cell{{Value: "Only acceptances in time", Tone: Strong}, {Value: "-"},
			{Value: fmt.Sprintf("The day of acceptance is known of %s of %s only; %s of these days came too late.",
				number(team.Dated), counted(team.Accepted, "accepted request", "accepted requests"), number(team.Late))}})
	}
	switch {
	case team.Rate == nil:
		return Text{{Value: "No request is in the rates."}}
	case len(cells) == 1:
		return Text{{Value: "No other rule of counting would change the team's rate."}}
	}
	return rows([]Column{{Title: "Rule"}, {Title: "Acceptance rate of the team (95% interval)"}, {Title: "Why it differs", Span: 8}}, cells)
}
