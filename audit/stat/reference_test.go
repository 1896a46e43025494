package stat

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"slices"
	"testing"
)

// tolerance of closed forms, absolute, as the reference file states it.
const tolerance = 1e-6

func reference(t *testing.T) cases {
	t.Helper()
	content, err := os.ReadFile("testdata/cases.json")
	if err != nil {
		t.Fatal(err)
	}
	var all cases
	decoder := json.NewDecoder(bytes.NewReader(content))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&all); err != nil {
		t.Fatal(err)
	}
	if len(all.Wilson) == 0 || len(all.Tables) == 0 || len(all.MultiHabit.Habits) == 0 || len(all.BH.P) == 0 {
		t.Fatal("reference cases are missing")
	}
	return all
}

func tables(strata []stratum) []Table {
	var all []Table
	for _, s := range strata {
		all = append(all, Table{A: s.A, B: s.B, C: s.C, D: s.D})
	}
	return all
}

func total(strata []Table) Table {
	var sum Table
	for _, stratum := range strata {
		sum = sum.Plus(stratum)
	}
	return sum
}

func near(t *testing.T, what string, got float64, want any) {
	t.Helper()
	number, ok := want.(float64)
	if !ok {
		t.Errorf("%s = %v, reference has %v", what, got, want)
		return
	}
	if !(math.Abs(got-number) <= tolerance) {
		t.Errorf("%s = %.12g, want %.12g", what, got, number)
	}
}

// nearAll checks an interval against value, low and high of the reference; a nil interval against a reference without
// limits.
func nearAll(t *testing.T, what string, got *Interval, value, low, high any) {
	t.Helper()
	_, known := low.(float64)
	if got == nil || !known {
		if got != nil || known {
			t.Errorf("%s = %v, want %v (%v to %v)", what, got, value, low, high)
		}
		return
	}
	near(t, what, got.Value, value)
	near(t, what+" low", got.Low, low)
	near(t, what+" high", got.High, high)
}

func (r referenceRate) check(t *testing.T, what string, got Rate) {
	t.Helper()
	if got.Accepted != r.X || got.Mature != r.N {
		t.Errorf("%s = %d of %d, want %d of %d", what, got.Accepted, got.Mature, r.X, r.N)
	}
	nearAll(t, what, estimable(got.Interval()), r.Rate, r.Lo, r.Hi)
}

func TestWilsonReference(t *testing.T) {
	for _, want := range reference(t).Wilson {
		got, ok := Rate{Accepted: want.X, Mature: want.N}.Interval()
		if !ok {
			t.Fatalf("%d of %d: no interval", want.X, want.N)
		}
		nearAll(t, fmt.Sprintf("%d of %d", want.X, want.N), &got, want.Rate, want.Lo, want.Hi)
	}
}

func TestBenjaminiHochbergReference(t *testing.T) {
	want := reference(t).BH
	for i, q := range BenjaminiHochberg(want.P) {
		near(t, fmt.Sprintf("q of %v", want.P[i]), q, want.Q[i])
	}
	order := []int{7, 2, 14, 0, 9, 3, 11, 5, 1, 13, 4, 8, 12, 6, 10}
	shuffled := make([]float64, len(order))
	for i, j := range order {
		shuffled[i] = want.P[j]
	}
	for i, q := range BenjaminiHochberg(shuffled) {
		near(t, "q of shuffled p", q, want.Q[order[i]])
	}
}

func TestTablesReference(t *testing.T) {
	for _, want := range reference(t).Tables {
		t.Run(want.ID, func(t *testing.T) {
			strata := tables(want.Table)
			want.Expected.Crude.check(t, total(strata))
			want.Expected.Stratified.check(t, strata)
			want.Expected.Gap.check(t, strata)
			want.Expected.GapFromOne.check(t, strata)
			within := WithinOf(strata)
			nearAll(t, "within", within.Difference, want.Expected.Within.Diff, want.Expected.Within.Lo, want.Expected.Within.Hi)
			gap, ok := DetectableGap(total(strata), within.Weight)
			if !ok {
				t.Error("no detectable gap")
			}
			near(t, "detectable gap", gap, want.Expected.MDE)
			c := CompareAll([][]Table{strata})[0]
			if c.Verdict != want.Expected.Verdict {
				t.Errorf("verdict %q, want %q", c.Verdict, want.Expected.Verdict)
			}
			if slices.Contains(c.Tags, Reverses) != want.Expected.Reversal {
				t.Errorf("tags %q, want reversal %v", c.Tags, want.Expected.Reversal)
			}
		})
	}
}

func TestRecruitersReference(t *testing.T) {
	for _, want := range reference(t).Tables {
		if len(want.Expected.PerRecruiter) != len(want.Table) {
			t.Fatalf("%s: %d recruiters in the reference, want %d", want.ID, len(want.Expected.PerRecruiter), len(want.Table))
		}
		for i, table := range tables(want.Table) {
			recruiter := want.Expected.PerRecruiter[i]
			t.Run(want.ID+"/"+recruiter.Recruiter, func(t *testing.T) {
				recruiter.All.check(t, "all", table.All())
				recruiter.With.check(t, "with", table.With())
				recruiter.Without.check(t, "without", table.Without())
				crude := CrudeOf(table)
				nearAll(t, "difference", crude.Difference, recruiter.Newcombe.Diff, recruiter.Newcombe.Lo, recruiter.Newcombe.Hi)
				if crude.Fisher == nil || recruiter.Fisher == nil {
					if crude.Fisher != nil || recruiter.Fisher != nil {
						t.Errorf("Fisher = %v, want %v", crude.Fisher, recruiter.Fisher)
					}
					return
				}
				near(t, "Fisher", *crude.Fisher, recruiter.Fisher)
			})
		}
	}
}

func TestHabitFamilyReference(t *testing.T) {
	want := reference(t).MultiHabit
	var habits [][]Table
	for _, habit := range want.Habits {
		habits = append(habits, tables(habit.Table))
	}
	for i, c := range CompareAll(habits) {
		t.Run(want.Habits[i].Habit, func(t *testing.T) {
			want.Habits[i].Crude.check(t, c.Total)
			want.Habits[i].Stratified.check(t, habits[i])
			want.Habits[i].Gap.check(t, habits[i])
			if c.Q == nil {
				t.Fatal("no q")
			}
			near(t, "q", *c.Q, want.Habits[i].Q)
		})
	}
}

func (r referenceCrude) check(t *testing.T, table Table) {
	t.Helper()
	if r.Table != [4]int64{table.A, table.B, table.C, table.D} {
		t.Fatalf("table %v, want %v", table, r.Table)
	}
	r.Overall.check(t, "overall", table.All())
	r.With.check(t, "with", table.With())
	r.Without.check(t, "without", table.Without())
	crude := CrudeOf(table)
	nearAll(t, "crude difference", crude.Difference, r.Newcombe.Diff, r.Newcombe.Lo, r.Newcombe.Hi)
	nearAll(t, "odds ratio", crude.OddsRatio, r.OR.Est, r.OR.Lo, r.OR.Hi)
	nearAll(t, "risk ratio", crude.RiskRatio, r.RR.Est, r.RR.Lo, r.RR.Hi)
	if crude.HalfAdded != r.Half {
		t.Errorf("half added %v, want %v", crude.HalfAdded, r.Half)
	}
	if !r.Half {
		near(t, "odds ratio without 0.5", crude.OddsRatio.Value, r.OR.Raw)
		near(t, "risk ratio without 0.5", crude.RiskRatio.Value, r.RR.Raw)
	}
	near(t, "phi", *crude.Phi, r.Phi)
	near(t, "Fisher", *crude.Fisher, r.Fisher.P)
}

func (r referenceStratified) check(t *testing.T, strata []Table) {
	t.Helper()
	within := WithinOf(strata)
	if len(strata) != r.K || within.Comparable != r.Both || within.Informative != r.Informative {
		t.Errorf("%d strata, %d comparable, %d informative; want %d, %d, %d",
			len(strata), within.Comparable, within.Informative, r.K, r.Both, r.Informative)
	}
	near(t, "Mantel-Haenszel difference", within.Difference.Value, r.RD.Est)
	near(t, "weight", within.Weight, r.RD.EffectiveSize)
	// The reference smooths with one stratum too, where the package uses Newcombe.
	if within.Comparable > 1 {
		near(t, "smoothed low", within.Difference.Low, r.RD.LoSmoothed)
		near(t, "smoothed high", within.Difference.High, r.RD.HiSmoothed)
		near(t, "smoothed standard error", (within.Difference.High-within.Difference.Low)/(2*Z), r.RD.SeSmoothed)
	}
	nearAll(t, "Mantel-Haenszel risk ratio", within.RiskRatio, r.RR.Est, r.RR.Lo, r.RR.Hi)
	nearAll(t, "Mantel-Haenszel odds ratio", within.OddsRatio, r.OR.Est, r.OR.Lo, r.OR.Hi)
	if within.OddsRatio != nil {
		near(t, "standard error of log odds ratio", math.Log(within.OddsRatio.High/within.OddsRatio.Value)/Z, r.OR.SeLog)
	}
	informative := keep(strata, Table.informative)
	near(t, "CMH", *within.CMH, r.CMH.Chisq)
	near(t, "p of CMH", math.Erfc(math.Sqrt(*within.CMH/2)), r.CMH.P)
	near(t, "exact p", exactP(informative), r.CMH.PExact)
	near(t, "Mantel-Fleiss", mantelFleiss(informative), r.CMH.MantelFleiss)
	near(t, "p", *within.P, r.CMH.Primary)
	method := map[string]string{"CMH, no continuity correction": "cmh", "exact conditional": "exact"}[r.CMH.PrimaryMethod]
	if method == "" || within.Method != method {
		t.Errorf("method %q, want %q", within.Method, r.CMH.PrimaryMethod)
	}
	r.checkHomogeneity(t, informative, within)
}

func (r referenceStratified) checkHomogeneity(t *testing.T, informative []Table, within Within) {
	t.Helper()
	if r.Homogeneity == nil {
		if within.HomogeneityP != nil {
			t.Errorf("homogeneity p = %v, want none", *within.HomogeneityP)
		}
		return
	}
	var cells [][4]float64
	least, large, breslowDay := math.Inf(1), 0, 0.0
	for _, table := range informative {
		fit := fitted(table, within.OddsRatio.Value)
		cells = append(cells, fit)
		for _, cell := range fit {
			least = min(least, cell)
			if cell >= 5 {
				large++
			}
			breslowDay += math.Pow(float64(table.A)-fit[0], 2) / cell
		}
	}
	near(t, "least fitted cell", least, r.Homogeneity.MinFittedCell)
	near(t, "Breslow-Day", breslowDay, r.Homogeneity.BreslowDay)
	near(t, "Tarone", breslowDayTarone(informative, cells), r.Homogeneity.Tarone)
	if df := len(informative) - 1; df != r.Homogeneity.DF {
		t.Errorf("%d degrees of freedom, want %d", df, r.Homogeneity.DF)
	}
	shown := least >= 1 && 10*large >= 8*4*len(informative)
	if (within.HomogeneityP != nil) != shown {
		t.Fatalf("homogeneity shown: %v, want %v", within.HomogeneityP != nil, shown)
	}
	if shown {
		near(t, "Tarone p", *within.HomogeneityP, r.Homogeneity.TaroneP)
	}
}

func (r referenceGap) check(t *testing.T, strata []Table) {
	t.Helper()
	got, ok := shortfallOf(strata, r.MinWithout)
	if r.Missed == nil {
		if ok {
			t.Errorf("shortfall %v, want none", got)
		}
		return
	}
	if got.Requests != r.Used || got.Accepted != r.Observed || total(strata).With().Mature != r.Requests {
		t.Errorf("shortfall of %d requests, %d accepted; want %d of %d, %d", got.Requests, got.Accepted, r.Used, r.Requests, r.Observed)
	}
	nearAll(t, "shortfall", &Interval{Value: got.Value, Low: got.Low, High: got.High}, r.Missed, r.Lo, r.Hi)
	near(t, "expected", got.Value+float64(got.Accepted), r.Expected)
	if got.Low > -float64(got.Accepted) { // not cut off
		near(t, "standard error", (got.Value-got.Low)/Z, r.SE)
	}
	if public, ok := ShortfallOf(strata); r.MinWithout == 5 && (!ok || public != got) {
		t.Errorf("ShortfallOf = %v, want %v", public, got)
	}
}
