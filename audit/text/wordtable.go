package text

// Hash is the 64-bit FNV-1a digest of a folded word.
func Hash(word string) uint64 {
	hash := uint64(14695981039346656037)
	for i := 0; i < len(word); i++ {
		hash = (hash ^ uint64(word[i])) * 1099511628211
	}
	return hash
}

// A wordTable finds words by their digest: open addressing, at most half full. Every word of a note is
// looked up here, so it must be quick; a digest of 64 bits stands for the word, and the word is compared
// once it is found.
type wordTable struct {
	slots []wordSlot // the number is a power of two
	used  int
}

type wordSlot struct {
	hash uint64
	word string
	id   wordID // 0 for a free slot
}

// find is the number of a word, 0 when the table does not have it.
func (t *wordTable) find(word string, hash uint64) wordID {
	if len(t.slots) == 0 {
		return 0
	}
	mask := uint64(len(t.slots) - 1)
	for i := hash & mask; t.slots[i].id != 0; i = (i + 1) & mask {
		if t.slots[i].hash == hash && t.slots[i].word == word {
			return t.slots[i].id
		}
	}
	return 0
}

// add adds a word that the table does not have.
func (t *wordTable) add(word string, id wordID) {
	if t.used*2 >= len(t.slots) {
		old := t.slots
		t.slots = make([]wordSlot, max(64, 2*len(old)))
		for _, slot := range old {
			if slot.id != 0 {
				t.put(slot)
			}
		}
	}
	t.put(wordSlot{Hash(word), word, id})
	t.used++
}

func (t *wordTable) put(slot wordSlot) {
	mask := uint64(len(t.slots) - 1)
	i := slot.hash & mask
	for t.slots[i].id != 0 {
		i = (i + 1) & mask
	}
	t.slots[i] = slot
}
