package audit

import (
	"context"
	"testing"
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
