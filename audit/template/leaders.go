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
	sketches []Sketch // by number of the leader, less what fits
	families []int32
	slots    [bands][]int32 // by the digest of a band: 1 + the number of a leader that has it, which others may replace
	keep     int            // how many there is room for now, a power of two
}

func newLeaders(most int) *leaders {
	l := &leaders{most: most, keep: min(most, firstLeaders)}
	l.makeRoom()
	return l
}

func (l *leaders) makeRoom() {
	for i := range l.slots {
		l.slots[i] = make([]int32, 2*l.keep)
	}
}

// find is the earliest family whose leader is nearly the same as a wording, -1 for none.
func (l *leaders) find(w *Sketch) int32 {
	best, family := -1, int32(-1)
	for i := range l.slots {
		leader := int(l.slots[i][l.slot(w.band(i))]) - 1
		if l.kept(leader) && (best < 0 || l.families[leader%l.keep] < family) && w.like(&l.sketches[leader%l.keep]) {
			best, family = leader, l.families[leader%l.keep]
		}
	}
	if best >= 0 && l.added-best > l.most/2 {
		l.add(l.sketches[best%l.keep], family) // or it would be forgotten
	}
	return family
}

func (l *leaders) slot(band uint64) uint64 { return band & uint64(2*l.keep-1) }

func (l *leaders) kept(leader int) bool { return leader >= 0 && leader >= l.added-l.keep }

// add makes a wording the leader of a family.
func (l *leaders) add(w Sketch, family int32) {
	if l.added == l.keep && l.keep < l.most {
		l.keep *= 2
		l.makeRoom()
		for leader := range l.sketches {
			l.enter(leader)
		}
	}
	if len(l.sketches) < l.keep {
		l.sketches, l.families = append(l.sketches, w), append(l.families, family)
	} else {
		l.sketches[l.added%l.keep], l.families[l.added%l.keep] = w, family
	}
	l.added++
	l.enter(l.added - 1)
}

// enter makes a leader findable by its bands, unless the leader of an earlier family is found by the same.
func (l *leaders) enter(leader int) {
	w, family := &l.sketches[leader%l.keep], l.families[leader%l.keep]
	for i := range l.slots {
		band := w.band(i)
		at := &l.slots[i][l.slot(band)]
		if before := int(*at) - 1; l.kept(before) && l.families[before%l.keep] < family && l.sketches[before%l.keep].band(i) == band {
			continue
		}
		*at = int32(leader + 1)
	}
}
