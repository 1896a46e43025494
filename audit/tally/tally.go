// Package tally counts requests in sums that can be merged in any order.
package tally

import (
	"time"

	"outreachaudit/audit/export"
	"outreachaudit/audit/habit"
)

// A Key is everything requests are counted by. A new breakdown is a new field here.
type Key struct {
	Recruiter string
	Kind      habit.Kind // no note, stock text or own words
	Judged    habit.Set  // habits that could be judged
	Flagged   habit.Set  // the exact combination shown, so that margins, pairs and strata are all sums over keys
	Month     Month      // of sending, as written in the export
}

// A Count is integers only, so that adding is exact in any order.
// Requests = Mature + Young + Outside + Unknown + Undated.
type Count struct {
	Requests int64 // all audited requests
	Mature   int64 // those that had their full time and whose outcome is known: the denominator of every rate
	Accepted int64 // the mature ones that were accepted
	Young    int64 // sent too short a time before the export
	Outside  int64 // older than the export's window, where only survivors are listed
	Unknown  int64 // outcome unknown
	Undated  int64 // no usable date of sending

	Withdrawn int64 // mature ones that were taken back
	Dated     int64 // accepted ones whose day of acceptance is known
	Late      int64 // of these, those accepted only after the days a request must have had
}

// Plus is the sum of two counts.
func (c Count) Plus(d Count) Count {
	return Count{
		Requests: c.Requests + d.Requests,
		Mature:   c.Mature + d.Mature,
		Accepted: c.Accepted + d.Accepted,
		Young:    c.Young + d.Young,
		Outside:  c.Outside + d.Outside,
		Unknown:  c.Unknown + d.Unknown,
		Undated:  c.Undated + d.Undated,

		Withdrawn: c.Withdrawn + d.Withdrawn,
		Dated:     c.Dated + d.Dated,
		Late:      c.Late + d.Late,
	}
}

// A Tally is the mergeable accumulator. It is not safe for concurrent use: each worker has its own.
type Tally map[Key]Count

// Add counts one judged request.
func (t Tally) Add(r *export.Request, kind habit.Kind, v habit.Verdict, c Count) {
	key := Key{Recruiter: r.Recruiter, Kind: kind, Judged: v.Judged, Flagged: v.Flagged, Month: MonthOf(r.Sent)}
	t[key] = t[key].Plus(c)
}

// Merge adds all of o to t.
func (t Tally) Merge(o Tally) {
	for key, count := range o {
		t[key] = t[key].Plus(count)
	}
}

// Sum adds up the counts of the keys that keep accepts.
func (t Tally) Sum(keep func(Key) bool) Count {
	var total Count
	for key, count := range t {
		if keep(key) {
			total = total.Plus(count)
		}
	}
	return total
}

// A Month is a calendar month, counted from year 0; 0 means unknown.
type Month int32

// MonthOf is the month that t's own clock shows, 0 for the zero time.
func MonthOf(t time.Time) Month {
	if t.IsZero() {
		return 0
	}
	return Month(t.Year()*12 + int(t.Month()) - 1)
}

// First is the first day of the month, midnight UTC; the zero time when unknown.
func (m Month) First() time.Time {
	if m == 0 {
		return time.Time{}
	}
	return time.Date(int(m)/12, time.Month(int(m)%12+1), 1, 0, 0, 0, 0, time.UTC)
}

// String is the month as YYYY-MM, "" when unknown.
func (m Month) String() string {
	if m == 0 {
		return ""
	}
	return m.First().Format("2006-01")
}
