package digest

import (
	"fmt"
	"hash/fnv"
	"testing"
)

func TestOf(t *testing.T) {
	for _, word := range []string{"", "a", "recruiter", "zażółć"} {
		hash := fnv.New64a()
		hash.Write([]byte(word))
		if Of(word) != hash.Sum64() {
			t.Errorf("%q: %x, want %x", word, Of(word), hash.Sum64())
		}
	}
}

func TestTable(t *testing.T) {
	table := NewTable()
	word := func(i int) uint64 { return Of(fmt.Sprint("word ", i)) }
	const words = 5000
	for i := 1; i <= words; i++ {
		if found := table.Find(word(i)); found != 0 {
			t.Fatalf("word %d is there before it was added, as %d", i, found)
		}
		table.Add(word(i), uint16(i))
	}
	for i := 1; i <= 2*words; i++ {
		want := uint16(i)
		if i > words {
			want = 0
		}
		if found := table.Find(word(i)); found != want {
			t.Fatalf("word %d is found as %d", i, found)
		}
	}
}
