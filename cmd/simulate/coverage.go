package main

import (
	"fmt"
	"io"
	"math"
	"math/rand/v2"

	"outreachaudit/audit/stat"
)

// A setting is a team of which everything is known.
type setting struct {
	name    string
	sizes   [][2]int64 // requests with and without the habit, by recruiter
	without []float64  // probability that a request without it is accepted, by recruiter
	odds    float64    // odds ratio of the habit, the same for all
}

// with is the probability that a recruiter's request with the habit is accepted.
func (s *setting) with(k int) float64 {
	odds := s.odds * s.without[k] / (1 - s.without[k])
	return odds / (1 + odds)
}

// settings are small and uneven teams: few recruiters, rare acceptance, tiny groups, a rare habit.
func settings() []setting {
	var all []setting
	for _, s := range []struct {
		name          string
		recruiters    int
		with, without int64
		share         float64
	}{
		{"3 recruiters, 100 requests a group, 30 % accepted", 3, 100, 100, 0.30},
		{"3 recruiters, 20 a group, 8 %", 3, 20, 20, 0.08},
		{"50 recruiters, 1 to 6 a group, 30 %", 50, 0, 0, 0.30},
		{"6 recruiters, 5 with the habit and 60 without, 30 %", 6, 5, 60, 0.30},
		{"6 recruiters, 50 a group, 5 %", 6, 50, 50, 0.05},
	} {
		for _, odds := range []float64{1, 0.6} {
			one := setting{name: fmt.Sprintf("%s, odds ratio %.1f", s.name, odds), odds: odds}
			for k := range s.recruiters {
				size := [2]int64{s.with, s.without}
				if s.with == 0 {
					size = [2]int64{1 + int64(k*5%6), 1 + int64(k*7%6)}
				}
				one.sizes = append(one.sizes, size)
				one.without = append(one.without, s.share*(0.7+0.6*float64(k%5)/4)) // recruiters differ by 30 % both ways
			}
			all = append(all, one)
		}
	}
	return all
}

// draw is one data set.
func (s *setting) draw(random *rand.Rand) []stat.Table {
	tables := make([]stat.Table, len(s.sizes))
	for k, size := range s.sizes {
		a, c := binomial(random, size[0], s.with(k)), binomial(random, size[1], s.without[k])
		tables[k] = stat.Table{A: a, B: size[0] - a, C: c, D: size[1] - c}
	}
	return tables
}

// A hit says whether an interval held the truth; estimable is false where there was none.
type hit struct{ estimable, held bool }

func hitOf(i *stat.Interval, truth float64) hit {
	return hit{i != nil, i != nil && i.Low <= truth && truth <= i.High}
}

// The intervals whose coverage is measured, in this order.
var intervals = []string{"rate", "difference, team", "difference, within", "odds ratio, within", "shortfall", "odds ratio, adjusted"}

// truths are the true values of the intervals.
func (s *setting) truths() []float64 {
	var with, without, n1, n0, weighted, weight, expected float64
	for k, size := range s.sizes {
		one, other := float64(size[0]), float64(size[1])
		n1, n0 = n1+one, n0+other
		with, without = with+one*s.with(k), without+other*s.without[k]
		w := one * other / (one + other)
		weight, weighted = weight+w, weighted+w*(s.with(k)-s.without[k])
		if size[1] >= 5 {
			expected += one * (s.without[k] - s.with(k))
		}
	}
	return []float64{(with + without) / (n1 + n0), with/n1 - without/n0, weighted / weight, s.odds, expected, s.odds}
}

func (s *setting) run(random *rand.Rand) []hit {
	truths := s.truths()
	strata := s.draw(random)
	var total stat.Table
	var patterns []stat.Pattern
	for k, t := range strata {
		total = total.Plus(t)
		patterns = append(patterns, stat.Pattern{Recruiter: k, Habits: 1, Rate: t.With()}, stat.Pattern{Recruiter: k, Rate: t.Without()})
	}
	within := stat.WithinOf(strata)
	found := []*stat.Interval{nil, stat.CrudeOf(total).Difference, within.Difference, within.OddsRatio, nil, nil}
	if rate, ok := total.All().Interval(); ok {
		found[0] = &rate
	}
	if short, ok := stat.ShortfallOf(strata); ok {
		found[4] = &stat.Interval{Value: short.Value, Low: short.Low, High: short.High}
	}
	if terms := stat.Adjust(patterns, []int{0}).Terms; len(terms) > 0 {
		found[5] = terms[0].OddsRatio
	}
	hits := make([]hit, len(found))
	for i := range found {
		hits[i] = hitOf(found[i], truths[i])
	}
	return hits
}

// The bounds of the coverage of a 95 % interval. Where few acceptances are to be expected, intervals cannot be exact,
// because counts are whole numbers; they may then hold the truth more often, but not less. An interval that most runs
// lack, for want of data, is not held to them: the runs that have it are no fair sample.
const (
	leastCoverage = 0.93
	mostCoverage  = 0.975
	sparse        = 10  // acceptances to be expected with the habit
	mostly        = 0.9 // of the runs
)

// isSparse reports whether few requests with the habit are to be expected to be accepted.
func (s *setting) isSparse() bool {
	var expected float64
	for k, size := range s.sizes {
		expected += float64(size[0]) * s.with(k)
	}
	return expected < sparse
}

// coverage prints how often the intervals hold the truth.
func coverage(w io.Writer, runs int, seed uint64) bool {
	fmt.Fprintf(w, "Coverage of 95 %% intervals over %d runs, in percent (in brackets: runs with an interval, where not all)\nSetting", runs)
	for _, name := range intervals {
		fmt.Fprintf(w, "\t%s", name)
	}
	fmt.Fprintln(w)
	ok := true
	for _, s := range settings() {
		outcomes := each(runs, seed, s.run)
		most := mostCoverage
		if s.isSparse() {
			most = 1
			s.name += " *"
		}
		fmt.Fprint(w, s.name)
		for i := range intervals {
			held, estimable := count(outcomes, i)
			ok = line(w, held, estimable, runs, most) && ok
		}
		fmt.Fprintln(w)
	}
	fmt.Fprintln(w, "* few acceptances to be expected: intervals may hold the truth more often")
	return drawn(w, runs, seed) && ok
}

// count is in how many runs the ith interval held the truth, and in how many there was one.
func count(outcomes [][]hit, i int) (held, estimable int) {
	for _, hits := range outcomes {
		if hits[i].estimable {
			estimable++
		}
		if hits[i].held {
			held++
		}
	}
	return held, estimable
}

// line prints one coverage and reports whether it is within bounds, but for what chance does to a simulation.
func line(w io.Writer, held, estimable, runs int, most float64) bool {
	if estimable == 0 {
		fmt.Fprint(w, "\t-")
		return true
	}
	share := float64(held) / float64(estimable)
	chance := 2.6 * math.Sqrt(0.05*0.95/float64(estimable))
	within := float64(estimable) < mostly*float64(runs) || share >= leastCoverage-chance && share <= most+chance
	mark := ""
	if !within {
		mark = "!"
	}
	if estimable < runs {
		mark += fmt.Sprintf(" (%d)", estimable)
	}
	fmt.Fprintf(w, "\t%.1f%s", 100*share, mark)
	return within
}

// drawn prints how often the intervals of recruiters' drawn rates hold the recruiters' true rates.
func drawn(w io.Writer, runs int, seed uint64) bool {
	runs = max(1, runs/10) // each run has all its recruiters
	fmt.Fprintf(w, "\nCoverage of the intervals of drawn rates over %d runs of all recruiters\n", runs)
	ok := true
	for _, s := range []struct {
		recruiters  int
		requests    int64
		alpha, beta int // of the distribution of recruiters' rates
	}{{4, 60, 6, 14}, {10, 30, 15, 35}, {30, 100, 4, 16}} {
		outcomes := each(runs, seed, func(random *rand.Rand) int {
			rates, truths := make([]stat.Rate, s.recruiters), make([]float64, s.recruiters)
			for k := range rates {
				truths[k] = beta(random, s.alpha, s.beta)
				n := 5 + random.Int64N(2*s.requests-9)
				rates[k] = stat.Rate{Accepted: binomial(random, n, truths[k]), Mature: n}
			}
			held := 0
			for k, place := range stat.PlacesOf(rates) {
				if hitOf(place.Shrunk, truths[k]).held {
					held++
				}
			}
			return held
		})
		held := 0
		for _, n := range outcomes {
			held += n
		}
		fmt.Fprintf(w, "%d recruiters, about %d requests each, rates around %.0f %%", s.recruiters, s.requests, 100*float64(s.alpha)/float64(s.alpha+s.beta))
		ok = line(w, held, runs*s.recruiters, runs*s.recruiters, mostCoverage) && ok
		fmt.Fprintln(w)
	}
	return ok
}
