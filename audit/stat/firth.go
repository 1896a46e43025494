package stat

import (
	"math"
	"slices"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/mat"
)

// A firth is a logistic regression of acceptance on habits with one intercept a recruiter, fitted with Firth's penalty
// (1993): the log likelihood plus half the logarithm of the determinant of the information. Unlike maximum likelihood
// it has finite estimates whenever the habits can be told apart, and it is less biased in small samples.
//
// The intercepts only touch their own recruiter, so their block of the information is diagonal: everything is solved
// through the block of the habits, which stays as small as there are habits however many recruiters there are.
type firth struct {
	cells      []cell
	recruiters int
	habits     int
}

// A cell is the requests of one recruiter with one combination of habits.
type cell struct {
	recruiter int
	habits    []int // which habits it shows, by place in the model
	accepted  float64
	requests  float64
}

// A state is one set of coefficients and what follows from it.
type state struct {
	intercepts []float64 // by recruiter
	slopes     []float64 // by habit
	fitted     []float64 // probability of acceptance, by cell
	leverage   []float64 // diagonal of the hat matrix, by cell
	penalised  float64   // penalised log likelihood
	inverse    *mat.SymDense
}

const (
	mostSteps    = 200   // of a fit; ten are usual
	mostHalvings = 40    // of a step that overshoots
	steady       = 0.3   // share of the step before from which one is taken to fall short
	longestStep  = 4.0   // of any coefficient, in log odds
	settled      = 1e-10 // change of every coefficient below which a fit has converged
	slack        = 1e-12 // of the penalised likelihood, relative: less is rounding
	free         = -1    // no coefficient is held
)

// origin is the start of a first fit: no habit goes with acceptance, and half of all requests are accepted.
func (f *firth) origin() *state {
	return &state{intercepts: make([]float64, f.recruiters), slopes: make([]float64, f.habits)}
}

// fit climbs to the largest penalised likelihood from a start, with the slope of one habit held where it is unless
// held is free. It is false when it does not converge.
//
// The steps use (m+h)p(1-p) as weights: those of the plain information oscillate for ever on tiny tables. Far from the
// maximum of separated data such steps fall short by the same share again and again; that share is measured and made up
// for.
func (f *firth) fit(start *state, held int) (*state, bool) {
	now := f.at(start.intercepts, start.slopes)
	if now == nil {
		return nil, false
	}
	var before []float64 // the last step, if it was taken whole
	for range mostSteps {
		intercepts, slopes, ok := f.step(now, held)
		if !ok {
			return nil, false
		}
		step := slices.Concat(intercepts, slopes)
		size := floats.Norm(step, math.Inf(1))
		if size < settled {
			return now, true
		}
		scale := min(catchUp(step, before), longestStep/size)
		next := now
		for range mostHalvings {
			next = f.at(along(now.intercepts, intercepts, scale), along(now.slopes, slopes, scale))
			if next != nil && next.penalised >= now.penalised-slack*(1+math.Abs(now.penalised)) {
				break
			}
			next, scale = now, scale/2
		}
		if next == now {
			return nil, false
		}
		before = nil
		if scale == 1 {
			before = step
		}
		now = next
	}
	return nil, false
}

// catchUp is by how much a step falls short when it is a steady share of the one before it (Aitken's extrapolation).
func catchUp(step, before []float64) float64 {
	if before == nil {
		return 1
	}
	share := floats.Dot(step, before) / floats.Dot(before, before)
	if share < steady || share >= 1 {
		return 1
	}
	return 1 / (1 - share)
}

// along is a point so far along a step.
func along(from, step []float64, scale float64) []float64 {
	to := slices.Clone(from)
	for i := range to {
		to[i] += scale * step[i]
	}
	return to
}

// at works out a state from its coefficients; nil where the information cannot be inverted.
func (f *firth) at(intercepts, slopes []float64) *state {
	s := &state{
		intercepts: intercepts, slopes: slopes,
		fitted: make([]float64, len(f.cells)), leverage: make([]float64, len(f.cells)),
	}
	weights := make([]float64, len(f.cells))
	for i := range f.cells {
		c := &f.cells[i]
		logit := intercepts[c.recruiter]
		for _, h := range c.habits {
			logit += slopes[h]
		}
		tail := math.Exp(-math.Abs(logit))
		p := 1 / (1 + tail)
		if logit < 0 {
			p = tail / (1 + tail)
		}
		s.fitted[i] = p
		weights[i] = c.requests * (tail / (1 + tail)) / (1 + tail)
		s.penalised += c.accepted*logit - c.requests*(max(0, logit)+math.Log1p(tail))
	}
	blocks := f.information(weights)
	var factor mat.Cholesky
	if !factor.Factorize(blocks.schur) {
		return nil
	}
	s.inverse = mat.NewSymDense(f.habits, nil)
	if err := factor.InverseTo(s.inverse); err != nil {
		return nil
	}
	s.penalised += factor.LogDet() / 2
	for _, d := range blocks.own {
		s.penalised += math.Log(d) / 2
	}
	if math.IsNaN(s.penalised) || math.IsInf(s.penalised, 0) {
		return nil
	}
	f.fillLeverage(s, weights, blocks)
	return s
}

// blocks are the parts of an information matrix X'WX.
type blocks struct {
	own   []float64     // the diagonal block of the intercepts
	cross [][]float64   // of each recruiter's intercept with the habits
	schur *mat.SymDense // what the habits are left with after the intercepts
}

func (f *firth) information(weights []float64) blocks {
	b := blocks{own: make([]float64, f.recruiters), cross: make([][]float64, f.recruiters)}
	flat := make([]float64, f.recruiters*f.habits)
	for k := range b.cross {
		b.cross[k] = flat[k*f.habits : (k+1)*f.habits]
	}
	schur := make([]float64, f.habits*f.habits)
	for i := range f.cells {
		c, w := &f.cells[i], weights[i]
		b.own[c.recruiter] += w
		cross := b.cross[c.recruiter]
		for j, h := range c.habits {
			cross[h] += w
			row := schur[h*f.habits:]
			for _, g := range c.habits[j:] {
				row[g] += w
			}
		}
	}
	for k, cross := range b.cross {
		for h, x := range cross {
			if x == 0 {
				continue
			}
			row := schur[h*f.habits:]
			for g := h; g < f.habits; g++ {
				row[g] -= x * cross[g] / b.own[k]
			}
		}
	}
	b.schur = mat.NewSymDense(f.habits, schur)
	return b
}

// fillLeverage is w x' I⁻¹ x for each cell: 1/d + (z-b)' S⁻¹ (z-b), with d its recruiter's own block, b the cross block
// over d, z its habits and S the block left to the habits.
func (f *firth) fillLeverage(s *state, weights []float64, b blocks) {
	centres := make([]float64, f.recruiters) // b' S⁻¹ b
	turned := make([]float64, f.recruiters*f.habits)
	inverse := s.inverse.RawSymmetric()
	at := func(g, h int) float64 { return inverse.Data[min(g, h)*inverse.Stride+max(g, h)] }
	for k, cross := range b.cross {
		row := turned[k*f.habits : (k+1)*f.habits]
		for g := range row {
			for h, x := range cross {
				row[g] += at(g, h) * x / b.own[k]
			}
			centres[k] += row[g] * cross[g] / b.own[k]
		}
	}
	for i := range f.cells {
		c := &f.cells[i]
		row := turned[c.recruiter*f.habits:]
		form := centres[c.recruiter]
		for j, h := range c.habits {
			form += at(h, h) - 2*row[h]
			for _, g := range c.habits[j+1:] {
				form += 2 * at(h, g)
			}
		}
		s.leverage[i] = weights[i] * (1/b.own[c.recruiter] + form)
	}
}

// score is the slope of the penalised likelihood along every coefficient.
func (f *firth) score(s *state) (intercepts, slopes []float64) {
	intercepts, slopes = make([]float64, f.recruiters), make([]float64, f.habits)
	for i := range f.cells {
		c := &f.cells[i]
		u := c.accepted - c.requests*s.fitted[i] + s.leverage[i]*(0.5-s.fitted[i])
		intercepts[c.recruiter] += u
		for _, h := range c.habits {
			slopes[h] += u
		}
	}
	return intercepts, slopes
}

// step is where the score points from a state, 0 for the habit held.
func (f *firth) step(s *state, held int) (intercepts, slopes []float64, ok bool) {
	weights := make([]float64, len(f.cells))
	for i := range f.cells {
		weights[i] = (f.cells[i].requests + s.leverage[i]) * s.fitted[i] * (1 - s.fitted[i])
	}
	b := f.information(weights)
	intercepts, slopes = f.score(s)
	right := mat.NewVecDense(f.habits, slopes)
	for k, cross := range b.cross {
		for h, x := range cross {
			slopes[h] -= x * intercepts[k] / b.own[k]
		}
	}
	if held != free {
		for h := range f.habits {
			b.schur.SetSym(held, h, 0)
		}
		b.schur.SetSym(held, held, 1)
		slopes[held] = 0
	}
	var factor mat.Cholesky
	if !factor.Factorize(b.schur) {
		return nil, nil, false
	}
	if err := factor.SolveVecTo(right, right); err != nil {
		return nil, nil, false
	}
	for k, cross := range b.cross {
		for h, x := range cross {
			intercepts[k] -= x * slopes[h]
		}
		intercepts[k] /= b.own[k]
	}
	return intercepts, slopes, true
}
