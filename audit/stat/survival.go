package stat

import (
	"math"
	"slices"
)

// A Waiting is what is known of the requests that were sent, by days after sending: so many accepted on that day, so
// many not accepted up to that day and not followed further. All that are not accepted are followed to the day of the
// export, whatever became of them: to stop at the day of a withdrawal would overstate acceptance.
type Waiting map[int]Seen

// Seen are the requests of one day of a [Waiting].
type Seen struct {
	Accepted int64 // accepted so many days after sending
	Followed int64 // not accepted, and known only up to then
}

// A Step is the share of requests accepted by some day after sending.
type Step struct {
	Day      int   // days after sending
	AtRisk   int64 // requests neither accepted nor out of sight before that day
	Share    float64
	Interval *Interval // Share with its limits; nil where nobody or everybody has accepted by then
}

// AcceptedBy is the Kaplan-Meier estimate (1958) of the share accepted by each day, with the interval of Greenwood's
// variance (1926) on the scale log(-log S). A day is left out when no request was followed that far.
func AcceptedBy(waiting Waiting, days []int) []Step {
	var atRisk int64
	order := make([]int, 0, len(waiting))
	for day, seen := range waiting {
		order = append(order, day)
		atRisk += seen.Accepted + seen.Followed
	}
	slices.Sort(order)
	slices.Sort(days)
	var steps []Step
	survival, greenwood := 1.0, 0.0
	i := 0
	for _, day := range days {
		for ; i < len(order) && order[i] <= day; i++ {
			seen := waiting[order[i]]
			if order[i] == day {
				break
			}
			survival, greenwood = pass(survival, greenwood, seen.Accepted, atRisk)
			atRisk -= seen.Accepted + seen.Followed
		}
		if atRisk == 0 {
			break
		}
		s, g := pass(survival, greenwood, waiting[day].Accepted, atRisk)
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
