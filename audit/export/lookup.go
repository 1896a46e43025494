package export

import (
	"strings"
	"unicode/utf8"
)

// inLower finds a word among others that are written small. The usual word, which is short and of ASCII, needs no copy:
// some are looked up of every row.
func inLower[V any](words map[string]V, word string) (V, bool) {
	var room [24]byte
	if len(word) > len(room) {
		value, ok := words[strings.ToLower(word)]
		return value, ok
	}
	lower := room[:len(word)]
	for i := range len(word) {
		c := word[i]
		if c >= utf8.RuneSelf {
			value, ok := words[strings.ToLower(word)]
			return value, ok
		}
		if 'A' <= c && c <= 'Z' {
			c |= 0x20
		}
		lower[i] = c
	}
	value, ok := words[string(lower)]
	return value, ok
}
