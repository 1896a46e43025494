package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// appendPieces puts the sentences and lead-ins of a passage, whose tokens are given, behind others, by the
// abbreviations of the language, English ones for a nil Lexicon. An unpunctuated line or a bullet is a sentence.
//
// The borders are those of Unicode Standard Annex #29, less those after
// abbreviations and inside links, plus those that readers see and the annex
// does not: emoji, an ellipsis before a capital, a small letter after a full
// stop, a line break that an export turned into spaces.
func (l *Lexicon) appendPieces(pieces []Piece, s string, tokens []Token, last bool) []Piece {
	d := splitter{message: l.message(s, tokens), last: last, pieces: pieces}
	for _, token := range tokens {
		d.links = d.links || token.Kind == Link
	}
	for at := 0; at < len(s); {
		end, following := d.line(at)
		d.splitLine(at, end)
		at = following
	}
	return d.pieces
}

// A splitter splits one passage.
type splitter struct {
	message
	last   bool // nothing follows the passage
	links  bool // some token is a link
	token  int  // tokens before this one are in pieces already
	pieces []Piece
}

// splitLine adds the sentences of the line s[start:end].
func (d *splitter) splitLine(start, end int) {
	start = d.skipBullet(start, end)
	if start >= end {
		return
	}
	line := d.s[start:end]
	from := 0 // where the running sentence began
	for low := 0; low < len(line); {
		mark := nextMark(line, low)
		high := borderAfter(line, low, mark)
		d.splitSegment(line, start, &from, mark, high)
		low = high
	}
	if from < len(line) {
		d.count(start+from, start+len(line))
	}
}

// splitSegment ends sentences inside line[mark:high], what is left of a sentence of the annex from its first mark
// on, and at its end where a reader ends one too. from is where the running one began.
func (d *splitter) splitSegment(line string, start int, from *int, mark, high int) {
	for at := mark; at < high; at++ {
		cut := 0
		switch c := line[at]; {
		case c == '.':
			cut = d.fullStop(line, at)
		case c >= 0xE2:
			cut = d.symbol(line, at)
		}
		if cut > *from && cut < high && !d.inLink(start+at) {
			d.count(start+*from, start+cut)
			*from = cut
		}
	}
	if high < len(line) && d.endsAt(line, high, start) {
		d.count(start+*from, start+high)
		*from = high
	}
}

// fullStop is where a sentence begins after the full stop at line[at] that the
// annex does not end, or 0: before a small letter, or where the space was forgotten.
func (d *splitter) fullStop(line string, at int) int {
	after := at + 1
	for after < len(line) && line[after] == ' ' {
		after++
	}
	if after >= len(line) || at == 0 || line[at-1] == '.' || line[after] == '.' {
		return 0
	}
	following, _ := utf8.DecodeRuneInString(line[after:])
	word := wordBefore(line, at)
	if after > at+1 {
		if unicode.IsUpper(following) || len(word) < 2 || d.hasRole(word, roleAbbreviation) || isFileEnding(line[after:]) {
			return 0
		}
		return after
	}
	if unicode.IsUpper(following) && len(word) > 2 && isLower(word) && nextWordLen(line[after:]) > 2 {
		return after
	}
	if opener := nextWord(line[after:]); following == 'I' && opener == "I" || strings.HasPrefix(opener, "I'") {
		if len(word) > 2 && isLower(word) {
			return after
		}
	}
	return 0
}

// isFileEnding keeps ". js" and the like with the word before.
func isFileEnding(s string) bool {
	word := nextWord(s)
	return word == "js" || word == "net" || word == "io"
}

// symbol is where a sentence begins after the emoji or ellipsis at line[at], or 0.
func (d *splitter) symbol(line string, at int) int {
	r, size := utf8.DecodeRuneInString(line[at:])
	ellipsis := r == '…'
	bullet := isBullet(r)
	if !ellipsis && !bullet && !isEmoji(r) {
		return 0
	}
	if bullet {
		if at == 0 || line[at-1] != ' ' || d.runsOn(line, at) {
			return 0
		}
		return at
	}
	after := at + size
	for after < len(line) {
		following, size := utf8.DecodeRuneInString(line[after:])
		if !isEmoji(following) && !Invisible(following) && !unicode.IsSpace(following) && !unicode.Is(unicode.M, following) {
			break
		}
		after += size
	}
	following, _ := utf8.DecodeRuneInString(line[after:])
	if after == at+size && !ellipsis || !unicode.IsUpper(following) || isPart(line, at) {
		return 0
	}
	return after
}

// isPart reports whether an emoji at line[at] stands for a word inside the
// sentence ("I ❤ Go") or colours one ("the 🔥 Kubernetes talk").
func isPart(line string, at int) bool {
	switch Fold(wordBefore(line, len(strings.TrimRight(line[:at], " ")))) {
	case "i", "we", "the", "a", "an", "and", "my", "your", "our", "some", "this", "of", "love", "really":
		return true
	}
	return false
}

// endsAt reports whether a reader ends a sentence at line[:cut], where the annex does.
func (d *splitter) endsAt(line string, cut, start int) bool {
	text := strings.TrimRight(line[:cut], " \t\r\n\u00a0")
	if d.inLink(start + len(text)) {
		return false
	}
	if strings.ContainsAny(line[len(text):cut], "\r\n") && !strings.ContainsAny(line[max(0, len(text)-1):len(text)], ".!?") {
		return false // a line that runs on into the next
	}
	trimmed := strings.TrimRight(text, "\"')]”’")
	if !strings.HasSuffix(trimmed, ".") {
		return !d.cries(line, text, trimmed, cut)
	}
	stop := len(trimmed) - 1
	if stop > 0 && trimmed[stop-1] == '.' {
		return true // an ellipsis before a capital
	}
	word := wordBefore(line, stop)
	if word == "" {
		return true
	}
	return !d.goesOn(line, stop, cut, word)
}

// cries reports whether the question or exclamation mark that ends trimmed is
// no end: part of a name (Yahoo!), or of a quotation that the sentence goes on after.
func (d *splitter) cries(line, text, trimmed string, cut int) bool {
	next, _ := utf8.DecodeRuneInString(line[cut:])
	if !unicode.IsLower(next) || trimmed == "" {
		return false
	}
	return len(text) > len(trimmed) || d.hasRole(wordBefore(line, len(trimmed)-1), roleCompany)
}

// goesOn reports whether the full stop at line[stop] belongs to the word before
// it and the sentence goes on at cut.
func (d *splitter) goesOn(line string, stop, cut int, word string) bool {
	rest := strings.TrimLeft(line[cut:], " \u00a0\"'(“")
	first, _ := utf8.DecodeRuneInString(rest)
	switch {
	case strings.EqualFold(word, "no"), strings.EqualFold(word, "nr"):
		return unicode.IsDigit(first)
	case d.hasRole(word, roleTitle):
		return true
	case isInitial(line, stop, word), d.hasRole(word, roleCompany):
		return !d.hasRole(nextWord(rest), roleOpener)
	}
	// After a unit a capital begins a sentence, unless it looks like a name: "5 yrs. Rust".
	return d.hasRole(word, roleAbbreviation) && (!unicode.IsUpper(first) || foldedWord(nextWord(rest)) == 0)
}

// isInitial reports whether the word before the full stop at line[stop] is one
// letter of a name (J. Smith) or an acronym (U.S. Midwest), not of a unit (p/h).
func isInitial(line string, stop int, word string) bool {
	letter, size := utf8.DecodeRuneInString(word)
	before := stop - len(word) - 1
	if utf8.RuneCountInString(word) == 2 && before >= 0 && line[before] == '.' {
		return true // M.Sc.
	}
	if size != len(word) || !unicode.IsLetter(letter) {
		return false
	}
	return before < 0 || line[before] == '.' || unicode.IsUpper(letter) && (line[before] == ' ' || line[before] == '(')
}

func (d *splitter) inLink(at int) bool {
	if !d.links {
		return false
	}
	for _, token := range d.tokens {
		if token.Kind == Link && token.Start <= at && at < token.End {
			return true
		}
	}
	return false
}

// count adds s[start:end] if it holds a word.
func (d *splitter) count(start, end int) {
	for start < end && isBlankAt(d.s, start) {
		start++
	}
	for end > start && isBlankAt(d.s, end-1) {
		end--
	}
	first := d.token
	for d.token < len(d.tokens) && d.tokens[d.token].Start < end {
		d.token++
	}
	if d.token == first {
		if len(d.pieces) > 0 { // emoji and marks go with what is before them
			d.pieces[len(d.pieces)-1].End = end
		}
		return
	}
	followed := d.token < len(d.tokens) || !d.last
	d.pieces = append(d.pieces, Piece{Span{d.tokens[first].Start, end}, followed && strings.HasSuffix(d.s[start:end], ":")})
}

func isBlankAt(s string, at int) bool {
	switch s[at] {
	case ' ', '\t', '\n', '\r':
		return true
	}
	return false
}
