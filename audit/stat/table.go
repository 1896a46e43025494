package stat

// Table is the two-by-two table of one habit: requests with it or without it, accepted or not.
type Table struct {
	A int64 // with the habit, accepted
	B int64 // with the habit, not accepted
	C int64 // without the habit, accepted
	D int64 // without the habit, not accepted
}

// With is the rate of the requests that show the habit.
func (t Table) With() Rate { return Rate{Accepted: t.A, Mature: t.A + t.B} }

// Without is the rate of the requests that do not.
func (t Table) Without() Rate { return Rate{Accepted: t.C, Mature: t.C + t.D} }

// All is the rate of both groups together.
func (t Table) All() Rate { return Rate{Accepted: t.A + t.C, Mature: t.A + t.B + t.C + t.D} }

// Plus adds cell by cell.
func (t Table) Plus(other Table) Table {
	return Table{A: t.A + other.A, B: t.B + other.B, C: t.C + other.C, D: t.D + other.D}
}

// comparable: some requests with the habit and some without, so there is a difference to speak of.
func (t Table) comparable() bool { return t.With().Mature > 0 && t.Without().Mature > 0 }

// informative: comparable, and some accepted and some not, so the table could have come out otherwise.
func (t Table) informative() bool {
	return t.comparable() && t.A+t.C > 0 && t.B+t.D > 0
}

// weight is the Mantel-Haenszel weight n1 n0 / N of a comparable table: half the requests a group when both are alike.
func (t Table) weight() float64 {
	m := t.margins()
	return m.with * m.without / m.total
}

// margins are a table's sums as floating point numbers, because their products outgrow integers.
type margins struct {
	with, without, accepted, rejected, total float64
}

func (t Table) margins() margins {
	return margins{
		with:     float64(t.A + t.B),
		without:  float64(t.C + t.D),
		accepted: float64(t.A + t.C),
		rejected: float64(t.B + t.D),
		total:    float64(t.A + t.B + t.C + t.D),
	}
}

// cells are a table's counts as floating point numbers.
func (t Table) cells() (a, b, c, d float64) {
	return float64(t.A), float64(t.B), float64(t.C), float64(t.D)
}

// keep are the strata that satisfy a condition, in their order.
func keep(strata []Table, condition func(Table) bool) []Table {
	var kept []Table
	for _, stratum := range strata {
		if condition(stratum) {
			kept = append(kept, stratum)
		}
	}
	return kept
}
