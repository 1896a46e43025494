package tally

import (
	"maps"
	"math/rand/v2"
	"testing"
	"time"

	"outreachaudit/audit/export"
	"outreachaudit/audit/habit"
)

type entry struct {
	request export.Request
	kind    habit.Kind
	verdict habit.Verdict
	count   Count
}

// countOf is one request of this standing.
func countOf(s Standing, accepted bool) Count {
	day := export.Day(20000)
	r := export.Request{Outcome: export.Pending, Sent: (day - 40).Time()}
	c := Cohort{AsOf: day, MaturityDays: 30}
	if accepted {
		r.Outcome, r.Accepted = export.Accepted, (day - 5).Time()
	}
	switch s {
	case Young:
		r.Sent = day.Time()
	case Outside:
		c.Windows = []export.Period{{First: day - 3, Last: day}}
	case Unknown:
		r.Outcome = export.Unknown
	case Undated:
		r.Sent = time.Time{}
	}
	return c.Count(&r)
}

func entries(n int) []entry {
	random := rand.New(rand.NewPCG(1, 2))
	all := make([]entry, n)
	for i := range all {
		judged := habit.Set(random.IntN(8))
		all[i] = entry{
			request: export.Request{
				Recruiter: []string{"Ana", "Bo", "Cy"}[random.IntN(3)],
				Sent:      time.Date(2026, time.Month(1+random.IntN(12)), 3, 0, 0, 0, 0, time.UTC),
				Outcome:   export.Outcome(random.IntN(6)),
			},
			kind:    habit.Kind(random.IntN(4)),
			verdict: habit.Verdict{Judged: judged, Flagged: judged & habit.Set(random.IntN(8))},
			count:   countOf(Standing(random.IntN(5)), random.IntN(2) == 0),
		}
	}
	return all
}

// Any split over any number of tallies, merged in any order, gives the same sums.
func TestMergeEqualsOneTally(t *testing.T) {
	all := entries(5000)
	whole := Tally{}
	for i := range all {
		whole.Add(&all[i].request, all[i].kind, all[i].verdict, all[i].count)
	}
	random := rand.New(rand.NewPCG(3, 4))
	for parts := 1; parts <= 7; parts++ {
		split := make([]Tally, parts)
		for i := range split {
			split[i] = Tally{}
		}
		for _, i := range random.Perm(len(all)) {
			split[random.IntN(parts)].Add(&all[i].request, all[i].kind, all[i].verdict, all[i].count)
		}
		merged := Tally{}
		for _, i := range random.Perm(parts) {
			merged.Merge(split[i])
		}
		if !maps.Equal(merged, whole) {
			t.Fatalf("%d parts give other sums", parts)
		}
	}
}

func TestEveryRequestHasOneStanding(t *testing.T) {
	all := entries(1000)
	sums := Tally{}
	for i := range all {
		sums.Add(&all[i].request, all[i].kind, all[i].verdict, all[i].count)
	}
	c := sums.Sum(func(Key) bool { return true })
	if c.Requests != 1000 || c.Requests != c.Mature+c.Young+c.Outside+c.Unknown+c.Undated || c.Accepted > c.Mature {
		t.Errorf("%+v does not add up", c)
	}
}

func TestStanding(t *testing.T) {
	asOf, _ := export.ParseDay("2026-10-31")
	window := Cohort{AsOf: asOf, MaturityDays: 30, Windows: []export.Period{{First: asOf - 180, Last: asOf}}}
	open := Cohort{AsOf: asOf, MaturityDays: 30}
	undated := Cohort{AsOf: asOf, MaturityDays: 30, NoDates: true}
	for _, c := range []struct {
		name    string
		cohort  Cohort
		age     int // days before asOf; -1 means no date
		outcome export.Outcome
		want    Standing
	}{
		{"had exactly its time", window, 30, export.Accepted, Mature},
		{"one day short, accepted", window, 29, export.Accepted, Young},
		{"one day short, pending", window, 29, export.Pending, Young},
		{"last day of the window", window, 180, export.NotAccepted, Mature},
		{"beyond the window", window, 181, export.Accepted, Outside},
		{"old, no window", open, 400, export.Declined, Mature},
		{"withdrawn counts", open, 40, export.Withdrawn, Mature},
		{"unknown outcome", open, 40, export.Unknown, Unknown},
		{"unknown and young", open, 4, export.Unknown, Young},
		{"no date", open, -1, export.Accepted, Undated},
		{"no dates in the file", undated, -1, export.Pending, Mature},
		{"no dates, outcome unknown", undated, -1, export.Unknown, Unknown},
	} {
		r := export.Request{Outcome: c.outcome}
		if c.age >= 0 {
			r.Sent = (asOf - export.Day(c.age)).Time().Add(23 * time.Hour)
		}
		if got := c.cohort.Standing(&r); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

func TestMonth(t *testing.T) {
	for text, want := range map[string]string{"2025-12-31T23:59:59-08:00": "2025-12", "2026-01-01T00:00:00Z": "2026-01"} {
		at, err := time.Parse(time.RFC3339, text)
		if err != nil {
			t.Fatal(err)
		}
		if got := MonthOf(at).String(); got != want {
			t.Errorf("%s is in %s, want %s", text, got, want)
		}
	}
	if MonthOf(time.Time{}) != 0 || Month(0).String() != "" || !Month(0).First().IsZero() {
		t.Error("an unknown time has a month")
	}
}

func TestCount(t *testing.T) {
	day := export.Day(20000)
	c := Cohort{AsOf: day, MaturityDays: 30}
	sent := (day - 100).Time().Add(23 * time.Hour)
	for _, test := range []struct {
		name    string
		request export.Request
		want    Count
	}{
		{"pending", export.Request{Sent: sent, Outcome: export.Pending}, Count{Requests: 1, Mature: 1}},
		{"withdrawn", export.Request{Sent: sent, Outcome: export.Withdrawn}, Count{Requests: 1, Mature: 1, Withdrawn: 1}},
		{"accepted", export.Request{Sent: sent, Outcome: export.Accepted}, Count{Requests: 1, Mature: 1, Accepted: 1}},
		{"accepted on the last day", export.Request{Sent: sent, Outcome: export.Accepted, Accepted: (day - 70).Time()},
			Count{Requests: 1, Mature: 1, Accepted: 1, Dated: 1}},
		{"accepted a day late", export.Request{Sent: sent, Outcome: export.Accepted, Accepted: (day - 69).Time()},
			Count{Requests: 1, Mature: 1, Accepted: 1, Dated: 1, Late: 1}},
		{"accepted before it was sent", export.Request{Sent: sent, Outcome: export.Accepted, Accepted: (day - 101).Time()},
			Count{Requests: 1, Mature: 1, Accepted: 1}},
		{"young and accepted", export.Request{Sent: day.Time(), Outcome: export.Accepted, Accepted: day.Time()}, Count{Requests: 1, Young: 1}},
	} {
		if got := c.Count(&test.request); got != test.want {
			t.Errorf("%s: %+v, want %+v", test.name, got, test.want)
		}
	}
}

func TestStale(t *testing.T) {
	newest := export.Day(20000)
	for _, test := range []struct {
		name    string
		asOf    export.Day
		sent    export.Day
		outcome export.Outcome
		want    bool
	}{
		{"long after the newest date, sent shortly before it", newest + 60, newest - 10, export.Pending, true},
		{"no word of the status", newest + 60, newest - 10, export.NotAccepted, true},
		{"sent long before", newest + 60, newest - 30, export.Pending, false},
		{"accepted", newest + 60, newest - 10, export.Accepted, false},
		{"the day of the newest date", newest, newest - 10, export.Pending, false},
		{"within its time", newest + 30, newest - 10, export.Pending, false},
	} {
		r := export.Request{Sent: test.sent.Time(), Outcome: test.outcome}
		if got := (Cohort{AsOf: test.asOf, MaturityDays: 30}).Stale(&r, newest); got != test.want {
			t.Errorf("%s: %v", test.name, got)
		}
	}
}

func TestWaiting(t *testing.T) {
	day := export.Day(20000)
	w := NewWaiting()
	c := Cohort{AsOf: day, MaturityDays: 30, Windows: []export.Period{{First: day - 180, Last: day}}}
	for _, r := range []export.Request{
		{Sent: (day - 50).Time(), Outcome: export.Accepted, Accepted: (day - 47).Time()},
		{Sent: (day - 2).Time(), Outcome: export.Accepted, Accepted: (day - 2).Time()},
		{Sent: (day - 50).Time(), Outcome: export.Withdrawn},
		{Sent: (day - 50).Time(), Outcome: export.Pending},
		{Sent: (day - 50).Time(), Outcome: export.Accepted, Accepted: (day + 3).Time()}, // later than the report
		{Sent: (day - 50).Time(), Outcome: export.Accepted},
		{Sent: (day - 50).Time(), Outcome: export.Accepted, Accepted: (day - 51).Time()},
		{Sent: (day - 50).Time(), Outcome: export.Unknown},
		{Sent: (day - 181).Time(), Outcome: export.Pending},
		{Outcome: export.Pending},
	} {
		w.Add(&r, c)
	}
	if !maps.Equal(w.Accepted, map[int]int64{0: 1, 3: 1}) || !maps.Equal(w.Followed, map[int]int64{50: 3}) || w.NoDay != 2 {
		t.Errorf("%+v", w)
	}
}
