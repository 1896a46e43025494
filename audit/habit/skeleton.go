package habit

import (
	"slices"
	"strings"

	"outreachaudit/audit/export"
	"outreachaudit/audit/text"
)

// A Skeleton is the wording of a note without what is filled in for each reader: the greeting, names,
// companies, places, numbers and links.
type Skeleton struct {
	Words []uint64 // digests of the folded words; 0 for each stretch that was masked
	Fixed int      // words that are not masked

	slots []text.Span // bytes of the note that were masked
	start int         // byte of the note behind the greeting
}

// slot stands for what is filled in.
const slot = "…"

// LayOut makes a request's note as far as its Skeleton is told from, without what the habits need.
func (r *Rules) LayOut(n *Note, request *export.Request) { r.layInto(n, request, nil) }

// Recall makes a note of which no more is known than whose words it holds, without what judging needs.
func (r *Rules) Recall(n *Note, request *export.Request, kind Kind) {
	*n = Note{Request: request, rules: r, Kind: kind}
}

// Skeleton is the note's wording, valid until the note is released; empty where the note is not the recruiter's own.
func (n *Note) Skeleton() Skeleton {
	if n.Kind != Own {
		return Skeleton{}
	}
	s := Skeleton{Words: n.work.digests[:0], slots: n.work.slots[:0], start: len(n.Text)}
	if len(n.passages) > 0 {
		s.start = n.passages[0].at
	}
	for i := range n.passages {
		p := &n.passages[i]
		w := &p.wording
		if p.own {
			w = &n.work.wording
			w.read(p.passage, &n.reader)
		} else if !w.known {
			n.work.wording.read(p.passage, &stranger)
			w.take(&n.work.wording)
		}
		s.add(w, p.at)
	}
	n.work.digests, n.work.slots = s.Words, s.slots
	return s
}

// add goes on with the wording of a passage that begins at a byte of the note.
func (s *Skeleton) add(w *wording, at int) {
	words := w.words
	if len(words) > 0 && words[0] == 0 && len(s.Words) > 0 && s.Words[len(s.Words)-1] == 0 {
		words = words[1:]
	}
	s.Words = append(s.Words, words...)
	s.Fixed += w.fixed
	for _, slot := range w.slots {
		s.slots = append(s.slots, text.Span{Start: slot.Start + at, End: slot.End + at})
	}
}

// A wording is the skeleton of one passage.
type wording struct {
	words []uint64
	slots []text.Span
	fixed int
	known bool
}

// read masks in a passage what is filled in for a reader.
func (w *wording) read(p *passage, reader *reader) {
	*w = wording{words: w.words[:0], slots: w.slots[:0], known: true}
	piece := -1
	for i := 0; i < len(p.Tokens); i++ {
		starts := false
		for piece+1 < len(p.Pieces) && p.Pieces[piece+1].Start <= p.Tokens[i].Start {
			piece++
			starts = true
		}
		token := &p.Tokens[i]
		word := strings.TrimSuffix(token.Text, "'s")
		switch end := reader.company.end(&p.Prose, i); {
		case end > i:
			w.mask(text.Span{Start: token.Start, End: p.Tokens[end-1].End})
			i = end - 1
		case token.Kind != text.Word, slices.Contains(reader.names, word), slices.Contains(reader.places, word),
			p.Capital(i) && !starts && !token.Known():
			w.mask(token.Span)
		default:
			w.words = append(w.words, token.Hash())
			w.fixed++
		}
	}
}

// take makes a wording the same as another one.
func (w *wording) take(other *wording) {
	*w = wording{append(w.words[:0], other.words...), append(w.slots[:0], other.slots...), other.fixed, other.known}
}

func (w *wording) mask(span text.Span) {
	w.slots = append(w.slots, span)
	if len(w.words) == 0 || w.words[len(w.words)-1] != 0 {
		w.words = append(w.words, 0)
	}
}

// Template is the note's text with slots, without the greeting.
func (n *Note) Template() string {
	if n.work == nil && n.Kind == Own {
		n.layOut(nil)
		defer n.Release()
	}
	s := n.Skeleton()
	var b strings.Builder
	at := s.start
	for _, span := range s.slots {
		if between := n.Note[at:span.Start]; at == s.start || strings.TrimSpace(between) != "" {
			b.WriteString(between)
			b.WriteString(slot)
		}
		at = span.End
	}
	b.WriteString(n.Note[at:])
	return strings.TrimLeft(b.String(), " \t\n,.!:;-–—")
}
