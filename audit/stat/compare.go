package stat

import (
	"fmt"
	"math"
)

// Verdict is what may be said about a habit in three or four words.
type Verdict string

// The verdicts, in the order they are tried.
const (
	// NotSeen: no judged request shows the habit.
	NotSeen Verdict = "Not seen"
	// EveryRequest: no judged request is without it, and there are enough to say so.
	EveryRequest Verdict = "Cannot compare: every request has it"
	// EveryRecruiter: no recruiter sent requests both with and without it, and there are enough of both.
	EveryRecruiter Verdict = "Cannot compare: each recruiter either always or never does it"
	// NotEnoughData: the minimum-data rules are not met, or there is no request at all.
	NotEnoughData Verdict = "Not enough data"
	// AcceptedLess: q <= 0.05 and the difference within recruiters is negative.
	AcceptedLess Verdict = "Accepted less often"
	// AcceptedMore: q <= 0.05 and the difference within recruiters is positive.
	AcceptedMore Verdict = "Accepted more often"
	// WeakEvidence: p <= 0.05 on its own, but not among this many habits.
	WeakEvidence Verdict = "Weak evidence"
	// NoClearDifference: none of the above; DetectableGap says what could have been missed.
	NoClearDifference Verdict = "No clear difference"
)

// Tags describe how a difference is made up; they do not decide the verdict.
const (
	// Reverses: the difference has one sign across the team and the other within recruiters (Simpson's paradox).
	Reverses = "Reverses within recruiters"
	// MostlySender: same sign, but less than half of the team's difference is left within recruiters.
	MostlySender = "Mostly who sends it"
	// Differs: the odds ratio is not the same in all recruiters (Breslow-Day-Tarone, p < 0.05).
	Differs = "Differs between recruiters"
)

const (
	significant    = 0.05 // level of tests and q-values
	rounding       = 1e-9 // differences and weights closer than this are equal but for rounding
	leastWeight    = 10.0 // least sum of weights: as informative as 20 requests with against 20 without, one recruiter
	leastOutcome   = 5    // least requests accepted, and not accepted, in the comparison
	concentration  = 0.9  // share of the requests with a habit by one recruiter that is worth a warning
	leastCompared  = 0.5  // share of them by comparable recruiters below which there is a warning
	enoughToReport = 10   // a share of fewer requests is given as counts only
)

// Comparison is one habit's association with acceptance and what may be said about it.
type Comparison struct {
	Total         Table      // all judged requests, over recruiters
	Crude         Crude      // across the team
	Within        Within     // within recruiters: the headline
	Q             *float64   // Within.P after Benjamini-Hochberg over the habits with enough data; nil for the others
	Verdict       Verdict    // follows from Q and the sign of Within.Difference
	Tags          []string   // Reverses, MostlySender, Differs; nil when none applies
	Explanation   string     // plain sentences for a manager
	Shortfall     *Shortfall // only with AcceptedLess, and where it can be estimated
	DetectableGap *float64   // smallest difference of shares found with 80 % power; nil where there is none
	Warnings      []string   // sentences on what makes the numbers doubtful; nil when nothing does
}

// CompareAll compares every habit, one list of strata each, in their order. The habits are judged together: the more
// there are with enough data, the stronger each one's evidence has to be.
func CompareAll(habits [][]Table) []Comparison {
	comparisons := make([]Comparison, len(habits))
	var tested []*Comparison
	var p []float64
	for i, strata := range habits {
		c := &comparisons[i]
		*c = compare(strata)
		if c.Verdict == "" {
			tested = append(tested, c)
			p = append(p, *c.Within.P)
		}
	}
	for i, q := range BenjaminiHochberg(p) {
		tested[i].Q = &q
		tested[i].Verdict = tested[i].judge()
	}
	for i, strata := range habits {
		comparisons[i].describe(strata)
	}
	return comparisons
}

// compare leaves Verdict empty when the data suffice for a test.
func compare(strata []Table) Comparison {
	var c Comparison
	for _, stratum := range strata {
		c.Total = c.Total.Plus(stratum)
	}
	c.Crude = CrudeOf(c.Total)
	c.Within = WithinOf(strata)
	c.DetectableGap = estimable(DetectableGap(c.Total, c.Within.Weight))
	c.Verdict = c.untested()
	return c
}

// untested is the verdict on a habit that cannot be tested, empty for the others.
func (c *Comparison) untested() Verdict {
	switch {
	case c.Total.All().Mature == 0:
		return NotEnoughData
	case c.Total.With().Mature == 0:
		return NotSeen
	case c.Total.Without().Mature == 0 && c.Total.With().Reportable():
		return EveryRequest
	case c.Within.Comparable == 0 && c.Total.With().Reportable() && c.Total.Without().Reportable():
		return EveryRecruiter
	case c.lack() != "":
		return NotEnoughData
	}
	return ""
}

func (c *Comparison) judge() Verdict {
	within := sign(c.Within.Difference.Value)
	switch {
	case *c.Q <= significant && within < 0:
		return AcceptedLess
	case *c.Q <= significant && within > 0:
		return AcceptedMore
	case *c.Within.P <= significant && *c.Q > significant:
		return WeakEvidence
	}
	return NoClearDifference
}

// describe adds what follows from the verdict.
func (c *Comparison) describe(strata []Table) {
	c.Tags = c.tags()
	if c.Verdict == AcceptedLess {
		c.Shortfall = estimable(ShortfallOf(strata))
	}
	c.Warnings = c.warnings(strata)
	c.Explanation = c.explanation()
}

// Seen is the comparison of a habit that so many requests show, whether they are in the rates or not: with one that shows
// it, it was seen.
func (c Comparison) Seen(requests int64) Comparison {
	if c.Verdict == NotSeen && requests > 0 {
		c.Verdict, c.Explanation = NotEnoughData, fmt.Sprintf("Nothing that shows it (%d) is in the rates.", requests)
	}
	return c
}

// tested: the minimum-data rules are met.
func (c *Comparison) tested() bool { return c.Q != nil }

// tags judge differences, not odds ratios: odds ratios change under stratification without any confounding.
func (c *Comparison) tags() []string {
	var tags []string
	if c.tested() {
		crude, within := c.Crude.Difference.Value, c.Within.Difference.Value
		switch {
		case sign(crude)*sign(within) < 0:
			tags = append(tags, Reverses)
		case math.Abs(within) < math.Abs(crude)/2-rounding:
			tags = append(tags, MostlySender)
		}
	}
	if p := c.Within.HomogeneityP; p != nil && *p < significant {
		tags = append(tags, Differs)
	}
	return tags
}

// sign takes what only rounding tells from zero as zero.
func sign(x float64) int {
	switch {
	case x > rounding:
		return 1
	case x < -rounding:
		return -1
	}
	return 0
}
