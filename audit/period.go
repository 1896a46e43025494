package audit

import (
	"time"

	"outreachaudit/audit/export"
	"outreachaudit/audit/habit"
	"outreachaudit/audit/stat"
	"outreachaudit/audit/tally"
)

// lastMonth is the last calendar month that was over on a day: that of the day itself only on its last day.
func lastMonth(asOf export.Day) export.Period {
	day := asOf.Time().AddDate(0, 0, 1)
	first := time.Date(day.Year(), day.Month()-1, 1, 0, 0, 0, 0, time.UTC)
	return export.Period{First: export.DayOf(first), Last: export.DayOf(first.AddDate(0, 1, -1))}
}

// before is the period that a period is compared with: as many whole months before whole months, else as many days.
// It is false without a first day.
func before(p export.Period) (export.Period, bool) {
	if p.First == 0 || p.Last < p.First {
		return export.Period{}, false
	}
	last := p.First - 1
	first, next := p.First.Time(), (p.Last + 1).Time()
	if first.Day() == 1 && next.Day() == 1 {
		months := (next.Year()-first.Year())*12 + int(next.Month()-first.Month())
		return export.Period{First: export.DayOf(first.AddDate(0, -months, 0)), Last: last}, true
	}
	return export.Period{First: last - (p.Last - p.First), Last: last}, true
}

// settle fills in what depends on the day the exports are of.
func (o *Options) settle(asOf export.Day) (comparison export.Period) {
	if o.LastMonth && asOf != 0 {
		month := lastMonth(asOf)
		o.From, o.To = month.First, month.Last
	}
	end := o.To
	if end == 0 {
		end = asOf
	}
	comparison, _ = before(export.Period{First: o.From, Last: end})
	return comparison
}

// A PeriodResult is the requests of the period before the one that is audited.
type PeriodResult struct {
	export.Period
	Group
	Change *stat.Interval // the audited period's rate minus this one's, with Newcombe's interval; nil without enough requests
	Habits []PeriodHabit  // in the order of habit.All
}

// A PeriodHabit is how often a habit was seen then, and how that changed.
type PeriodHabit struct {
	HabitCount
	Change *stat.Interval // the share of requests judged that show it now minus then; nil without enough requests
}

// compared puts the period before beside the one audited; nil where no request was sent in it.
func compared(r *Result, period export.Period, t tally.Tally, judged []*habit.Habit) *PeriodResult {
	if len(t) == 0 {
		return nil
	}
	p := &PeriodResult{Period: period, Group: group(t.Sum(func(tally.Key) bool { return true }))}
	counts := make([]HabitCount, len(judged))
	for key, count := range t {
		addHabits(counts, key, count)
	}
	p.Change = change(rateOf(r.Team.Count), rateOf(p.Count))
	for h, then := range counts {
		now := r.Habits[h]
		p.Habits = append(p.Habits, PeriodHabit{then, change(
			stat.Rate{Accepted: now.Flagged, Mature: now.Judged}, stat.Rate{Accepted: then.Flagged, Mature: then.Judged},
		)})
	}
	return p
}

// change is how much larger a share is now; nil where either rests on too little.
func change(now, then stat.Rate) *stat.Interval {
	if !now.Reportable() || !then.Reportable() {
		return nil
	}
	difference, _ := stat.Difference(now, then)
	return &difference
}
