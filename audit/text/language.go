package text

import "unicode/utf8"

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
	for _, token := range tokens {
		if r, _ := utf8.DecodeRuneInString(token.Text); r > '\u024f' {
			foreign++
		}
		bits := library.speaks[token.word]
		if library.known[token.word] || bits&1 == 1 {
			english++
		}
		for i := 0; bits != 0; bits, i = bits>>1, i+1 {
			counts[i] += int(bits & 1)
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
