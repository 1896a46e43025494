package stat

import (
	"sort"

	"gonum.org/v1/gonum/stat/distuv"
)

// A Label says in words how a recruiter's rate lies to the team's.
type Label string

// The labels. Like is no verdict of equality: the recruiter's requests are too few to tell a difference from chance.
const (
	Above         Label = "Above team"
	PossiblyAbove Label = "Possibly above"
	Like          Label = "Like the team"
	PossiblyBelow Label = "Possibly below"
	Below         Label = "Below team"
	AboveOthers   Label = "Above the others"
	BelowOthers   Label = "Below the others"
)

// FunnelRecruiters is how many recruiters a funnel needs; with fewer, each is compared with the others.
const FunnelRecruiters = 5

const outer, inner = 0.001, 0.025 // tails of the funnel's limits

// Limits are where chance alone would leave a recruiter's rate who is like the team (funnel plot, Spiegelhalter 2005).
type Limits struct {
	Low95, High95   float64 // 95 in 100 recruiters like the team lie between them
	Low998, High998 float64 // 998 in 1000
}

// LimitsOf are the exact binomial limits for this many requests around the team's share, interpolated between counts
// as Spiegelhalter does.
func LimitsOf(team Rate, requests int64) Limits {
	share := team.Share()
	return Limits{
		Low95: funnelLimit(share, requests, inner), High95: funnelLimit(share, requests, 1-inner),
		Low998: funnelLimit(share, requests, outer), High998: funnelLimit(share, requests, 1-outer),
	}
}

// funnelLimit is the quantile p of the share accepted of n requests, from 0 to 1. Between two counts it lies where the
// distribution function, drawn as straight lines, reaches p.
func funnelLimit(share float64, n int64, p float64) float64 {
	if n <= 0 {
		return 0
	}
	if share <= 0 || share >= 1 {
		return share
	}
	chance := distuv.Binomial{N: float64(n), P: share}
	r := sort.Search(int(n), func(r int) bool { return chance.CDF(float64(r)) >= p })
	at, below := chance.CDF(float64(r)), 0.0
	if r > 0 {
		below = chance.CDF(float64(r - 1))
	}
	if at <= below {
		return float64(r) / float64(n)
	}
	return min(1, max(0, (float64(r)-(at-p)/(at-below))/float64(n)))
}

// A Place is how one recruiter's rate lies among the team's.
type Place struct {
	// Shrunk is the rate drawn to the mean of all recruiters, with its 95 % interval; see [Spread]. Nil without a mature
	// request.
	Shrunk *Interval
	// Limits of the funnel at this recruiter's number of requests; nil with fewer than five recruiters.
	Limits *Limits
	// Others is the recruiter's rate minus that of all others together, with Newcombe's interval (1998); only with fewer
	// than five recruiters.
	Others *Interval
	// Label is empty for recruiters with fewer than 10 mature requests, and where Others tells no difference.
	Label Label
}

// PlacesOf compares recruiters, in their order. Recruiters contact different people: none of this measures skill.
func PlacesOf(rates []Rate) []Place {
	places := make([]Place, len(rates))
	spread, ok := SpreadOf(rates)
	if !ok {
		return places
	}
	var team Rate
	recruiters := 0
	for _, rate := range rates {
		team.Accepted += rate.Accepted
		team.Mature += rate.Mature
		if rate.Mature > 0 {
			recruiters++
		}
	}
	for i, rate := range rates {
		if rate.Mature == 0 {
			continue
		}
		place := &places[i]
		place.Shrunk = &spread.Shrunk[i]
		if recruiters >= FunnelRecruiters {
			limits := LimitsOf(team, rate.Mature)
			place.Limits = &limits
		} else {
			others := Rate{Accepted: team.Accepted - rate.Accepted, Mature: team.Mature - rate.Mature}
			place.Others = estimable(Difference(rate, others))
		}
		if rate.Reportable() {
			place.Label = place.label(rate.Share())
		}
	}
	return places
}

func (p *Place) label(share float64) Label {
	l := p.Limits
	switch {
	case l != nil && share > l.High998+rounding:
		return Above
	case l != nil && share < l.Low998-rounding:
		return Below
	case l != nil && share > l.High95+rounding:
		return PossiblyAbove
	case l != nil && share < l.Low95-rounding:
		return PossiblyBelow
	case l != nil:
		return Like
	case p.Others != nil && p.Others.Low > 0:
		return AboveOthers
	case p.Others != nil && p.Others.High < 0:
		return BelowOthers
	}
	return ""
}
