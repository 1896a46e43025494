package text

import (
	"math/bits"
	"unicode/utf8"
)

// Shares and counts that decide a note's language. Notes are short, so little
// evidence must do; where there is none at all, a few words count as English.
const (
	fewWords      = 6 // up to here a note without evidence is English
	evidenceShare = 8 // of so many words the language must know one at least
)

// LanguageOf is the lexicon of the language that tokens are written in, judged
// by its commonest words; nil when it is none of those known.
func LanguageOf(tokens []Token) *Lexicon {
	var counts [32]int
	foreign, english := 0, 0
	for i := range tokens {
		token := &tokens[i]
		if token.word == 0 { // a word of a lexicon is in Latin letters
			if r, _ := utf8.DecodeRuneInString(token.Text); r > '\u024f' {
				foreign++
			}
			continue
		}
		own := library.speaks[token.word]
		if library.known[token.word] || own&1 == 1 {
			english++
		}
		for ; own != 0; own &= own - 1 {
			counts[bits.TrailingZeros32(own)]++
		}
	}
	best := 0
	for i := range library.languages {
		if counts[i] > counts[best] {
			best = i
		}
	}
	if foreign*2 > len(tokens) {
		return nil
	}
	if best > 0 && counts[best] > english && counts[best]*evidenceShare >= len(tokens) {
		return library.languages[best]
	}
	if len(tokens) > fewWords && english*evidenceShare < len(tokens) {
		return nil
	}
	return library.languages[0]
}
