package habit

import (
	"strings"

	"outreachaudit/audit/model"
	"outreachaudit/audit/text"
)

// A placed is a passage where it stands in a note.
type placed struct {
	*passage
	at    int  // byte of the note that it begins at
	token int  // the first of the note that is its own
	own   bool // may name something of the note's reader
}

// moved is evidence of the passage as evidence of the note.
func (p *placed) moved(e Evidence) Evidence {
	return Evidence{Start: e.Start + p.at, End: e.End + p.at, Why: e.Why}
}

// hear finds the passages and the words of a note, and tells the language by them.
func (n *Note) hear() {
	w := n.work
	spans, headed := text.AppendPassages(w.spans[:0], n.Text)
	w.spans, w.passages, w.tokens = spans, w.passages[:0], w.tokens[:0]
	w.stock = 0
	var voice text.Voice
	units, behind := 0, 0
	for i, span := range spans {
		p := w.memory.find(n.Text[span.Start:span.End], i == len(spans)-1)
		w.passages = append(w.passages, placed{passage: p, at: span.Start, token: len(w.tokens)})
		w.tokens = appendMoved(w.tokens, p.Tokens, span.Start)
		voice.Add(&p.Voice)
		w.stock |= p.Stock
		n.gapSign, n.marks, n.questions = n.gapSign || p.gaps, n.marks|p.marks, n.questions+p.questions
		units += p.units + span.Start - behind
		behind = span.End
	}
	if n.Characters = units; len(n.Text) < len(n.Note) || len(strings.TrimSpace(n.Text)) < len(n.Text) {
		n.Characters = characters(n.Note)
	}
	n.Tokens, n.Lexicon = w.tokens, voice.Language()
	n.passages = n.withoutGreeting(headed)
}

// appendMoved puts tokens that begin at a byte of a note behind others.
func appendMoved(all, tokens []text.Token, at int) []text.Token {
	from := len(all)
	all = append(all, tokens...)
	for i := from; i < len(all); i++ {
		all[i].Start += at
		all[i].End += at
	}
	return all
}

// withoutGreeting is the passages behind the greeting. What was cut where a greeting might have ended, and where none
// does, is put together again.
func (n *Note) withoutGreeting(headed bool) []placed {
	w, greeted := n.work, n.Lexicon.Greeted(n.Text, n.Tokens)
	if greeted == len(n.Tokens) {
		return nil
	}
	k := len(w.passages) - 1
	for w.passages[k].token > greeted {
		k--
	}
	whole := !(headed && k == 0)
	if whole && w.passages[k].token == greeted {
		return w.passages[k:]
	}
	start, last := 0, k
	if greeted > 0 {
		start = n.Tokens[greeted].Start
	}
	if !whole {
		last = min(1, len(w.passages)-1)
	}
	w.passages[last] = placed{passage: w.memory.find(n.Text[start:w.spans[last].End], last == len(w.spans)-1), at: start, token: greeted}
	return w.passages[last:]
}

// split finds the sentences of a note whose passages are known.
func (n *Note) split() {
	w := n.work
	w.sentences = w.sentences[:0]
	for i := range n.passages {
		p := &n.passages[i]
		if p.Lexicon != n.Lexicon || len(p.Pieces) == 0 {
			if p.Lexicon != nil && w.memory.users > 1 { // a note in another language may be read with it now
				p.passage = w.memory.again(p.passage)
			}
			p.Split(n.Lexicon)
			p.model, p.wording.known = nil, false
		}
		for _, piece := range p.Pieces {
			if !piece.LeadIn {
				w.sentences = append(w.sentences, text.Span{Start: piece.Start + p.at, End: piece.End + p.at})
			}
		}
	}
	n.Sentences = n.Lexicon.WithoutSignOff(w.sentences, n.Text, n.Tokens)
	n.SentenceCount = len(n.Sentences)
}

// meet finds out which passages may name something of who the note went to.
func (n *Note) meet() {
	n.reader, n.work.names = n.work.memory.readerOf(n.Request, n.work.names[:0])
	for i := range n.passages {
		p := &n.passages[i]
		p.own = n.reader.touches(p.passage)
	}
}

// understand asks a model about a note that has been split.
func (n *Note) understand(from *learned) {
	if !n.Lexicon.HasIdeas() {
		return
	}
	n.understood, n.company, n.discloses, n.scores = true, false, false, from.Bias()
	ruled := false
	n.work.reading.makeRoom(from) // all its passages may be known
	for i := range n.passages {
		p := &n.passages[i]
		if p.model != from {
			n.work.reading.understand(p.passage, from)
		}
		if p.own && !p.stock {
			own := n.work.memory.kin.next()
			own.like(p.passage)
			n.work.reading.read(own, &n.reader, from)
			p.passage = own
		}
		n.company = n.company || p.company
		n.discloses = n.discloses || p.discloses
		ruled = ruled || len(p.pitches) > 0
		n.scores.Add(&p.scores)
	}
	n.work.reading.once(n.passages, from, &n.scores)
	n.standing(func(kind byte, _ *passage, it *item) {
		if place := from.One(kind, it.ideaID); place >= 0 {
			n.work.reading.first(place, from, &n.scores)
		}
	})
	n.work.reading.forget()
	for _, what := range n.abouts(ruled) {
		if place := from.about[what]; place >= 0 {
			n.scores.Count(from.At(place))
		}
	}
}

// once takes off the scores of a note what passages say again that others have said before: each feature counts once.
func (r *reading) once(passages []placed, from *learned, scores *model.Scores) {
	if len(passages) < 2 {
		return
	}
	for i := range passages {
		for _, place := range passages[i].places {
			bits, bit := &r.seen[place/64], uint64(1)<<(place%64)
			if *bits&bit != 0 {
				scores.Less(from.At(int(place)))
			}
			*bits |= bit
		}
	}
	clear(r.seen)
}

// first counts the weight at a place unless it has been counted since the last forget.
func (r *reading) first(place int, from *learned, scores *model.Scores) {
	if bits, bit := &r.seen[place/64], uint64(1)<<(place%64); *bits&bit == 0 {
		*bits |= bit
		r.counted = append(r.counted, uint16(place))
		scores.Count(from.At(place))
	}
}

func (r *reading) forget() {
	for _, place := range r.counted {
		r.seen[place/64] = 0
	}
	r.counted = r.counted[:0]
}

// like makes a passage one of the same words, to be laid out for another reader.
func (p *passage) like(other *passage) {
	items, features, places := p.items, p.features, p.places
	*p = *other
	p.items, p.features, p.places, p.wording = items, features, places, wording{}
}
