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
	in          *placed
	first, last int
	worth       float32
}

// words are the stretches of a note that speak most for a label, or against it where direction is -1:
// the best, and another in some other sentence that is nearly as good. Each holds an item that is to blame.
// nil where nothing speaks for it.
func (n *Note) words(label model.Label, direction float32, why string, blamed func(*passage, *item) bool) []Evidence {
	var best []stretch
	for i := range n.passages {
		best = n.passages[i].stretches(best, label, direction, blamed)
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
	var found []Evidence
	for i, s := range best {
		if i == 0 || i == 1 && s.worth >= secondShare*best[0].worth {
			found = append(found, s.in.moved(evidence(&s.in.Prose, int(s.in.items[s.first].first), int(s.in.items[s.last].last), why)))
		}
	}
	return apart(found)
}

// stretches puts the heaviest stretch of each piece that speaks for a label behind others.
func (p *placed) stretches(best []stretch, label model.Label, direction float32, blamed func(*passage, *item) bool) []stretch {
	var room [longestReading]float32
	worth := room[:min(len(p.items), len(room))]
	for i, found := range p.features {
		weight := float32(p.model.At(int(p.places[i]))[label]) * model.Scale * direction
		switch {
		case found[0] < 0:
		case found[1] < 0:
			worth[found[0]] += weight
		default:
			worth[found[0]] += weight / 2
			worth[found[1]] += weight / 2
		}
	}
	for first := 0; first < len(worth); {
		last := first
		for last+1 < len(worth) && p.items[last+1].piece == p.items[first].piece {
			last++
		}
		if found, ok := p.heaviest(worth, first, last); ok && p.some(found, blamed) {
			found.in = p
			best = append(best, found)
		}
		first = last + 1
	}
	return best
}

func anyItem(*passage, *item) bool { return true }

func (p *passage) some(s stretch, blamed func(*passage, *item) bool) bool {
	for i := s.first; i <= s.last; i++ {
		if blamed(p, &p.items[i]) {
			return true
		}
	}
	return false
}

// heaviest is the stretch between two items, both words, with the largest sum.
func (p *passage) heaviest(worth []float32, first, last int) (best stretch, found bool) {
	sum, start := float32(0), -1
	for i := first; i <= last; i++ {
		if sum <= 0 {
			sum, start = 0, -1
		}
		if p.items[i].first < 0 {
			sum += worth[i]
			continue
		}
		if start < 0 {
			start = i
		}
		sum += worth[i] - perWord
		if sum > best.worth {
			best, found = stretch{first: start, last: i, worth: sum}, true
		}
	}
	return best, found
}
