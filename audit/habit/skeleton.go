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

// LaidOut is a request's note as far as its Skeleton is told from, without what the habits need.
func (r *Rules) LaidOut(request *export.Request) *Note {
	n := &Note{Request: request, rules: r}
	n.layOut()
	return n
}

// Skeleton is the note's wording, valid until the note is released; empty where the note is not the recruiter's own.
func (n *Note) Skeleton() Skeleton {
	var s Skeleton
	if n.Kind != Own {
		return s
	}
	s.Words, s.slots = n.work.digests[:0], n.work.slots[:0]
	sentence := -1
	if greeting := text.Greeting(n.Tokens); greeting > 0 {
		s.start = n.Tokens[greeting-1].End
	}
	for i := text.Greeting(n.Tokens); i < len(n.Tokens); i++ {
		starts := false
		for sentence+1 < len(n.Sentences) && n.Sentences[sentence+1].Start <= n.Tokens[i].Start {
			sentence++
			starts = true
		}
		word := strings.TrimSuffix(n.Tokens[i].Text, "'s")
		switch end := n.reader.company.end(n, i); {
		case end > i:
			s.mask(text.Span{Start: n.Tokens[i].Start, End: n.Tokens[end-1].End})
			i = end - 1
		case sentence < 0: // the rest of the greeting
			s.start = n.Tokens[i].End
		case n.Tokens[i].Kind != text.Word, slices.Contains(n.reader.names, word), slices.Contains(n.reader.places, word),
			n.capital(i) && !starts && !n.Tokens[i].Known():
			s.mask(n.Tokens[i].Span)
		default:
			s.Words = append(s.Words, n.Tokens[i].Hash())
			s.Fixed++
		}
	}
	n.work.digests, n.work.slots = s.Words, s.slots
	return s
}

func (s *Skeleton) mask(span text.Span) {
	s.slots = append(s.slots, span)
	if len(s.Words) == 0 || s.Words[len(s.Words)-1] != 0 {
		s.Words = append(s.Words, 0)
	}
}

// Template is the note's text with slots, without the greeting.
func (n *Note) Template() string {
	if n.work == nil && n.Kind == Own {
		n.layOut()
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
