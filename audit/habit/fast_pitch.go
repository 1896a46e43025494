package habit

import (
	"fmt"
	"math"

	"outreachaudit/audit/export"
)

// FastPitch is a first message after acceptance that sells before anything was said. It is shown by a message, and what
// goes with it is a reply; a request cannot have been accepted for a message sent later.
var FastPitch = Habit{
	ID:    "fast-pitch",
	Title: "Fast pitch",
	Doc: fmt.Sprintf("The first message after the acceptance offers a job or a service, or asks for a call or a CV, within %d days and before the new connection has written a word. ", RapportDays) +
		"Say thank you, ask what the person works on, and wait for an answer before you speak of a vacancy. " +
		"Judged on accepted requests whose messages are in the export, in " + modelLanguages + "; what it goes with is whether people reply, not whether they accept.",
	Mend:    "Send a first message that asks for nothing, and speak of the job once there was an answer.",
	Bad:     "Thanks for connecting, Lena! We're hiring a senior data engineer in Berlin, €85k plus bonus. Are you free for a quick call this week?",
	Good:    "Thank you for connecting, Lena. Your post on moving Kafka pipelines off-site was the clearest I have read; how long did the move take in the end?",
	Corpus:  Score{Right: 27},
	Applies: func(n *Note) bool { return n.After != nil && n.After.fast() != export.NotKnown },
	Judge:   judgeFastPitch,
}

// FirstMessages is how many labelled first messages the habit is measured on; nothing was learned from them.
const FirstMessages = 59

// AfterAcceptance are the habits of messages that follow an acceptance. Their evidence is in bytes of the first message.
var AfterAcceptance = []*Habit{&FastPitch}

// Every is all habits: those of notes, then those of messages.
func Every() []*Habit { return append(All[:len(All):len(All)], AfterAcceptance...) }

// JudgeAfter says which of AfterAcceptance hold, by their index there, and why.
func JudgeAfter(n *Note) Verdict { return n.judge(AfterAcceptance, len(All), (*Note).finds) }

// fast reports whether the first message is a fast pitch. Somebody who accepted lately and was sent nothing yet may
// still get one.
func (a *After) fast() export.Answer {
	switch {
	case !a.Tells.Texts: // those to whom nothing was written would be the only ones judged
		return export.NotKnown
	case a.Written == export.No && a.Until.Sub(a.Accepted.Last()) >= a.rapport:
		return export.No
	case a.First == nil:
		return export.NotKnown
	case a.First.Pitches != export.Yes:
		return a.First.Pitches
	}
	return both(a.First.Within(a.rapport, a.Accepted), not(a.RepliedBefore(a.First.Moment)))
}

// both is yes where two answers are, and no where either is.
func both(a, b export.Answer) export.Answer {
	if a == export.No || b == export.No {
		return export.No
	}
	return min(a, b)
}

func judgeFastPitch(n *Note) []Evidence {
	if n.After.fast() != export.Yes {
		return nil
	}
	when := "pitches " + later(export.Hours(n.After.Accepted, n.After.First.Moment)) + " after the acceptance, before any answer"
	evidence := make([]Evidence, len(n.After.First.Evidence))
	for i, e := range n.After.First.Evidence {
		evidence[i] = Evidence{e.Start, e.End, when + ": it " + e.Why}
	}
	return evidence
}

// later is a time in words, as exact as anybody needs it.
func later(hours float64) string {
	switch {
	case hours < 1:
		return "within an hour"
	case hours < 1.5:
		return "an hour"
	case hours < 36:
		return fmt.Sprintf("%.0f hours", math.Round(hours))
	}
	return fmt.Sprintf("%.0f days", math.Round(hours/24))
}
