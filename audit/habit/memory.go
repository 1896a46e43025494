package habit

import (
	"hash/maphash"
	"slices"
	"strings"
)

// Recruiters write the same sentences again and again, so that what is known of a passage is remembered: the result is
// the same with and without. A note that is being judged has a memory to itself, which the messages after it share.
const (
	memoryShelves     = 1 << 12 // passages, at some 2 KB each
	memorySeen        = 1 << 14 // digests of passages that were seen: only what comes again and again is remembered
	longestRemembered = 400     // bytes
	memoryCells       = 1 << 12 // places and companies
)

// A memory finds passages that were read before.
type memory struct {
	shelves [memoryShelves]shelf
	seen    [memorySeen]uint32
	cells   [memoryCells]*cell
	shapes  shapes
	spare   room // for passages that are not remembered
	kin     room // for the words of other passages, laid out for one reader
	users   int  // notes that are read with it now
}

// A shelf holds one passage.
type shelf struct {
	hash uint64
	*passage
	uses int // not long ago, at most mostUses: one that is used stays where others would take its place
}

const mostUses = 4

// A room is passages that may be used until it is left.
type room struct {
	passages []*passage
	used     int
}

func (r *room) next() *passage {
	if r.used == len(r.passages) {
		r.passages = append(r.passages, new(passage))
	}
	r.used++
	return r.passages[r.used-1]
}

var seed = maphash.MakeSeed()

func textHash(s string) uint64 { return maphash.String(seed, s) }

// find is a passage with its words, and maybe more that is known of it. It is valid until forget is called, once no note
// is read any more.
func (m *memory) find(s string, last bool) *passage {
	hash := textHash(s)
	if last {
		hash = ^hash
	}
	at := hash % memoryShelves
	first, second := &m.shelves[at], &m.shelves[at^1]
	for _, on := range [2]*shelf{first, second} {
		if on.hash == hash && on.passage != nil && on.Last == last && on.Text == s {
			on.uses = min(on.uses+1, mostUses)
			return on.passage
		}
	}
	if first.passage != nil && (second.passage == nil || second.uses < first.uses) {
		first = second
	}
	p := m.spare.next()
	p.say(s, last)
	if len(s) <= longestRemembered && m.often(hash) && first.leaves() {
		p.keep, p.hash = first, hash
	}
	return p
}

// leaves reports whether a passage that was not used lately may go.
func (s *shelf) leaves() bool {
	s.uses--
	return s.uses < 0
}

// again is a passage of the same words, of which nothing else is known and that is not remembered.
func (m *memory) again(p *passage) *passage {
	other := m.spare.next()
	other.say(p.Text, p.Last)
	return other
}

// often reports whether a passage was seen some times, not long ago.
func (m *memory) often(hash uint64) bool {
	seen := &m.seen[hash>>12%memorySeen]
	mark := uint32(hash>>32) &^ oftenSeen
	if *seen&^oftenSeen != mark {
		*seen = mark
		return false
	}
	if *seen&oftenSeen == oftenSeen {
		return true
	}
	*seen++
	return false
}

// oftenSeen is how many times more a passage must have been seen before it is remembered, and the bits of a digest that
// count them.
const oftenSeen = 3

// forget gives the room back in which a note was read, after remembering what may come again.
func (m *memory) forget() {
	for _, p := range m.spare.passages[:m.spare.used] {
		if p.keep != nil {
			*p.keep = shelf{hash: p.hash, passage: p.kept()}
			p.keep = nil
		}
		clear(p.Tokens)
	}
	m.spare.used, m.kin.used = 0, 0
}

// kept is a copy that takes no more room than it needs. Nothing that hangs on the text of a whole file hangs on it.
func (p *passage) kept() *passage {
	q := new(passage)
	*q = *p
	q.keep, q.Phrases = nil, nil
	q.Text, q.Tokens = strings.Clone(p.Text), slices.Clone(p.Tokens)
	for i := range q.Tokens {
		if token := &q.Tokens[i]; token.Text == q.Text[token.Start:token.End] {
			token.Text = q.Text[token.Start:token.End]
		}
	}
	q.Pieces, q.items, q.features, q.places = slices.Clone(p.Pieces), slices.Clone(p.items), slices.Clone(p.features), slices.Clone(p.places)
	q.wording.words, q.wording.slots = slices.Clone(p.wording.words), slices.Clone(p.wording.slots)
	return q
}

// say makes a passage of a text. What was known of the one before is lost.
func (p *passage) say(s string, last bool) {
	p.Say(s, last)
	p.model, p.wording.known = nil, false
	p.signs, p.gaps, p.units = signsOf(p.Tokens), hasGapSign(s), units(s)
	p.marks, p.questions = marksOf(s), strings.Count(s, "?")
}
