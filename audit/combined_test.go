package audit

import (
	"math"
	"strings"
	"testing"

	"outreachaudit/audit/habit"
	"outreachaudit/audit/tally"
)

// Four habits: the first is of any request, the others only of notes in own words, and the last is seldom judged.
func fourHabits() tally.Tally {
	count := func(requests, accepted int64) tally.Count {
		return tally.Count{Requests: requests, Mature: requests, Accepted: accepted}
	}
	return tally.Tally{
		{Recruiter: "Ana", Kind: habit.Blank, Judged: 0b0001, Flagged: 0b0001}:        count(60, 20),
		{Recruiter: "Ana", Kind: habit.Own, Judged: 0b0111}:                           count(50, 20),
		{Recruiter: "Ana", Kind: habit.Own, Judged: 0b0111, Flagged: 0b0010}:          count(50, 15),
		{Recruiter: "Ana", Kind: habit.Own, Judged: 0b1111, Flagged: 0b1110}:          count(20, 5),
		{Recruiter: "Ana", Kind: habit.Own, Judged: 0b0011, Flagged: 0b0010}:          count(9, 9), // the third is not known
		{Recruiter: "Ana", Kind: habit.NotExported}:                                   count(8, 8),
		{Recruiter: "Bo", Kind: habit.Own, Judged: 0b0111, Flagged: 0b0110}:           count(70, 20),
		{Recruiter: "Bo", Kind: habit.Own, Judged: 0b0111, Flagged: 0b0100}:           {Requests: 5, Young: 5},
		{Recruiter: "Bo", Kind: habit.Own, Judged: 0b0111}:                            count(30, 9),
		{Recruiter: "Bo", Kind: habit.Own, Judged: 0b1111, Flagged: 0b1110, Month: 5}: count(10, 5),
	}
}

func TestCombinedCountsWhatIsKnown(t *testing.T) {
	counts := fourHabits()
	known := jointlyKnown(counts, 4)
	if known != 0b0111 {
		t.Fatalf("habits looked at together: %04b", known)
	}
	want := map[int][2]int64{0: {80, 29}, 1: {110, 35}, 2: {100, 30}} // requests in the rates, and accepted
	for _, c := range combined(counts, known, nil) {
		if got := [2]int64{c.Mature, c.Accepted}; got != want[c.Habits] || c.OrMore {
			t.Errorf("%d habits: %d, want %d", c.Habits, got, want[c.Habits])
		}
		delete(want, c.Habits)
	}
	if len(want) > 0 {
		t.Errorf("not counted: %v", want)
	}
	var r Result
	Summarise(&r, habit.All[:4], counts, tally.NewWaiting())
	if a := r.Adjustment; a.Missing != "" || a.Requests != 290 || a.Recruiters != 2 {
		t.Errorf("%+v", a)
	}
	for h, in := range []bool{true, true, true, false} {
		if (r.Habits[h].Adjusted != nil) != in {
			t.Errorf("habit %d in the model: %v", h, !in)
		}
	}
	if got := combined(tally.Tally{{Kind: habit.NotExported}: {Requests: 3}}, 0, nil); got != nil {
		t.Errorf("of notes that were not exported: %+v", got)
	}
}

func TestSensitivity(t *testing.T) {
	s := sensitivity(tally.Count{Mature: 100, Accepted: 30, Unknown: 20, Withdrawn: 40, Dated: 30, Late: 6})
	for _, value := range []struct{ got, want float64 }{
		{s.WithoutWithdrawn.Value, 0.5}, {s.UnknownNotAccepted.Value, 0.25}, {s.UnknownAccepted.Value, 50.0 / 120}, {s.InTime.Value, 0.24},
	} {
		if math.Abs(value.got-value.want) > 1e-12 {
			t.Errorf("%v, want %v", value.got, value.want)
		}
	}
	for _, c := range []tally.Count{{}, {Unknown: 5}, {Mature: 9, Accepted: 3}, {Mature: 9, Accepted: 3, Dated: 2}} {
		if s := sensitivity(c); s != (Sensitivity{}) {
			t.Errorf("%+v: %+v", c, s)
		}
	}
	if s := sensitivity(tally.Count{Mature: 100, Accepted: 30, Dated: 29, Late: 6}); s.InTime != nil {
		t.Error("one day of acceptance is not known, and yet there is a rate in time")
	}
	if s := sensitivity(tally.Count{Mature: 4, Withdrawn: 4}); s.WithoutWithdrawn != nil {
		t.Error("all were withdrawn, and yet there is a rate of the others")
	}
}

func TestWaitingNeedsMostDays(t *testing.T) {
	w := tally.NewWaiting()
	w.Accepted[2], w.Followed[40], w.NoDay = 90, 100, 10
	if got := waited(w); len(got.Steps) == 0 || got.Dated != 90 || got.NoDay != 10 {
		t.Errorf("%+v", got)
	}
	w.NoDay = 11
	if got := waited(w); got.Steps != nil {
		t.Errorf("the days of 90 of 101 are known, and yet %+v", got)
	}
}

func TestMonthsChangeFromTheLastWithARate(t *testing.T) {
	count := func(mature, accepted int64) tally.Count {
		return tally.Count{Requests: mature, Mature: mature, Accepted: accepted}
	}
	months := months(tally.Tally{{Month: 10}: count(40, 20), {Month: 11}: count(9, 9), {Month: 12}: count(40, 10), {}: count(5, 5)}, 0)
	if len(months) != 3 || months[0].Change != nil || months[1].Change != nil {
		t.Fatalf("%+v", months)
	}
	if m := months[2]; m.Change == nil || m.ChangeFrom != 10 || m.Change.Value != -0.25 || m.Change.High >= 0 {
		t.Errorf("%+v", m)
	}
}

// What makes outcomes doubtful is said, with what to do.
func TestDoubtsAboutOutcomes(t *testing.T) {
	header := "Recruiter,Sent At,Recipient,Message,Status,Accepted At\n"
	var rows strings.Builder
	for i := range 20 {
		rows.WriteString("Ana,2026-05-0" + string(rune('1'+i%9)) + ",P" + string(rune('a'+i)) + ",,accepted,2026-07-20\n")
		rows.WriteString("Ana,2026-07-1" + string(rune('1'+i%9)) + ",Q" + string(rune('a'+i)) + ",,pending,\n")
	}
	for i := range 4 {
		rows.WriteString("Ana,2026-05-02,R" + string(rune('a'+i)) + ",,perhaps,\n")
	}
	folder := exports(t, map[string]string{"team.csv": header + rows.String()})
	_, result := outcomesAsOf(t, "2026-10-31", folder)
	all := strings.Join(result.Warnings, "\n")
	for _, want := range []string{
		"team.csv: 20 unanswered requests may have been exported before their 30 days were up; if the file was exported on 2026-07-20, run with --as-of 2026-07-20",
		"the outcome of 4 of 44 requests old enough is unknown: if none of them was accepted the rate is 45%, if all were 55%",
		"20 of 20 accepted requests with a known day were accepted more than 30 days after sending",
	} {
		if !strings.Contains(all, want) {
			t.Errorf("no word of %q in\n%s", want, all)
		}
	}
}
