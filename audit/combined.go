package audit

import (
	"cmp"
	"math/bits"
	"slices"

	"outreachaudit/audit/habit"
	"outreachaudit/audit/stat"
	"outreachaudit/audit/tally"
)

// jointlyKnown are the habits that are looked at together: those that could be judged on at least half of the requests
// that could show them. One that is seldom known would leave next to no request of which all is known.
func jointlyKnown(t tally.Tally, habits int) habit.Set {
	judged, not := make([]int64, habits), make([]int64, habits)
	for key, count := range t {
		for h := range judged {
			switch {
			case key.Judged.Has(h):
				judged[h] += count.Requests
			case key.Kind == habit.Own:
				not[h] += count.Requests
			}
		}
	}
	var known habit.Set
	for h := range judged {
		if judged[h] > 0 && judged[h] >= not[h] {
			known = known.With(h)
		}
	}
	return known
}

// allKnown reports whether it is known of each of these habits whether the requests of a key show it. A request without
// a note, or with LinkedIn's text, shows no habit of content.
func allKnown(key tally.Key, habits habit.Set) bool {
	switch key.Kind {
	case habit.NotExported:
		return false
	case habit.Own:
		return key.Judged&habits == habits
	}
	return true
}

// mostCombined: requests with this many habits or more are counted together.
const mostCombined = 3

// combined counts the requests by how many habits they show at once, for the team and for each recruiter.
func combined(t tally.Tally, known habit.Set, recruiters []RecruiterResult) []CombinedResult {
	var counts [mostCombined + 1]tally.Count
	index := indexOf(recruiters)
	for key, count := range t {
		if known != 0 && allKnown(key, known) {
			shown := min(mostCombined, bits.OnesCount64(uint64(key.Flagged&known)))
			counts[shown] = counts[shown].Plus(count)
			if i, ok := index[key.Recruiter]; ok {
				recruiters[i].Combined[shown] += count.Requests
			}
		}
	}
	var results []CombinedResult
	for shown, count := range counts {
		if count.Requests > 0 {
			results = append(results, CombinedResult{Habits: shown, OrMore: shown == mostCombined, Group: group(count)})
		}
	}
	return results
}

func indexOf(recruiters []RecruiterResult) map[string]int {
	index := map[string]int{}
	for i := range recruiters {
		index[recruiters[i].Name] = i
	}
	return index
}

// adjust looks at all habits at once, and hands every habit its part.
func adjust(t tally.Tally, known habit.Set, r *Result) stat.Adjustment {
	recruiter := indexOf(r.Recruiters)
	type cell struct {
		recruiter int
		habits    habit.Set
	}
	cells := map[cell]stat.Rate{}
	for key, count := range t {
		if count.Mature > 0 && allKnown(key, known) {
			at := cell{recruiter[key.Recruiter], key.Flagged & known}
			cells[at] = stat.Rate{Accepted: cells[at].Accepted + count.Accepted, Mature: cells[at].Mature + count.Mature}
		}
	}
	var patterns []stat.Pattern
	for at, rate := range cells {
		patterns = append(patterns, stat.Pattern{Recruiter: at.recruiter, Habits: uint64(at.habits), Rate: rate})
	}
	slices.SortFunc(patterns, func(a, b stat.Pattern) int {
		return cmp.Or(cmp.Compare(a.Recruiter, b.Recruiter), cmp.Compare(a.Habits, b.Habits))
	})
	adjustment := stat.Adjust(patterns, seen(known, patterns))
	for i := range adjustment.Terms {
		r.Habits[adjustment.Terms[i].Habit].Adjusted = &adjustment.Terms[i]
	}
	return adjustment
}

// seen are the habits that some request shows: of the others there is nothing to adjust.
func seen(known habit.Set, patterns []stat.Pattern) []int {
	var shown habit.Set
	for _, pattern := range patterns {
		shown |= habit.Set(pattern.Habits)
	}
	var habits []int
	for h := range bits.Len64(uint64(known)) {
		if (known & shown).Has(h) {
			habits = append(habits, h)
		}
	}
	return habits
}

// sensitivity is what the team's rate would be by other rules.
func sensitivity(c tally.Count) Sensitivity {
	var s Sensitivity
	rate := func(accepted, mature int64) *stat.Interval {
		return group(tally.Count{Accepted: accepted, Mature: mature}).Rate
	}
	if c.Mature == 0 {
		return s // nothing is known of any request: no bound either
	}
	if c.Withdrawn > 0 {
		s.WithoutWithdrawn = rate(c.Accepted, c.Mature-c.Withdrawn)
	}
	if c.Unknown > 0 {
		s.UnknownNotAccepted = rate(c.Accepted, c.Mature+c.Unknown)
		s.UnknownAccepted = rate(c.Accepted+c.Unknown, c.Mature+c.Unknown)
	}
	if c.Late > 0 && c.Dated == c.Accepted {
		s.InTime = rate(c.Accepted-c.Late, c.Mature)
	}
	return s
}

// waitingDays are the days after sending at which the share accepted is told.
var waitingDays = []int{0, 1, 2, 3, 5, 7, 10, 14, 21, 30}

// enoughDates is the share of accepted requests whose day of acceptance must be known.
const enoughDates = 0.9

// waited is how the share accepted grows by days after sending. Where few days of acceptance are known, it would
// describe the few.
func waited(w *tally.Waiting) WaitingResult {
	result := WaitingResult{NoDay: w.NoDay}
	for _, n := range w.Accepted {
		result.Dated += n
	}
	if result.Dated > 0 && float64(result.Dated) >= enoughDates*float64(result.Dated+w.NoDay) {
		result.Steps = stat.AcceptedBy(w.Accepted, w.Followed, waitingDays)
	}
	return result
}
