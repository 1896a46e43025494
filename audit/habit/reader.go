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
	city          []string // those of places before the region and the country
	company       *company // never nil where anything is known
	signs         wordSigns
}

// readerOf reads a request. The words of the name are put behind those of room, which is returned as well.
func (m *memory) readerOf(r *export.Request, room []string) (reader, []string) {
	room = appendNameWords(room, text.Fold(shortened(r.Recipient)))
	place, employer := m.cell(shortened(r.Location)), m.cell(shortened(r.Company))
	of := reader{names: room, places: place.words, city: place.words[:place.city], company: &employer.company, signs: place.signs}
	for _, word := range room {
		of.signs.words.add(digest.Of(word))
	}
	of.signs.heads = employer.signs.heads
	return of, room
}

// longestCell is how many bytes of a name, a place or a company are read: more is a broken export, as with notes.
const longestCell = 1000

func shortened(cell string) string {
	if len(cell) <= longestCell {
		return cell
	}
	return strings.ToValidUTF8(cell[:longestCell], "")
}

// A cell is the words of a place or a company, which many requests have in common.
type cell struct {
	text    string
	city    int       // how many words stand before a comma
	words   []string  // folded
	signs   wordSigns // of the words of a place, and of how the name of a company begins
	company company   // of that name
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
	city, _, _ := strings.Cut(c.text, ",")
	c.city = len(nameWords(city))
	for _, word := range c.words {
		c.signs.words.add(digest.Of(word))
	}
	c.company.words = companyWords(c.text)
	c.company.reduce()
	c.signs.heads = c.company.heads()
	return c
}

// wordSigns tell quickly that no word of a text can be one of some others.
type wordSigns struct {
	words bloom // digests of words
	heads bloom // digests of their first two bytes
}

// A bloom is a set of digests that may hold some more.
type bloom [4]uint64

func (b *bloom) add(digest uint64) { b[digest>>62] |= 1 << (digest >> 56 % 64) }

// meets reports whether two sets may have something in common.
func (b *bloom) meets(other *bloom) bool {
	return b[0]&other[0]|b[1]&other[1]|b[2]&other[2]|b[3]&other[3] != 0
}

// headOf is the digest of a word's first two bytes; one byte counts as the same twice.
func headOf(word string) uint64 {
	if word == "" {
		return 0
	}
	return digest.Spread(uint64(word[0])<<8 | uint64(word[min(1, len(word)-1)]))
}

func signsOf(tokens []text.Token) (signs wordSigns) {
	for i := range tokens {
		token := &tokens[i]
		signs.heads.add(headOf(token.Text))
		if word := ownerless(token); len(word) < len(token.Text) {
			signs.words.add(digest.Of(word))
		} else {
			signs.words.add(token.Hash())
		}
	}
	return signs
}

// touches reports whether a passage may name something of the reader.
func (of *reader) touches(p *passage) bool {
	if !p.signs.words.meets(&of.signs.words) && !p.signs.heads.meets(&of.signs.heads) {
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
