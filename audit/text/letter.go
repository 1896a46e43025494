package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Longest parts of a letter that are no sentences, in words.
const (
	longestName      = 4 // "Hi Dr. Maria del Carmen,"
	longestSignature = 8 // a line of a signature: "Senior Recruiter at Northwind Search"
)

// A message is a text of which some parts are no sentences: how it begins and how it ends.
type message struct {
	lexicon *Lexicon
	s       string
	tokens  []Token
}

func (l *Lexicon) message(s string, tokens []Token) message {
	if l == nil {
		l = library().languages[0]
	}
	return message{l, s, tokens}
}

// Greeted is how many tokens the greetings at the start of a text take up, names included.
func (l *Lexicon) Greeted(s string, tokens []Token) int {
	d := l.message(s, tokens)
	total := 0
	for range 2 { // "Dear Ashok, Greetings for the day!"
		n := d.greeting(total)
		if n == 0 {
			break
		}
		total += n
	}
	return total + d.nameAlone(total)
}

// greeting is how many tokens a greeting from token first on takes up: its
// words and a name, up to a mark that ends it; 0 where no mark does.
func (d *message) greeting(first int) int {
	n := Greeting(d.tokens[first:])
	if n == 0 {
		return 0
	}
	for last := first + n - 1; last < len(d.tokens) && last-first <= n+longestName; last++ {
		mark := d.markAfter(last)
		if mark == goesOn {
			continue
		}
		if mark == breaksOff || d.greetingWords(first+n, last) {
			return last - first + 1
		}
		return 0
	}
	return 0
}

// greetingWords reports whether tokens from first to last may follow a
// greeting word before a full stop: names, and words such as "there" and "all".
func (d *message) greetingWords(first, last int) bool {
	for i := first; i <= last; i++ {
		if token := d.tokens[i]; !d.capital(i) && d.lexicon.plays(token.word, roleOpener) && !greets[token.Text] {
			return false
		}
	}
	return true
}

// Words that open sentences elsewhere and yet stand in greetings: "Greetings for the day!"
var greets = map[string]bool{"the": true, "you": true, "for": true, "from": true, "to": true, "of": true, "and": true, "all": true, "both": true}

// nameAlone is how many tokens a name takes up from first on that greets by
// itself, or after a greeting and a comma: "Grant! Great talk", "Hi, Ana!".
func (d *message) nameAlone(first int) int {
	for i := first; i < min(first+3, len(d.tokens)-1); i++ {
		token := d.tokens[i]
		if !d.capital(i) || token.Kind != Word || d.lexicon.plays(token.word, roleOpener) && !d.lexicon.plays(token.word, roleTitle) {
			return 0
		}
		if d.markAfter(i) == goesOn {
			continue
		}
		if i == first && !d.callsOut(i) || i > first && d.knownWords(first, i) {
			return 0
		}
		return i + 1 - first
	}
	return 0
}

// callsOut reports whether a single word that a mark follows is a name: any
// word no lexicon has, and others ("Grant!", "Will\n") unless a full stop follows.
func (d *message) callsOut(token int) bool {
	word := d.tokens[token]
	if isInterjection[word.Text] || d.lexicon.plays(word.word, roleCompany) {
		return false
	}
	return !word.Known() || !strings.HasPrefix(d.s[word.End:], ".")
}

// knownWords reports whether a token from first to last is no part of a name.
func (d *message) knownWords(first, last int) bool {
	for _, token := range d.tokens[first : last+1] {
		if token.Known() && !d.lexicon.plays(token.word, roleTitle) {
			return true
		}
	}
	return false
}

// Words that stand alone at the start of a note and are no names.
var isInterjection = map[string]bool{
	"wow": true, "congrats": true, "congratulations": true, "bravo": true, "impressive": true, "amazing": true, "awesome": true,
	"brilliant": true, "great": true, "yes": true, "no": true, "sorry": true, "thanks": true, "welcome": true, "respect": true,
	"complimenti": true, "parabens": true, "felicidades": true, "enhorabuena": true, "felicitations": true, "gratulation": true,
	"gefeliciteerd": true, "gratuluje": true, "kudos": true, "chapeau": true, "superb": true, "fantastic": true, "excellent": true,
	"urgent": true, "hiring": true, "interested": true, "question": true, "outstanding": true, "incredible": true,
}

// A mark is what stands between two words of a letter's beginning.
type mark uint8

const (
	goesOn       mark = iota // nothing that ends a greeting
	breaksOff                // a comma, a colon, a dash, a line break: what is before may be a greeting
	endsSentence             // what ends a sentence, too
)

// markAfter is the mark after a token.
func (d *message) markAfter(token int) mark {
	end := len(d.s)
	if token+1 < len(d.tokens) {
		end = d.tokens[token+1].Start
	}
	between := d.s[d.tokens[token].End:end]
	if between == " " {
		return goesOn
	}
	switch {
	case strings.HasPrefix(between, ".") && d.lexicon.plays(d.tokens[token].word, roleTitle), between == "-", between == "'", between == "/", between == ".":
		return goesOn
	case strings.ContainsAny(between, ".!?") || token+1 == len(d.tokens):
		return endsSentence
	case strings.ContainsAny(between, ",:;\n–—…") || strings.Contains(between, " - ") || strings.HasSuffix(between, "- ") || strings.Contains(between, "  "):
		return breaksOff
	}
	for _, r := range between {
		if isEmoji(r) {
			return breaksOff
		}
	}
	return goesOn
}

// capital reports whether a token begins with a capital letter.
func (d *message) capital(token int) bool {
	r, _ := utf8.DecodeRuneInString(d.s[d.tokens[token].Start:])
	return unicode.IsUpper(r) || unicode.IsTitle(r)
}

// WithoutSignOff is the sentences of a text without the sign-off and the signature at their end.
func (l *Lexicon) WithoutSignOff(spans []Span, s string, tokens []Token) []Span {
	d := l.message(s, tokens)
	for i := max(0, len(spans)-4); i < len(spans); i++ {
		if !d.signsOff(spans[i]) {
			continue
		}
		if d.signature(spans[i+1:]) {
			return spans[:i]
		}
		if i > 0 { // a postscript follows
			spans = append(spans[:i], spans[i+1:]...)
			i--
		}
	}
	if last := len(spans) - 1; last > 0 && (d.nameLine(spans[last]) || d.nameOnly(spans[last])) {
		spans = spans[:last]
	}
	return spans
}

// nameOnly reports whether a span is a signature after a dash, or one word
// that no lexicon has, with no mark after it.
func (d *message) nameOnly(span Span) bool {
	first, end := d.within(span)
	before := strings.TrimRight(d.s[:span.Start], " ")
	if dashed := strings.TrimRight(before, "-–—~/|"); dashed != before && end-first <= longestSignature {
		return d.names(first, end) && !strings.ContainsAny(d.s[span.End-1:span.End], "?!")
	}
	return end-first == 1 && !d.tokens[first].Known() && d.tokens[first].Kind == Word && d.tokens[first].End == span.End
}

// within is the range of tokens in a span.
func (d *message) within(span Span) (first, end int) {
	end = len(d.tokens)
	for end > 0 && d.tokens[end-1].Start >= span.End {
		end--
	}
	first = end
	for first > 0 && d.tokens[first-1].Start >= span.Start {
		first--
	}
	return first, end
}

// signsOff reports whether a span is a sign-off and at most a signature: "Best, Tom", "Thanks!".
func (d *message) signsOff(span Span) bool {
	first, end := d.within(span)
	n := SignOff(d.tokens[first:end])
	if n == 0 || end-first-n > longestSignature {
		return false
	}
	rest := first + n
	if rest == end {
		return true
	}
	between := d.s[d.tokens[rest-1].End:d.tokens[rest].Start]
	if strings.TrimSpace(between) == "" && !strings.Contains(between, "\n") && end-rest > longestName {
		return false
	}
	if end-rest == 1 {
		return !strings.HasSuffix(d.s[span.Start:span.End], "?")
	}
	return d.names(rest, end)
}

// names reports whether most tokens from first on begin with a capital, and the first does.
func (d *message) names(first, end int) bool {
	capitals := 0
	for i := first; i < end; i++ {
		if d.capital(i) {
			capitals++
		}
	}
	return d.capital(first) && capitals*2 >= end-first
}

// signature reports whether all spans may be lines of a signature.
func (d *message) signature(spans []Span) bool {
	for _, span := range spans {
		first, end := d.within(span)
		if end-first > longestSignature || !d.names(first, end) || strings.ContainsAny(d.s[span.End-1:span.End], "?!") {
			return false
		}
	}
	return true
}

// nameLine reports whether a span is nothing but a name on a line of its own.
func (d *message) nameLine(span Span) bool {
	first, end := d.within(span)
	before := strings.TrimRight(d.s[:span.Start], "-–—~/ ")
	own := strings.HasSuffix(before, "\n") || len(before)+2 <= span.Start
	if strings.ContainsAny(d.s[span.Start:span.End], "|@") && own && d.names(first, end) {
		return true
	}
	if !own || end-first > 2 || strings.ContainsAny(d.s[span.End-1:span.End], "?!") {
		return false
	}
	for i := first; i < end; i++ {
		if !d.capital(i) || d.tokens[i].Kind != Word || library().known[d.tokens[i].word] {
			return false
		}
	}
	return true
}
