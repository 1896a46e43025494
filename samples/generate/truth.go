package main

import (
	"fmt"
	"math"
)

// A count is how many requests were accepted out of how many.
type count struct{ accepted, all int }

func (c *count) add(accepted bool) {
	c.all++
	if accepted {
		c.accepted++
	}
}

// rate is NaN without requests.
func (c count) rate() float64 { return float64(c.accepted) / float64(c.all) }

// String is such as "45 of 120 (38 %)".
func (c count) String() string {
	if c.all == 0 {
		return "-"
	}
	return fmt.Sprintf("%d of %d (%.0f %%)", c.accepted, c.all, 100*c.rate())
}

// A habit is a planted trait and the requests it can be looked for in.
type habit struct {
	name  string
	among func(*request) bool
	shown func(*request) bool
}

// habits are the three that were planted on purpose.
var habits = []habit{
	{"premature-pitch", isOwn, func(one *request) bool { return one.pitch }},
	{"over-length", isOwn, func(one *request) bool { return one.long }},
	{"default-message", anything, func(one *request) bool { return one.kind != own }},
}

func isOwn(one *request) bool  { return one.kind == own }
func anything(_ *request) bool { return true }

// An association compares mature requests with a habit to those without.
type association struct {
	habit         string
	with, without count
	crude         float64 // difference of the two rates
	within        float64 // the same within recruiters, after Mantel and Haenszel
	p             float64 // Cochran-Mantel-Haenszel, without continuity correction
}

// associate counts and compares. Strata are the recruiters.
func associate(h habit, requests []*request) association {
	type stratum struct{ with, without count }
	strata := map[*recruiter]*stratum{}
	var order []*stratum
	result := association{habit: h.name}
	for _, one := range requests {
		if one.standing != mature || !h.among(one) {
			continue
		}
		s := strata[one.recruiter]
		if s == nil {
			s = &stratum{}
			strata[one.recruiter] = s
			order = append(order, s)
		}
		if h.shown(one) {
			s.with.add(one.accepted)
			result.with.add(one.accepted)
		} else {
			s.without.add(one.accepted)
			result.without.add(one.accepted)
		}
	}
	var difference, weights, excess, variance float64
	for _, s := range order {
		n1, n0 := float64(s.with.all), float64(s.without.all)
		total, m1 := n1+n0, float64(s.with.accepted+s.without.accepted)
		difference += (float64(s.with.accepted)*n0 - float64(s.without.accepted)*n1) / total
		weights += n1 * n0 / total
		excess += float64(s.with.accepted) - n1*m1/total
		variance += n1 * n0 * m1 * (total - m1) / (total * total * (total - 1))
	}
	result.crude = result.with.rate() - result.without.rate()
	result.within = difference / weights
	result.p = math.Erfc(math.Abs(excess) / math.Sqrt(2*variance))
	return result
}

// everything are the requests of all offices.
func everything(all []*office) []*request {
	var requests []*request
	for _, o := range all {
		requests = append(requests, o.requests...)
	}
	return requests
}
