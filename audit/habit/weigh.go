package habit

import (
	"slices"

	"outreachaudit/audit/model"
)

// How words are chosen that explain a score.
const (
	perWord     = 0.06 // what a word must add to be worth showing
	secondShare = 0.5  // of the best stretch's score, that another must have to be shown too
)

// A stretch is items in a row that together speak for a label.
type stretch struct {
	first, last int
	worth       float32
}

// words are the stretches of a note that speak most for a label, or against it where direction is -1:
// the best, and another in some other sentence that is nearly as good. Each holds an item that is to blame.
// nil where nothing speaks for it.
func (r *reading) words(label model.Label, direction float32, why string, blamed func(*item) bool) []Evidence {
	r.worth = append(r.worth[:0], make([]float32, len(r.items))...)
	worth := r.worth
	for _, found := range r.features {
		weight := float32(r.model.At(int(found.place))[label]) * model.Scale * direction
		switch {
		case found.items[0] < 0:
		case found.items[1] < 0:
			worth[found.items[0]] += weight
		default:
			worth[found.items[0]] += weight / 2
			worth[found.items[1]] += weight / 2
		}
	}
	var best []stretch
	for first := 0; first < len(r.items); {
		last := first
		for last+1 < len(r.items) && r.items[last+1].sentence == r.items[first].sentence {
			last++
		}
		if found, ok := r.heaviest(worth, first, last); ok && r.some(found, blamed) {
			best = append(best, found)
		}
		first = last + 1
	}
	slices.SortStableFunc(best, func(a, b stretch) int {
		switch {
		case a.worth > b.worth:
			return -1
		case a.worth < b.worth:
			return 1
		}
		return 0
	})
	var evidence []Evidence
	for i, found := range best {
		if i == 0 || i == 1 && found.worth >= secondShare*best[0].worth {
			evidence = append(evidence, r.note.evidence(int(r.items[found.first].first), int(r.items[found.last].last), why))
		}
	}
	return apart(evidence)
}

func anyItem(*item) bool { return true }

func (r *reading) some(s stretch, blamed func(*item) bool) bool {
	for i := s.first; i <= s.last; i++ {
		if blamed(&r.items[i]) {
			return true
		}
	}
	return false
}

// heaviest is the stretch between two items, both words, with the largest sum.
func (r *reading) heaviest(worth []float32, first, last int) (best stretch, found bool) {
	sum, start := float32(0), -1
	for i := first; i <= last; i++ {
		if sum <= 0 {
			sum, start = 0, -1
		}
		if r.items[i].first < 0 {
			sum += worth[i]
			continue
		}
		if start < 0 {
			start = i
		}
		sum += worth[i] - perWord
		if sum > best.worth {
			best, found = stretch{start, i, sum}, true
		}
	}
	return best, found
}
