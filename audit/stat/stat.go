// Package stat turns counts of requests into rates, differences and verdicts a statistician would sign.
//
// It knows requests only as counts: accepted or not, with a habit or without it, one [Table] a recruiter. Recruiters
// are strata: habits and recruiters go together, so a comparison across the team would mostly tell who sent the
// requests. Every number is an association in past requests; none of them proves what a different note would do.
//
// All functions are pure and sum in the order they are given, so callers pass recruiters in a fixed order to get the
// same digits every time. Counts are never negative. No result is NaN or infinite: what cannot be estimated is nil or
// reported as false.
package stat

import "math"

// Z is the 97.5 % point of the standard normal distribution: estimate ± Z standard errors is a 95 % interval.
const Z = 1.959963984540054

// Interval is an estimate with its 95 % confidence interval; Low <= Value <= High.
type Interval struct {
	Value float64 // the estimate: a share, a difference of shares, or a ratio
	Low   float64 // lower 95 % limit, in the units of Value
	High  float64 // upper 95 % limit, in the units of Value
}

// bounded is value ± Z standard errors, cut to [lowest, highest].
func bounded(value, variance, lowest, highest float64) Interval {
	margin := Z * math.Sqrt(variance)
	clip := func(x float64) float64 { return min(max(x, lowest), highest) }
	return Interval{Value: clip(value), Low: clip(value - margin), High: clip(value + margin)}
}

// logarithmic is the interval of a ratio whose logarithm is roughly normal with this variance; nil when a limit is out
// of floating point's reach.
func logarithmic(ratio, variance float64) *Interval {
	factor := math.Exp(Z * math.Sqrt(variance))
	interval := Interval{Value: ratio, Low: ratio / factor, High: ratio * factor}
	if !(interval.Low > 0) || !(interval.High <= math.MaxFloat64) {
		return nil
	}
	return &interval
}

// smoothedVariance is the variance of x/n as a sample proportion, computed at (x+1/2)/(n+1): at x/n itself it would be
// 0 for 0 of n and n of n, and the interval would have no width where least is known.
func smoothedVariance(rate Rate) float64 {
	n := float64(rate.Mature)
	p := (float64(rate.Accepted) + 0.5) / (n + 1)
	return p * (1 - p) / n
}

// estimable makes a pointer of an estimate that may not exist.
func estimable[T any](value T, ok bool) *T {
	if !ok {
		return nil
	}
	return &value
}
