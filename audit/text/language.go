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

// A Voice counts the words of a text by the languages that they are of.
type Voice struct {
	words, foreign, english int32
	counts                  [mostLanguages]int16
}

const mostLanguages = 32

// VoiceOf counts some words.
func VoiceOf(tokens []Token) Voice {
	v, library := Voice{words: int32(len(tokens))}, library()
	for i := range tokens {
		token := &tokens[i]
		if token.word == 0 { // a word of a lexicon is in Latin letters
			if r, _ := utf8.DecodeRuneInString(token.Text); r > '\u024f' {
				v.foreign++
			}
			continue
		}
		own := library.speaks[token.word]
		if library.known[token.word] || own&1 == 1 {
			v.english++
		}
		for ; own != 0; own &= own - 1 {
			v.counts[bits.TrailingZeros32(own)]++
		}
	}
	return v
}

// Add adds the words of another text.
func (v *Voice) Add(other *Voice) {
	v.words, v.foreign, v.english = v.words+other.words, v.foreign+other.foreign, v.english+other.english
	for i := range library().languages {
		v.counts[i] += other.counts[i]
	}
}

// Language is the lexicon of the language that a text is written in, judged by its commonest words; nil when it is
// none of those known.
func (v *Voice) Language() *Lexicon {
	best, languages := 0, library().languages
	for i := range languages {
		if v.counts[i] > v.counts[best] {
			best = i
		}
	}
	if v.foreign*2 > v.words {
		return nil
	}
	if most := int32(v.counts[best]); best > 0 && most > v.english && most*evidenceShare >= v.words {
		return languages[best]
	}
	if v.words > fewWords && v.english*evidenceShare < v.words {
		return nil
	}
	return languages[0]
}
