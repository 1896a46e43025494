package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Letters that Unicode does not decompose, and what people type in their place.
var plainLetters = map[rune]string{
	'ß': "ss", 'ø': "o", 'Ø': "o", 'ł': "l", 'Ł': "l", 'đ': "d", 'Đ': "d", 'æ': "ae", 'Æ': "ae",
	'œ': "oe", 'Œ': "oe", 'ı': "i", 'þ': "th", 'ð': "d",
}

// Fold is s as it is compared: lower case, accents and invisible runes off,
// wide and ornamental letters plain, apostrophes straight. Folding is done
// word by word, so a Token keeps the offsets of the original.
func Fold(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	foldInto(&b, s)
	return b.String()
}

// foldBehind folds s behind what is in b, and is what it makes of it; that stays valid when b grows.
func foldBehind(b *strings.Builder, s string) string {
	from := b.Len()
	foldInto(b, s)
	return b.String()[from:]
}

func foldInto(b *strings.Builder, s string) {
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			b.WriteByte(lower(c))
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		foldRune(b, r, s[i:i+size])
		i += size
	}
}

func foldRune(b *strings.Builder, r rune, encoded string) {
	if Invisible(r) {
		return
	}
	if isApostrophe(r) {
		b.WriteByte('\'')
		return
	}
	decomposed := norm.NFKD.PropertiesString(encoded).Decomposition()
	if decomposed == nil {
		writePlain(b, r)
		return
	}
	for len(decomposed) > 0 {
		part, size := utf8.DecodeRune(decomposed)
		writePlain(b, part)
		decomposed = decomposed[size:]
	}
}

func writePlain(b *strings.Builder, r rune) {
	if plain, ok := plainLetters[r]; ok {
		b.WriteString(plain)
		return
	}
	if !unicode.Is(unicode.Mn, r) {
		b.WriteRune(unicode.ToLower(r))
	}
}

func lower(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		return c + 'a' - 'A'
	}
	return c
}

// Invisible reports whether a rune shows nothing and takes no room: byte order
// marks, zero-width spaces and joiners, soft hyphens, variation selectors.
func Invisible(r rune) bool {
	if r < 0xAD {
		return false
	}
	return unicode.Is(unicode.Cf, r) || r == '\u034F' || r == '\u115F' || r == '\u3164' || (r >= 0xFE00 && r <= 0xFE0F)
}

func isApostrophe(r rune) bool {
	switch r {
	case '\'', '’', '‘', 'ʼ', '´', '`', '′', '＇':
		return true
	}
	return false
}

// Empty reports whether s shows nothing at all: no text, white space only
// (NBSP too), or invisible runes only.
func Empty(s string) bool {
	for _, r := range s {
		if !unicode.IsSpace(r) && !Invisible(r) {
			return false
		}
	}
	return true
}
