package main

import (
	"cmp"
	"slices"
	"time"
)

// weekdayWeights are how much is sent on Sunday, Monday and so on.
var weekdayWeights = [7]float64{.02, .8, 1.1, 1.15, 1, .7, .03}

// hourWeights are how much is sent from 7, 8, ... to 19 o'clock, at home.
var hourWeights = []float64{.1, .5, 1, 1.2, .9, .4, .6, 1.1, 1, .7, .4, .15, .1}

// schedule makes a recruiter's requests with their times of sending, oldest first.
func schedule(o *office, r *recruiter) []*request {
	chance := newDice("schedule " + r.name())
	days := workingDays(o, r, chance)
	weights := make([]float64, len(days))
	for i, day := range days {
		weights[i] = day.weight
	}
	perDay := make([]int, len(days))
	if !o.linkedIn && r == o.recruiters[0] {
		perDay[0] = 1 // a file without a date in its name is as new as its newest row
	}
	for range r.requests - perDay[0] {
		perDay[chance.weighted(weights)]++
	}
	var requests []*request
	for i, count := range perDay {
		for _, sent := range timesOfDay(r, days[i].date, count, chance) {
			if !sent.Before(o.asOf) {
				sent = o.asOf.Add(-5 * time.Hour).In(r.home)
			}
			requests = append(requests, newRequest(o, r, sent))
		}
	}
	for range r.outside {
		date := o.asOf.In(r.home).AddDate(0, 0, -chance.between(o.days+4, o.days+70))
		requests = append(requests, newRequest(o, r, timesOfDay(r, date, 1, chance)[0]))
	}
	slices.SortStableFunc(requests, func(a, b *request) int { return cmp.Compare(a.sent.Unix(), b.sent.Unix()) })
	return requests
}

// newRequest knows its age, and with it its standing, from the date as the export writes it.
func newRequest(o *office, r *recruiter, sent time.Time) *request {
	one := &request{recruiter: r, sent: sent, age: daysBetween(sent.In(o.zone), o.asOf)}
	switch {
	case one.age < maturityDays:
		one.standing = young
	case o.linkedIn && one.age > o.days:
		one.standing = outside
	}
	return one
}

// daysBetween counts calendar days, each date in its own zone.
func daysBetween(from, to time.Time) int {
	day := func(t time.Time) int64 {
		year, month, day := t.Date()
		return time.Date(year, month, day, 0, 0, 0, 0, time.UTC).Unix() / 86400
	}
	return int(day(to) - day(from))
}

// A workingDay is a date and how much of the sending falls on it.
type workingDay struct {
	date   time.Time
	weight float64
}

// workingDays go back from the day of the export. The first and the last days are kept free of
// requests whose written date could fall outside the window in another zone.
func workingDays(o *office, r *recruiter, chance *dice) []workingDay {
	var days []workingDay
	for ago := range o.days {
		date := o.asOf.In(r.home).AddDate(0, 0, -ago)
		weight := weekdayWeights[date.Weekday()]
		if r.saturdays && date.Weekday() == time.Saturday {
			weight = .35
		}
		if holiday(date) {
			weight *= .1
		}
		weight *= .4 + 1.2*chance.part()
		if r.bursts && chance.chance(.2) {
			weight *= 3 // a campaign day
		}
		if ago == 0 {
			weight = 0 // only what schedule asks for
		}
		days = append(days, workingDay{date, weight})
	}
	return days
}

// holiday is true around the turn of the year and in mid-August.
func holiday(date time.Time) bool {
	switch _, month, day := date.Date(); month {
	case time.December:
		return day >= 23
	case time.January:
		return day <= 2
	case time.August:
		return day >= 8 && day <= 19
	default:
		return false
	}
}

// timesOfDay are the moments of a day's requests: in one go, or spread over the working hours.
func timesOfDay(r *recruiter, date time.Time, count int, chance *dice) []time.Time {
	year, month, day := date.Date()
	start := func() time.Time {
		hour := 7 + chance.weighted(hourWeights)
		return time.Date(year, month, day, hour, chance.below(60), chance.below(60), 0, r.home)
	}
	times := make([]time.Time, 0, count)
	next := start()
	for range count {
		times = append(times, next)
		if r.bursts && !chance.chance(.1) {
			next = next.Add(time.Duration(chance.between(18, 150)) * time.Second)
		} else {
			next = start()
		}
	}
	return times
}
