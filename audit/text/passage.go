package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Prose is a text with its words.
type Prose struct {
	Text    string
	Tokens  []Token  // offsets into Text
	Lexicon *Lexicon // of the language it is read in; nil for one that is not known
}

// Capital reports whether a token is written with a capital letter, a number with any.
func (p *Prose) Capital(token int) bool {
	t := &p.Tokens[token]
	return t.Capital || t.Kind == Number && strings.ContainsFunc(p.Text[t.Start:t.End], unicode.IsUpper)
}

// Between is what stands before a token and behind the one before it; "" for a single blank.
func (p *Prose) Between(token int) string {
	start, end := 0, len(p.Text)
	if token > 0 {
		start = p.Tokens[token-1].End
	}
	if token < len(p.Tokens) {
		end = p.Tokens[token].Start
	}
	if end == start+1 && p.Text[start] == ' ' {
		return ""
	}
	return p.Text[start:end]
}

// A Passage is a stretch of a text that is read by itself: its words do not depend on what stands around it, and once
// the language is known nor do its pieces and phrases. So what is known of a passage can be remembered for the next
// text that has it.
type Passage struct {
	Prose
	Last    bool  // nothing stands behind it
	Voice   Voice // which languages its words are of
	Stock   StockWords
	Pieces  []Piece
	Phrases []Match
}

// A Piece is a sentence or what stands where one could. Phrases do not go beyond it.
type Piece struct {
	Span
	LeadIn bool // ends in a colon: a reader counts it with what follows
}

// Say makes a passage of a text, where there is room for its words already.
func (p *Passage) Say(s string, last bool) {
	*p = Passage{Prose: Prose{Text: s, Tokens: AppendTokens(p.Tokens[:0], s)}, Last: last, Pieces: p.Pieces[:0], Phrases: p.Phrases[:0]}
	p.Voice, p.Stock = VoiceOf(p.Tokens), English().StockWords(p.Tokens)
}

// Split finds the pieces of a passage in a language.
func (p *Passage) Split(l *Lexicon) {
	p.Lexicon = l
	p.Pieces = l.appendPieces(p.Pieces[:0], p.Text, p.Tokens, p.Last)
}

// Search finds the phrases among the first words of a passage that has been split.
func (p *Passage) Search(words int) {
	p.Phrases = p.Lexicon.appendMatches(p.Phrases[:0], p.Text, p.Tokens[:min(len(p.Tokens), words)], p.Pieces)
}

// AppendPassages puts the passages of a text behind others. A passage ends where a sentence surely does,
// in whatever language: at a stop behind a word that is no abbreviation, before a blank and a capital letter or a new
// line with a letter. The first one may be a greeting, which is told by a mark behind few words; headed says so.
// Between passages there is nothing but white space.
func AppendPassages(passages []Span, s string) (all []Span, headed bool) {
	from, end := headEnd(s)
	if from > 0 {
		passages, headed = append(passages, Span{0, end}), true
	}
	for i := from; i+2 < len(s); i++ {
		if !mayEnd[s[i]] {
			continue
		}
		end := i + 1
		next := restart(s, i, from)
		if s[i] == '\n' {
			end, next = line(s, i, from)
		}
		if next > 0 {
			passages = append(passages, Span{from, end})
			from, i = next, next-1
		}
	}
	return append(passages, Span{from, len(s)}), headed
}

// mayEnd are the bytes that a passage may end at.
var mayEnd = [256]bool{'.': true, '!': true, '?': true, '\n': true}

// restart is where a passage begins behind the stop at s[stop], 0 where none surely does. low is where the one before
// it began.
func restart(s string, stop, low int) int {
	after := stop + 1
	if s[after] == ' ' && classes[s[after+1]] == capital {
		if s[stop] == '.' && !endsSurely(s[low:stop]) || s[stop] != '.' && !(stop > low && isPlain(s[stop-1])) {
			return 0
		}
		return after + 1
	}
	for after < len(s) && (s[after] == ' ' || s[after] == '\t') {
		after++
	}
	if after == len(s) || s[after] != '\n' && s[after] != '\r' || stop == low || !isPlain(s[stop-1]) {
		return 0
	}
	return beginning(s, after)
}

// beginning is where the letter stands that a line behind a break at s[at] begins with, 0 where there is none.
func beginning(s string, at int) int {
	for at < len(s) && (s[at] == ' ' || s[at] == '\t' || s[at] == '\n' || s[at] == '\r') {
		at++
	}
	if at == len(s) || !isLetter(classes[s[at]], s[at]) {
		return 0
	}
	return at
}

// line is where the line before the break at s[at] ends without a stop, and where a passage begins behind it, 0 where
// the line may go on: behind a mark, or a word that no sentence ends with in some language.
func line(s string, at, low int) (end, next int) {
	for end = at; end > low && (s[end-1] == ' ' || s[end-1] == '\r'); {
		end--
	}
	if end == low || !isPlain(s[end-1]) {
		return 0, 0
	}
	if rolesOf(foldedWord(wordBefore(s[:end], end)))&roleRunOn != 0 {
		return 0, 0
	}
	return end, beginning(s, at)
}

// isPlain reports whether a byte is a letter or a figure of ASCII.
func isPlain(c byte) bool { return c != '_' && classes[c] != space && classes[c] <= digit }

// endsSurely reports whether a full stop behind a text ends a sentence in whatever language: behind a word of letters
// that is no initial and plays no part in any.
func endsSurely(s string) bool {
	start := len(s)
	for start > 0 && isLetter(classes[s[start-1]], s[start-1]) {
		start--
	}
	word := s[start:]
	if start > 0 {
		switch classes[s[start-1]] {
		case other: // maybe a letter
			if word = wordBefore(s, len(s)); strings.ContainsFunc(word, func(r rune) bool { return !unicode.IsLetter(r) }) {
				return false
			}
		case joiner, digit, letter: // a letter here is an underscore
			return false
		}
	}
	switch word {
	case "no", "No", "NO", "nr", "Nr", "NR":
		return false
	}
	if len(word) < 2 || utf8.RuneCountInString(word) < 2 || strings.HasSuffix(s[:len(s)-len(word)], ".") {
		return false
	}
	return rolesOf(foldedWord(word))&(roleAbbreviation|roleTitle|roleCompany) == 0
}

// Longest greeting that is told by its mark alone.
const (
	longestHead  = 48 // bytes
	longestNamed = 2  // words of a name without a greeting in front
)

// headEnd is where the text behind what looks like a greeting begins, and where that ends: a few words, a mark, and
// then a letter; 0 where nothing does. Whether it is one is for Greeted to say.
func headEnd(s string) (next, end int) {
	words, inWord := 0, false
	for i := 0; i < len(s) && i < longestHead; i++ {
		switch c := s[i]; c {
		case ' ':
			inWord = false
			continue
		case '?':
			return 0, 0
		case '.':
			if !endsSurely(s[:i]) {
				continue
			}
		case ',', '!', ':', ';', '\n', '-':
		default:
			if !inWord {
				words++
			}
			inWord = true
			continue
		}
		if s[i] == '-' && inWord {
			continue
		}
		if words == 0 || words > longestNamed && !begins(s[:i]) {
			return 0, 0
		}
		end, next = i+1, i+1
		for next < len(s) && (s[next] == ' ' || s[next] == '\n' || s[next] == '\r') {
			next++
		}
		if next == len(s) || next == end && s[i] != '\n' || classes[s[next]] != capital && (classes[s[next]] != letter || s[next] == '_') {
			return 0, 0
		}
		return next, end
	}
	return 0, 0
}

// begins reports whether a text begins with a word that greetings begin with.
func begins(s string) bool {
	word, greetings := foldedWord(nextWord(s)), library().greetings
	return word != 0 && int(word) < len(greetings) && greetings[word] != nil
}
