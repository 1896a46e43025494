// Package digest finds words by their digests.
package digest

import "math/bits"

// What a digest begins with, and what it is multiplied with at each byte: 64-bit FNV-1a.
const (
	Start = 14695981039346656037
	Prime = 1099511628211
)

// Of is the digest of a word.
func Of(word string) uint64 { return More(Start, word) }

// More is the digest of a text that goes on, of which hash is that of the beginning.
func More(hash uint64, word string) uint64 {
	for i := 0; i < len(word); i++ {
		hash = (hash ^ uint64(word[i])) * Prime
	}
	return hash
}

// Spread makes numbers that lie near each other differ in their first bits: it multiplies with 2^64 over the golden ratio
// (Knuth, The Art of Computer Programming 6.4).
func Spread(number uint64) uint64 { return number * 0x9e3779b97f4a7c15 }

// A Table finds numbers by the first 48 bits of a digest: open addressing, at most half full. Every word of every note
// is looked up in some, so a slot is no more than those bits and the number. Of two digests that agree in them a table
// finds the first: one pair in 2^48.
type Table struct {
	slots []uint64 // as many as a power of two; 0 for a free one
	shift int      // the bits of a digest that do not choose where the search begins
	used  int
}

const numberBits = 16

// Find is the number of a digest, 0 when the table does not have it.
func (t *Table) Find(hash uint64) uint16 {
	mask := uint64(len(t.slots) - 1)
	for i := hash >> t.shift; ; i++ {
		slot := t.slots[i&mask]
		if (slot^hash)>>numberBits == 0 || slot == 0 {
			return uint16(slot)
		}
	}
}

// Add gives a digest that the table does not have a number from 1 on.
func (t *Table) Add(hash uint64, number uint16) {
	if t.used*2 >= len(t.slots) {
		t.grow()
	}
	t.put(hash>>numberBits<<numberBits | uint64(number))
	t.used++
}

// NewTable is a table without digests.
func NewTable() Table {
	var t Table
	t.grow()
	return t
}

func (t *Table) grow() {
	old := t.slots
	t.slots = make([]uint64, max(64, 2*len(old)))
	t.shift = 64 - bits.TrailingZeros(uint(len(t.slots)))
	for _, slot := range old {
		if slot != 0 {
			t.put(slot)
		}
	}
}

func (t *Table) put(slot uint64) {
	mask := uint64(len(t.slots) - 1)
	i := slot >> t.shift
	for t.slots[i&mask] != 0 {
		i++
	}
	t.slots[i&mask] = slot
}
