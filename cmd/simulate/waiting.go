package main

import (
	"fmt"
	"io"
	"math"
	"math/rand/v2"

	"outreachaudit/audit/stat"
)

// A wait is a team whose requests are accepted after some days, or never, and are followed up to one day for all.
type wait struct {
	requests int
	share    float64 // ever accepted
	mean     float64 // days until then
	span     int     // days over which the requests were sent
}

// by is the true share accepted by the end of a day: days are counted whole, so the first one is day 0.
func (w *wait) by(day int) float64 { return w.share * (1 - math.Exp(-float64(day+1)/w.mean)) }

// run reports whether the intervals of some days hold the truth.
func (w *wait) run(days []int) func(*rand.Rand) []hit {
	return func(random *rand.Rand) []hit {
		accepted, followed := map[int]int64{}, map[int]int64{}
		for range w.requests {
			until := random.IntN(w.span + 1)
			if after := int(random.ExpFloat64() * w.mean); random.Float64() < w.share && after <= until {
				accepted[after]++
			} else {
				followed[until]++
			}
		}
		hits := make([]hit, len(days))
		for i, step := range stat.AcceptedBy(accepted, followed, days) {
			hits[i] = hitOf(step.Interval, w.by(step.Day))
		}
		return hits
	}
}

// waiting prints how often the intervals of the time until acceptance hold the truth.
func waiting(out io.Writer, runs int, seed uint64) bool {
	days := []int{1, 7, 14, 30}
	fmt.Fprintf(out, "\nCoverage of the intervals of the share accepted by a day, over %d runs", runs)
	for _, day := range days {
		fmt.Fprintf(out, "\tday %d", day)
	}
	fmt.Fprintln(out)
	ok := true
	for _, w := range []wait{{100, 0.35, 6, 120}, {1000, 0.30, 10, 90}, {300, 0.10, 4, 365}} {
		outcomes := each(runs, seed, w.run(days))
		fmt.Fprintf(out, "%d requests over %d days, %.0f %% accepted after %.0f days on average", w.requests, w.span, 100*w.share, w.mean)
		for i := range days {
			held, estimable := count(outcomes, i)
			ok = line(out, held, estimable, runs, mostCoverage) && ok
		}
		fmt.Fprintln(out)
	}
	return ok
}
