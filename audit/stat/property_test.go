package stat

import (
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"
	"time"
)

// generator of random strata, the same on every run.
func generator() *rand.Rand { return rand.New(rand.NewPCG(1927, 1998)) }

// randomStrata are up to six small tables in which zero cells, empty groups and empty tables are common.
func randomStrata(random *rand.Rand) []Table {
	limits := []int64{1, 2, 4, 30}
	cell := func() int64 {
		if random.IntN(4) == 0 {
			return 0
		}
		return random.Int64N(limits[random.IntN(len(limits))] + 1)
	}
	strata := make([]Table, random.IntN(7))
	for i := range strata {
		strata[i] = Table{A: cell(), B: cell(), C: cell(), D: cell()}
	}
	return strata
}

// checkFinite fails on a NaN or infinite number anywhere in a value and on an interval that is out of order.
func checkFinite(t *testing.T, value reflect.Value, path string) {
	t.Helper()
	switch value.Kind() {
	case reflect.Float64:
		if number := value.Float(); math.IsNaN(number) || math.IsInf(number, 0) {
			t.Errorf("%s is %v", path, number)
		}
	case reflect.Pointer:
		if !value.IsNil() {
			checkFinite(t, value.Elem(), path)
		}
	case reflect.Slice:
		for i := range value.Len() {
			checkFinite(t, value.Index(i), fmt.Sprintf("%s[%d]", path, i))
		}
	case reflect.Struct:
		if interval, ok := value.Interface().(Interval); ok && (interval.Low > interval.Value || interval.Value > interval.High) {
			t.Errorf("%s is out of order: %v", path, interval)
		}
		if gap, ok := value.Interface().(Shortfall); ok && (gap.Low > gap.Value || gap.Value > gap.High) {
			t.Errorf("%s is out of order: %v", path, gap)
		}
		for i := range value.NumField() {
			checkFinite(t, value.Field(i), path+"."+value.Type().Field(i).Name)
		}
	}
}

func TestCheckFiniteNotices(t *testing.T) {
	nan := math.NaN()
	for _, bad := range []any{Crude{Phi: &nan}, Within{Difference: &Interval{Value: math.Inf(1)}}, Within{Difference: &Interval{Low: 1}}, Shortfall{High: -1}} {
		probe := &testing.T{}
		checkFinite(probe, reflect.ValueOf(bad), "bad")
		if !probe.Failed() {
			t.Errorf("%v passes", bad)
		}
	}
}

func TestEveryNumberIsFiniteAndOrdered(t *testing.T) {
	random := generator()
	reached := map[Verdict]int{}
	for range 4000 {
		habits := [][]Table{randomStrata(random), randomStrata(random), randomStrata(random)}
		for i, c := range CompareAll(habits) {
			checkFinite(t, reflect.ValueOf(c), "comparison")
			checkRanges(t, c)
			reached[c.Verdict]++
			if shortfall, ok := ShortfallOf(habits[i]); ok {
				checkFinite(t, reflect.ValueOf(shortfall), "shortfall")
			}
			if t.Failed() {
				t.Fatalf("strata %v", habits[i])
			}
		}
	}
	if len(reached) < 6 {
		t.Errorf("the random tables reach too few verdicts: %v", reached)
	}
}

func checkRanges(t *testing.T, c Comparison) {
	t.Helper()
	for name, p := range map[string]*float64{"p": c.Within.P, "q": c.Q, "Fisher": c.Crude.Fisher, "homogeneity p": c.Within.HomogeneityP} {
		if p != nil && (*p < 0 || *p > 1) {
			t.Errorf("%s = %v", name, *p)
		}
	}
	for name, difference := range map[string]*Interval{"crude": c.Crude.Difference, "within": c.Within.Difference} {
		if difference != nil && (difference.Low < -1 || difference.High > 1) {
			t.Errorf("%s difference %v", name, *difference)
		}
	}
	if c.Q != nil && *c.Q < *c.Within.P {
		t.Errorf("q %v is below p %v", *c.Q, *c.Within.P)
	}
	// leastWeight stands in for the rule of ten requests in either group.
	if c.Q != nil && (c.Total.With().Mature < 10 || c.Total.Without().Mature < 10) {
		t.Errorf("%v counts as enough data", c.Total)
	}
	if c.Explanation == "" || c.Verdict == "" {
		t.Errorf("nothing said: %+v", c)
	}
}

func TestWilsonContainsTheRateAndShrinks(t *testing.T) {
	for _, share := range [][2]int64{{0, 1}, {1, 1}, {1, 2}, {1, 3}, {9, 10}, {1, 100}} {
		before := 2.0
		for factor := int64(1); factor <= 1e9; factor *= 10 {
			rate := Rate{Accepted: share[0] * factor, Mature: share[1] * factor}
			got, ok := rate.Interval()
			if !ok || got.Low > rate.Share() || got.High < rate.Share() || got.Low < 0 || got.High > 1 {
				t.Errorf("%v: %v", rate, got)
			}
			if got.High-got.Low >= before {
				t.Errorf("%v: width %v does not shrink from %v", rate, got.High-got.Low, before)
			}
			before = got.High - got.Low
		}
	}
	for _, rate := range []Rate{{}, {Accepted: 1}, {Accepted: 2, Mature: 1}, {Accepted: -1, Mature: 1}} {
		if got, ok := rate.Interval(); ok {
			t.Errorf("%v: %v, want none", rate, got)
		}
	}
}

// swapped exchanges the groups.
func swapped(strata []Table) []Table {
	var other []Table
	for _, s := range strata {
		other = append(other, Table{A: s.C, B: s.D, C: s.A, D: s.B})
	}
	return other
}

func TestSwappingTheGroupsFlipsTheSigns(t *testing.T) {
	random := generator()
	compared := 0
	for range 2000 {
		strata := randomStrata(random)
		one, two := WithinOf(strata), WithinOf(swapped(strata))
		crudeOne, crudeTwo := CrudeOf(total(strata)), CrudeOf(total(swapped(strata)))
		mirrored(t, "difference", one.Difference, two.Difference, func(x float64) float64 { return -x }, 1e-9)
		mirrored(t, "crude difference", crudeOne.Difference, crudeTwo.Difference, func(x float64) float64 { return -x }, 1e-9)
		mirrored(t, "odds ratio", one.OddsRatio, two.OddsRatio, func(x float64) float64 { return 1 / x }, 1e-9)
		mirrored(t, "risk ratio", one.RiskRatio, two.RiskRatio, func(x float64) float64 { return 1 / x }, 1e-9)
		mirrored(t, "crude odds ratio", crudeOne.OddsRatio, crudeTwo.OddsRatio, func(x float64) float64 { return 1 / x }, 1e-9)
		if one.P != nil {
			compared++
			alike(t, "p", *one.P, *two.P, 1e-9)
		}
		if t.Failed() {
			t.Fatalf("strata %v", strata)
		}
	}
	if compared < 500 {
		t.Errorf("only %d of the random strata are informative", compared)
	}
}

// mirrored checks that one interval is the other seen from the other side.
func mirrored(t *testing.T, what string, one, two *Interval, flip func(float64) float64, within float64) {
	t.Helper()
	if (one == nil) != (two == nil) {
		t.Errorf("%s: %v and %v", what, one, two)
	}
	if one == nil || two == nil {
		return
	}
	alike(t, what, one.Value, flip(two.Value), within)
	alike(t, what+" low", one.Low, flip(two.High), within)
	alike(t, what+" high", one.High, flip(two.Low), within)
}

func same(t *testing.T, what string, one, two *Interval, within float64) {
	t.Helper()
	if (one == nil) != (two == nil) {
		t.Errorf("%s: %v and %v", what, one, two)
	}
	if one == nil || two == nil {
		return
	}
	alike(t, what, one.Value, two.Value, within)
	alike(t, what+" low", one.Low, two.Low, within)
	alike(t, what+" high", one.High, two.High, within)
}

// alike compares relative to the size, for ratios.
func alike(t *testing.T, what string, one, two, within float64) {
	t.Helper()
	if !(math.Abs(one-two) <= within*max(1, math.Abs(one))) {
		t.Errorf("%s: %v and %v", what, one, two)
	}
}

func TestEmptyStrataAndTheirOrderDoNotMatter(t *testing.T) {
	random := generator()
	for range 1000 {
		strata := randomStrata(random)
		plain := CompareAll([][]Table{strata})[0]
		padded := CompareAll([][]Table{append([]Table{{}}, append(slices.Clone(strata), Table{})...)})[0]
		if !reflect.DeepEqual(plain, padded) {
			t.Fatalf("%v: %+v with empty strata, %+v without", strata, padded, plain)
		}
		random.Shuffle(len(strata), func(i, j int) { strata[i], strata[j] = strata[j], strata[i] })
		shuffled := CompareAll([][]Table{strata})[0]
		same(t, "difference", plain.Within.Difference, shuffled.Within.Difference, 1e-12)
		same(t, "odds ratio", plain.Within.OddsRatio, shuffled.Within.OddsRatio, 1e-12)
		same(t, "risk ratio", plain.Within.RiskRatio, shuffled.Within.RiskRatio, 1e-12)
		for _, pair := range [][2]*float64{{plain.Within.P, shuffled.Within.P}, {plain.Within.CMH, shuffled.Within.CMH}, {plain.Q, shuffled.Q}, {plain.Within.HomogeneityP, shuffled.Within.HomogeneityP}} {
			if (pair[0] == nil) != (pair[1] == nil) {
				t.Fatalf("%v: estimable in one order only", strata)
			}
			if pair[0] != nil {
				alike(t, "p or statistic", *pair[0], *pair[1], 1e-12)
			}
		}
		if plain.Verdict != shuffled.Verdict || !slices.Equal(plain.Tags, shuffled.Tags) {
			t.Errorf("%v: %q %q and %q %q", strata, plain.Verdict, plain.Tags, shuffled.Verdict, shuffled.Tags)
		}
	}
}

func TestLargeInputs(t *testing.T) {
	random := generator()
	sizes := map[string]func() Table{
		"common habit": func() Table {
			return Table{A: random.Int64N(9000), B: random.Int64N(20000), C: random.Int64N(9000), D: random.Int64N(20000)}
		},
		"rare everything, 200 rows": func() Table { // Mantel-Fleiss below 5: the exact test
			return Table{A: random.Int64N(2) * random.Int64N(2) * random.Int64N(2), B: 1, C: random.Int64N(2), D: 198}
		},
		"nearly all accepted": func() Table { return Table{A: 40, B: random.Int64N(2), C: 20000, D: 0} },
		"separated":           func() Table { return Table{A: 0, B: 30000, C: 30000, D: 0} },
		"billions":            func() Table { return Table{A: 2e9, B: 8e9, C: 3e9, D: 7e9} },
	}
	for name, table := range sizes {
		t.Run(name, func(t *testing.T) {
			strata := make([]Table, 500)
			for i := range strata {
				strata[i] = table()
			}
			if name == "billions" {
				strata = strata[:1]
			}
			within := WithinOf(strata)
			if name == "rare everything, 200 rows" && within.Method != "exact" {
				t.Errorf("method %q, want the slow one", within.Method)
			}
			if within.Difference == nil || within.P == nil {
				t.Errorf("not estimable: %+v", within)
			}
			checkFinite(t, reflect.ValueOf(within), name)
			crude := CrudeOf(total(strata))
			if crude.Fisher == nil {
				t.Error("no Fisher test")
			}
			checkFinite(t, reflect.ValueOf(crude), name)
		})
	}
}

// TestExactStaysSmall builds the widest distributions the exact test can meet: one side of the expected count has room
// for just under five requests, spread evenly.
func TestExactStaysSmall(t *testing.T) {
	for _, each := range []Table{
		{A: 0, B: 1, C: 1, D: 198},
		{A: 0, B: 14, C: 13, D: 20000},
		{A: 14, B: 0, C: 20000, D: 13},
	} {
		strata := slices.Repeat([]Table{each}, 500)
		start := time.Now()
		within := WithinOf(strata)
		if took := time.Since(start); took > 5*time.Second { // far above what it takes, for slow machines
			t.Errorf("%v took %v", each, took)
		}
		if within.Method != "exact" {
			t.Errorf("%v: Mantel-Fleiss %v, method %q, want exact", each, mantelFleiss(strata), within.Method)
		}
		checkFinite(t, reflect.ValueOf(within), "within")
	}
}
