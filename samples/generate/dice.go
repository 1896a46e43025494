package main

import (
	"hash/fnv"
	"math/bits"
	"math/rand/v2"
)

// A dice is a source of chance that gives the same numbers on every run and every version of Go:
// only the PCG generator itself is taken from the library, since its numbers are specified.
type dice struct {
	source *rand.PCG
}

// newDice starts a stream of its own for a purpose, so that a change in one part of the samples
// leaves the others as they are.
func newDice(purpose string) *dice {
	hash := fnv.New64a()
	hash.Write([]byte(purpose))
	return &dice{rand.NewPCG(20261031, hash.Sum64())}
}

// below is a whole number from 0 to n-1.
func (d *dice) below(n int) int {
	high, _ := bits.Mul64(d.source.Uint64(), uint64(n))
	return int(high)
}

// between is a whole number from low to high, both included.
func (d *dice) between(low, high int) int { return low + d.below(high-low+1) }

// part is a number from 0 up to, but not including, 1.
func (d *dice) part() float64 { return float64(d.source.Uint64()>>11) / (1 << 53) }

// chance is true with the given probability.
func (d *dice) chance(probability float64) bool { return d.part() < probability }

// pick is one of the texts.
func (d *dice) pick(texts []string) string { return texts[d.below(len(texts))] }

// weighted is an index, chosen in proportion to its weight.
func (d *dice) weighted(weights []float64) int {
	total := 0.0
	for _, weight := range weights {
		total += weight
	}
	left := d.part() * total
	for i, weight := range weights {
		if left -= weight; left < 0 {
			return i
		}
	}
	return len(weights) - 1
}

// shuffled is a copy of the items in random order.
func shuffled[Item any](d *dice, items []Item) []Item {
	mixed := append([]Item(nil), items...)
	for i := len(mixed) - 1; i > 0; i-- {
		j := d.below(i + 1)
		mixed[i], mixed[j] = mixed[j], mixed[i]
	}
	return mixed
}
