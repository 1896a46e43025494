package audit

import (
	"cmp"
	"slices"
	"strings"

	"outreachaudit/audit/habit"
	"outreachaudit/audit/stat"
	"outreachaudit/audit/tally"
)

// Summarise fills in every sum and statistic of a result. All of them are sums over the keys of one tally, whose bits
// stand for the habits given.
func Summarise(r *Result, judged []*habit.Habit, t tally.Tally, waiting *tally.Waiting) {
	r.Team = group(t.Sum(func(tally.Key) bool { return true }))
	for kind := habit.NotExported; kind <= habit.Own; kind++ {
		count := t.Sum(func(k tally.Key) bool { return k.Kind == kind })
		if count.Requests > 0 {
			r.Kinds = append(r.Kinds, KindResult{Kind: kind, Group: group(count)})
		}
	}
	r.Recruiters = recruiters(t, len(judged), !r.Settings.TeamOnly)
	r.Senders = len(r.Recruiters)
	r.Months = months(t, len(judged))
	r.Habits = habits(judged, r.Recruiters)
	known := jointlyKnown(t, len(judged))
	r.Combined = combined(t, known, r.Recruiters)
	r.Adjustment = adjust(t, known, r)
	r.Sensitivity = sensitivity(r.Team.Count)
	r.Waiting = waited(waiting)
}

func group(c tally.Count) Group {
	g := Group{Count: c}
	if interval, ok := rateOf(c).Interval(); ok {
		g.Rate = &interval
	}
	return g
}

func rateOf(c tally.Count) stat.Rate { return stat.Rate{Accepted: c.Accepted, Mature: c.Mature} }

func recruiters(t tally.Tally, habits int, placed bool) []RecruiterResult {
	byName := map[string]*RecruiterResult{}
	for key, count := range t {
		r := byName[key.Recruiter]
		if r == nil {
			r = &RecruiterResult{Name: key.Recruiter, Habits: make([]HabitCount, habits)}
			byName[key.Recruiter] = r
		}
		r.Count = r.Count.Plus(count)
		addHabits(r.Habits, key, count)
		if key.Flagged != 0 {
			r.AnyHabit += count.Requests
		}
		if key.Month != 0 {
			if r.FirstSent == 0 || key.Month < r.FirstSent {
				r.FirstSent = key.Month
			}
			r.LastSent = max(r.LastSent, key.Month)
		}
	}
	var all []RecruiterResult
	for _, r := range byName {
		r.Group = group(r.Count)
		all = append(all, *r)
	}
	slices.SortFunc(all, func(a, b RecruiterResult) int { return strings.Compare(a.Name, b.Name) })
	if !placed {
		return all
	}
	rates := make([]stat.Rate, len(all))
	for i := range all {
		rates[i] = rateOf(all[i].Count)
	}
	for i, place := range stat.PlacesOf(rates) {
		all[i].Place = place
	}
	return all
}

func months(t tally.Tally, habits int) []MonthResult {
	byMonth := map[tally.Month]*MonthResult{}
	for key, count := range t {
		if key.Month == 0 {
			continue
		}
		m := byMonth[key.Month]
		if m == nil {
			m = &MonthResult{Month: key.Month, Habits: make([]HabitCount, habits)}
			byMonth[key.Month] = m
		}
		m.Count = m.Count.Plus(count)
		addHabits(m.Habits, key, count)
	}
	var all []MonthResult
	for _, m := range byMonth {
		m.Group = group(m.Count)
		all = append(all, *m)
	}
	slices.SortFunc(all, func(a, b MonthResult) int { return cmp.Compare(a.Month, b.Month) })
	addChanges(all)
	return all
}

// addChanges compares every month that has a rate with the last one before it that has.
func addChanges(all []MonthResult) {
	before := -1
	for i := range all {
		now := rateOf(all[i].Count)
		if !now.Reportable() {
			continue
		}
		if before >= 0 {
			all[i].Change, all[i].ChangeFrom = change(now, rateOf(all[before].Count)), all[before].Month
		}
		before = i
	}
}

func addHabits(counts []HabitCount, key tally.Key, count tally.Count) {
	for i := range counts {
		if !key.Judged.Has(i) {
			continue
		}
		counts[i].Judged += count.Requests
		table := stat.Table{C: count.Accepted, D: count.Mature - count.Accepted}
		if key.Flagged.Has(i) {
			counts[i].Flagged += count.Requests
			table = stat.Table{A: table.C, B: table.D}
		}
		counts[i].Table = counts[i].Plus(table)
	}
}

// habits compares, for each habit, the mature requests with it to those without, by recruiter.
func habits(judged []*habit.Habit, recruiters []RecruiterResult) []HabitResult {
	results := make([]HabitResult, len(judged))
	strata := make([][]stat.Table, len(judged))
	for h := range judged {
		results[h].Habit = judged[h]
		for _, r := range recruiters {
			results[h].Judged += r.Habits[h].Judged
			results[h].Flagged += r.Habits[h].Flagged
			strata[h] = append(strata[h], r.Habits[h].Table)
		}
	}
	for h, comparison := range stat.CompareAll(strata) {
		results[h].Comparison = comparison.Seen(results[h].Flagged)
	}
	return results
}
