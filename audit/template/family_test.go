package template

import (
	"fmt"
	"hash/fnv"
	"strings"
	"testing"
)

const letter = "i came across your profile and was impressed by your long experience in logistics so i thought it would be good to talk about … some day this month"

func wording(text string) Wording {
	if words := strings.Fields(text); len(words) >= Fewest {
		return WordingOf(digests(words))
	}
	return Wording{}
}

func digests(words []string) []uint64 {
	all := make([]uint64, len(words))
	for i, word := range words {
		hash := fnv.New64a()
		hash.Write([]byte(word))
		all[i] = hash.Sum64()
	}
	return all
}

func TestFamilies(t *testing.T) {
	other := "thank you for the lecture on tide mills which answered a question that our whole archive has had for years"
	f := NewFamilies()
	add := func(text, sender string, times int) {
		for range times {
			w := wording(text)
			f.Add(&w, sender)
		}
	}
	add(letter, "Ana", 7)
	add(strings.Replace(letter, "good", "great", 1), "Ana", 4)
	add(letter, "Ben", 3)
	add(other, "Ben", 2)
	add("thank you so much", "Ana", 50)
	for _, test := range []struct {
		text, sender string
		copies       int
	}{
		{letter, "Ana", 11},
		{strings.Replace(letter, "good", "great", 1), "Ana", 11},
		{letter, "Ben", 3},
		{letter, "Cleo", 0},
		{other, "Ben", 2},
		{"thank you so much", "Ana", 0},
		{"a wording that nobody has ever written to anybody in this audit at all", "Ana", 0},
	} {
		w := wording(test.text)
		if copies := f.Copies(f.Of(w.Key), test.sender); copies != test.copies {
			t.Errorf("%s by %s: %d copies, want %d", test.text, test.sender, copies, test.copies)
		}
	}
	if large := f.Largest(10, 5); len(large) != 1 {
		t.Errorf("large families: %v", large)
	}
	if large := f.Largest(1, 1); len(large) != 1 {
		t.Errorf("the bound of families does not hold: %v", large)
	}
}

// TestLikeness measures how much of a wording may differ: one word of thirty may, half of them may not.
func TestLikeness(t *testing.T) {
	words := strings.Fields(letter)
	base := SketchOf(digests(words))
	for _, test := range []struct {
		changed     int
		least, most int // of 100 trials
	}{{0, 100, 100}, {1, 70, 100}, {5, 0, 25}, {15, 0, 0}} {
		alike := 0
		for trial := range 100 {
			changed := append([]string(nil), words...)
			for i := range test.changed {
				changed[(trial*7+i*len(words)/max(1, test.changed))%len(words)] = fmt.Sprint("other", trial, i)
			}
			sketch := SketchOf(digests(changed))
			if base.like(&sketch) {
				alike++
			}
		}
		if alike < test.least || alike > test.most {
			t.Errorf("%d words changed: alike in %d of 100", test.changed, alike)
		}
	}
}

// TestLeadersAreForgotten: memory has a bound; what is written from one template over and over is still found.
func TestLeadersAreForgotten(t *testing.T) {
	const most = 2 * firstLeaders
	l := newLeaders(most)
	find := func(w Sketch) int32 { of := w.bands(); return l.find(&w, &of) }
	add := func(w Sketch, family int32) { of := w.bands(); l.add(&w, &of, family) }
	words := digests(strings.Fields(letter))
	template, once := SketchOf(words), SketchOf(digests(strings.Fields("thank you for the lecture on tide mills which answered a question that our archive had for years")))
	add(template, 1)
	add(once, 2)
	for n := range 10 * most {
		other := make([]uint64, 20)
		for i := range other {
			other[i] = mix(uint64(n*len(other) + i))
		}
		if sketch := SketchOf(other); find(sketch) < 0 {
			add(sketch, int32(n+3))
		} else {
			t.Fatalf("wording %d is like another one", n)
		}
		if n%(most/4) == 0 {
			if family := find(template); family != 1 {
				t.Fatalf("after %d others the template is of family %d", n, family)
			}
			added := l.added
			if find(template); l.added > added {
				t.Fatalf("after %d others the template is led by an old leader although a new one was added", n)
			}
		}
	}
	if family := find(once); family >= 0 {
		t.Errorf("what was written once, long ago, is still known, as family %d", family)
	}
	if len(l.sketches) != most {
		t.Errorf("%d sketches are kept, not %d", len(l.sketches), most)
	}
}
