package stat

import (
	"fmt"
	"slices"
	"strings"
)

// requirements are the minimum-data rules, each with the sentence for a comparison that misses it. At least 10 requests
// with the habit and 10 without are required too, but leastWeight implies it: a weight is below both group sizes.
var requirements = []struct {
	met  func(*Comparison) bool
	lack func(*Comparison) string
}{
	{
		func(c *Comparison) bool { return c.Within.Weight >= leastWeight-rounding },
		func(c *Comparison) string {
			worth := int64(2*c.Within.Weight + rounding) // rounded down: 19.8 must not read as the 20 needed
			return fmt.Sprintf("%s with it and %d without. Compared within each recruiter, that is worth about %d against %d; %d against %d needed.",
				plural(c.Total.With().Mature, "request", "requests"), c.Total.Without().Mature,
				worth, worth, int(2*leastWeight), int(2*leastWeight))
		},
	},
	{
		func(c *Comparison) bool { return c.Total.All().Accepted >= leastOutcome },
		func(c *Comparison) string {
			all := c.Total.All()
			return fmt.Sprintf("Only %d of %d requests were accepted; at least %d needed.", all.Accepted, all.Mature, leastOutcome)
		},
	},
	{
		func(c *Comparison) bool { return c.Total.All().Mature-c.Total.All().Accepted >= leastOutcome },
		func(c *Comparison) string {
			all := c.Total.All()
			return fmt.Sprintf("Only %d of %d requests were not accepted; at least %d needed.",
				all.Mature-all.Accepted, all.Mature, leastOutcome)
		},
	},
	{
		func(c *Comparison) bool { return c.Within.Informative >= 1 },
		func(*Comparison) string {
			return "Each recruiter who sent requests both with and without it had all of them accepted, or none: " +
				"nothing can be compared within a recruiter."
		},
	},
}

// lack says which minimum-data rule is missed first, and "" when all are met.
func (c *Comparison) lack() string {
	for _, requirement := range requirements {
		if !requirement.met(c) {
			return requirement.lack(c)
		}
	}
	return ""
}

func (c *Comparison) explanation() string {
	all, with, without := c.Total.All(), c.Total.With(), c.Total.Without()
	switch {
	case all.Mature == 0:
		return "No request could be judged for it."
	case c.Verdict == NotSeen:
		return fmt.Sprintf("None of the requests judged (%d) shows it.", all.Mature)
	case c.Verdict == EveryRequest:
		return fmt.Sprintf("Every request judged has it, so there are no others to compare with. Accepted: %s.", accepted(all))
	case c.Verdict == EveryRecruiter:
		return fmt.Sprintf("Among the requests in the rates it cannot be told apart from who sends them. "+
			"Accepted with it: %s; without it: %s.", accepted(with), accepted(without))
	case c.Verdict == NotEnoughData:
		return c.lack()
	}
	return strings.Join(append(c.opening(), c.closing()...), " ")
}

// opening says what was compared and how it came out.
func (c *Comparison) opening() []string {
	if slices.Contains(c.Tags, Reverses) {
		return c.reversal()
	}
	within := *c.Within.Difference
	result := fmt.Sprintf("the difference is %s (95%% interval %s to %s).", points(within.Value), signed(within.Low), signed(within.High))
	if c.Verdict == AcceptedLess || c.Verdict == AcceptedMore {
		result = fmt.Sprintf("requests with it were accepted %s: %s", often(within.Value), result)
	}
	team := fmt.Sprintf("Across the team it was %s with it against %s without", accepted(c.Total.With()), accepted(c.Total.Without()))
	if slices.Contains(c.Tags, MostlySender) {
		team += "; most of that gap goes with who sends the requests"
	}
	return []string{"Compared within each recruiter, " + result, team + "."}
}

// reversal starts from the team's figure, because that is the one readers work out for themselves.
func (c *Comparison) reversal() []string {
	within, direction := *c.Within.Difference, often(c.Crude.Difference.Value)
	with, without := percent(c.Total.With()), percent(c.Total.Without())
	if with == without {
		direction = "slightly " + direction
	}
	return []string{
		fmt.Sprintf("Across the team, requests with it were accepted %s (%s against %s).", direction, with, without),
		fmt.Sprintf("Compared within each recruiter, the difference is %s (%s to %s).",
			points(within.Value), signed(within.Low), signed(within.High)),
		"Who sends the requests explains the team figure.",
	}
}

// closing says how far the answer can be trusted.
func (c *Comparison) closing() []string {
	switch {
	case c.Verdict == WeakEvidence:
		return []string{fmt.Sprintf("The habit went with requests being accepted %s, but among several habits a gap like this can come up by chance.",
			often(c.Within.Difference.Value))}
	case c.Verdict == NoClearDifference && c.DetectableGap != nil:
		return []string{fmt.Sprintf("The data could have missed a gap below about %s.",
			plural(max(1, whole(100**c.DetectableGap)), "point", "points"))}
	}
	return nil
}

// Explanation tells a manager what the shortfall means and what it does not.
func (s Shortfall) Explanation() string {
	missing, low, high, direction := whole(s.Value), whole(s.Low), whole(s.High), "more"
	expected := s.Accepted + missing
	if missing < 0 {
		missing, low, high, direction = -missing, -high, -low, "fewer"
	}
	covered := "The one request with it in the rates was"
	if s.Requests != 1 {
		covered = fmt.Sprintf("The %d requests with it in the rates were", s.Requests)
	}
	same := "recruiters'"
	if s.Recruiters == 1 {
		same = "recruiter's"
	}
	return fmt.Sprintf("%s accepted %s. At the rate of the same %s other requests it would have been about %d: "+
		"%d %s (95%% interval %d to %d). This compares past requests; it does not prove that changing the note would change "+
		"the outcome: recruiters may use it for different people.",
		covered, plural(s.Accepted, "time", "times"), same, expected, missing, direction, low, high)
}
