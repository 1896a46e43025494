package report

import (
	"fmt"
	"strings"

	"outreachaudit/audit"
	"outreachaudit/audit/export"
)

// cautions are what a reader has to know before believing a number, what matters most first.
func cautions(result *audit.Result) []string {
	all := chosen(result)
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

// chosen are the settings of the user that change rates, so that a figure is not compared with one made otherwise.
func chosen(result *audit.Result) []string {
	s := result.Settings
	var all []string
	add := func(set bool, format string, values ...any) {
		if set {
			all = append(all, fmt.Sprintf(format, values...))
		}
	}
	add(s.MaturityDays != audit.DefaultMaturityDays, "Setting: requests must have had %d days to enter a rate; %d are usual.", s.MaturityDays, audit.DefaultMaturityDays)
	add(s.AsOf != 0, "Setting: the exports are taken to be of %s, as given.", s.AsOf)
	add(s.From != 0 || s.To != 0, "Setting: only requests sent%s%s.", bound(" from ", s.From), bound(" to ", s.To))
	add(len(s.Recruiters) > 0, "Setting: only requests of %s.", strings.Join(s.Recruiters, ", "))
	add(len(s.Judging) > 0, "Setting: notes are judged by changed rules; the sheet %s has them.", runSheet)
	return all
}

func bound(word string, day export.Day) string {
	if day == 0 {
		return ""
	}
	return word + day.String()
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
