package stat

// enoughWithout is how many requests without the habit a recruiter needs for their rate to stand in for those with it.
const enoughWithout = 5

// Shortfall is how many more of a habit's requests would have been accepted at the rate of the same recruiters' other
// requests: direct standardisation to the requests with the habit. It compares past requests and proves nothing about
// changed ones. One request may show several habits, so shortfalls of different habits must not be added up.
type Shortfall struct {
	Value    float64 // requests; negative when the requests with the habit did better
	Low      float64 // lower 95 % limit, in requests
	High     float64 // upper 95 % limit, in requests
	Requests int64   // requests with the habit that it covers: those of recruiters with at least 5 others to compare with
	Accepted int64   // how many of Requests were accepted

	Recruiters int // who sent them
}

// ShortfallOf is false when no recruiter with the habit has enough requests without it.
func ShortfallOf(strata []Table) (Shortfall, bool) { return shortfallOf(strata, enoughWithout) }

func shortfallOf(strata []Table, leastWithout int64) (Shortfall, bool) {
	var shortfall Shortfall
	var expected, variance float64
	for _, stratum := range strata {
		with, without := stratum.With(), stratum.Without()
		if with.Mature < 1 || without.Mature < leastWithout {
			continue
		}
		n := float64(with.Mature)
		expected += n * without.Share()
		variance += n * n * (smoothedVariance(with) + smoothedVariance(without))
		shortfall.Recruiters++
		shortfall.Requests += with.Mature
		shortfall.Accepted += with.Accepted
	}
	if shortfall.Requests == 0 {
		return Shortfall{}, false
	}
	accepted, requests := float64(shortfall.Accepted), float64(shortfall.Requests)
	interval := bounded(expected-accepted, variance, -accepted, requests-accepted)
	shortfall.Value, shortfall.Low, shortfall.High = interval.Value, interval.Low, interval.High
	return shortfall, true
}
