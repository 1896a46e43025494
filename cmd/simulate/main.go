// Command simulate checks the statistics against data of which the truth is known: how often each 95 % interval holds
// the true value, how often a habit is reported where none goes with acceptance, and how often one is found that does.
package main

import (
	"flag"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"runtime"
	"slices"
	"sync"
	"text/tabwriter"
)

func main() {
	runs := flag.Int("runs", 4000, "simulated data sets for each line")
	seed := flag.Uint64("seed", 1, "of the random numbers; the same seed gives the same table")
	flag.Parse()
	if *runs < 1 || flag.NArg() > 0 {
		flag.Usage()
		os.Exit(2)
	}
	if !simulate(os.Stdout, *runs, *seed) {
		fmt.Println("\nSome lines are outside of their bounds.")
		os.Exit(1)
	}
	fmt.Println("\nAll lines are within their bounds.")
}

// simulate prints the tables and reports whether all is within bounds.
func simulate(w io.Writer, runs int, seed uint64) bool {
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	ok := coverage(table, runs, seed)
	ok = waiting(table, runs, seed) && ok
	ok = findings(table, runs, seed) && ok
	table.Flush()
	return ok
}

// each runs a simulation many times on all cores. Every run has random numbers of its own, so that the result does not
// depend on the cores.
func each[Outcome any](runs int, seed uint64, run func(*rand.Rand) Outcome) []Outcome {
	outcomes := make([]Outcome, runs)
	var workers sync.WaitGroup
	next := make(chan int)
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			for i := range next {
				outcomes[i] = run(rand.New(rand.NewPCG(seed, uint64(i))))
			}
		})
	}
	for i := range runs {
		next <- i
	}
	close(next)
	workers.Wait()
	return outcomes
}

// binomial draws how many of n are accepted.
func binomial(random *rand.Rand, n int64, p float64) int64 {
	var x int64
	for range n {
		if random.Float64() < p {
			x++
		}
	}
	return x
}

// beta draws from a beta distribution with whole parameters: it is that of the alpha-th smallest of alpha+beta-1 uniform
// numbers.
func beta(random *rand.Rand, alpha, beta int) float64 {
	uniform := make([]float64, alpha+beta-1)
	for i := range uniform {
		uniform[i] = random.Float64()
	}
	slices.Sort(uniform)
	return uniform[alpha-1]
}
