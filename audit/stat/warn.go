package stat

import "fmt"

// warnings are sentences on what makes a comparison doubtful though its numbers are right.
func (c *Comparison) warnings(strata []Table) []string {
	var warnings []string
	for _, warning := range []string{c.oneSender(strata), c.fewCompared(strata), c.borderline()} {
		if warning != "" {
			warnings = append(warnings, warning)
		}
	}
	return warnings
}

// oneSender: the habit is nearly one recruiter's own, so the comparison speaks for that recruiter only.
func (c *Comparison) oneSender(strata []Table) string {
	largest := Rate{Mature: c.Total.With().Mature}
	senders := 0
	for _, stratum := range strata {
		if stratum.All().Mature > 0 {
			senders++
		}
		largest.Accepted = max(largest.Accepted, stratum.With().Mature)
	}
	if senders < 2 || largest.Mature < enoughToReport || largest.Share() < concentration {
		return ""
	}
	return fmt.Sprintf("One recruiter sent %s of the requests with it.", percent(largest))
}

// fewCompared: most requests with the habit come from recruiters who have nothing to compare them with.
func (c *Comparison) fewCompared(strata []Table) string {
	with, compared := c.Total.With().Mature, int64(0)
	for _, stratum := range keep(strata, Table.comparable) {
		compared += stratum.With().Mature
	}
	if !c.tested() || float64(compared) >= leastCompared*float64(with) {
		return ""
	}
	return fmt.Sprintf("Only %d of the %d requests with it come from recruiters who also sent some without it; "+
		"the others do not enter the difference within recruiters.", compared, with)
}

// borderline: test and interval rest on different approximations and may part near the limit.
func (c *Comparison) borderline() string {
	if !c.tested() {
		return ""
	}
	apart := c.Within.Difference.Low > 0 || c.Within.Difference.High < 0
	if apart == (*c.Within.P <= significant) {
		return ""
	}
	return "The test and the 95% interval do not agree on whether there is a difference: a borderline case."
}
