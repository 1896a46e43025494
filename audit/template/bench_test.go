package template

import (
	"math/rand/v2"
	"testing"
)

// BenchmarkFamilies adds wordings of 30 words that are all new, most of them to a full set of leaders, a third nearly the
// same as one before.
func BenchmarkFamilies(b *testing.B) {
	random := rand.New(rand.NewPCG(1, 2))
	wordings := make([]Wording, 2*MostLeaders)
	words := make([]uint64, 30)
	for i := range wordings {
		if i%3 > 0 || i == 0 {
			for at := range words {
				words[at] = random.Uint64()
			}
		}
		words[i%len(words)] = random.Uint64()
		wordings[i] = WordingOf(words)
	}
	for b.Loop() {
		families := NewFamilies()
		for i := range wordings {
			families.Add(&wordings[i], "Ana")
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(wordings)), "ns/wording")
}
