package text

import "outreachaudit/audit/digest"

// A class is what a byte can be at in a note.
type class uint8

const (
	space  class = iota // ends a word and begins none
	letter              // a small one, or an underscore
	capital
	digit
	joiner // may hold two words together, or begin an amount of money: . , @ : ' ` $
	other  // part of a rune of several bytes
)

// classes are those of all bytes.
var classes = func() (all [256]class) {
	for c := range all {
		switch {
		case 'a' <= c && c <= 'z' || c == '_':
			all[c] = letter
		case 'A' <= c && c <= 'Z':
			all[c] = capital
		case '0' <= c && c <= '9':
			all[c] = digit
		case c >= 0x80:
			all[c] = other
		}
	}
	for _, c := range ".,@:'`$" {
		all[c] = joiner
	}
	return all
}()

// simple adds the word that begins at byte at where it is one of letters and figures of ASCII, maybe with an
// apostrophe, that nothing joins to what is behind it. It returns the end, or 0 where the word needs a closer look.
// Nearly all words of most notes are such.
func (t *tokenizer) simple(at int, first class) int {
	if first > digit {
		return 0
	}
	s, end, capitals := t.s, at, first == capital
	hash := uint64(digest.Start)
	previous := first
word:
	for ; end < len(s); end++ {
		c := s[end]
		class := classes[c]
		switch class {
		case capital:
			c |= 0x20
			capitals = true
		case joiner:
			if c == '$' {
				return 0
			}
			following := space
			if end+1 < len(s) {
				following = classes[s[end+1]]
			}
			if following == space && (end+1 == len(s) || s[end+1] != '/' && s[end+1] != '-') {
				break word
			}
			if c != '\'' || !isLetter(previous, s[end-1]) || !isLetter(following, s[end+1]) {
				return 0
			}
		case other:
			return 0
		case space:
			break word
		}
		hash = (hash ^ uint64(c)) * digest.Prime
		previous = class
	}
	t.addSimple(at, end, first, capitals, hash)
	return end
}

func isLetter(of class, c byte) bool { return of == capital || of == letter && c != '_' }

func (t *tokenizer) addSimple(start, end int, first class, capitals bool, hash uint64) {
	token := Token{Span: Span{start, end}, Capital: first == capital, hash: hash, word: numbered(hash)}
	if first == digit {
		token.Kind = Number
	}
	switch {
	case !capitals:
		token.Text = t.s[start:end]
	case token.word != 0:
		token.Text = library().words[token.word]
	default:
		token.Text = t.fold(start, end)
	}
	if token.plain = token.word; token.word == 0 && end-start > 2 && t.s[end-2] == '\'' {
		token = token.withPlain()
	}
	t.tokens = append(t.tokens, token)
}
