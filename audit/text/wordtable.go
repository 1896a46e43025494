package text

import "math/bits"

const (
	hashStart = 14695981039346656037
	hashPrime = 1099511628211
)

// Hash is the 64-bit FNV-1a digest of a folded word.
func Hash(word string) uint64 {
	hash := uint64(hashStart)
	for i := 0; i < len(word); i++ {
		hash = (hash ^ uint64(word[i])) * hashPrime
	}
	return hash
}

// A wordTable finds words by the first 48 bits of their digest: open addressing, at most half full. Every word of
// a note is looked up here, so a slot is no more than those bits and the word's number.
type wordTable struct {
	slots []uint64 // the number is a power of two; 0 for a free slot
	shift int      // the bits of a digest that do not choose where the search begins
	used  int
}

const numberBits = 16

// find is the number of a word, 0 when the table does not have it.
func (t *wordTable) find(hash uint64) wordID {
	mask := uint64(len(t.slots) - 1)
	for i := hash >> t.shift; ; i++ {
		slot := t.slots[i&mask]
		if (slot^hash)>>numberBits == 0 || slot == 0 {
			return wordID(slot)
		}
	}
}

// add adds a word that the table does not have.
func (t *wordTable) add(hash uint64, id wordID) {
	if t.used*2 >= len(t.slots) {
		t.grow()
	}
	t.put(hash>>numberBits<<numberBits | uint64(id))
	t.used++
}

// grow doubles the table; an empty one becomes ready for use.
func (t *wordTable) grow() {
	old := t.slots
	t.slots = make([]uint64, max(64, 2*len(old)))
	t.shift = 64 - bits.TrailingZeros(uint(len(t.slots)))
	for _, slot := range old {
		if slot != 0 {
			t.put(slot)
		}
	}
}

func (t *wordTable) put(slot uint64) {
	mask := uint64(len(t.slots) - 1)
	i := slot >> t.shift
	for t.slots[i&mask] != 0 {
		i++
	}
	t.slots[i&mask] = slot
}
