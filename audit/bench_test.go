package audit

import (
	"context"
	"fmt"
	"math/rand/v2"
	"testing"

	"outreachaudit/audit/habit"
	"outreachaudit/audit/tally"
)

// BenchmarkRun audits the samples: 4,278 records of five exports, from the files to the Result.
func BenchmarkRun(b *testing.B) {
	b.ReportAllocs()
	var records int64
	for b.Loop() {
		r, err := Run(context.Background(), Options{Paths: []string{samples}, MaturityDays: DefaultMaturityDays, Jobs: 1})
		if err != nil {
			b.Fatal(err)
		}
		records += r.Accounting.Read
	}
	b.ReportMetric(float64(records)/b.Elapsed().Seconds(), "records/s")
}

// BenchmarkSummarise computes all statistics of 200 recruiters, 24 months and all habits, over 200,000 requests.
func BenchmarkSummarise(b *testing.B) {
	random := rand.New(rand.NewPCG(1, 2))
	counts, waiting := tally.Tally{}, tally.NewWaiting()
	judged := habit.Set(1)<<len(habit.All) - 1
	for range 200_000 {
		recruiter := random.IntN(200)
		key := tally.Key{
			Recruiter: fmt.Sprintf("Recruiter %03d", recruiter), Kind: habit.Own, Judged: judged,
			Month: tally.Month(24_000 + random.IntN(24)),
		}
		for h := range habit.All {
			if random.IntN(8) < h {
				key.Flagged = key.Flagged.With(h)
			}
		}
		if random.IntN(4) == 0 {
			key.Kind, key.Judged, key.Flagged = habit.Blank, 1, 1
		}
		count := tally.Count{Requests: 1, Mature: 1, Dated: 1}
		if random.IntN(100) < 20+recruiter/10 {
			count.Accepted = 1
			waiting.Accepted[random.IntN(60)]++
		} else {
			waiting.Followed[30+random.IntN(700)]++
		}
		counts[key] = counts[key].Plus(count)
	}
	for b.Loop() {
		Summarise(&Result{}, habit.All, counts, waiting)
	}
}
