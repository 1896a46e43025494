package stat

import (
	"maps"
	"math"
	"slices"
)

// A Step is the share of requests accepted by some day after sending.
type Step struct {
	Day      int   // days after sending
	AtRisk   int64 // requests neither accepted nor out of sight before that day
	Share    float64
	Interval *Interval // Share with its limits; nil where nobody or everybody has accepted by then
}

// AcceptedBy is the Kaplan-Meier estimate (1958) of the share accepted by each of some days after sending, with the
// interval of Greenwood's variance (1926) on the scale log(-log S). Given are, by days after sending, the requests
// accepted then and those not accepted and followed up to then. All that are not accepted are followed to the day of
// the export, whatever became of them: to stop at the day of a withdrawal would overstate acceptance. A day is left out
// when no request was followed that far.
func AcceptedBy(accepted, followed map[int]int64, days []int) []Step {
	var atRisk int64
	seen := map[int]bool{}
	for _, requests := range []map[int]int64{accepted, followed} {
		for day, n := range requests {
			seen[day] = true
			atRisk += n
		}
	}
	order := slices.Sorted(maps.Keys(seen))
	var steps []Step
	survival, greenwood := 1.0, 0.0
	for _, day := range slices.Sorted(slices.Values(days)) {
		for len(order) > 0 && order[0] < day {
			survival, greenwood = pass(survival, greenwood, accepted[order[0]], atRisk)
			atRisk -= accepted[order[0]] + followed[order[0]]
			order = order[1:]
		}
		if atRisk == 0 {
			break
		}
		s, g := pass(survival, greenwood, accepted[day], atRisk)
		steps = append(steps, Step{Day: day, AtRisk: atRisk, Share: 1 - s, Interval: logLog(s, g)})
	}
	return steps
}

// pass takes the estimate through one day.
func pass(survival, greenwood float64, accepted, atRisk int64) (float64, float64) {
	if accepted == 0 {
		return survival, greenwood
	}
	left := float64(atRisk - accepted)
	if left == 0 {
		return 0, 0
	}
	return survival * left / float64(atRisk), greenwood + float64(accepted)/(float64(atRisk)*left)
}

func logLog(survival, greenwood float64) *Interval {
	if survival <= 0 || survival >= 1 {
		return nil
	}
	margin := Z * math.Sqrt(greenwood) / math.Abs(math.Log(survival))
	return &Interval{
		Value: 1 - survival,
		Low:   1 - math.Pow(survival, math.Exp(-margin)),
		High:  1 - math.Pow(survival, math.Exp(margin)),
	}
}
