package stat

// Within is the association within recruiters: every recruiter's requests with the habit are compared with the same
// recruiter's requests without it, and the comparisons are averaged.
type Within struct {
	// Difference is the Mantel-Haenszel difference of the shares accepted, with minus without, from -1 to 1 (Greenland and
	// Robins 1985). Its interval is a Wald interval with half-smoothed variance; with one comparable recruiter it is that
	// recruiter's Newcombe interval. Nil without a comparable recruiter.
	Difference *Interval
	// RiskRatio is the Mantel-Haenszel ratio of the shares accepted (Greenland and Robins 1985). Nil where it would be 0
	// or infinite.
	RiskRatio *Interval
	// OddsRatio is the Mantel-Haenszel odds ratio (1959) with the interval of Robins, Breslow and Greenland (1986). Nil
	// where it would be 0 or infinite: no interval exists there.
	OddsRatio *Interval
	// CMH is the chi-square statistic, with one degree of freedom, of Cochran, Mantel and Haenszel (1959) without
	// continuity correction. Nil without an informative recruiter.
	CMH *float64
	// P is the two-sided p-value of no association within any recruiter, by the test Method names. Nil without an
	// informative recruiter.
	P *float64
	// Method is "cmh" or, where Mantel and Fleiss (1980) say counts are too small for it, "exact" for the exact
	// conditional test; empty when P is nil.
	Method string
	// HomogeneityP is the p-value of one common odds ratio in all recruiters (Breslow and Day 1980, corrected by Tarone
	// 1985). Nil unless counts are large enough for it.
	HomogeneityP *float64
	// Comparable counts the recruiters with requests both with and without the habit.
	Comparable int
	// Informative counts the comparable recruiters who had some requests accepted and some not.
	Informative int
	// Weight is the sum of n1 n0 / N over comparable recruiters: the comparison is worth 2 Weight requests with the habit
	// against 2 Weight without it by one recruiter.
	Weight float64
}

// WithinOf compares within recruiters, one table each. Recruiters who always or never show the habit add nothing.
func WithinOf(strata []Table) Within {
	compared := keep(strata, Table.comparable)
	informative := keep(compared, Table.informative)
	within := Within{
		Difference:  mantelHaenszelDifference(compared),
		RiskRatio:   mantelHaenszelRiskRatio(compared),
		OddsRatio:   mantelHaenszelOddsRatio(informative),
		Comparable:  len(compared),
		Informative: len(informative),
	}
	for _, stratum := range compared {
		within.Weight += stratum.weight()
	}
	within.CMH, within.P, within.Method = associationTest(informative)
	if within.OddsRatio != nil {
		within.HomogeneityP = homogeneityP(informative, within.OddsRatio.Value)
	}
	return within
}

// mantelHaenszelDifference smooths the variance because the usual one (Sato 1989) is 0, and its interval a point, when
// every recruiter's groups are all accepted or all not.
func mantelHaenszelDifference(compared []Table) *Interval {
	if len(compared) == 0 {
		return nil
	}
	if len(compared) == 1 {
		return estimable(Difference(compared[0].With(), compared[0].Without()))
	}
	var difference, weight, variance float64
	for _, stratum := range compared {
		a, _, c, _ := stratum.cells()
		m, w := stratum.margins(), stratum.weight()
		difference += (a*m.without - c*m.with) / m.total
		variance += w * w * (smoothedVariance(stratum.With()) + smoothedVariance(stratum.Without()))
		weight += w
	}
	interval := bounded(difference/weight, variance/(weight*weight), -1, 1)
	return &interval
}

func mantelHaenszelRiskRatio(compared []Table) *Interval {
	var with, without, variance float64
	for _, stratum := range compared {
		a, _, c, _ := stratum.cells()
		m := stratum.margins()
		with += a * m.without / m.total
		without += c * m.with / m.total
		variance += (m.accepted*m.with*m.without - a*c*m.total) / (m.total * m.total)
	}
	if with == 0 || without == 0 {
		return nil
	}
	return logarithmic(with/without, max(0, variance)/(with*without))
}

// mantelHaenszelOddsRatio uses the letters of Robins, Breslow and Greenland.
func mantelHaenszelOddsRatio(informative []Table) *Interval {
	var sumR, sumS, sumPR, sumPSQR, sumQS float64
	for _, stratum := range informative {
		a, b, c, d := stratum.cells()
		total := stratum.margins().total
		p, q, r, s := (a+d)/total, (b+c)/total, a*d/total, b*c/total
		sumR += r
		sumS += s
		sumPR += p * r
		sumPSQR += p*s + q*r
		sumQS += q * s
	}
	if sumR == 0 || sumS == 0 {
		return nil
	}
	variance := sumPR/(2*sumR*sumR) + sumPSQR/(2*sumR*sumS) + sumQS/(2*sumS*sumS)
	return logarithmic(sumR/sumS, variance)
}
