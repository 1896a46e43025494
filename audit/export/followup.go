package export

import "time"

// A FollowUp is what was written after a request was accepted, as far as its export tells.
type FollowUp struct {
	Accepted Moment    // of acceptance
	Until    time.Time // up to when messages are known
	Tells    Telling   // what the export tells of all, and not of some only
	Written  Answer    // whether the recruiter wrote after the acceptance
	Own      []Message // what the recruiter wrote then, the oldest first; of an outreach tool at most the first one
	Replied  Answer    // whether the recipient wrote after the acceptance
	Replies  []Moment  // when the recipient wrote, the oldest first, before the acceptance as well
}

// A Telling is what an export tells of all accepted requests. Of what it tells of some only no share can be made: those
// are the ones where something happened.
type Telling struct {
	Messages bool // also to whom nothing was written
	Replies  bool // also who did not reply
	Texts    bool // what messages say
}

// A Message is one that a recruiter sent to a new connection.
type Message struct {
	Moment
	Text string // "" when it is not known, or holds nothing but an attachment
}

// A Moment lies between At and At+Span: an export may tell no more than the day.
type Moment struct {
	At   time.Time
	Span time.Duration // 0 when it is known to the second
}

// An Answer is a yes or a no, or neither: what an export does not tell is not a no.
type Answer uint8

// The answers.
const (
	NotKnown Answer = iota
	No
	Yes
)

// Last is the latest that a moment can be.
func (m Moment) Last() time.Time { return m.At.Add(m.Span) }

// IsZero reports whether nothing is known of a moment.
func (m Moment) IsZero() bool { return m.At.IsZero() }

// Within reports whether a moment came at most so long after another one.
func (m Moment) Within(limit time.Duration, after Moment) Answer {
	switch {
	case m.IsZero() || after.IsZero():
		return NotKnown
	case m.Last().Sub(after.At) <= limit:
		return Yes
	case m.At.Sub(after.Last()) > limit:
		return No
	}
	return NotKnown
}

// Before reports whether a moment came before another one.
func (m Moment) Before(other Moment) Answer {
	switch {
	case m.IsZero() || other.IsZero():
		return NotKnown
	case m.Last().Before(other.At):
		return Yes
	case !m.At.Before(other.Last()):
		return No
	}
	return NotKnown
}

// RepliedBefore reports whether the recipient had written before a moment.
func (f *FollowUp) RepliedBefore(moment Moment) Answer {
	known := No
	for _, reply := range f.Replies {
		switch reply.Before(moment) {
		case Yes:
			return Yes
		case NotKnown:
			known = NotKnown
		}
	}
	if len(f.Replies) == 0 && f.Replied != No {
		return NotKnown
	}
	return known
}

// ReplyAfter is the first time that the recipient wrote after a moment, and whether that ever happened.
func (f *FollowUp) ReplyAfter(moment Moment) (Moment, Answer) {
	known := No
	for _, reply := range f.Replies {
		switch moment.Before(reply) {
		case Yes:
			return reply, Yes
		case NotKnown:
			known = NotKnown
		}
	}
	if len(f.Replies) == 0 && f.Replied != No {
		return Moment{}, NotKnown
	}
	return Moment{}, known
}

// Hours is how many hours lie between two moments, in the middle of what they may be.
func Hours(from, to Moment) float64 {
	least, most := to.At.Sub(from.Last()), to.Last().Sub(from.At)
	return max(0, (max(0, least).Hours()+most.Hours())/2)
}
