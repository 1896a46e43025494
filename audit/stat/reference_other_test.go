package stat

import (
	"math"
	"testing"

	"gonum.org/v1/gonum/stat/distuv"
)

// TestOtherReference checks the values of the reference file that no report has; they use the parts of those it has.
func TestOtherReference(t *testing.T) {
	for _, want := range reference(t).Tables {
		t.Run(want.ID, func(t *testing.T) {
			strata := tables(want.Table)
			crude, stratified := want.Expected.Crude, want.Expected.Stratified
			checkChiSquares(t, strata, crude, stratified)
			checkSato(t, strata, stratified)
			checkConditional(t, total(strata), crude)
			checkMaximum(t, strata, want.Expected.Logistic.Maximum["default"])
			if eb := want.Expected.League.EB; eb != nil {
				checkEmpiricalBayes(t, strata, eb.Mu, eb.M)
			}
		})
	}
}

// chance is the p-value of a chi-square statistic with one degree of freedom.
func chance(statistic float64) float64 { return math.Erfc(math.Sqrt(statistic / 2)) }

func checkChiSquares(t *testing.T, strata []Table, crude referenceCrude, stratified referenceStratified) {
	t.Helper()
	phi := *CrudeOf(total(strata)).Phi
	near(t, "crude chi-square p", chance(phi*phi*total(strata).margins().total), crude.ChiSquare)
	var excess, variance float64
	for _, s := range keep(strata, Table.informative) {
		m := s.margins()
		excess += float64(s.A) - m.with*m.accepted/m.total
		variance += m.hypergeometricVariance()
	}
	correction := 0.5
	if math.Abs(excess) < correction {
		correction = 0
	}
	corrected := math.Pow(math.Abs(excess)-correction, 2) / variance
	near(t, "corrected CMH", corrected, stratified.CMH.ChisqCorrect)
	near(t, "corrected CMH p", chance(corrected), stratified.CMH.PCorrected)
	if h := stratified.Homogeneity; h != nil {
		near(t, "Breslow-Day p", distuv.ChiSquared{K: float64(h.DF)}.Survival(h.BreslowDay), h.BreslowDayP)
	}
}

func checkSato(t *testing.T, strata []Table, want referenceStratified) {
	t.Helper()
	var weight, sumP, sumQ, difference float64
	for _, s := range keep(strata, Table.comparable) {
		a, b, c, d := s.cells()
		m := s.margins()
		weight += s.weight()
		difference += (a*m.without - c*m.with) / m.total
		sumP += (m.with*m.with*c - m.without*m.without*a + m.with*m.without*(m.without-m.with)/2) / (m.total * m.total)
		sumQ += (a*d + b*c) / (2 * m.total)
	}
	difference /= weight
	deviation := math.Sqrt(difference*sumP+sumQ) / weight
	near(t, "Sato", deviation, want.RD.SeSato)
	near(t, "Sato low", difference-Z*deviation, want.RD.Lo)
	near(t, "Sato high", difference+Z*deviation, want.RD.Hi)
}

// solver is how far R's own solver is from the odds ratio, or from its inverse where that is below 1.
const solver = 1.3e-4

// checkConditional finds the odds ratios at which the first cell's mean, and its tails, are as observed.
func checkConditional(t *testing.T, table Table, want referenceCrude) {
	t.Helper()
	d := hypergeometric(table)
	tilted := func(logOdds float64, value func(x int64) float64) float64 {
		var sum, all float64
		for i, p := range d.probabilities {
			x := d.first + int64(i)
			w := p * math.Exp(logOdds*float64(x-table.A))
			sum, all = sum+w*value(x), all+w
		}
		return sum / all
	}
	solve := func(target float64, value func(x int64) float64) float64 { // value grows with the odds
		low, high := -15.0, 15.0
		for range 200 {
			if mid := (low + high) / 2; tilted(mid, value) < target {
				low = mid
			} else {
				high = mid
			}
		}
		return math.Exp(low)
	}
	compare := func(what string, want any, target float64, value func(x int64) float64) {
		t.Helper()
		number, finite := want.(float64)
		got := solve(target, value)
		if apart := min(math.Abs(got-number), math.Abs(1/got-1/number)); finite && !(apart <= solver) {
			t.Errorf("%s %v, want %v", what, got, number)
		}
	}
	from := func(least int64) func(int64) float64 {
		return func(x int64) float64 {
			if x >= least {
				return 1
			}
			return 0
		}
	}
	compare("conditional odds ratio", want.Fisher.CondOR, float64(table.A), func(x int64) float64 { return float64(x) })
	compare("conditional low", want.Fisher.Lo, 0.025, from(table.A))
	compare("conditional high", want.Fisher.Hi, 0.975, from(table.A+1))
}

// checkMaximum fits without penalty, by Newton's steps.
func checkMaximum(t *testing.T, strata []Table, want referenceWald) {
	t.Helper()
	if want.Separated {
		return
	}
	f, _ := modelOf(patternsOf(keep(strata, Table.informative)), []int{0})
	now := f.at(f.origin().intercepts, f.origin().slopes)
	for range 50 {
		clear(now.leverage)
		intercepts, slopes, ok := f.step(now, free)
		if !ok {
			t.Fatal("no step")
		}
		now = f.at(along(now.intercepts, intercepts, 1), along(now.slopes, slopes, 1))
	}
	deviation := math.Sqrt(now.inverse.At(0, 0))
	near(t, "coefficient", now.slopes[0], want.Coef)
	near(t, "standard error", deviation, want.SE)
	near(t, "odds ratio", math.Exp(now.slopes[0]), want.OR)
	near(t, "Wald low", math.Exp(now.slopes[0]-Z*deviation), want.LoWald)
	if high := math.Exp(now.slopes[0] + Z*deviation); math.Abs(high-want.HiWald) > tolerance*high {
		t.Errorf("Wald high %v, want %v", high, want.HiWald)
	}
	near(t, "Wald p", chance(math.Pow(now.slopes[0]/deviation, 2)), want.P)
}

// checkEmpiricalBayes checks that the likelihood of the recruiters' distribution is level where R finds its top.
func checkEmpiricalBayes(t *testing.T, strata []Table, mean, precision any) {
	t.Helper()
	mu, known := mean.(float64)
	m, alsoKnown := precision.(float64)
	if !known || !alsoKnown {
		return
	}
	var rates []Rate
	for _, s := range strata {
		rates = append(rates, s.All())
	}
	fit := func(mu, m float64) float64 {
		n := node{alpha: mu * m, beta: (1 - mu) * m}
		return n.fit(rates)
	}
	along := (fit(mu+1e-4, m) - fit(mu-1e-4, m)) / 2e-4
	across := (fit(mu, m*1.001) - fit(mu, m/1.001)) / 2e-3
	if math.Abs(along) > 1e-2 || math.Abs(across) > 1e-3 {
		t.Errorf("at mean %v and precision %v the likelihood has a slope of %v and %v", mu, m, along, across)
	}
}
