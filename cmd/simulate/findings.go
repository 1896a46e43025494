package main

import (
	"fmt"
	"io"
	"math"
	"math/rand/v2"

	"outreachaudit/audit/stat"
)

// habits is how many habits are compared at once.
const habits = 7

// mostFalse is the share of runs that may report a habit where none goes with acceptance.
const mostFalse = 0.05

// A team sends requests that show habits; recruiters differ in both their habits and their rates, the more habits the
// fewer acceptances, so that a comparison across the team would find what is not there.
type team struct {
	recruiters int
	requests   int64   // of each recruiter
	gap        float64 // by which the first habit lowers the share accepted, in shares
}

func (t *team) draw(random *rand.Rand) [][]stat.Table {
	strata := make([][]stat.Table, habits)
	for h := range strata {
		strata[h] = make([]stat.Table, t.recruiters)
	}
	for k := range t.recruiters {
		zeal := random.Float64() // how much this recruiter is given to habits
		share := 0.45 - 0.25*zeal
		for range t.requests {
			var shown [habits]bool
			p := share
			for h := range shown {
				shown[h] = random.Float64() < 0.1+0.5*zeal
				if h == 0 && shown[h] {
					p -= t.gap
				}
			}
			accepted := random.Float64() < p
			for h := range shown {
				strata[h][k] = strata[h][k].Plus(one(shown[h], accepted))
			}
		}
	}
	return strata
}

// one is a single request.
func one(shown, accepted bool) stat.Table {
	switch {
	case shown && accepted:
		return stat.Table{A: 1}
	case shown:
		return stat.Table{B: 1}
	case accepted:
		return stat.Table{C: 1}
	}
	return stat.Table{D: 1}
}

// Reported is what a run reported: whether the planted habit, and how many others.
type reported struct {
	planted bool
	others  int
}

// falsely is the share of what was reported that was not planted.
func (r reported) falsely() float64 {
	all := r.others
	if r.planted {
		all++
	}
	return float64(r.others) / float64(max(1, all))
}

func (t *team) run(random *rand.Rand) reported {
	var found reported
	for h, c := range stat.CompareAll(t.draw(random)) {
		if c.Verdict != stat.AcceptedLess && c.Verdict != stat.AcceptedMore {
			continue
		}
		if h == 0 && t.gap > 0 {
			found.planted = found.planted || c.Verdict == stat.AcceptedLess
		} else {
			found.others++
		}
	}
	return found
}

// findings prints how often habits are reported.
func findings(w io.Writer, runs int, seed uint64) bool {
	runs = max(1, runs/4)
	fmt.Fprintf(w, "\nHabits reported over %d runs, in percent of the runs; %d habits are compared at once\nTeam\tGap planted\tPlanted one found\tAny other\tShare of reported that is not planted\n", runs, habits)
	ok := true
	for _, t := range []team{
		{3, 100, 0}, {10, 100, 0}, {10, 1000, 0}, {50, 40, 0},
		{10, 100, 0.05}, {10, 100, 0.10}, {10, 300, 0.05}, {10, 300, 0.10}, {10, 1000, 0.05},
	} {
		planted, other, falsely := 0, 0, 0.0
		for _, found := range each(runs, seed, t.run) {
			if found.planted {
				planted++
			}
			if found.others > 0 {
				other++
			}
			falsely += found.falsely()
		}
		chance := 2.6 * math.Sqrt(mostFalse*(1-mostFalse)/float64(runs))
		mark := ""
		if t.gap == 0 && float64(other)/float64(runs) > mostFalse+chance {
			mark, ok = "!", false
		}
		power := "-"
		if t.gap > 0 {
			power = fmt.Sprintf("%.1f", 100*float64(planted)/float64(runs))
		}
		fmt.Fprintf(w, "%d recruiters, %d requests each\t%.0f points\t%s\t%.1f%s\t%.1f\n",
			t.recruiters, t.requests, 100*t.gap, power, 100*float64(other)/float64(runs), mark, 100*falsely/float64(runs))
	}
	return ok
}
