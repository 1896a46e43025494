package audit

import (
	"cmp"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"outreachaudit/audit/export"
	"outreachaudit/audit/habit"
	"outreachaudit/audit/stat"
	"outreachaudit/audit/tally"
)

// summarise fills in every sum and statistic. All of them are sums over the keys of one tally.
func summarise(r *Result, t tally.Tally) {
	r.Team = group(t.Sum(func(tally.Key) bool { return true }))
	for kind := habit.NotExported; kind <= habit.Own; kind++ {
		count := t.Sum(func(k tally.Key) bool { return k.Kind == kind })
		if count.Requests > 0 {
			r.Kinds = append(r.Kinds, KindResult{Kind: kind, Group: group(count)})
		}
	}
	r.Recruiters = recruiters(t)
	r.Months = months(t)
	r.Habits = habits(t, r.Recruiters)
}

func group(c tally.Count) Group {
	g := Group{Count: c}
	if interval, ok := (stat.Rate{Accepted: c.Accepted, Mature: c.Mature}).Interval(); ok {
		g.Rate = &interval
	}
	return g
}

func recruiters(t tally.Tally) []RecruiterResult {
	byName := map[string]*RecruiterResult{}
	for key, count := range t {
		r := byName[key.Recruiter]
		if r == nil {
			r = &RecruiterResult{Name: key.Recruiter, Habits: make([]HabitCount, len(habit.All))}
			byName[key.Recruiter] = r
		}
		r.Count = r.Count.Plus(count)
		addHabits(r.Habits, key, count)
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
	return all
}

func months(t tally.Tally) []MonthResult {
	byMonth := map[tally.Month]*MonthResult{}
	for key, count := range t {
		if key.Month == 0 {
			continue
		}
		m := byMonth[key.Month]
		if m == nil {
			m = &MonthResult{Month: key.Month, Habits: make([]HabitCount, len(habit.All))}
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
	return all
}

func addHabits(counts []HabitCount, key tally.Key, count tally.Count) {
	for i := range counts {
		if !key.Judged.Has(i) {
			continue
		}
		counts[i].Judged += count.Requests
		if key.Flagged.Has(i) {
			counts[i].Flagged += count.Requests
			counts[i].Mature += count.Mature
			counts[i].Accepted += count.Accepted
		}
	}
}

// habits compares, for each habit, the mature requests with it to those without, by recruiter.
func habits(t tally.Tally, recruiters []RecruiterResult) []HabitResult {
	index := map[string]int{}
	for i := range recruiters {
		index[recruiters[i].Name] = i
	}
	results := make([]HabitResult, len(habit.All))
	strata := make([][]stat.Table, len(habit.All))
	for h := range habit.All {
		results[h].Habit = habit.All[h]
		strata[h] = make([]stat.Table, len(recruiters))
		for _, r := range recruiters {
			results[h].Judged += r.Habits[h].Judged
			results[h].Flagged += r.Habits[h].Flagged
		}
	}
	for key, count := range t {
		for h := range habit.All {
			if !key.Judged.Has(h) {
				continue
			}
			table := stat.Table{C: count.Accepted, D: count.Mature - count.Accepted}
			if key.Flagged.Has(h) {
				table = stat.Table{A: count.Accepted, B: count.Mature - count.Accepted}
			}
			at := &strata[h][index[key.Recruiter]]
			*at = at.Plus(table)
		}
	}
	for h, comparison := range stat.CompareAll(strata) {
		results[h].Comparison = comparison
	}
	return results
}

// warnings say what cannot be known and what should be doubted, what matters most first.
func (c *collector) warnings() []string {
	r := c.found
	var texts []string
	for _, ignored := range r.Ignored {
		if ignored.Failed {
			texts = append(texts, fmt.Sprintf("%s could not be read: %s", ignored.Path, ignored.Reason))
		}
	}
	if n := export.Total(r.Accounting.Quarantined); n > 0 {
		texts = append(texts, fmt.Sprintf("%d of %d records could not be used; they are listed with the reason", n, r.Accounting.Read))
	}
	for _, name := range c.options.Recruiters {
		if !c.wanted[export.NameKey(name)] {
			texts = append(texts, fmt.Sprintf("no request by %q was found", name))
		}
	}
	switch n := c.duplicates.conflicts; {
	case n == 1:
		texts = append(texts, "1 repeated row tells another outcome than the first row of the same request in its file, which counts")
	case n > 1:
		texts = append(texts, fmt.Sprintf("%d repeated rows tell another outcome than the first row of the same request in their file, which counts", n))
	}
	texts = append(texts, hiddenConnections(r.Sources)...)
	for i := range r.Sources {
		for _, warning := range r.Sources[i].Warnings {
			texts = append(texts, shortPath(r.Sources[i].Path)+": "+warning)
		}
	}
	return texts
}

// hiddenConnections are in nearly every archive, so they get one line for all.
func hiddenConnections(sources []SourceResult) []string {
	var members, archives int64
	for i := range sources {
		if n := sources[i].HiddenConnections; n > 0 {
			members += n
			archives++
		}
	}
	if members == 0 {
		return nil
	}
	return []string{fmt.Sprintf("connections who hide their profile: %d, in %d of the archives; requests they accepted count as not accepted", members, archives)}
}

// shortPath is a file and the folder or archive it lies in.
func shortPath(path string) string {
	folder := filepath.Base(filepath.Dir(path))
	if folder == "." || folder == string(filepath.Separator) {
		return filepath.Base(path)
	}
	return folder + "/" + filepath.Base(path)
}

func quoteAll(names []string) string {
	quoted := make([]string, len(names))
	for i, name := range names {
		quoted[i] = fmt.Sprintf("%q", name)
	}
	return strings.Join(quoted, ", ")
}
