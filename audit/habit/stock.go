package habit

import (
	"strings"
	"unicode"

	"outreachaudit/audit/text"
)

// How far a note may be from LinkedIn's text and still be it. A typo costs
// one, a word too many or too few two.
const (
	stockTolerance = 2
	longestStock   = 40 // words of a note with its greeting and signature
	longestName    = 4  // words of a name after a greeting
	longestTitle   = 8  // words of a signature: name, title, company
)

// stockText is LinkedIn's text, or one of the user's own default texts, in a note that has only decoration
// around it. shared are the words that it shares with the English ones.
func stockText(note string, tokens []text.Token, shared text.StockWords, lexicon *text.Lexicon, own [][]string) (span text.Span, found bool) {
	if len(tokens) > longestStock {
		return span, false
	}
	var room [32][]string // for the likest texts of two languages
	like := text.English().LikeStock(room[:0], shared, tokens)
	if lexicon != nil && lexicon != text.English() {
		like = lexicon.LikeStock(like, lexicon.StockWords(tokens), tokens)
	}
	if span, found = amid(note, tokens, like); !found {
		span, found = amid(note, tokens, own)
	}
	return span, found
}

// amid is the first of some texts that a note has only decoration around.
func amid(note string, tokens []text.Token, texts [][]string) (span text.Span, found bool) {
	d := decoration{note, tokens}
	for _, phrase := range texts {
		start, end, found := align(phrase, tokens)
		if found && d.before(start) && d.after(end) {
			return text.Span{Start: tokens[start].Start, End: tokens[end-1].End}, true
		}
	}
	return span, false
}

// align finds the stretch of tokens nearest to a phrase: the edit distance of
// words, with any start and any end.
func align(phrase []string, tokens []text.Token) (start, end int, found bool) {
	if exact := places(tokens, phrase); len(exact) > 0 { // most have it as it is
		start := exact[len(exact)-1]
		return start, start + len(phrase), true
	}
	type cell struct{ cost, start int }
	var rooms [2][longestStock + 1]cell
	row, previous := rooms[0][:len(tokens)+1], rooms[1][:len(tokens)+1]
	for i := range row {
		row[i] = cell{0, i}
	}
	for _, word := range phrase {
		row, previous = previous, row
		row[0] = cell{previous[0].cost + 2, 0}
		best := row[0].cost
		for i, token := range tokens {
			next := previous[i]
			next.cost += difference(word, token.Text)
			if c := previous[i+1]; c.cost+2 < next.cost {
				next = cell{c.cost + 2, c.start}
			}
			if c := row[i]; c.cost+2 < next.cost {
				next = cell{c.cost + 2, c.start}
			}
			row[i+1] = next
			best = min(best, next.cost)
		}
		if best > stockTolerance {
			return 0, 0, false
		}
	}
	nearest := 0
	for i := range row {
		if row[i].cost <= row[nearest].cost {
			nearest = i
		}
	}
	return row[nearest].start, nearest, row[nearest].cost <= stockTolerance && nearest > row[nearest].start
}

// difference is what it costs to take one word for another.
func difference(a, b string) int {
	switch {
	case a == b:
		return 0
	case isTypo(a, b):
		return 1
	}
	return stockTolerance + 1
}

// Words from which on a typo may be, and from which on it may be two letters wrong.
const (
	shortestTypo     = 4 // in names
	shortestMistyped = 3 // in LinkedIn's text
	longWord         = 9
	longestCompare   = 24
)

// isTypo reports whether b is a with one letter wrong, missing, doubled, or two
// swapped; in a long word two of these.
func isTypo(a, b string) bool {
	if a == "you" && b == "u" || a == "would" && b == "d" {
		return true
	}
	if len(b) < shortestMistyped-1 || len(a) < shortestMistyped || a[0] != b[0] && a[1] != b[1] && a[0] != b[1] || len(a) > longestCompare || len(b) > longestCompare {
		return false
	}
	allowed := 1
	if len(a) >= longWord {
		allowed = 2
	}
	return max(len(a)-len(b), len(b)-len(a)) <= allowed && distance(a, b) <= allowed
}

// distance is the edit distance of two short words, a swap of neighbours being one edit.
func distance(a, b string) int {
	var rows [3][longestCompare + 1]int
	for j := range len(b) + 1 {
		rows[0][j] = j
	}
	for i := 1; i <= len(a); i++ {
		row, above, twoAbove := &rows[i%3], &rows[(i+2)%3], &rows[(i+1)%3]
		row[0] = i
		for j := 1; j <= len(b); j++ {
			substitution := above[j-1]
			if a[i-1] != b[j-1] {
				substitution++
			}
			row[j] = min(substitution, above[j]+1, row[j-1]+1)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], twoAbove[j-2]+1)
			}
		}
	}
	return rows[len(a)%3][len(b)]
}

// A decoration is what stands around LinkedIn's text in a note.
type decoration struct {
	note   string
	tokens []text.Token
}

// before reports whether the first tokens are a greeting, a name or a polite wish.
func (d decoration) before(end int) bool {
	rest := d.tokens[:end]
	greeted := text.Greeting(rest)
	for n := greeted; n > 0 && len(rest) > 0; n = text.Greeting(rest) {
		rest = rest[n:]
	}
	names := 0
	for len(rest) > 0 && text.Pleasantry(rest) == 0 && text.SignOff(rest) == 0 {
		names++
		if names > longestName || !d.capital(rest[0]) && (greeted == 0 || names > 1) {
			return false
		}
		rest = rest[1:]
	}
	return d.polite(rest)
}

// polite reports whether tokens are polite wishes and thanks only.
func (d decoration) polite(rest []text.Token) bool {
	for len(rest) > 0 {
		n := max(text.Pleasantry(rest), text.SignOff(rest))
		if n == 0 {
			return false
		}
		rest = rest[n:]
	}
	return true
}

// after reports whether the tokens from start on are wishes, thanks and a signature.
func (d decoration) after(start int) bool {
	rest := d.tokens[start:]
	signed := 0
	for len(rest) > 0 {
		n := max(text.Pleasantry(rest), text.SignOff(rest))
		if n == 0 {
			break
		}
		signed += n
		rest = rest[n:]
	}
	if len(rest) == 0 {
		return true
	}
	if len(rest) == 1 && !rest[0].Known() {
		return true // a name in small letters
	}
	longest := longestName
	if at := rest[0].Start; signed > 0 || strings.ContainsAny(d.note[d.tokens[len(d.tokens)-len(rest)-1].End:at], "\n-–—") {
		longest = longestTitle
	}
	return len(rest) <= longest && d.names(rest)
}

// names reports whether at least two in three tokens begin with a capital, the first among them.
func (d decoration) names(tokens []text.Token) bool {
	capitals := 0
	for _, token := range tokens {
		if d.capital(token) {
			capitals++
		}
	}
	return d.capital(tokens[0]) && capitals*3 >= len(tokens)*2
}

func (d decoration) capital(token text.Token) bool {
	return token.Kind == text.Word && token.Capital
}

// trimLeft cuts white space off the start of a note.
func trimLeft(note string) string { return strings.TrimLeftFunc(note, unicode.IsSpace) }
