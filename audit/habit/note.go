package habit

import (
	"strings"
	"sync"
	"unicode/utf16"
	"unicode/utf8"

	"outreachaudit/audit/export"
	"outreachaudit/audit/text"
)

// Of a note so many bytes are read, and of a passage so many words for phrases. LinkedIn allows 300
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
	r.layInto(n, request, nil)
	if n.Kind == Own {
		n.understand(weights())
	}
	n.After = r.after(n)
}

// layInto lays a note out with the memory of another one, or with any where there is none.
func (r *Rules) layInto(n *Note, request *export.Request, with *memory) {
	*n = Note{Request: request, rules: r}
	n.layOut(with)
}

// workings are what only judging a note needs. Those that nobody needs any more are used again: they would be most of
// what judging allocates.
type workings struct {
	memory    *memory     // while they are in use
	spans     []text.Span // of passages
	passages  []placed
	tokens    []text.Token
	sentences []text.Span
	names     []string
	stock     text.StockWords
	abouts    []int
	digests   []uint64    // of a skeleton
	slots     []text.Span // of a skeleton
	wording   wording     // of a passage for one reader
	reading   reading
}

// A stock of workings and of memories, as many as were ever needed at the same time. Unlike a sync.Pool it loses none,
// and with them what they remember, when garbage is collected.
type workingsStock struct {
	sync.Mutex
	free     []*workings
	memories []*memory
}

var spare workingsStock

// take is workings with a memory: that of a note that is being judged, which the messages after it share, or one of
// their own.
func (s *workingsStock) take(with *memory) *workings {
	s.Lock()
	defer s.Unlock()
	w := takeLast(&s.free)
	if w.memory = with; with == nil {
		w.memory = takeLast(&s.memories)
	}
	w.memory.users++
	w.reading.shapes = &w.memory.shapes
	return w
}

func takeLast[T any](free *[]*T) *T {
	last := len(*free) - 1
	if last < 0 {
		return new(T)
	}
	taken := (*free)[last]
	*free = (*free)[:last]
	return taken
}

func (s *workingsStock) giveBack(w *workings) {
	m := w.memory
	w.memory = nil
	if m.users--; m.users == 0 {
		m.forget()
	}
	s.Lock()
	defer s.Unlock()
	if s.free = append(s.free, w); m.users == 0 {
		s.memories = append(s.memories, m)
	}
}

// memory is the one that a note is read with; nil for one without words.
func (n *Note) memory() *memory {
	if n.work == nil {
		return nil
	}
	return n.work.memory
}

// Release gives back what only judging needs, once a note is judged. The note cannot be judged again.
func (n *Note) Release() {
	if n.After != nil && n.After.First != nil {
		n.After.First.Note.Release()
	}
	w := n.work
	if w == nil {
		return
	}
	n.Tokens, n.Sentences, n.passages, n.reader, n.work = nil, nil, nil, reader{}, nil
	clear(w.passages)
	clear(w.tokens)
	clear(w.names)
	spare.giveBack(w)
}

// layOut finds the note's kind, words and sentences.
func (n *Note) layOut(with *memory) {
	if !n.NoteKnown {
		return
	}
	if text.Empty(n.Note) {
		n.Kind, n.Characters = Blank, characters(n.Note)
		return
	}
	if n.Text = n.Note; len(n.Text) > longestText {
		n.Text = strings.ToValidUTF8(n.Text[:longestText], "")
	}
	n.Kind, n.work = Own, spare.take(with)
	n.hear()
	n.split()
	if span, found := stockText(n.Text, n.Tokens, n.work.stock, n.Lexicon, n.rules.stock); found {
		n.Kind, n.stock = Stock, span
		return
	}
	n.meet()
}

// characters counts as LinkedIn does: UTF-16 code units, so an emoji is two;
// white space at both ends is cut off before sending.
func characters(note string) int { return units(strings.TrimSpace(note)) }

// units is how many UTF-16 code units a text has. Bytes that are none of UTF-8 count as one each.
func units(s string) int {
	units := utf8.RuneCountInString(s)
	if units == len(s) {
		return units
	}
	for i := 0; i < len(s); i++ {
		if s[i] < 0xF0 {
			continue
		}
		if r, _ := utf8.DecodeRuneInString(s[i:]); utf16.RuneLen(r) == 2 {
			units++
		}
	}
	return units
}

// Forget drops what a report does not show.
func (n *Note) Forget() { n.Lexicon, n.After = nil, nil }
