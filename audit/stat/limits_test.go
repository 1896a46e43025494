package stat

import (
	"slices"
	"testing"
)

func TestJudgeAtTheLimits(t *testing.T) {
	for _, test := range []struct {
		p, q, within float64
		want         Verdict
	}{
		{0.05, 0.05, -0.1, AcceptedLess},
		{0.05, 0.05, 0.1, AcceptedMore},
		{0.05, 0.05, 0, NoClearDifference},
		{0.05, 0.0501, -0.1, WeakEvidence},
		{0.01, 0.0501, 0.1, WeakEvidence},
		{0.0501, 0.0501, -0.1, NoClearDifference},
	} {
		c := Comparison{Within: Within{P: &test.p, Difference: &Interval{Value: test.within}}, Q: &test.q}
		if got := c.judge(); got != test.want {
			t.Errorf("%+v: %q", test, got)
		}
	}
}

func TestTagsAtTheLimits(t *testing.T) {
	q := 0.5
	for _, test := range []struct {
		crude, within, homogeneity float64
		want                       []string
	}{
		{-0.2, -0.1, 1, nil},
		{-0.2, -0.09, 1, []string{MostlySender}},
		{0.2, 0.09, 1, []string{MostlySender}},
		{0.2, 0.11, 1, nil},
		{0.2, 0, 1, []string{MostlySender}},
		{0, 0.1, 1, nil},
		{0, 0, 1, nil},
		{-0.01, 0.2, 1, []string{Reverses}},
		{0.2, -0.01, 0.049, []string{Reverses, Differs}},
		{0.2, 0.2, 0.05, nil},
	} {
		c := Comparison{
			Crude:  Crude{Difference: &Interval{Value: test.crude}},
			Within: Within{Difference: &Interval{Value: test.within}, HomogeneityP: &test.homogeneity},
			Q:      &q,
		}
		if got := c.tags(); !slices.Equal(got, test.want) {
			t.Errorf("%+v: %q", test, got)
		}
		c.Q = nil // too little data: only heterogeneity, which has a rule of its own, is tagged
		if got := c.tags(); len(got) > 1 || slices.Contains(got, Differs) != slices.Contains(test.want, Differs) {
			t.Errorf("%+v without data: %q", test, got)
		}
	}
}

func TestHomogeneityNeedsFittedCells(t *testing.T) {
	for _, test := range []struct {
		cells []float64
		want  bool
	}{
		{[]float64{1, 5, 5, 5, 5, 5, 5, 5}, true},
		{[]float64{0.99, 50, 50, 50, 50, 50, 50, 50}, false},
		{[]float64{4.9, 5, 5, 5, 4.9, 5, 5, 5}, false}, // 75 % reach 5
	} {
		cells := [][4]float64{[4]float64(test.cells[:4]), [4]float64(test.cells[4:])}
		if got := approximable(cells); got != test.want {
			t.Errorf("%v: %v", test.cells, got)
		}
	}
}

func TestShortfallNeedsFiveOthers(t *testing.T) {
	enough := Table{A: 0, B: 1, C: 2, D: 3}
	if got, ok := ShortfallOf([]Table{enough, {A: 1, B: 9, C: 4}, {C: 20}}); !ok || got.Requests != 1 || got.Accepted != 0 {
		t.Errorf("%v %v, want the one request of the first recruiter", got, ok)
	}
	for _, strata := range [][]Table{nil, {{A: 1, B: 9, C: 4}}, {{C: 20}}} {
		if got, ok := ShortfallOf(strata); ok {
			t.Errorf("%v: %v, want none", strata, got)
		}
	}
}

func TestWords(t *testing.T) {
	for want, got := range map[string]string{
		"3 of 9":            accepted(Rate{3, 9}),
		"30% (3 of 10)":     accepted(Rate{3, 10}),
		"0 points":          points(0),
		"less than 1 point": points(-0.004),
		"-1 point":          points(-0.006),
		"+1 point":          points(0.01),
		"+12 points":        points(0.12),
		"0":                 signed(-0.004),
		"1 point":           plural(1, "point", "points"),
		"2 points":          plural(2, "point", "points"),
		"less often":        often(-0.1),
		"more often":        often(0.1),
		"67%":               percent(Rate{2, 3}),
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
