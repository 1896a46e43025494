package stat

import (
	"math"
	"testing"
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
