package report

import (
	"fmt"

	"outreachaudit/audit"
	"outreachaudit/audit/export"
)

// cautions are what a reader has to know before believing a number, what matters most first.
func cautions(result *audit.Result) []string {
	var all []string
	if hasRates(result) {
		all = append(all, leftOut(result)...)
	}
	for _, warning := range result.Warnings {
		all = append(all, sentence(warning))
	}
	if n := result.Accounting.Skipped[export.Duplicate]; n > 0 {
		all = append(all, counted(n, "record lists a request that was", "records list requests that were")+" read before; each request counts once.")
	}
	return append(all, "Recruiters contact different people: a rate is no measure of skill.",
		"Habits are found by rules of wording; a few notes are missed or wrongly flagged. "+
			"Requests that differ in a habit can differ in other ways too: the figures compare, they do not prove.")
}

// leftOut are the requests that are audited but in no rate, by reason.
func leftOut(result *audit.Result) []string {
	team := result.Team
	window := 0
	for i := range result.Sources {
		window = max(window, result.Sources[i].WindowDays)
	}
	var all []string
	add := func(n int64, one, many string) {
		if n > 0 {
			all = append(all, counted(n, one, many))
		}
	}
	add(team.Unknown, "request with an unknown outcome is in no rate.", "requests with an unknown outcome are in no rate.")
	young := fmt.Sprintf("sent less than %d days before the export and too young to judge: in no rate, even if accepted already.", result.Settings.MaturityDays)
	add(team.Young, "request was "+young, "requests were "+young)
	old := fmt.Sprintf("older than the %d days for which LinkedIn lists invitations in full: in no rate.", window)
	add(team.Outside, "request is "+old, "requests are "+old)
	add(team.Undated, "request without a date of sending is in no rate.", "requests without a date of sending are in no rate.")
	return all
}
