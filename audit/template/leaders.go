package template

// MostLeaders is how many wordings a new one is held against: the latest, and those that were written from lately. They
// take 32 MB.
const MostLeaders = 1 << 18

// firstLeaders is how many there is room for at first.
const firstLeaders = 1 << 10

// leaders finds the families whose leaders are like a new wording. Of many leaders the latest are kept, and those that
// wordings were found to be like not long ago: people write from one template for a while.
type leaders struct {
	most     int      // are kept, a power of two
	added    int      // leaders so far
	sketches []Sketch // by place
	families []int32
	slots    [bands][]slot // by the digest of a band: a leader that has it, which others may replace
	keep     int           // how many there is room for now, a power of two: a leader's place is its number less what fits
}

// A slot is 1 + the place of a leader, and some bits of the band by which it is found there, so that most of those with
// another one are told without a look at them. It is 0 for none.
type slot uint32

const (
	placeBits = 19 // of a slot: enough for 1 + the last place of MostLeaders
	placeMask = 1<<placeBits - 1
)

func slotOf(place int, band uint64) slot { return bitsOf(band) | slot(place+1) }

// bitsOf are those that a slot holds of a band.
func bitsOf(band uint64) slot { return slot(band>>32) << placeBits }

func (s slot) place() int { return int(s&placeMask) - 1 }

// may reports whether the slot holds a leader that may have a band.
func (s slot) may(band uint64) bool { return s != 0 && s&^placeMask == bitsOf(band) }

func newLeaders(most int) *leaders {
	l := &leaders{most: most, keep: min(most, firstLeaders)}
	l.makeRoom()
	return l
}

func (l *leaders) makeRoom() {
	for i := range l.slots {
		l.slots[i] = make([]slot, 2*l.keep)
	}
}

// find is the earliest family whose leader is nearly the same as a wording with these bands, -1 for none.
func (l *leaders) find(w *Sketch, of *[bands]uint64) int32 {
	var found [bands]slot
	for i := range found { // each is far away in memory: so they are fetched at the same time
		found[i] = *l.at(i, of[i])
	}
	best, family := -1, int32(-1)
	for i, s := range found {
		if !s.may(of[i]) {
			continue
		}
		if place := s.place(); place != best && (best < 0 || l.families[place] < family) && w.like(&l.sketches[place]) {
			best, family = place, l.families[place]
		}
	}
	if best >= 0 && l.age(best) > l.most/2 {
		sketch := l.sketches[best]
		of := sketch.bands()
		l.add(&sketch, &of, family) // or it would be forgotten
	}
	return family
}

// at is the slot of a band.
func (l *leaders) at(i int, band uint64) *slot { return &l.slots[i][band&uint64(2*l.keep-1)] }

// age is how many leaders were added since the one at a place, itself included.
func (l *leaders) age(place int) int { return (l.added-1-place)&(l.keep-1) + 1 }

// add makes a wording with these bands the leader of a family.
func (l *leaders) add(w *Sketch, of *[bands]uint64, family int32) {
	if l.added == l.keep && l.keep < l.most {
		l.keep *= 2
		l.makeRoom()
		for place := range l.sketches {
			of := l.sketches[place].bands()
			l.enter(place, &of)
		}
	}
	place := l.added & (l.keep - 1)
	if len(l.sketches) < l.keep {
		l.sketches, l.families = append(l.sketches, *w), append(l.families, family)
	} else {
		l.sketches[place], l.families[place] = *w, family
	}
	l.added++
	l.enter(place, of)
}

// enter makes a leader findable by its bands, unless the leader of an earlier family is found by the same.
func (l *leaders) enter(place int, of *[bands]uint64) {
	for i, band := range of {
		at := l.at(i, band)
		if at.may(band) {
			if before := at.place(); l.families[before] < l.families[place] && l.sketches[before].band(i) == band {
				continue
			}
		}
		*at = slotOf(place, band)
	}
}
