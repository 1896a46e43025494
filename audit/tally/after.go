package tally

import (
	"time"

	"outreachaudit/audit/export"
	"outreachaudit/audit/habit"
	"outreachaudit/audit/stat"
)

// A Part is how many of those of whom something is known.
type Part struct{ Yes, Known int64 }

// Plus is the sum of two parts.
func (p Part) Plus(q Part) Part { return Part{p.Yes + q.Yes, p.Known + q.Known} }

// Add counts an answer; one that is not known does not count.
func (p *Part) Add(answer export.Answer) {
	if answer == export.NotKnown {
		return
	}
	p.Known++
	if answer == export.Yes {
		p.Yes++
	}
}

// An AfterCount counts requests by what followed them, in exports that tell. Messaged to Replied are parts of Followed.
type AfterCount struct {
	Sent     int64 // all audited requests of such exports
	Mature   int64 // those that enter the rates
	Accepted int64 // of these, those accepted
	Followed int64 // of these, those whose messages are known for at least the days of rapport after the acceptance

	Messaged Part // the recruiter wrote after the acceptance
	Day      Part // pitched within 24 hours; of those whose acceptance is known to the second
	Rapport  Part // pitched within the days of rapport
	Before   Part // pitched before the recipient had written
	Replied  Part // the recipient wrote after the acceptance
	Alike    Part // first messages that went to many in nearly the same words; filled in when all are known

	Judged, Flagged int64      // accepted requests by habit.FastPitch, whatever their age
	Replies         stat.Table // first messages with and without it, by whether they were answered: see Answered
}

// Plus is the sum of two counts.
func (c AfterCount) Plus(d AfterCount) AfterCount {
	return AfterCount{
		Sent: c.Sent + d.Sent, Mature: c.Mature + d.Mature, Accepted: c.Accepted + d.Accepted, Followed: c.Followed + d.Followed,
		Messaged: c.Messaged.Plus(d.Messaged), Day: c.Day.Plus(d.Day), Rapport: c.Rapport.Plus(d.Rapport),
		Before: c.Before.Plus(d.Before), Replied: c.Replied.Plus(d.Replied), Alike: c.Alike.Plus(d.Alike),
		Judged: c.Judged + d.Judged, Flagged: c.Flagged + d.Flagged, Replies: c.Replies.Plus(d.Replies),
	}
}

// aDay is the shorter of the two times within which pitches are counted.
const aDay = 24 * time.Hour

// AfterOf counts one request. rapport is how long a new connection is given; replies is how long a message must have had
// to be answered.
func AfterOf(n *habit.Note, later habit.Verdict, count Count, rapport, replies time.Duration) AfterCount {
	c := AfterCount{Sent: count.Requests, Mature: count.Mature, Accepted: count.Accepted}
	a := n.After
	if a == nil {
		return c
	}
	if later.Judged.Has(0) {
		c.Judged = 1
		if later.Flagged.Has(0) {
			c.Flagged = 1
		}
		c.Replies = answered(a, later.Flagged.Has(0), replies)
	}
	if count.Accepted == 0 || a.Accepted.IsZero() || a.Until.Sub(a.Accepted.Last()) < rapport {
		return c
	}
	c.Followed = 1
	if a.Tells.Messages {
		c.Messaged.Add(a.Written)
	}
	if a.Tells.Messages && a.Tells.Texts {
		if a.Accepted.Span == 0 { // where only the day is known, the hours are known of those alone who were not pitched
			c.Day.Add(pitchedWithin(a, aDay))
		}
		c.Rapport.Add(pitchedWithin(a, rapport))
		c.Before.Add(a.PitchedUnasked())
	}
	if a.Tells.Replies {
		c.Replied.Add(a.Replied)
	}
	return c
}

func pitchedWithin(a *habit.After, limit time.Duration) export.Answer {
	if a.Pitched != export.Yes {
		return a.Pitched
	}
	return a.Pitch.Within(limit, a.Accepted)
}

// answered is a first message in the comparison of fast pitches with others: one that had its time, and that came before
// the recipient had written. A message to somebody who has written already is half answered, and is never a fast pitch.
func answered(a *habit.After, fast bool, replies time.Duration) stat.Table {
	if a.First == nil || !a.Tells.Replies || a.First.IsZero() || a.Until.Sub(a.First.Last()) < replies || a.RepliedBefore(a.First.Moment) != export.No {
		return stat.Table{}
	}
	_, reply := a.ReplyAfter(a.First.Moment)
	switch {
	case reply == export.NotKnown:
		return stat.Table{}
	case fast && reply == export.Yes:
		return stat.Table{A: 1}
	case fast:
		return stat.Table{B: 1}
	case reply == export.Yes:
		return stat.Table{C: 1}
	}
	return stat.Table{D: 1}
}
