package tally

import (
	"testing"
	"time"

	"outreachaudit/audit/export"
	"outreachaudit/audit/habit"
	"outreachaudit/audit/stat"
)

const sale = "We're hiring a site manager in Leeds. Free for a quick call this week?"

var moment = time.Date(2026, 1, 10, 12, 0, 0, 0, time.UTC)

func after(hours int) export.Moment {
	return export.Moment{At: moment.Add(time.Duration(hours) * time.Hour)}
}

// all is what an archive tells.
var all = export.Telling{Messages: true, Replies: true, Texts: true}

// TestAfterOf: what is told of some only is in no share.
func TestAfterOf(t *testing.T) {
	const day = 24 * time.Hour
	one := Count{Requests: 1, Mature: 1, Accepted: 1}
	base := func() *export.FollowUp {
		return &export.FollowUp{Accepted: after(0), Until: moment.AddDate(0, 2, 0), Tells: all, Written: export.No, Replied: export.No}
	}
	pitched := func() *export.FollowUp {
		f := base()
		f.Written, f.Own = export.Yes, []export.Message{{Moment: after(5), Text: sale}}
		return f
	}
	yes, no := Part{1, 1}, Part{0, 1}
	for name, test := range map[string]struct {
		followUp *export.FollowUp
		count    Count
		want     AfterCount
	}{
		"nothing known":      {nil, one, AfterCount{Sent: 1, Mature: 1, Accepted: 1}},
		"nothing written":    {base(), one, AfterCount{Sent: 1, Mature: 1, Accepted: 1, Followed: 1, Messaged: no, Day: no, Rapport: no, Before: no, Replied: no, Judged: 1}},
		"pitched after five": {pitched(), one, AfterCount{Sent: 1, Mature: 1, Accepted: 1, Followed: 1, Messaged: yes, Day: yes, Rapport: yes, Before: yes, Replied: no, Judged: 1, Flagged: 1, Replies: stat.Table{B: 1}}},
		"and answered": {func() *export.FollowUp {
			f := pitched()
			f.Replied, f.Replies = export.Yes, []export.Moment{after(9)}
			return f
		}(), one, AfterCount{Sent: 1, Mature: 1, Accepted: 1, Followed: 1, Messaged: yes, Day: yes, Rapport: yes, Before: yes, Replied: yes, Judged: 1, Flagged: 1, Replies: stat.Table{A: 1}}},
		"after the other wrote": {func() *export.FollowUp {
			f := pitched()
			f.Replied, f.Replies = export.Yes, []export.Moment{after(2)}
			return f
		}(), one, AfterCount{Sent: 1, Mature: 1, Accepted: 1, Followed: 1, Messaged: yes, Day: yes, Rapport: yes, Before: no, Replied: yes, Judged: 1}},
		"the day of acceptance alone": {func() *export.FollowUp {
			f := pitched()
			f.Accepted.Span = day
			f.Own[0].Moment = after(30)
			return f
		}(), one, AfterCount{Sent: 1, Mature: 1, Accepted: 1, Followed: 1, Messaged: yes, Rapport: yes, Before: yes, Replied: no, Judged: 1, Flagged: 1, Replies: stat.Table{B: 1}}},
		"a tool without texts": {func() *export.FollowUp {
			f := base()
			f.Tells.Texts = false
			return f
		}(), one, AfterCount{Sent: 1, Mature: 1, Accepted: 1, Followed: 1, Messaged: no, Replied: no}},
		"a tool with dates of messages and replies alone": {func() *export.FollowUp {
			f := pitched()
			f.Tells = export.Telling{Texts: true}
			f.Replied = export.NotKnown
			return f
		}(), one, AfterCount{Sent: 1, Mature: 1, Accepted: 1, Followed: 1}},
		"too late to be answered": {func() *export.FollowUp {
			f := pitched()
			f.Until = moment.Add(10 * day)
			return f
		}(), one, AfterCount{Sent: 1, Mature: 1, Accepted: 1, Followed: 1, Messaged: yes, Day: yes, Rapport: yes, Before: yes, Replied: no, Judged: 1, Flagged: 1}},
		"accepted lately": {func() *export.FollowUp {
			f := base()
			f.Until = moment.Add(3 * day)
			return f
		}(), one, AfterCount{Sent: 1, Mature: 1, Accepted: 1}},
		"not in the rates": {pitched(), Count{Requests: 1, Young: 1}, AfterCount{Sent: 1, Judged: 1, Flagged: 1, Replies: stat.Table{B: 1}}},
	} {
		n := habit.NewNote(&export.Request{NoteKnown: true, Outcome: export.Accepted, FollowUp: test.followUp})
		if got := AfterOf(n, habit.JudgeAfter(n), test.count, 7*day, 14*day); got != test.want {
			t.Errorf("%s:\ngot  %+v\nwant %+v", name, got, test.want)
		}
	}
}

func TestAfterCountsAddUp(t *testing.T) {
	a := AfterCount{1, 2, 3, 4, Part{5, 6}, Part{7, 8}, Part{9, 10}, Part{11, 12}, Part{13, 14}, Part{15, 16}, 17, 18, stat.Table{A: 19, B: 20, C: 21, D: 22}}
	want := AfterCount{2, 4, 6, 8, Part{10, 12}, Part{14, 16}, Part{18, 20}, Part{22, 24}, Part{26, 28}, Part{30, 32}, 34, 36, stat.Table{A: 38, B: 40, C: 42, D: 44}}
	if got := a.Plus(a); got != want {
		t.Errorf("%+v", got)
	}
	p := Part{}
	for _, answer := range []export.Answer{export.Yes, export.No, export.NotKnown, export.Yes} {
		p.Add(answer)
	}
	if p != (Part{2, 3}) {
		t.Errorf("%+v", p)
	}
}
