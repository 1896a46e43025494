package habit

import (
	"strings"
	"sync"
	"unicode/utf16"
	"unicode/utf8"

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
	n := new(Note)
	r.NoteInto(n, request)
	return n
}

// NoteInto makes a note as Note does, where there is room for one already.
func (r *Rules) NoteInto(n *Note, request *export.Request) {
	*n = Note{Request: request, rules: r}
	seen := n.layOut()
	if n.Kind == Own {
		n.read(seen)
	}
	n.After = r.after(n)
}

// read looks for what the habits of content need.
func (n *Note) read(seen string) {
	n.work.phrases = n.Lexicon.AppendMatches(n.work.phrases[:0], seen, n.Tokens[:min(len(n.Tokens), longestRead)], n.Sentences)
	n.Phrases = n.work.phrases
	if n.reading = newReading(n, weights); n.reading != nil {
		n.reading.weigh()
	}
}

// workings are what only judging a note needs. Those that nobody needs any more are used again: they would be most of
// what judging allocates.
type workings struct {
	tokens    []text.Token
	sentences []text.Span
	phrases   []text.Match
	names     []string
	sentence  []int32     // of a context
	digests   []uint64    // of a skeleton
	slots     []text.Span // of a skeleton
	reading   reading
}

var spare = sync.Pool{New: func() any { return new(workings) }}

// Release gives back what only judging needs, once a note is judged. The note cannot be judged again.
func (n *Note) Release() {
	if n.After != nil && n.After.First != nil {
		n.After.First.Note.Release()
	}
	w := n.work
	if w == nil {
		return
	}
	n.Tokens, n.Sentences, n.Phrases, n.reading, n.reader, n.work = nil, nil, nil, nil, reader{}, nil
	clear(w.tokens)
	clear(w.names)
	w.reading.reset()
	spare.Put(w)
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
	w := spare.Get().(*workings)
	w.tokens = text.AppendTokens(w.tokens[:0], seen)
	n.work, n.Tokens = w, w.tokens
	n.Lexicon = text.LanguageOf(n.Tokens)
	w.sentences = n.Lexicon.AppendSentences(w.sentences[:0], seen, n.Tokens)
	n.Sentences, n.SentenceCount = w.sentences, len(w.sentences)
	n.Kind = Own
	if span, found := stockText(seen, n.Tokens, n.Lexicon, n.rules.stock); found {
		n.Kind, n.stock = Stock, span
		return seen
	}
	n.reader, w.names = readerOf(n.Request, w.names[:0])
	return seen
}

// characters counts as LinkedIn does: UTF-16 code units, so an emoji is two;
// white space at both ends is cut off before sending.
func characters(note string) int {
	trimmed := strings.TrimSpace(note)
	units := utf8.RuneCountInString(trimmed)
	for i := 0; i < len(trimmed); i++ {
		if trimmed[i] < 0xF0 {
			continue
		}
		if r, _ := utf8.DecodeRuneInString(trimmed[i:]); utf16.RuneLen(r) == 2 {
			units++
		}
	}
	return units
}

// Forget drops what a report does not show.
func (n *Note) Forget() { n.Lexicon, n.After = nil, nil }
