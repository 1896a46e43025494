package template

import (
	"cmp"
	"slices"
)

// Fewest words of a wording that are looked at: many people write the same short note.
const Fewest = 8

// A Wording is what is needed of a note to tell its family.
type Wording struct {
	Key    uint64 // of the whole wording; 0 for a note that is in no family, such as one of fewer words than Fewest
	Sketch Sketch
}

// WordingOf digests a wording given by the digests of its words.
func WordingOf(words []uint64) Wording {
	return Wording{Key: KeyOf(words), Sketch: SketchOf(words)}
}

// Families tells which notes are written from one template. First every note is added, in the same order
// each time; then the families can be asked. The first wording of a family leads it: others belong to it
// when they are nearly the same as the leader's.
type Families struct {
	byKey    map[uint64]int32
	leaders  *leaders
	families []counts
	shares   map[senderOf]int32 // notes by sender, of families of several senders
	senders  map[string]int32
}

// counts is what is kept of a family until all notes are known.
type counts struct {
	notes  int32
	sender int32 // the only one; -1 when there are several
}

type senderOf struct{ family, sender int32 }

// NewFamilies is empty families.
func NewFamilies() *Families {
	return &Families{byKey: map[uint64]int32{}, leaders: newLeaders(MostLeaders), shares: map[senderOf]int32{}, senders: map[string]int32{}}
}

// Add counts a note, and returns its family; -1 for none.
func (f *Families) Add(w *Wording, sender string) int32 {
	if w.Key == 0 {
		return -1
	}
	family, known := f.byKey[w.Key]
	if !known {
		family = f.join(w)
		f.byKey[w.Key] = family
	}
	id, known := f.senders[sender]
	if !known {
		id = int32(len(f.senders))
		f.senders[sender] = id
	}
	switch c := &f.families[family]; {
	case c.notes == 0:
		*c = counts{1, id}
	case c.sender == id:
		c.notes++
	default:
		if c.sender >= 0 {
			f.shares[senderOf{family, c.sender}] = c.notes
			c.sender = -1
		}
		c.notes++
		f.shares[senderOf{family, id}]++
	}
	return family
}

// join is the family of a new wording: the earliest whose leader is nearly the same, or a new one.
func (f *Families) join(w *Wording) int32 {
	of := w.Sketch.bands()
	if family := f.leaders.find(&w.Sketch, &of); family >= 0 {
		return family
	}
	family := int32(len(f.families))
	f.families = append(f.families, counts{})
	f.leaders.add(&w.Sketch, &of, family)
	return family
}

// Largest are the families of at least so many notes; of too many, the largest.
func (f *Families) Largest(least, most int) map[int32]bool {
	var large []int32
	for family, c := range f.families {
		if int(c.notes) >= least {
			large = append(large, int32(family))
		}
	}
	slices.SortStableFunc(large, func(a, b int32) int { return cmp.Compare(f.families[b].notes, f.families[a].notes) })
	set := map[int32]bool{}
	for _, family := range large[:min(most, len(large))] {
		set[family] = true
	}
	return set
}

// Of is the family of a wording, by its key; -1 for none.
func (f *Families) Of(key uint64) int32 {
	if family, known := f.byKey[key]; known {
		return family
	}
	return -1
}

// Copies is how many notes of a family a sender wrote; 0 for no family.
func (f *Families) Copies(family int32, sender string) int {
	if family < 0 {
		return 0
	}
	id, known := f.senders[sender]
	switch c := f.families[family]; {
	case !known:
		return 0
	case c.sender == id:
		return int(c.notes)
	default:
		return int(f.shares[senderOf{family, id}])
	}
}
