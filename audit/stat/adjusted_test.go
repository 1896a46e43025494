package stat

import (
	"math"
	"testing"
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
