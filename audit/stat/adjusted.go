package stat

import (
	"fmt"
	"math"
	"slices"

	"gonum.org/v1/gonum/mat"
)

// A Pattern is the mature requests of one recruiter that show one exact combination of habits.
type Pattern struct {
	Recruiter int    // any number that tells recruiters apart
	Habits    uint64 // bit i: they show habit i
	Rate
}

// An Adjustment is the association of every habit with acceptance among requests that are alike in recruiter and all
// other habits. It answers another question than [Within], which compares with all of a recruiter's other requests.
type Adjustment struct {
	Requests   int64  // mature requests with all habits known, on which it rests
	Recruiters int    // who sent them
	Terms      []Term // in the order asked for; nil when there is no model
	Missing    string // why there is no model, a sentence; "" when there is one
}

// A Term is one habit of an [Adjustment].
type Term struct {
	Habit int // its bit in [Pattern.Habits]
	// OddsRatio is the adjusted odds ratio by Firth's penalised likelihood (1993), with the interval of the profile
	// penalised likelihood (Heinze and Schemper 2002). Nil when the habit cannot be told apart from others, or when the
	// fit does not settle.
	OddsRatio *Interval
	// P is the p-value of the penalised likelihood ratio against an odds ratio of 1. Nil with OddsRatio.
	P *float64
	// Aliased: the habit cannot be told apart from the recruiters or from other habits.
	Aliased bool
	// With are the habits it cannot be told apart from; none when it is who sends the requests.
	With []int
}

const (
	leastRequests = 10 // requests a recruiter that an adjustment needs
	leastEvents   = 5  // requests accepted, and not accepted, for each of its coefficients
	// dependent is the share of a habit's variation that must be left after recruiters and other habits.
	dependent = 1e-9
)

// notSettled is for data on which the fit ends without an answer; none is known.
const notSettled = "The estimates did not settle."

// Adjust fits all habits asked for together. It says why when the data are too few: below 10 requests a recruiter, or
// below 5 accepted or not accepted for each recruiter and habit, estimates would mostly be noise.
func Adjust(patterns []Pattern, habits []int) Adjustment {
	var all Rate
	for _, pattern := range patterns {
		all.Accepted += pattern.Accepted
		all.Mature += pattern.Mature
	}
	f, terms := modelOf(patterns, habits)
	adjustment := Adjustment{Requests: all.Mature, Recruiters: f.recruiters}
	if adjustment.Missing = lackOfModel(all, f.recruiters, f.habits); adjustment.Missing != "" {
		return adjustment
	}
	best, ok := f.fit(f.origin(), free)
	if !ok {
		adjustment.Missing = notSettled
		return adjustment
	}
	place := 0
	for j := range terms {
		if !terms[j].Aliased {
			terms[j].OddsRatio, terms[j].P = f.profile(best, place)
			place++
		}
	}
	adjustment.Terms = terms
	return adjustment
}

// modelOf is the model of the habits that can be told apart; the terms say which cannot.
func modelOf(patterns []Pattern, habits []int) (*firth, []Term) {
	f := &firth{}
	numbers := map[int]int{}
	var shows [][]bool
	for _, pattern := range patterns {
		if pattern.Mature == 0 {
			continue
		}
		number, known := numbers[pattern.Recruiter]
		if !known {
			number = len(numbers)
			numbers[pattern.Recruiter] = number
		}
		shown := make([]bool, len(habits))
		for j, h := range habits {
			shown[j] = pattern.Habits>>h&1 == 1
		}
		shows = append(shows, shown)
		f.cells = append(f.cells, cell{recruiter: number, accepted: float64(pattern.Accepted), requests: float64(pattern.Mature)})
	}
	f.recruiters = len(numbers)
	terms, kept := independent(f.cells, f.recruiters, shows, habits)
	f.habits = len(kept)
	for i := range f.cells {
		for place, j := range kept {
			if shows[i][j] {
				f.cells[i].habits = append(f.cells[i].habits, place)
			}
		}
	}
	return f, terms
}

func lackOfModel(all Rate, recruiters, habits int) string {
	least := min(all.Accepted, all.Mature-all.Accepted)
	switch {
	case all.Mature == 0:
		return "No request is known for all habits."
	case habits == 0:
		return "No habit can be told apart from who sends the requests."
	case all.Mature < leastRequests*int64(recruiters):
		return fmt.Sprintf("%s by %s; %d a recruiter needed.", plural(all.Mature, "request", "requests"),
			plural(int64(recruiters), "recruiter", "recruiters"), leastRequests)
	case least < leastEvents*int64(recruiters+habits):
		return fmt.Sprintf("%d accepted and %d not; %d of each needed for %s and %s.", all.Accepted, all.Mature-all.Accepted,
			leastEvents*(recruiters+habits), plural(int64(recruiters), "recruiter", "recruiters"), plural(int64(habits), "habit", "habits"))
	}
	return ""
}

// independent finds the habits that vary on their own, after recruiters and the habits before them, by elimination on
// their sums of squares and products around each recruiter's mean. The others are named as aliased.
func independent(cells []cell, recruiters int, shows [][]bool, habits []int) (terms []Term, kept []int) {
	n := len(habits)
	products, raw := centred(cells, recruiters, shows, n)
	for j := range habits {
		terms = append(terms, Term{Habit: habits[j]})
		left := products.At(j, j)
		weights := make([]float64, len(kept))
		if len(kept) > 0 {
			before, own := mat.NewSymDense(len(kept), nil), mat.NewVecDense(len(kept), nil)
			for a, i := range kept {
				own.SetVec(a, products.At(i, j))
				for b, k := range kept {
					before.SetSym(a, b, products.At(i, k))
				}
			}
			var factor mat.Cholesky
			factor.Factorize(before) // of habits that are independent: positive definite
			solved := mat.NewVecDense(len(kept), weights)
			if err := factor.SolveVecTo(solved, own); err == nil {
				left -= mat.Dot(solved, own)
			}
		}
		if left > dependent*raw[j] && raw[j] > 0 {
			kept = append(kept, j)
			continue
		}
		terms[j].Aliased = true
		for a, i := range kept {
			if math.Abs(weights[a]) > math.Sqrt(dependent) {
				terms[j].With = append(terms[j].With, habits[i])
			}
		}
	}
	return terms, kept
}

// centred are the sums of squares and products of the habits around each recruiter's mean, and the requests with each.
func centred(cells []cell, recruiters int, shows [][]bool, habits int) (products *mat.SymDense, raw []float64) {
	size := make([]float64, recruiters)
	means := make([]float64, recruiters*habits)
	raw = make([]float64, habits)
	for i := range cells {
		size[cells[i].recruiter] += cells[i].requests
		for h, shown := range shows[i] {
			if shown {
				means[cells[i].recruiter*habits+h] += cells[i].requests
				raw[h] += cells[i].requests
			}
		}
	}
	for i := range means {
		means[i] /= size[i/habits]
	}
	products = mat.NewSymDense(max(1, habits), nil)
	apart := make([]float64, habits)
	for i := range cells {
		for h, shown := range shows[i] {
			apart[h] = -means[cells[i].recruiter*habits+h]
			if shown {
				apart[h]++
			}
		}
		for g := range apart {
			for h := g; h < habits; h++ {
				products.SetSym(g, h, products.At(g, h)+cells[i].requests*apart[g]*apart[h])
			}
		}
	}
	return products, raw
}

const (
	chiSquare95 = Z * Z // 95 % point of the chi-square distribution with one degree of freedom
	mostMoves   = 60    // in the search for a limit
	precise     = 1e-9  // of a limit, in log odds
)

// profile is the odds ratio of one habit, with the limits at which the penalised likelihood, maximised over all other
// coefficients, has dropped by what the chi-square distribution allows.
func (f *firth) profile(best *state, habit int) (*Interval, *float64) {
	slope := best.slopes[habit]
	width := Z * math.Sqrt(best.inverse.At(habit, habit))
	low, okLow := f.limit(best, habit, -width)
	high, okHigh := f.limit(best, habit, width)
	none, okNone := f.hold(best, habit, 0)
	interval := Interval{Value: math.Exp(slope), Low: math.Exp(low), High: math.Exp(high)}
	if !okLow || !okHigh || !okNone || !(interval.Low > 0) || !(interval.High <= math.MaxFloat64) {
		return nil, nil
	}
	p := math.Erfc(math.Sqrt(max(0, best.penalised-none.penalised)))
	return &interval, &p
}

// hold fits all coefficients but the slope of one habit.
func (f *firth) hold(from *state, habit int, slope float64) (*state, bool) {
	start := &state{intercepts: from.intercepts, slopes: slices.Clone(from.slopes)}
	start.slopes[habit] = slope
	return f.fit(start, habit)
}

// limit finds where the profile has dropped to the 95 % limit on one side. The profile's slope is known, so Newton's
// steps find it; between two bounds, so that they cannot run away.
func (f *firth) limit(best *state, habit int, first float64) (float64, bool) {
	inside, outside := 0.0, math.Copysign(math.Inf(1), first) // distances from the best slope
	now, at := best, first
	for range mostMoves {
		var ok bool
		if now, ok = f.hold(now, habit, best.slopes[habit]+at); !ok {
			return 0, false
		}
		drop := 2*(best.penalised-now.penalised) - chiSquare95
		if drop < 0 {
			inside = at
		} else {
			outside = at
		}
		_, slopes := f.score(now)
		move := drop / (2 * slopes[habit])
		if math.Abs(move) < precise {
			return best.slopes[habit] + at + move, true
		}
		next := at + move
		wild := !(math.Abs(next) > math.Abs(inside) && math.Abs(next) < math.Abs(outside) && next*first > 0)
		switch {
		case wild && math.IsInf(outside, 0):
			next = 2 * at
		case wild:
			next = (inside + outside) / 2
		}
		at = next
	}
	return 0, false
}
