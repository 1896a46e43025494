package export

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// BenchmarkRead reads a table of 20,000 requests with notes of some 150 characters: one survey and one
// reading are what an audit costs before anything is judged.
func BenchmarkRead(b *testing.B) {
	var text strings.Builder
	text.WriteString(toolHeader)
	for i := range 20_000 {
		fmt.Fprintf(&text, "Ana Ruiz,2026-01-05T09:00:00Z,Bo,Li %d,\"Acme, Inc.\",Engineer,\"Oslo, Norway\",\"Hi Bo, I read your post about \"\"tests\"\" and liked it.\nWe both work on compilers, and I would be glad to compare notes some time.\nAna\",pending,r%d\n", i, i)
	}
	path := filepath.Join(b.TempDir(), "requests.csv")
	if err := os.WriteFile(path, []byte(text.String()), 0o600); err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(text.Len()))
	b.ReportAllocs()
	for b.Loop() {
		found, err := find(path)
		if err != nil {
			b.Fatal(err)
		}
		if err := found.Sources[0].Survey(context.Background(), nil); err != nil {
			b.Fatal(err)
		}
		rows := 0
		err = found.Sources[0].Read(context.Background(), nil, func(items []Item) error {
			rows += len(items)
			return nil
		})
		if err != nil || rows != 20_000 {
			b.Fatalf("%d rows, error %v", rows, err)
		}
	}
}
