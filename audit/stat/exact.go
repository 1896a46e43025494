package stat

// tied is R's rule for exact tests: outcomes this close in probability to the one observed count as equally likely, so
// that rounding does not decide.
const tied = 1 + 1e-7

// negligible is the share of the largest probability below which a tail is cut: far below what any sum can notice, and
// above where floating point loses digits.
const negligible = 1e-290

// A distribution gives the probability of first, first+1 and so on.
type distribution struct {
	first         int64
	probabilities []float64
}

// exactP is the two-sided p-value of the exact conditional test of no association within strata (Mantel-Haenszel
// statistic, all margins fixed): the probability of every sum of first cells that is no more likely than the one
// observed. With one stratum it is Fisher's exact test.
func exactP(strata []Table) float64 {
	var observed int64
	total := distribution{probabilities: []float64{1}}
	for _, stratum := range strata {
		observed += stratum.A
		total = total.plus(hypergeometric(stratum))
	}
	limit := total.at(observed) * tied
	var p, sum float64
	for _, probability := range total.probabilities {
		sum += probability
		if probability <= limit {
			p += probability
		}
	}
	return min(1, p/sum)
}

// hypergeometric is the distribution of the first cell given the margins. It starts at the mode and multiplies the
// ratios of neighbours outwards: differences of log-gammas would lose digits that the tie rule needs in large tables.
func hypergeometric(t Table) distribution {
	m := t.margins()
	low, high := max(0, m.accepted-m.without), min(m.accepted, m.with)
	mode := min(max(low, float64(int64((m.with+1)*(m.accepted+1)/(m.total+2)))), high)
	ratio := func(x float64) float64 { // probability of x+1 over that of x
		return (m.with - x) / (x + 1) * ((m.accepted - x) / (m.without - m.accepted + x + 1))
	}
	below := tail(mode-low, func(step float64) float64 { return 1 / ratio(mode-step) })
	above := tail(high-mode, func(step float64) float64 { return ratio(mode + step - 1) })

	sum := 1.0
	probabilities := make([]float64, 0, len(below)+1+len(above))
	for i := len(below) - 1; i >= 0; i-- {
		probabilities = append(probabilities, below[i])
		sum += below[i]
	}
	probabilities = append(probabilities, 1)
	for _, weight := range above {
		probabilities = append(probabilities, weight)
		sum += weight
	}
	for i := range probabilities {
		probabilities[i] /= sum
	}
	return distribution{first: int64(mode) - int64(len(below)), probabilities: probabilities}
}

// tail multiplies out the weights of the steps 1 to length away from the mode, up to where they no longer matter.
func tail(length float64, ratio func(step float64) float64) []float64 {
	var weights []float64
	weight := 1.0
	for step := 1.0; step <= length; step++ {
		weight *= ratio(step)
		if weight < negligible {
			break
		}
		weights = append(weights, weight)
	}
	return weights
}

func (d distribution) at(x int64) float64 {
	i := x - d.first
	if i < 0 || i >= int64(len(d.probabilities)) {
		return 0
	}
	return d.probabilities[i]
}

// plus is the distribution of the sum of two independent counts. It takes the product of both lengths; the test is
// used only where expected counts are small, and there the lengths stay far below the counts.
func (d distribution) plus(other distribution) distribution {
	sum := make([]float64, len(d.probabilities)+len(other.probabilities)-1)
	for i, p := range d.probabilities {
		for j, q := range other.probabilities {
			sum[i+j] += p * q
		}
	}
	start, end := 0, len(sum)
	for start < end-1 && sum[start] < negligible {
		start++
	}
	for end > start+1 && sum[end-1] < negligible {
		end--
	}
	return distribution{first: d.first + other.first + int64(start), probabilities: sum[start:end]}
}
