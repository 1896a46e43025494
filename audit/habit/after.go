package habit

import (
	"time"

	"outreachaudit/audit/export"
	"outreachaudit/audit/text"
)

const (
	// RapportDays is how long a new connection should be given before a pitch.
	RapportDays = 7
	// mostFollowed bounds how many messages of one recruiter to one person are judged.
	mostFollowed = 10
	// longestPart is how many words of a message are judged at a time: notes, of which the model knows most, have about
	// as many at most, and in a long letter an offer would be drowned by the rest.
	longestPart = 90
)

// An After is what a recruiter wrote after a request was accepted, ready for judging.
type After struct {
	*export.FollowUp
	Written export.Answer // whether the recruiter wrote
	First   *Followed     // the first message; nil when none was sent or nothing is known of it
	Pitched export.Answer // whether a message pitches: one sent before any reply, or within the days of rapport
	Pitch   *Followed     // the first that does; nil for none
	Before  export.Answer // whether that one came before the recipient had written
	claims  []Evidence    // of the note: words that promise that no pitch follows
	rapport time.Duration // days that a new connection is given
}

// A Followed is one message after an acceptance.
type Followed struct {
	export.Moment
	Note     *Note         // its words, laid out like those of a note
	Pitches  export.Answer // not known where it has no words, or is in a language that is not judged
	Evidence []Evidence    // of a pitch, in bytes of its own text
}

// after makes what followed a request ready for judging; nil where nothing is known.
func (r *Rules) after(n *Note) *After {
	if n.Request.FollowUp == nil {
		return nil
	}
	a := &After{FollowUp: n.Request.FollowUp, Written: n.Request.FollowUp.Written, rapport: r.rapport(), claims: n.claims()}
	a.Pitched = a.Written
	with := n.memory()
	var room *Followed // that nobody needs any more
	for i, message := range a.Own {
		if i == mostFollowed || a.First != nil && a.RepliedBefore(message.Moment) == export.Yes && message.Within(a.rapport, a.Accepted) == export.No {
			break
		}
		next := r.followed(n.Request, message, with, room)
		room = nil
		if a.First != nil || next.Note.Kind == Stock {
			next.Note.Release()
			room = next
		}
		if a.First == nil && next.Note.Kind == Stock { // in a conversation it stands for an invitation without a note
			if i == len(a.Own)-1 {
				a.Written, a.Pitched = export.No, export.No
			}
			continue
		}
		if a.First == nil {
			a.First = next
			if with == nil {
				with = next.Note.memory()
			}
		}
		if next.Pitches == export.Yes {
			a.Pitch, a.Pitched = next, export.Yes
			a.Before = not(a.RepliedBefore(next.Moment))
			break
		}
		a.Pitched = min(a.Pitched, next.Pitches) // one that cannot be judged leaves it open
	}
	if a.Pitched == export.Yes && a.Pitch == nil {
		a.Pitched = export.NotKnown // written, but what is not known
	}
	return a
}

func not(a export.Answer) export.Answer {
	switch a {
	case export.Yes:
		return export.No
	case export.No:
		return export.Yes
	}
	return export.NotKnown
}

func (r *Rules) rapport() time.Duration {
	return time.Duration(r.settings.RapportDays) * 24 * time.Hour
}

// message is the words of a message as if they were the note of the request, laid out with a memory, in the room of
// another message unless that is nil.
func (r *Rules) message(request *export.Request, words string, with *memory, room *Note) *Note {
	if room == nil {
		room = &Note{Request: new(export.Request)}
	}
	as := room.Request
	*as = *request
	as.Note, as.NoteKnown, as.FollowUp = words, true, nil
	r.layInto(room, as, with)
	return room
}

// followed judges one message, in the room of another unless that is nil.
func (r *Rules) followed(request *export.Request, message export.Message, with *memory, room *Followed) *Followed {
	f := room
	if f == nil {
		f = new(Followed)
	}
	*f = Followed{Moment: message.Moment, Note: r.message(request, message.Text, with, f.Note)}
	if f.Note.Kind != Own || !f.Note.Lexicon.HasIdeas() {
		return f
	}
	f.Pitches = export.No
	for _, part := range f.Note.parts() {
		note := f.Note
		if part.End-part.Start < len(message.Text) {
			note = r.message(request, message.Text[part.Start:part.End], f.Note.memory(), nil)
		}
		if note.Kind == Own {
			note.understand(weights())
		}
		if PrematurePitch.Applies(note) {
			for _, e := range note.heeded(PrematurePitch.Judge(note)) {
				f.Pitches = export.Yes
				e.Start, e.End = e.Start+part.Start, e.End+part.Start
				f.Evidence = append(f.Evidence, e)
			}
		}
		if note != f.Note {
			note.Release()
		}
	}
	return f
}

// parts are the pieces in which a message is judged: all of it where it is no longer than a note, else as many
// sentences together as a note has.
func (n *Note) parts() []text.Span {
	whole := text.Span{End: len(n.Request.Note)}
	if len(n.Tokens) <= longestPart || len(n.Sentences) < 2 {
		return []text.Span{whole}
	}
	var parts []text.Span
	start, words, token := 0, 0, 0
	for _, sentence := range n.Sentences {
		own := 0
		for token < len(n.Tokens) && n.Tokens[token].Start < sentence.End {
			token++
			own++
		}
		if words > 0 && words+own > longestPart {
			parts = append(parts, text.Span{Start: start, End: sentence.Start})
			start, words = sentence.Start, 0
		}
		words += own
	}
	return append(parts, text.Span{Start: start, End: whole.End})
}

// longestDenial is how many words may lie between a denial and what it denies.
const longestDenial = 8

// claims are the words of a note that promise that no pitch follows: that it is about no job, or networking as its
// reason while it is silent on recruiting. nil where the note pitches by itself, or cannot be read.
func (n *Note) claims() []Evidence {
	if !isRead(n) || n.pitches() {
		return nil
	}
	if denial := n.denials(); len(denial) > 0 {
		return denial
	}
	return judgeHiddenIntent(n)
}

// Claims are those of the note that was followed by messages.
func (a *After) Claims() []Evidence { return a.claims }

// PitchedUnasked reports whether a pitch came before the recipient had written.
func (a *After) PitchedUnasked() export.Answer {
	if a.Pitched != export.Yes {
		return a.Pitched
	}
	return a.Before
}

// denied are what a note can deny: a job, an offer, a sale.
var denied = setOf("job", "sell", "offer", "hire", "seat")

// denials are the words that say that a note is about no job.
func (n *Note) denials() (found []Evidence) {
	for i := range n.passages {
		p := &n.passages[i]
		for i, word := range p.items {
			if !word.denies {
				continue
			}
			for k := i + 1; k < len(p.items) && k <= i+longestDenial && p.items[k].piece == word.piece; k++ {
				if denied[p.ideaName(p.items[k])] {
					found = append(found, p.moved(evidence(&p.Prose, int(word.first), int(p.items[k].last), "says that it is about no job")))
					break
				}
			}
		}
	}
	return apart(found)
}
