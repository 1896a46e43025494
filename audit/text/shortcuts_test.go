package text

import (
	"slices"
	"testing"

	"github.com/clipperhouse/uax29/v2/sentences"
)

// FuzzShortcuts holds that what is read quickly is read as it would be otherwise: plain words, and the borders of
// sentences far from any mark.
func FuzzShortcuts(f *testing.F) {
	for _, seed := range []string{"", "Hi Ana, I'm here. See http://a.b/c or WWW.x.io", "O'Neil's 5$ a_b' '_ 4th .-a", "J. S. Bach? \"Yes.\" (no) e.g. this", "a.\u0301B. C\u00ad.D\r\nE\v!f"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		slow := tokenizer{s: s}
		for at := 0; at < len(s); {
			at = slow.next(at)
		}
		if quick := Tokens(s); !slices.Equal(quick, slow.tokens) {
			t.Fatalf("%q: %+v, closely %+v", s, quick, slow.tokens)
		}
		segments := sentences.FromString(s)
		for low := 0; low < len(s); {
			segments.Next()
			if low = borderAfter(s, low, nextMark(s, low)); low != segments.End() {
				t.Fatalf("%q: a border at %d, closely %d", s, low, segments.End())
			}
		}
	})
}
