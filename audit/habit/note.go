package habit

import (
	"strings"
	"unicode/utf16"

	"outreachaudit/audit/export"
	"outreachaudit/audit/text"
)

// longestRead is how many words are read for phrases. LinkedIn allows about
// sixty; more is a broken export, which must not take forever.
const longestRead = 1000

// NewNote makes a request ready for judging. The request must not change after that.
func NewNote(request *export.Request) *Note {
	n := &Note{Request: request}
	if !request.NoteKnown {
		return n
	}
	n.Characters = characters(request.Note)
	if text.Empty(request.Note) {
		n.Kind = Blank
		return n
	}
	n.Tokens = text.Tokens(request.Note)
	n.Lexicon = text.LanguageOf(n.Tokens)
	n.Sentences = n.Lexicon.Sentences(request.Note, n.Tokens)
	if span, found := stockText(request.Note, n.Tokens, n.Lexicon); found {
		n.Kind, n.stock = Stock, span
		return n
	}
	n.Kind = Own
	n.Phrases = n.Lexicon.Find(request.Note, n.Tokens[:min(len(n.Tokens), longestRead)], n.Sentences)
	return n
}

// characters counts as LinkedIn does: UTF-16 code units, so an emoji is two;
// white space at both ends is cut off before sending.
func characters(note string) int {
	units := 0
	for _, r := range strings.TrimSpace(note) {
		units += max(1, utf16.RuneLen(r))
	}
	return units
}
