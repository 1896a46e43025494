package stat

import (
	"math"

	"gonum.org/v1/gonum/mathext"

	"outreachaudit/audit/parallel"
)

// A Spread is how recruiters' rates lie around a common mean: the hierarchical beta-binomial model of Gelman et al.
// (Bayesian Data Analysis, 3rd edition, section 5.3). Each recruiter's rate is drawn from a beta distribution with mean
// m and precision M; m and 1/sqrt(M) are uniform from 0 to 1 beforehand, and are averaged over on a grid, so that the
// uncertainty about how much recruiters differ is in every interval.
type Spread struct {
	Mean      float64    // mean of the recruiters' rates
	Deviation float64    // standard deviation between the recruiters' rates
	Shrunk    []Interval // by recruiter: the rate drawn to the mean, the more the fewer the requests, with its 95 % interval
}

// A node is a point of the grid: a prior beta distribution and how well it fits all recruiters together.
type node struct {
	alpha, beta float64
	weight      float64 // of all nodes together 1
}

// A grid is how many means and deviations are tried. Few do, because the weights fall off smoothly and the grid is
// narrowed to them: against 200 x 100 of each, rates and limits differ by less than 0.0001.
type grid struct{ means, deviations int }

var (
	fine   = grid{60, 40}
	coarse = grid{30, 20} // for many recruiters, who together leave a narrower and smoother peak
)

const (
	manyRecruiters = 20
	passes         = 5    // of narrowing the grid to where the weight is
	close          = 1e-8 // of a quantile
	faint          = 1e-8 // share of the largest weight below which a node is left out
)

// SpreadOf is false when no recruiter has a mature request.
func SpreadOf(rates []Rate) (Spread, bool) {
	var seen []Rate
	for _, rate := range rates {
		if rate.Mature > 0 {
			seen = append(seen, rate)
		}
	}
	if len(seen) == 0 {
		return Spread{}, false
	}
	nodes := posterior(seen, gridFor(len(seen)))
	var spread Spread
	for _, n := range nodes {
		precision := n.alpha + n.beta
		mean := n.alpha / precision
		spread.Mean += n.weight * mean
		spread.Deviation += n.weight * math.Sqrt(mean*(1-mean)/(precision+1))
	}
	spread.Shrunk = make([]Interval, len(rates))
	parallel.Each(len(rates), func(i int) { spread.Shrunk[i] = shrunk(nodes, rates[i]) })
	return spread, true
}

func gridFor(recruiters int) grid {
	if recruiters > manyRecruiters {
		return coarse
	}
	return fine
}

// posterior are the nodes that matter. The grid starts over the whole square and is narrowed to where the weight is.
func posterior(rates []Rate, size grid) []node {
	means, deviations := [2]float64{0, 1}, [2]float64{0, 1}
	var nodes []node
	for range passes {
		stepM := (means[1] - means[0]) / float64(size.means)
		stepD := (deviations[1] - deviations[0]) / float64(size.deviations)
		point := func(i int) (mean, deviation float64) {
			return means[0] + stepM*(float64(i/size.deviations)+0.5), deviations[0] + stepD*(float64(i%size.deviations)+0.5)
		}
		logs := make([]float64, size.means*size.deviations)
		highest := math.Inf(-1)
		nodes = make([]node, len(logs))
		for i := range logs {
			mean, deviation := point(i)
			precision := 1 / (deviation * deviation)
			nodes[i] = node{alpha: mean * precision, beta: (1 - mean) * precision}
			logs[i] = nodes[i].fit(rates)
			highest = max(highest, logs[i])
		}
		kept := nodes[:0]
		box := [4]float64{1, 0, 1, 0}
		var sum float64
		for i, log := range logs {
			weight := math.Exp(log - highest)
			if weight <= faint {
				continue
			}
			n := nodes[i]
			n.weight = weight
			sum += weight
			kept = append(kept, n)
			mean, deviation := point(i)
			box = [4]float64{min(box[0], mean), max(box[1], mean), min(box[2], deviation), max(box[3], deviation)}
		}
		for i := range kept {
			kept[i].weight /= sum
		}
		nodes = kept
		means = [2]float64{max(0, box[0]-1.5*stepM), min(1, box[1]+1.5*stepM)}
		deviations = [2]float64{max(0, box[2]-1.5*stepD), min(1, box[3]+1.5*stepD)}
	}
	return nodes
}

// fit is the logarithm of the probability of all recruiters' counts, but for a constant.
func (n node) fit(rates []Rate) float64 {
	own := mathext.Lbeta(n.alpha, n.beta)
	var sum float64
	for _, rate := range rates {
		sum += mathext.Lbeta(float64(rate.Accepted)+n.alpha, float64(rate.Mature-rate.Accepted)+n.beta) - own
	}
	return sum
}

// A mixture is one recruiter's rate as the nodes see it: beta distributions with the nodes' weights.
type mixture struct {
	parts []part
	mean  float64
	start shape // the beta distribution of the same mean and variance
}

type shape struct{ alpha, beta float64 }

type part struct {
	shape
	weight float64
	scale  float64 // logarithm of the beta function, by which the density is divided
}

// shrunk is the mean and the central 95 % of a recruiter's rate.
func shrunk(nodes []node, rate Rate) Interval {
	m := mixtureOf(nodes, rate)
	return Interval{Value: m.mean, Low: min(m.quantile(0.025), m.mean), High: max(m.quantile(0.975), m.mean)}
}

func mixtureOf(nodes []node, rate Rate) mixture {
	var m mixture
	var square float64
	for _, n := range nodes {
		b := shape{n.alpha + float64(rate.Accepted), n.beta + float64(rate.Mature-rate.Accepted)}
		total := b.alpha + b.beta
		mean := b.alpha / total
		m.mean += n.weight * mean
		square += n.weight * (mean*mean + mean*(1-mean)/(total+1))
		m.parts = append(m.parts, part{b, n.weight, mathext.Lbeta(b.alpha, b.beta)})
	}
	size := m.mean*(1-m.mean)/(square-m.mean*m.mean) - 1
	m.start = shape{m.mean * size, (1 - m.mean) * size}
	return m
}

// at is the probability below x, and the density there.
func (m *mixture) at(x float64) (below, density float64) {
	one, other := math.Log(x), math.Log1p(-x)
	for i := range m.parts {
		p := &m.parts[i]
		below += p.weight * mathext.RegIncBeta(p.alpha, p.beta, x)
		density += p.weight * math.Exp((p.alpha-1)*one+(p.beta-1)*other-p.scale)
	}
	return below, density
}

// quantile goes by Newton's steps, between bounds that they cannot leave.
func (m *mixture) quantile(p float64) float64 {
	low, high := 0.0, 1.0
	x := mathext.InvRegIncBeta(m.start.alpha, m.start.beta, p)
	for high-low > close {
		if !(x > low && x < high) {
			x = (low + high) / 2
		}
		below, density := m.at(x)
		if below < p {
			low = x
		} else {
			high = x
		}
		next := x + (p-below)/density
		if math.Abs(next-x) < close {
			return next
		}
		x = next
	}
	return x
}
