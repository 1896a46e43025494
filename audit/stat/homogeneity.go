package stat

import "gonum.org/v1/gonum/stat/distuv"

const (
	leastFitted  = 1   // every fitted cell must reach this for the chi-square approximation to be trusted
	enoughFitted = 5   // and enoughShare of them this (Cochran's rule, 1954)
	enoughShare  = 0.8 // share of the fitted cells
)

// homogeneityP is the p-value of one odds ratio for all recruiters; nil when there is nothing to compare or the fitted
// counts are too small for the approximation.
func homogeneityP(informative []Table, oddsRatio float64) *float64 {
	if len(informative) < 2 {
		return nil
	}
	cells := make([][4]float64, len(informative))
	for i, stratum := range informative {
		cells[i] = fitted(stratum, oddsRatio)
	}
	if !approximable(cells) {
		return nil
	}
	freedom := distuv.ChiSquared{K: float64(len(informative) - 1)}
	p := freedom.Survival(breslowDayTarone(informative, cells))
	return &p
}

func approximable(cells [][4]float64) bool {
	large := 0
	for _, table := range cells {
		for _, cell := range table {
			if cell < leastFitted {
				return false
			}
			if cell >= enoughFitted {
				large++
			}
		}
	}
	return float64(large) >= enoughShare*float64(4*len(cells))
}

// breslowDayTarone is the statistic of Breslow and Day (1980) with Tarone's correction (1985), which the
// Mantel-Haenszel odds ratio needs because it is not the efficient estimate.
func breslowDayTarone(informative []Table, cells [][4]float64) float64 {
	var statistic, excess, variance float64
	for i, stratum := range informative {
		difference := float64(stratum.A) - cells[i][0]
		var inverse float64
		for _, cell := range cells[i] {
			inverse += 1 / cell
		}
		statistic += difference * difference * inverse
		excess += difference
		variance += 1 / inverse
	}
	return max(0, statistic-excess*excess/variance)
}

// fitted are the cells a, b, c, d with the margins of an informative table and this odds ratio. The equation for the
// first cell grows steadily between the bounds the margins set, so bisection finds its one root without cancellation.
func fitted(t Table, oddsRatio float64) [4]float64 {
	m := t.margins()
	low, high := max(0, m.accepted-m.without), min(m.accepted, m.with)
	for {
		a := low + (high-low)/2
		if a <= low || a >= high {
			break
		}
		if a*(m.without-m.accepted+a) < oddsRatio*(m.with-a)*(m.accepted-a) {
			low = a
		} else {
			high = a
		}
	}
	a := low + (high-low)/2
	return [4]float64{a, m.with - a, m.accepted - a, m.without - m.accepted + a}
}
