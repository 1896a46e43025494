// Package text turns prose into pieces: folded words, sentences, and the phrases of a language's lexicon.
package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"outreachaudit/audit/digest"
)

// A Span is a stretch of a text: byte offsets of its first byte and of the byte after its last.
type Span struct{ Start, End int }

// A Token is one folded word and where it stands in the original.
type Token struct {
	Span
	Text    string    // folded: compare it, do not show it
	Kind    TokenKind // what kind of word it is
	Capital bool      // written with a capital letter first
	hash    uint64    // of Text
	word    wordID    // place in the vocabulary of all lexicons; 0 when in none
	plain   wordID    // the same, of the word without a possessive ending where the word as such is in none
}

// A TokenKind tells words from what only looks like them.
type TokenKind uint8

// The kinds of token.
const (
	Word   TokenKind = iota // letters, with digits and apostrophes inside
	Number                  // begins with a digit: 5, 14,000, 85k, 4th
	Money                   // a number with a currency sign: £85k, $47, 60€
	Link                    // a web or mail address
)

// Tokens are the words of s in order. Spans never overlap, and start and end on rune borders.
func Tokens(s string) []Token { return AppendTokens(make([]Token, 0, len(s)/5+2), s) }

// AppendTokens puts the words of s behind those of tokens.
func AppendTokens(tokens []Token, s string) []Token {
	t := tokenizer{s: s, tokens: tokens}
	for at := 0; at < len(s); {
		if class := classes[s[at]]; class == space {
			at++
		} else if end := t.simple(at, class); end > 0 {
			at = end
		} else {
			at = t.next(at)
		}
	}
	return t.tokens
}

type tokenizer struct {
	s      string
	tokens []Token
	folded strings.Builder // one buffer for all words that folding changes
}

// next reads what stands at byte at and returns where to go on.
func (t *tokenizer) next(at int) int {
	r, size := decode(t.s, at)
	switch {
	case isCurrency(r):
		if digit := t.amountAfter(at + size); digit > 0 {
			end, _ := t.word(digit)
			return t.add(at, end, Money)
		}
		return at + size
	case isWordRune(r) && !unicode.Is(unicode.M, r):
		return t.wordOrLink(at, r)
	}
	return at + size
}

func (t *tokenizer) wordOrLink(at int, first rune) int {
	if end := linkAt(t.s, at); end > 0 {
		return t.add(at, end, Link)
	}
	end, changed := t.word(at)
	if end2 := dottedLink(t.s, at, end); end2 > 0 {
		return t.add(at, end2, Link)
	}
	if unicode.IsDigit(first) {
		if r, size := decode(t.s, end); isCurrency(r) {
			return t.add(at, end+size, Money)
		}
		return t.add(at, end, Number)
	}
	if !changed {
		t.append(Span{at, end}, t.s[at:end], Word)
		return end
	}
	return t.add(at, end, Word)
}

func (t *tokenizer) add(start, end int, kind TokenKind) int {
	t.append(Span{start, end}, t.fold(start, end), kind)
	return end
}

func (t *tokenizer) fold(start, end int) string {
	if t.folded.Cap() == 0 {
		t.folded.Grow(len(t.s) - start)
	}
	return foldBehind(&t.folded, t.s[start:end])
}

func (t *tokenizer) append(span Span, folded string, kind TokenKind) {
	hash := digest.Of(folded)
	first, _ := decode(t.s, span.Start)
	token := Token{Span: span, Text: folded, Kind: kind, Capital: unicode.IsUpper(first), hash: hash, word: numbered(hash)}
	t.tokens = append(t.tokens, token.withPlain())
}

// withPlain is the token with its word less a possessive ending.
func (t Token) withPlain() Token {
	if t.plain = t.word; t.word == 0 {
		if stem, ok := strings.CutSuffix(t.Text, "'s"); ok {
			t.plain = wordOf(stem)
		}
	}
	return t
}

// Hash is the digest of the token's text.
func (t Token) Hash() uint64 { return t.hash }

// amountAfter is where a number begins at or one space after byte at, or 0.
func (t *tokenizer) amountAfter(at int) int {
	r, size := decode(t.s, at)
	if r == ' ' || r == '\u00a0' {
		at += size
		r, _ = decode(t.s, at)
	}
	if unicode.IsDigit(r) {
		return at
	}
	return 0
}

// word is the end of the word that begins at byte at, and whether folding would change it.
func (t *tokenizer) word(at int) (end int, changed bool) {
	previous := rune(0)
	end = at
	for at < len(t.s) {
		c := t.s[at]
		if c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '_' {
			at++
			end, previous = at, rune(c)
			continue
		}
		r, size := decode(t.s, at)
		switch {
		case isWordRune(r):
			end, previous, changed = at+size, r, true
		case Invisible(r):
			changed = true
		case !t.joins(previous, r, at+size):
			return end, changed
		default:
			changed = changed || r != '\''
			previous = r
		}
		at += size
	}
	return end, changed
}

// joins reports whether r holds together what stands on its sides: o'clock, 14,000, 38.5.
func (t *tokenizer) joins(previous, r rune, after int) bool {
	following, _ := decode(t.s, after)
	if isApostrophe(r) {
		return unicode.IsLetter(previous) && unicode.IsLetter(following)
	}
	return (r == '.' || r == ',') && unicode.IsDigit(previous) && unicode.IsDigit(following)
}

// decode is utf8.DecodeRuneInString at an offset; past the end it gives a zero rune.
func decode(s string, at int) (rune, int) {
	if at >= len(s) {
		return 0, 0
	}
	if s[at] < utf8.RuneSelf {
		return rune(s[at]), 1
	}
	return utf8.DecodeRuneInString(s[at:])
}

func isWordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9' || r == '_'
	}
	return (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)) && !isApostrophe(r) && !Invisible(r)
}

func isCurrency(r rune) bool {
	return r == '$' || r == '£' || r == '€' || r > utf8.RuneSelf && unicode.Is(unicode.Sc, r)
}
