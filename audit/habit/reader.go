package habit

import (
	"slices"
	"strings"

	"outreachaudit/audit/digest"
	"outreachaudit/audit/export"
	"outreachaudit/audit/text"
)

// A reader is who a note was sent to, as far as its words can name it.
type reader struct {
	names, places []string // folded words of the name and of the location
	company       *company // never nil where anything is known
	signs         wordSigns
}

// readerOf reads a request. The words of the name are put behind those of room, which is returned as well.
func (m *memory) readerOf(r *export.Request, room []string) (reader, []string) {
	room = appendNameWords(room, text.Fold(r.Recipient))
	place, employer := m.cell(r.Location), m.cell(r.Company)
	of := reader{names: room, places: place.words, company: &employer.company, signs: place.signs}
	for _, word := range room {
		of.signs.digests |= digestBit(digest.Of(word))
	}
	of.signs.initials |= employer.company.initialBits()
	return of, room
}

// A cell is the words of a place or a company, which many requests have in common.
type cell struct {
	text    string
	words   []string // folded
	signs   wordSigns
	company company // of that name
}

func (m *memory) cell(s string) *cell {
	at := &m.cells[textHash(s)%memoryCells]
	if *at == nil || (*at).text != s {
		*at = newCell(s)
	}
	return *at
}

func newCell(s string) *cell {
	c := &cell{text: strings.Clone(s)}
	c.words = nameWords(c.text)
	for _, word := range c.words {
		c.signs.digests |= digestBit(digest.Of(word))
	}
	c.company.words = slices.Clone(c.words)
	c.company.reduce()
	return c
}

// wordSigns tell quickly that no word of a text can be one of some others.
type wordSigns struct {
	digests  uint64 // a bit for each word
	initials uint32 // a bit for each first letter
}

func digestBit(hash uint64) uint64 { return 1 << (hash >> 58) }

// initialBit is the bit of a word's first letter; all that are not among a to z share one.
func initialBit(word string) uint32 {
	if word == "" {
		return 0
	}
	if c := word[0]; 'a' <= c && c <= 'z' {
		return 1 << (c - 'a')
	}
	return 1 << 31
}

func signsOf(tokens []text.Token) (signs wordSigns) {
	for i := range tokens {
		token := &tokens[i]
		signs.initials |= initialBit(token.Text)
		if word := ownerless(token); len(word) < len(token.Text) {
			signs.digests |= digestBit(digest.Of(word))
		} else {
			signs.digests |= digestBit(token.Hash())
		}
	}
	return signs
}

// touches reports whether a passage may name something of the reader.
func (of *reader) touches(p *passage) bool {
	if p.signs.digests&of.signs.digests == 0 && p.signs.initials&of.signs.initials == 0 {
		return false
	}
	for i := range p.Tokens {
		token := &p.Tokens[i]
		if of.company.mayBegin(token.Text) {
			return true
		}
		if word := ownerless(token); slices.Contains(of.names, word) || slices.Contains(of.places, word) {
			return true
		}
	}
	return false
}
