package stat

import (
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"gonum.org/v1/gonum/mat"
)

// patternsOf are the patterns of one habit alone.
func patternsOf(strata []Table) []Pattern {
	var patterns []Pattern
	for k, t := range strata {
		patterns = append(patterns, Pattern{Recruiter: k, Habits: 1, Rate: t.With()}, Pattern{Recruiter: k, Rate: t.Without()})
	}
	return patterns
}

func (want referenceFirth) check(t *testing.T, f *firth, best *state, place int) {
	t.Helper()
	odds, p := f.profile(best, place)
	if odds == nil {
		t.Fatal("no odds ratio")
	}
	for _, value := range []struct {
		what      string
		got, want float64
		within    float64
	}{
		{"coefficient", best.slopes[place], want.Coef, 1e-6},
		{"standard error", math.Sqrt(best.inverse.At(place, place)), want.SE, 1e-6},
		{"odds ratio", odds.Value, want.OR, 1e-6 * want.OR},
		{"low", odds.Low, want.LoProfile, 1e-5},
		{"high", odds.High, want.HiProfile, 1e-5 * max(1, want.HiProfile/10)},
		{"p", *p, want.P, 1e-6},
		{"Wald low", math.Exp(best.slopes[place] - Z*math.Sqrt(best.inverse.At(place, place))), want.LoWald, 1e-6},
		{"Wald high", math.Exp(best.slopes[place] + Z*math.Sqrt(best.inverse.At(place, place))), want.HiWald, 1e-6 * max(1, want.HiWald)},
	} {
		if !(math.Abs(value.got-value.want) <= value.within) {
			t.Errorf("%s %.10g, want %.10g", value.what, value.got, value.want)
		}
	}
}

func TestFirthReference(t *testing.T) {
	for _, want := range reference(t).Tables {
		t.Run(want.ID, func(t *testing.T) {
			f, _ := modelOf(patternsOf(tables(want.Table)), []int{0})
			best, ok := f.fit(f.origin(), free)
			if !ok {
				t.Fatal("the fit does not settle")
			}
			want.Expected.Logistic.Firth["default"].check(t, f, best, 0)
		})
	}
	family := reference(t).MultiHabit
	number := map[string]int{"R1": 0, "R2": 1, "R3": 2}
	var patterns []Pattern
	for _, c := range family.Cells {
		patterns = append(patterns, Pattern{Recruiter: number[c.Rec], Habits: c.Default | c.Pitch<<1 | c.Overlength<<2, Rate: Rate{c.Y, c.M}})
	}
	f, _ := modelOf(patterns, []int{0, 1, 2})
	best, ok := f.fit(f.origin(), free)
	if !ok {
		t.Fatal("the fit does not settle")
	}
	for place, name := range []string{"default", "pitch", "overlength"} {
		t.Run(name, func(t *testing.T) { family.Adjusted.Firth[name].check(t, f, best, place) })
	}
	a := Adjust(patterns, []int{0, 1, 2})
	if a.Missing != "" || a.Requests != 485 || a.Recruiters != 3 || a.Terms[2].OddsRatio == nil {
		t.Errorf("%+v", a)
	}
}

// A saturated model has a closed form: half a request is added to every cell.
func TestFirthOfOneTableAddsHalf(t *testing.T) {
	for _, table := range []Table{{9, 1, 3, 7}, {0, 10, 10, 0}, {1, 0, 0, 1}, {5, 5, 5, 5}, {0, 4, 0, 9}, {300, 2, 1, 800}} {
		f, _ := modelOf(patternsOf([]Table{table}), []int{0})
		best, ok := f.fit(f.origin(), free)
		if !ok {
			t.Fatalf("%v does not settle", table)
		}
		a, b, c, d := table.cells()
		alike(t, "log odds ratio", best.slopes[0], math.Log((a+0.5)*(d+0.5)/((b+0.5)*(c+0.5))), 1e-8)
		if odds, p := f.profile(best, 0); odds == nil || p == nil || odds.Low > odds.Value || odds.Value > odds.High {
			t.Errorf("%v: %v", table, odds)
		}
	}
}

// randomPatterns are small and thin, so that zero cells, separation and recruiters of one kind are common.
func randomPatterns(random *rand.Rand, recruiters, habits int) []Pattern {
	var patterns []Pattern
	for k := range recruiters {
		for range random.IntN(6) {
			n := random.Int64N(40)
			patterns = append(patterns, Pattern{Recruiter: k, Habits: random.Uint64N(1 << habits), Rate: Rate{random.Int64N(n + 1), n}})
		}
	}
	return patterns
}

// TestFirthAgainstDenseMatrices computes the penalised likelihood with the whole design matrix and looks for a higher
// one around the estimates.
func TestFirthAgainstDenseMatrices(t *testing.T) {
	random := generator()
	fitted := 0
	for range 200 {
		f, _ := modelOf(randomPatterns(random, 1+random.IntN(5), 3), []int{0, 1, 2})
		if f.habits == 0 {
			continue
		}
		best, ok := f.fit(f.origin(), free)
		if !ok {
			t.Fatalf("does not settle: %+v", f.cells)
		}
		fitted++
		highest := f.dense(best.intercepts, best.slopes)
		alike(t, "penalised likelihood", best.penalised, highest, 1e-9)
		for i := range f.recruiters + f.habits {
			for _, by := range []float64{-1e-3, 1e-3} {
				intercepts, slopes := slices.Clone(best.intercepts), slices.Clone(best.slopes)
				if i < f.recruiters {
					intercepts[i] += by
				} else {
					slopes[i-f.recruiters] += by
				}
				if near := f.dense(intercepts, slopes); near > highest {
					t.Errorf("coefficient %d: %v beside %v", i, near, highest)
				}
			}
		}
	}
	if fitted < 100 {
		t.Errorf("only %d of the random models have a habit", fitted)
	}
}

func (f *firth) dense(intercepts, slopes []float64) float64 {
	size := f.recruiters + f.habits
	information := mat.NewSymDense(size, nil)
	var sum float64
	for _, c := range f.cells {
		x := mat.NewVecDense(size, nil)
		x.SetVec(c.recruiter, 1)
		for _, h := range c.habits {
			x.SetVec(f.recruiters+h, 1)
		}
		logit := mat.Dot(x, mat.NewVecDense(size, slices.Concat(intercepts, slopes)))
		p := 1 / (1 + math.Exp(-logit))
		sum += c.accepted*logit - c.requests*math.Log1p(math.Exp(logit))
		information.SymRankOne(information, c.requests*p*(1-p), x)
	}
	var factor mat.Cholesky
	factor.Factorize(information)
	return sum + factor.LogDet()/2
}

func TestAdjustProperties(t *testing.T) {
	random := generator()
	adjusted := 0
	for range 150 {
		patterns := randomPatterns(random, 1+random.IntN(4), 3)
		habits := []int{0, 1, 2}
		plain := Adjust(patterns, habits)
		checkFinite(t, reflect.ValueOf(plain), "adjustment")
		if plain.Missing == notSettled {
			t.Errorf("%v: %s", patterns, plain.Missing)
		}
		if plain.Missing != "" {
			continue
		}
		adjusted++
		padded := Adjust(append(slices.Clone(patterns), Pattern{Recruiter: 99, Habits: 5}), habits)
		if !reflect.DeepEqual(plain, padded) {
			t.Errorf("an empty recruiter changes %+v to %+v", plain, padded)
		}
		shuffled, mirror := slices.Clone(patterns), slices.Clone(patterns)
		random.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		for i := range shuffled {
			shuffled[i].Recruiter = 17 - 3*shuffled[i].Recruiter
			mirror[i].Accepted = mirror[i].Mature - mirror[i].Accepted
		}
		other, mirrorImage := Adjust(shuffled, habits), Adjust(mirror, habits)
		for j, term := range plain.Terms {
			if term.Aliased {
				continue
			}
			if term.OddsRatio == nil {
				t.Fatalf("%v: no odds ratio", patterns)
			}
			same(t, "odds ratio", logs(term.OddsRatio), logs(other.Terms[j].OddsRatio), 1e-6)
			mirrored(t, "odds ratio", logs(term.OddsRatio), logs(mirrorImage.Terms[j].OddsRatio), func(x float64) float64 { return -x }, 1e-6)
		}
	}
	if adjusted < 30 {
		t.Errorf("only %d of the random patterns are enough for a model", adjusted)
	}
}

func logs(i *Interval) *Interval {
	return &Interval{Value: math.Log(i.Value), Low: math.Log(i.Low), High: math.Log(i.High)}
}

func TestAliasedHabitsAreNamed(t *testing.T) {
	patterns := []Pattern{
		{0, 0b0000, Rate{20, 60}}, {0, 0b0011, Rate{10, 60}}, {0, 0b0100, Rate{15, 60}}, {0, 0b0111, Rate{15, 60}},
		{1, 0b1000, Rate{30, 90}}, {1, 0b1011, Rate{10, 90}}, {1, 0b1100, Rate{30, 90}},
	}
	terms := Adjust(patterns, []int{0, 1, 2, 3}).Terms
	if terms[0].OddsRatio == nil || terms[2].OddsRatio == nil {
		t.Errorf("%+v", terms)
	}
	if twin := terms[1]; !twin.Aliased || twin.OddsRatio != nil || !slices.Equal(twin.With, []int{0}) {
		t.Errorf("the second habit is the first: %+v", twin)
	}
	if sender := terms[3]; !sender.Aliased || len(sender.With) != 0 {
		t.Errorf("the fourth habit is the second recruiter: %+v", sender)
	}
}

func TestAdjustNeedsData(t *testing.T) {
	for _, test := range []struct {
		patterns []Pattern
		want     string
	}{
		{nil, "No request is known for all habits."},
		{[]Pattern{{0, 1, Rate{5, 50}}}, "No habit can be told apart from who sends the requests."},
		{[]Pattern{{0, 1, Rate{5, 9}}, {1, 0, Rate{2, 5}}, {1, 1, Rate{2, 5}}}, "19 requests by 2 recruiters; 10 a recruiter needed."},
		{[]Pattern{{0, 1, Rate{4, 50}}, {0, 0, Rate{5, 50}}}, "9 accepted and 91 not; 10 of each needed for 1 recruiter and 1 habit."},
		{[]Pattern{{0, 1, Rate{5, 50}}, {0, 0, Rate{5, 50}}}, ""},
	} {
		if got := Adjust(test.patterns, []int{0}).Missing; got != test.want {
			t.Errorf("%v: %q, want %q", test.patterns, got, test.want)
		}
	}
}

// TestFirthAtTheLimits: habits that decide everything, nothing accepted by most, and counts of very different size.
func TestFirthAtTheLimits(t *testing.T) {
	random := generator()
	for name, rate := range map[string]func(habits uint64) Rate{
		"separated":      func(h uint64) Rate { return Rate{int64(h&1) * 20, 20} },
		"rare":           func(uint64) Rate { return Rate{random.Int64N(2) * random.Int64N(2), 50} },
		"nearly all":     func(uint64) Rate { return Rate{200 - random.Int64N(2), 200} },
		"uneven":         func(h uint64) Rate { return Rate{[]int64{1, 90_000}[h&1], []int64{3, 100_000}[h&1]} },
		"one acceptance": func(h uint64) Rate { return Rate{1, 1 + 5000*int64(h&1)} },
	} {
		var patterns []Pattern
		for k := range 30 {
			for h := range uint64(8) {
				patterns = append(patterns, Pattern{Recruiter: k, Habits: h, Rate: rate(h)})
			}
		}
		f, _ := modelOf(patterns, []int{0, 1, 2})
		best, ok := f.fit(f.origin(), free)
		if !ok {
			t.Errorf("%s: does not settle", name)
			continue
		}
		for h := range f.habits {
			if odds, _ := f.profile(best, h); odds == nil {
				t.Errorf("%s: no interval for habit %d, slope %v", name, h, best.slopes[h])
			} else {
				checkFinite(t, reflect.ValueOf(odds), name)
			}
		}
	}
}

// BenchmarkAdjust fits 500 recruiters with 200 requests each and all combinations of seven habits.
func BenchmarkAdjust(b *testing.B) {
	random := generator()
	var patterns []Pattern
	for k := range 500 {
		for range 100 {
			n := 1 + random.Int64N(3)
			patterns = append(patterns, Pattern{Recruiter: k, Habits: random.Uint64N(128), Rate: Rate{random.Int64N(n + 1), n}})
		}
	}
	for b.Loop() {
		if a := Adjust(patterns, []int{0, 1, 2, 3, 4, 5, 6}); a.Missing != "" {
			b.Fatal(a.Missing)
		}
	}
}
