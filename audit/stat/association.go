package stat

import "math"

// enoughExpected is the least room Mantel and Fleiss ask for on either side of the expected count before the
// chi-square approximation may be used.
const enoughExpected = 5

// associationTest is the one test of a habit: chi-square where counts allow it, exact where they do not. The rule looks
// at the margins only, never at the outcome.
func associationTest(informative []Table) (statistic, p *float64, method string) {
	if len(informative) == 0 {
		return nil, nil, ""
	}
	cmh := cochranMantelHaenszel(informative)
	if mantelFleiss(informative) >= enoughExpected {
		// Erfc keeps its precision far out, where one minus a distribution function is 0.
		chance := math.Erfc(math.Sqrt(cmh / 2))
		return &cmh, &chance, "cmh"
	}
	chance := exactP(informative)
	return &cmh, &chance, "exact"
}

// cochranMantelHaenszel is the chi-square statistic without continuity correction. With one stratum it is Pearson's
// times (N-1)/N, the version Campbell (2007) recommends.
func cochranMantelHaenszel(informative []Table) float64 {
	var excess, variance float64
	for _, stratum := range informative {
		a, _, c, _ := stratum.cells()
		m := stratum.margins()
		excess += (a*m.without - c*m.with) / m.total
		variance += m.hypergeometricVariance()
	}
	return excess * excess / variance
}

// hypergeometricVariance is the hypergeometric variance of the first cell, given the margins of an informative table.
func (m margins) hypergeometricVariance() float64 {
	return m.with / m.total * m.without / m.total * m.accepted * m.rejected / (m.total - 1)
}

// mantelFleiss is how far the expected number accepted with the habit stays from the least and the most that the
// margins allow.
func mantelFleiss(informative []Table) float64 {
	var below, above float64
	for _, stratum := range informative {
		m := stratum.margins()
		expected := m.with * m.accepted / m.total
		below += expected - max(0, m.accepted-m.without)
		above += min(m.accepted, m.with) - expected
	}
	return min(below, above)
}
