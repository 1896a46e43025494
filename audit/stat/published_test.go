package stat

import (
	"math"
	"slices"
	"testing"
)

// TestPublishedValues are values readers can look up, at the digits printed there, or work out by hand.
func TestPublishedValues(t *testing.T) {
	wilson, _ := Rate{Accepted: 81, Mature: 263}.Interval()
	none, _ := Rate{Accepted: 0, Mature: 20}.Interval()
	ninety, _ := Difference(Rate{9, 10}, Rate{3, 10})
	few, _ := Difference(Rate{5, 56}, Rate{0, 29})
	large, _ := Difference(Rate{56, 70}, Rate{48, 80})
	tea := CrudeOf(Table{3, 1, 1, 3})
	sided := CrudeOf(Table{3, 9, 9, 3})
	for _, value := range []struct {
		name      string
		got, want float64
		digits    float64
	}{
		{"Wilson 81/263 low, Newcombe 1998 single proportion, method 3", wilson.Low, 0.2553, 4},
		{"Wilson 81/263 high", wilson.High, 0.3662, 4},
		{"Wilson 0/20 high", none.High, 0.1611, 4},
		{"Newcombe 9/10 - 3/10 low, 1998 method 10", ninety.Low, 0.1705, 4},
		{"Newcombe 9/10 - 3/10 high", ninety.High, 0.8090, 4},
		{"Newcombe 5/56 - 0/29 low", few.Low, -0.0381, 4},
		{"Newcombe 5/56 - 0/29 high", few.High, 0.1926, 4},
		{"Newcombe 56/70 - 48/80 low", large.Low, 0.0524, 4},
		{"Newcombe 56/70 - 48/80 high", large.High, 0.3339, 4},
		{"Fisher, lady tasting tea: 34/70", *tea.Fisher, 34.0 / 70, 12},
		{"Fisher by counting: 2 (1 + 144 + 4356 + 48400) / 2704156", *sided.Fisher, 2 * (1 + 144 + 4356 + 48400) / 2704156.0, 12},
		{"gap at 20 a group: 2.801585 sqrt(0.21 / 10)", planned(20), 0.4060, 4},
		{"gap at 295 a group: 2.801585 sqrt(0.21 / 147.5)", planned(295), 0.1057, 4},
	} {
		if math.Abs(value.got-value.want) > 0.5*math.Pow(10, -value.digits)*1.001 {
			t.Errorf("%s: %v, want %v", value.name, value.got, value.want)
		}
	}
	if none.Low != 0 {
		t.Errorf("0 of 20: low %v, want exactly 0", none.Low)
	}
	if all, _ := (Rate{20, 20}).Interval(); all.High != 1 {
		t.Errorf("20 of 20: high %v, want exactly 1", all.High)
	}
}

// planned is the gap that so many requests in each group can show at 30 % accepted: 2.801585 sqrt(2 x 0.21 / n).
func planned(each int64) float64 {
	gap, _ := DetectableGap(Table{A: 3 * each, B: 7 * each, C: 3 * each, D: 7 * each}, float64(each)/2)
	return gap
}

// TestExactCountsTies checks the tie rule: with equal groups the distribution is symmetric, so both tails count.
func TestExactCountsTies(t *testing.T) {
	for _, half := range []int64{5, 50, 500, 5000, 50000} {
		table := Table{A: half + 2, B: half - 2, C: half - 2, D: half + 2}
		one := hypergeometric(table)
		var upper float64
		for x := table.A; x < one.first+int64(len(one.probabilities)); x++ {
			upper += one.at(x)
		}
		if got := exactP([]Table{table}); math.Abs(got-2*upper) > 1e-9 {
			t.Errorf("%v: p = %v, want twice the upper tail %v", table, got, upper)
		}
	}
}

// TestExactAgainstCounting convolves by listing every combination of first cells.
func TestExactAgainstCounting(t *testing.T) {
	strata := []Table{{4, 1, 1, 4}, {3, 1, 1, 3}, {2, 1, 1, 5}}
	choose := func(n, k int64) float64 {
		if k < 0 || k > n {
			return 0
		}
		ways := 1.0
		for i := range k {
			ways = ways * float64(n-i) / float64(i+1)
		}
		return ways
	}
	ways := map[int64]float64{}
	weight := func(table Table, a int64) float64 {
		return choose(table.With().Mature, a) * choose(table.Without().Mature, table.A+table.C-a)
	}
	for i := range int64(10) {
		for j := range int64(10) {
			for k := range int64(10) {
				ways[i+j+k] += weight(strata[0], i) * weight(strata[1], j) * weight(strata[2], k)
			}
		}
	}
	var p, all float64
	for _, way := range ways { // whole numbers, so their order does not matter
		all += way
		if way <= ways[total(strata).A] {
			p += way
		}
	}
	if got := exactP(strata); math.Abs(got-p/all) > 1e-12 || p == all {
		t.Errorf("p = %v, counting gives %v", got, p/all)
	}
}

func TestBenjaminiHochbergEdges(t *testing.T) {
	if got := BenjaminiHochberg(nil); len(got) != 0 {
		t.Errorf("none: %v", got)
	}
	if got := BenjaminiHochberg([]float64{0.03}); got[0] != 0.03 {
		t.Errorf("a single p-value becomes %v", got)
	}
	if got := BenjaminiHochberg([]float64{0.04, 0.01, 0.04}); got[0] != 0.04 || got[1] != 0.03 || got[2] != 0.04 {
		t.Errorf("ties: %v", got)
	}
}

func TestDetectableGapNeedsOutcomes(t *testing.T) {
	for _, table := range []Table{{}, {A: 0, B: 20, C: 0, D: 20}, {A: 20, B: 0, C: 20, D: 0}, {A: 1, B: 0, C: 0, D: 1}} {
		weight := 0.5
		if gap, ok := DetectableGap(table, weight); ok {
			t.Errorf("%v: %v", table, gap)
		}
	}
	if gap, ok := DetectableGap(Table{10, 10, 10, 10}, 0); ok {
		t.Errorf("without weight: %v", gap)
	}
}

func TestHalfIsAddedOnlyToZeros(t *testing.T) {
	for table, want := range map[Table]bool{{1, 1, 1, 1}: false, {0, 1, 1, 1}: true, {1, 0, 1, 1}: true, {1, 1, 0, 1}: true, {1, 1, 1, 0}: true} {
		if crude := CrudeOf(table); crude.HalfAdded != want || crude.OddsRatio == nil || crude.RiskRatio == nil {
			t.Errorf("%v: %+v", table, crude)
		}
	}
	for _, table := range []Table{{}, {A: 1, B: 2}, {C: 1, D: 2}} {
		if crude := CrudeOf(table); crude != (Crude{}) {
			t.Errorf("%v: %+v, want nothing", table, crude)
		}
	}
}

// TestBerkeleyAdmissions has a famous reversal: Bickel, Hammel and O'Connell (1975); the within values are those that
// R prints for mantelhaen.test(UCBAdmissions). The habit is to be a man, strata are departments.
func TestBerkeleyAdmissions(t *testing.T) {
	departments := []Table{
		{512, 313, 89, 19}, {353, 207, 17, 8}, {120, 205, 202, 391}, {138, 279, 131, 244}, {53, 138, 94, 299}, {22, 351, 24, 317},
	}
	c := CompareAll([][]Table{departments})[0]
	near(t, "odds ratio", c.Within.OddsRatio.Value, 0.9046968)
	near(t, "odds ratio, low", c.Within.OddsRatio.Low, 0.7719074)
	near(t, "odds ratio, high", c.Within.OddsRatio.High, 1.0603298)
	if chi := math.Round(*c.Within.CMH*10000) / 10000; chi != 1.5246 {
		t.Errorf("chi-square %v", *c.Within.CMH)
	}
	if c.Crude.Difference.Low < 0.10 || c.Verdict != NoClearDifference && c.Verdict != AcceptedLess {
		t.Errorf("%+v", c)
	}
	if !slices.Contains(c.Tags, Reverses) || !slices.Contains(c.Tags, Differs) {
		t.Errorf("tags %q", c.Tags)
	}
}

// TestRemissionTimes is the treated group of Freireich et al. (1963), the example of Kaplan-Meier estimates in most
// textbooks: the share still in remission after so many weeks.
func TestRemissionTimes(t *testing.T) {
	relapsed := map[int]int64{6: 3, 7: 1, 10: 1, 13: 1, 16: 1, 22: 1, 23: 1}
	followed := map[int]int64{6: 1, 9: 1, 10: 1, 11: 1, 17: 1, 19: 1, 20: 1, 25: 1, 32: 2, 34: 1, 35: 1}
	want := map[int]float64{6: 0.857, 7: 0.807, 10: 0.753, 13: 0.690, 16: 0.627, 22: 0.538, 23: 0.448}
	for _, step := range AcceptedBy(relapsed, followed, []int{6, 7, 10, 13, 16, 22, 23}) {
		if math.Abs(1-step.Share-want[step.Day]) > 0.0005 {
			t.Errorf("week %d: %.4f, want %.3f", step.Day, 1-step.Share, want[step.Day])
		}
	}
}
