package stat

import "sort"

// BenjaminiHochberg turns p-values into q-values in the same order (Benjamini and Hochberg 1995): calling everything
// with q <= 0.05 a finding keeps the expected share of false findings at 5 % or below.
func BenjaminiHochberg(p []float64) []float64 {
	order := make([]int, len(p))
	for i := range order {
		order[i] = i
	}
	sort.SliceStable(order, func(i, j int) bool { return p[order[i]] < p[order[j]] })
	q := make([]float64, len(p))
	least := 1.0
	for rank := len(order); rank >= 1; rank-- {
		i := order[rank-1]
		least = min(least, p[i]*(float64(len(p))/float64(rank)))
		q[i] = least
	}
	return q
}
