package stat

import (
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"gonum.org/v1/gonum/stat/distuv"
)

func (want referenceLeague) check(t *testing.T, rates []Rate, team Rate) {
	t.Helper()
	compare := func(what string, got, want, within float64) {
		t.Helper()
		if !(math.Abs(got-want) <= within) {
			t.Errorf("%s %.8f, want %.8f", what, got, want)
		}
	}
	spread, ok := SpreadOf(rates)
	if !ok {
		t.Fatal("no spread")
	}
	compare("mean", spread.Mean, want.TeamMean, 1e-3)
	compare("deviation", spread.Deviation, want.BetweenSD, 1e-3)
	for i, row := range want.Rows {
		compare("shrunk", spread.Shrunk[i].Value, row.Shrunk, 1e-3)
		compare("low", spread.Shrunk[i].Low, row.Lo, 1e-3)
		compare("high", spread.Shrunk[i].High, row.Hi, 1e-3)
		limits := LimitsOf(team, rates[i].Mature)
		compare("funnel 95 low", limits.Low95, row.Funnel95[0], tolerance)
		compare("funnel 95 high", limits.High95, row.Funnel95[1], tolerance)
		compare("funnel 99.8 low", limits.Low998, row.Funnel998[0], tolerance)
		compare("funnel 99.8 high", limits.High998, row.Funnel998[1], tolerance)
	}
}

func TestSpreadReference(t *testing.T) {
	all := reference(t)
	for _, table := range all.Tables {
		league := table.Expected.League
		if len(league.Rows) == 0 {
			continue
		}
		t.Run(table.ID, func(t *testing.T) {
			var rates []Rate
			for _, row := range league.Rows {
				rates = append(rates, Rate{row.X, row.N})
			}
			league.check(t, rates, total(tables(table.Table)).All())
		})
	}
	var rates []Rate
	var team Rate
	for i := range all.League.X {
		rates = append(rates, Rate{all.League.X[i], all.League.N[i]})
		team.Accepted += all.League.X[i]
		team.Mature += all.League.N[i]
	}
	near(t, "team rate", team.Share(), all.League.TeamRate)
	all.League.Expected.check(t, rates, team)
}

func TestSurvivalReference(t *testing.T) {
	want := reference(t).KM
	accepted, followed := map[int]int64{}, map[int]int64{}
	for i, day := range want.Time {
		if want.Event[i] == 1 {
			accepted[day]++
		} else {
			followed[day]++
		}
	}
	var days []int
	for _, expected := range want.Expected {
		days = append(days, expected.Day)
	}
	steps := AcceptedBy(accepted, followed, days)
	if len(steps) != len(days) {
		t.Fatalf("%d steps, want %d", len(steps), len(days))
	}
	for i, expected := range want.Expected {
		near(t, "share", steps[i].Share, expected.AcceptedBy)
		nearAll(t, "interval", steps[i].Interval, expected.AcceptedBy, expected.Lo, expected.Hi)
		if steps[i].Day != expected.Day || steps[i].AtRisk != expected.AtRisk {
			t.Errorf("day %d, at risk %d, want %d and %d", steps[i].Day, steps[i].AtRisk, expected.Day, expected.AtRisk)
		}
	}
}

func randomRates(random *rand.Rand) []Rate {
	rates := make([]Rate, random.IntN(9))
	for i := range rates {
		n := random.Int64N(60) * random.Int64N(3)
		rates[i] = Rate{random.Int64N(n + 1), n}
	}
	return rates
}

func TestPlacesProperties(t *testing.T) {
	random := generator()
	labels := map[Label]bool{}
	for range 25 {
		rates := randomRates(random)
		plain := PlacesOf(rates)
		checkFinite(t, reflect.ValueOf(plain), "places")
		padded := PlacesOf(append(slices.Clone(rates), Rate{}))
		if !reflect.DeepEqual(plain, padded[:len(plain)]) || padded[len(plain)] != (Place{}) {
			t.Errorf("%v: a recruiter without requests changes something", rates)
		}
		order := random.Perm(len(rates))
		shuffled, mirror := make([]Rate, len(rates)), make([]Rate, len(rates))
		for i, j := range order {
			shuffled[i] = rates[j]
			mirror[i] = Rate{rates[i].Mature - rates[i].Accepted, rates[i].Mature}
		}
		other, flipped := PlacesOf(shuffled), PlacesOf(mirror)
		for i, place := range plain {
			labels[place.Label] = true
			if (place.Shrunk == nil) != (rates[i].Mature == 0) {
				t.Fatalf("%v: drawn rate %v", rates[i], place.Shrunk)
			}
			mirrored(t, "drawn rate", place.Shrunk, flipped[i].Shrunk, func(x float64) float64 { return 1 - x }, 1e-6)
			mirrored(t, "to the others", place.Others, flipped[i].Others, func(x float64) float64 { return -x }, 1e-9)
		}
		for i, j := range order {
			same(t, "drawn rate", other[i].Shrunk, plain[j].Shrunk, 1e-9)
			if other[i].Label != plain[j].Label {
				t.Errorf("%v: %q and %q", shuffled[i], other[i].Label, plain[j].Label)
			}
		}
	}
	if len(labels) != 8 {
		t.Errorf("not every label was given: %v", labels)
	}
}

// A recruiter with few requests cannot top the list, and is drawn more than one with many.
func TestFewRequestsAreDrawnFurther(t *testing.T) {
	rates := []Rate{{3, 3}, {180, 300}, {90, 300}, {100, 300}, {95, 300}, {105, 300}}
	spread, ok := SpreadOf(rates)
	if !ok || spread.Shrunk[0].Value >= spread.Shrunk[1].Value {
		t.Errorf("3 of 3 is drawn to %v, 180 of 300 to %v", spread.Shrunk[0], spread.Shrunk[1])
	}
	for i, rate := range rates {
		drawn := spread.Shrunk[i]
		if (drawn.Value-rate.Share())*(spread.Mean-rate.Share()) < 0 {
			t.Errorf("%v is drawn away from the mean %v: %v", rate, spread.Mean, drawn)
		}
	}
	if _, ok := SpreadOf([]Rate{{}, {}}); ok {
		t.Error("a spread of no requests")
	}
}

// The grid is fine enough, however large the counts and however alike the recruiters.
func TestGridIsFineEnough(t *testing.T) {
	random := generator()
	for _, recruiters := range []int{2, 7, 30} {
		for _, most := range []int64{5, 600, 100_000} {
			for _, differ := range []float64{0, 0.02, 0.3} {
				var rates []Rate
				for range recruiters {
					n := 1 + random.Int64N(most)
					share := 0.2 + differ*random.Float64()
					rates = append(rates, Rate{int64(distuv.Binomial{N: float64(n), P: share, Src: random}.Rand()), n})
				}
				used, finer := posterior(rates, gridFor(recruiters)), posterior(rates, grid{120, 80})
				for _, rate := range rates[:1] {
					same(t, fmt.Sprintf("%v of %d", rate, recruiters), estimable(shrunk(used, rate), true), estimable(shrunk(finer, rate), true), 2e-4)
				}
			}
		}
	}
}

// Between the limits lies as much of the distribution as they promise, up to one count.
func TestFunnelLimits(t *testing.T) {
	for _, team := range []Rate{{1, 100}, {30, 100}, {50, 100}, {99, 100}} {
		for _, n := range []int64{1, 9, 50, 1000, 1_000_000} {
			l := LimitsOf(team, n)
			if !(0 <= l.Low998 && l.Low998 <= l.Low95 && l.Low95 <= l.High95 && l.High95 <= l.High998 && l.High998 <= 1) {
				t.Errorf("%v, %d requests: out of order: %+v", team, n, l)
			}
			chance := distuv.Binomial{N: float64(n), P: team.Share()}
			if above := 1 - chance.CDF(math.Ceil(l.High95*float64(n))); above > 0.025 {
				t.Errorf("%v, %d requests: %v above %v", team, n, above, l.High95)
			}
			if below := chance.CDF(math.Floor(l.Low95*float64(n)) - 1); below > 0.025 {
				t.Errorf("%v, %d requests: %v below %v", team, n, below, l.Low95)
			}
		}
	}
	for share, team := range map[float64]Rate{0: {0, 10}, 1: {10, 10}} {
		if l := LimitsOf(team, 5); l != (Limits{share, share, share, share}) {
			t.Errorf("%v: %+v", team, l)
		}
	}
}

func TestLabels(t *testing.T) {
	five := func(one Rate) []Rate { return []Rate{one, {30, 100}, {30, 100}, {30, 100}, {30, 100}} }
	for _, test := range []struct {
		rates []Rate
		want  Label
	}{
		{five(Rate{55, 100}), Above}, {five(Rate{45, 100}), PossiblyAbove}, {five(Rate{33, 100}), Like},
		{five(Rate{17, 100}), PossiblyBelow}, {five(Rate{8, 100}), Below}, {five(Rate{9, 9}), ""},
		{[]Rate{{60, 100}, {30, 100}}, AboveOthers}, {[]Rate{{30, 100}, {60, 100}}, BelowOthers},
		{[]Rate{{30, 100}, {35, 100}}, ""}, {[]Rate{{30, 100}}, ""}, {[]Rate{{}, {60, 100}}, ""},
	} {
		if got := PlacesOf(test.rates)[0].Label; got != test.want {
			t.Errorf("%v: %q, want %q", test.rates, got, test.want)
		}
	}
}

// Where all requests are followed for the same time, the estimate is the plain share.
func TestAcceptedByIsTheShareWithoutCensoring(t *testing.T) {
	steps := AcceptedBy(map[int]int64{0: 10, 3: 20, 29: 5}, map[int]int64{30: 65}, []int{0, 1, 3, 30, 31})
	want := []Step{{Day: 0, AtRisk: 100, Share: 0.10}, {Day: 1, AtRisk: 90, Share: 0.10}, {Day: 3, AtRisk: 90, Share: 0.30}, {Day: 30, AtRisk: 65, Share: 0.35}}
	if len(steps) != len(want) {
		t.Fatalf("%+v", steps)
	}
	for i, step := range steps {
		if step.Day != want[i].Day || step.AtRisk != want[i].AtRisk || math.Abs(step.Share-want[i].Share) > 1e-12 {
			t.Errorf("%+v, want %+v", step, want[i])
		}
	}
	checkFinite(t, reflect.ValueOf(steps), "steps")
	for _, edge := range [][]Step{
		AcceptedBy(nil, nil, []int{1}), AcceptedBy(map[int]int64{1: 5}, nil, []int{0, 1, 2}), AcceptedBy(nil, map[int]int64{9: 3}, []int{1, 9}),
	} {
		checkFinite(t, reflect.ValueOf(edge), "edge")
		for _, step := range edge {
			if step.Interval != nil {
				t.Errorf("an interval where nobody or everybody accepted: %+v", step)
			}
		}
	}
}
