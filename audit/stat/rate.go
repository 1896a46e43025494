package stat

import "math"

// Rate is how many requests were accepted out of those that had their full chance.
type Rate struct {
	Accepted int64 // requests accepted
	Mature   int64 // requests old enough to be judged, accepted or not
}

// Share is Accepted out of Mature, from 0 to 1, and 0 when there is no mature request.
func (r Rate) Share() float64 {
	if r.Mature <= 0 {
		return 0
	}
	return float64(r.Accepted) / float64(r.Mature)
}

// Reportable reports whether there are enough requests to speak of a share: a smaller number is told as counts only.
func (r Rate) Reportable() bool { return r.Mature >= enoughToReport }

// Interval is the share accepted with Wilson's score interval (Wilson 1927; recommended by Brown, Cai and DasGupta
// 2001), without continuity correction. It is false when there is no mature request.
func (r Rate) Interval() (Interval, bool) {
	if r.Mature <= 0 || r.Accepted < 0 || r.Accepted > r.Mature {
		return Interval{}, false
	}
	n, p := float64(r.Mature), r.Share()
	shrink := 1 + Z*Z/n
	centre := (p + Z*Z/(2*n)) / shrink
	margin := Z / shrink * math.Sqrt(p*(1-p)/n+Z*Z/(4*n*n))
	interval := Interval{Value: p, Low: min(max(0, centre-margin), p), High: max(min(1, centre+margin), p)}
	if r.Accepted == 0 {
		interval.Low = 0 // exactly, whatever rounding says
	}
	if r.Accepted == r.Mature {
		interval.High = 1
	}
	return interval, true
}

// Difference is the share accepted with the habit minus the share without, from -1 to 1, with Newcombe's hybrid score
// interval (Newcombe 1998, method 10). It is false when either group is empty.
func Difference(with, without Rate) (Interval, bool) {
	one, haveOne := with.Interval()
	two, haveTwo := without.Interval()
	if !haveOne || !haveTwo {
		return Interval{}, false
	}
	difference := one.Value - two.Value
	return Interval{
		Value: difference,
		Low:   max(-1, difference-math.Hypot(one.Value-one.Low, two.High-two.Value)),
		High:  min(1, difference+math.Hypot(one.High-one.Value, two.Value-two.Low)),
	}, true
}
