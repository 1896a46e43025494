package habit

import (
	"strings"
	"unicode/utf16"

	"outreachaudit/audit/export"
	"outreachaudit/audit/text"
)

// Of a note so many bytes are read for sentences, and so many words for phrases. LinkedIn allows 300
// characters; more is a broken export, which must take neither forever nor all memory.
const (
	longestText = 32 << 10
	longestRead = 1000
)

// NewNote makes a request ready for judging by the default rules.
func NewNote(request *export.Request) *Note { return defaultRules.Note(request) }

// Note makes a request ready for judging by these rules. The request must not change after that.
func (r *Rules) Note(request *export.Request) *Note {
	n := &Note{Request: request, rules: r}
	seen := n.layOut()
	if n.Kind == Own {
		n.read(seen)
	}
	n.After = r.after(n)
	return n
}

// read looks for what the habits of content need.
func (n *Note) read(seen string) {
	n.Phrases = n.Lexicon.Find(seen, n.Tokens[:min(len(n.Tokens), longestRead)], n.Sentences)
	if n.reading = newReading(n, weights); n.reading != nil {
		n.reading.weigh()
	}
}

// layOut finds the note's kind, words and sentences, and returns as much of it as is read.
func (n *Note) layOut() (seen string) {
	if !n.NoteKnown {
		return ""
	}
	n.Characters = characters(n.Note)
	if text.Empty(n.Note) {
		n.Kind = Blank
		return ""
	}
	if seen = n.Note; len(seen) > longestText {
		seen = strings.ToValidUTF8(seen[:longestText], "")
	}
	n.Tokens = text.Tokens(seen)
	n.Lexicon = text.LanguageOf(n.Tokens)
	n.Sentences = n.Lexicon.Sentences(seen, n.Tokens)
	n.Kind = Own
	if span, found := stockText(seen, n.Tokens, n.Lexicon, n.rules.stock); found {
		n.Kind, n.stock = Stock, span
		return seen
	}
	n.reader = readerOf(n.Request)
	return seen
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

// Forget drops what only judging needs.
func (n *Note) Forget() {
	n.Tokens, n.Lexicon, n.Sentences, n.Phrases, n.reading = nil, nil, nil, nil, nil
	n.After = nil
}
