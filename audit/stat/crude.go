package stat

import "math"

// Crude is the association across the whole team, whoever sent the requests. It is nil throughout when one of the two
// groups is empty.
type Crude struct {
	// Difference is the share accepted with the habit minus without, from -1 to 1, with Newcombe's interval (1998).
	Difference *Interval
	// OddsRatio is the odds of being accepted with the habit over those without, with Woolf's logarithmic interval (1955).
	OddsRatio *Interval
	// RiskRatio is the share accepted with the habit over that without, with Katz's logarithmic interval (Katz et al. 1978).
	RiskRatio *Interval
	// HalfAdded says that a cell was 0 and so 0.5 was added to all four for OddsRatio and RiskRatio (Haldane 1956,
	// Anscombe 1956).
	HalfAdded bool
	// Phi is the correlation of habit and acceptance, from -1 to 1; nil when nothing or everything was accepted. Its
	// ceiling depends on the margins, so it does not rank habits.
	Phi *float64
	// Fisher is the two-sided p-value of Fisher's exact test (1935): the probability of all tables with these margins
	// that are no more likely than this one. Nil when nothing or everything was accepted: then no other table is possible.
	Fisher *float64
}

// CrudeOf compares the two groups of one table.
func CrudeOf(t Table) Crude {
	if !t.comparable() {
		return Crude{}
	}
	a, b, c, d := t.cells()
	half := t.A == 0 || t.B == 0 || t.C == 0 || t.D == 0
	if half {
		a, b, c, d = a+0.5, b+0.5, c+0.5, d+0.5
	}
	with, without := a+b, c+d
	return Crude{
		Difference: estimable(Difference(t.With(), t.Without())),
		OddsRatio:  logarithmic(a/b*(d/c), 1/a+1/b+1/c+1/d),
		RiskRatio:  logarithmic(a/with/(c/without), b/(a*with)+d/(c*without)), // 1/a - 1/n, without the cancellation
		HalfAdded:  half,
		Phi:        phi(t),
		Fisher:     fisher(t),
	}
}

func phi(t Table) *float64 {
	if !t.informative() {
		return nil
	}
	a, b, c, d := t.cells()
	m := t.margins()
	scale := math.Sqrt(m.with) * math.Sqrt(m.without) * math.Sqrt(m.accepted) * math.Sqrt(m.rejected)
	value := min(max((a*d-b*c)/scale, -1), 1)
	return &value
}

func fisher(t Table) *float64 {
	if !t.informative() {
		return nil
	}
	p := exactP([]Table{t})
	return &p
}
