package report

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"outreachaudit/audit"
	"outreachaudit/audit/stat"
)

// mostFindings fit on a page that is read to its end.
const mostFindings = 5

// advice is the next step that follows from each verdict, the most pressing verdict first.
var advice = [...]struct {
	verdict stat.Verdict
	next    string
}{
	{stat.AcceptedLess, "Look at its flagged requests together, write new ones like the good example on the sheet " +
		methodSheet + ", and audit again once these have had their time."},
	{stat.AcceptedMore, "Rule and data point in different directions. Look at who received these requests before changing anything."},
	{stat.WeakEvidence, "Worth watching. Keep to the rule, and audit again with more requests."},
	{stat.NoClearDifference, "Keep to the rule for its own sake; acceptance gives no clear reason here."},
	{stat.EveryRecruiter, "Ask those who always do it to send some requests without it, so that each recruiter has something to compare."},
	{stat.EveryRequest, "Send some requests without it, so that there is something to compare."},
	{stat.NotEnoughData, "Keep to the rule, and audit again with more requests before concluding anything."},
	{stat.NotSeen, "Nothing to do."},
}

// urgency is the place of a verdict in advice.
func urgency(verdict stat.Verdict) int {
	for i, step := range advice {
		if step.verdict == verdict {
			return i
		}
	}
	return len(advice)
}

// findings are the habits worth a line on the first page: those that the data say most about, then the
// most frequent ones.
func findings(result *audit.Result) []*audit.HabitResult {
	var seen []*audit.HabitResult
	for i := range result.Habits {
		if h := &result.Habits[i]; h.Judged > 0 {
			seen = append(seen, h)
		}
	}
	slices.SortStableFunc(seen, func(a, b *audit.HabitResult) int {
		return cmp.Or(
			cmp.Compare(urgency(verdict(result, a)), urgency(verdict(result, b))),
			cmp.Compare(gap(b), gap(a)),
			cmp.Compare(frequency(b), frequency(a)),
		)
	})
	return seen[:min(len(seen), mostFindings)]
}

// notJudged is the verdict on a habit that could be judged on no request, as where no notes were exported.
const notJudged stat.Verdict = "Not judged"

// verdict is the measured verdict. Without a single rate, a habit that was seen cannot be compared,
// whatever the reason that the comparison gives.
func verdict(result *audit.Result, h *audit.HabitResult) stat.Verdict {
	switch {
	case h.Judged == 0:
		return notJudged
	case h.Flagged == 0:
		return stat.NotSeen
	case !hasRates(result):
		return stat.NotEnoughData
	}
	return h.Verdict
}

// gap is the size of a difference that is more than chance, 0 for the others.
func gap(h *audit.HabitResult) float64 {
	if h.Verdict != stat.AcceptedLess && h.Verdict != stat.AcceptedMore || h.Within.Difference == nil {
		return 0
	}
	return math.Abs(h.Within.Difference.Value)
}

func frequency(h *audit.HabitResult) float64 {
	return float64(h.Flagged) / float64(max(1, h.Judged))
}

// followed is the first axis: how far the rule is followed.
func followed(h *audit.HabitResult) string {
	switch {
	case h.Judged == 0:
		return "Could not be judged on any request."
	case h.Flagged == 0:
		return fmt.Sprintf("Followed: seen in none of %s judged.", counted(h.Judged, "request", "requests"))
	case h.Judged < fewRequests:
		return fmt.Sprintf("Seen in %d of %s judged.", h.Flagged, counted(h.Judged, "request", "requests"))
	}
	return fmt.Sprintf("Seen in %s of requests: %s of %s judged.", portion(h.Flagged, h.Judged), number(h.Flagged), number(h.Judged))
}

// measured is the second axis: the verdict and what it rests on.
func measured(result *audit.Result, h *audit.HabitResult) Rich {
	switch v := verdict(result, h); {
	case h.Judged == 0:
		return Rich{{Text: "Not judged."}}
	case v == stat.NotSeen:
		return Rich{{Text: string(v) + ". ", Strong: true}, {Text: "There is nothing to compare."}}
	case !hasRates(result):
		return Rich{{Text: "Not measured. ", Strong: true}, {Text: "No request can enter a rate."}}
	default:
		return Rich{{Text: string(v) + ". ", Strong: true}, {Text: minus(h.Explanation)}}
	}
}

// nextStep is what to do about a habit.
func nextStep(result *audit.Result, h *audit.HabitResult) string {
	v := verdict(result, h)
	if v != stat.NotSeen && !hasRates(result) {
		return "Go by the rule for now. Once rates can be shown, audit again to see what they say."
	}
	if i := urgency(v); i < len(advice) {
		return advice[i].next
	}
	return ""
}

// tone colours a verdict that says something. The verdict says it in words as well.
func tone(v stat.Verdict) Tone {
	switch v {
	case stat.AcceptedLess:
		return With
	case stat.AcceptedMore:
		return Without
	}
	return Normal
}
