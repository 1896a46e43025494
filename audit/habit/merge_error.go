package habit

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"outreachaudit/audit/text"
)

// MergeError is a note that shows that a program or a template wrote it, and got it wrong.
var MergeError = Habit{
	ID:    "merge-error",
	Title: "Merge error",
	Doc: "The note has a gap that was never filled, such as {{firstName}}, [Company], #N/A, \"at ,\" or \"Hi ,\", or greets somebody else than the person it was sent to. " +
		"Short forms of a name, accents, and surnames are allowed for. Nothing tells a reader as surely that the note went to many: read each note once before sending it.",
	Mend:    "Fill the gap, or put the reader's own name there, and read the note once more before sending it.",
	Bad:     "Hi {{firstName}}, your work at [Company] caught my eye.",
	Good:    "Hi Joana, your essay on tide tables in the harbour journal was a joy to read. I recruit hydrographers and would like to stay in touch.",
	Corpus:  Score{Right: 15},
	Applies: func(n *Note) bool { return n.Kind == Own || n.Kind == Stock },
	Judge:   judgeMergeError,
}

func judgeMergeError(n *Note) []Evidence {
	evidence := n.gaps()
	greeting := text.Greeting(n.Tokens)
	if greeting == 0 {
		if e, ok := n.callsTwice(); ok {
			return append(evidence, e)
		}
		if e, ok := n.callsAnother(); ok {
			return append(evidence, e)
		}
		return evidence
	}
	addressee := addresseeOf(n, greeting)
	for _, e := range evidence {
		if e.Start < addressee.End || e.Start < addressee.Start+longestGap {
			return evidence // the gap stands where the name should
		}
	}
	if e, ok := greetsNobody(n, greeting, addressee); ok {
		return append(evidence, e)
	}
	if addressee.Start == addressee.End {
		return evidence
	}
	if e, ok := n.greetsTwice(greeting, addressee); ok {
		return append(evidence, e)
	}
	if e, ok := n.greetsAnother(greeting, addressee); ok {
		return append(evidence, e)
	}
	return evidence
}

// greetsAnother reports a name, behind so many tokens of a greeting, that cannot be the recipient's.
func (n *Note) greetsAnother(greeting int, addressee text.Span) (Evidence, bool) {
	name := n.Note[addressee.Start:addressee.End]
	if n.isNamedPlainly(greeting, addressee) || n.rules.isNamed(n.recipientNames(), name) {
		return Evidence{}, false
	}
	return Evidence{Start: addressee.Start, End: addressee.End, Why: fmt.Sprintf("greets %q, but goes to %s", name, n.Recipient)}, true
}

// isNamedPlainly reports whether a greeting's name holds a word of the recipient's, which needs no closer look.
func (n *Note) isNamedPlainly(greeting int, addressee text.Span) bool {
	for i := greeting; i < len(n.Tokens) && n.Tokens[i].Start < addressee.End; i++ {
		if n.Tokens[i].Start >= addressee.Start && slices.Contains(n.reader.names, n.Tokens[i].Text) {
			return true
		}
	}
	return false
}

// callsTwice reports a name that stands twice in a row at the start of a note without a greeting.
func (n *Note) callsTwice() (Evidence, bool) {
	if len(n.Tokens) < 2 || n.Tokens[0].Text != n.Tokens[1].Text {
		return Evidence{}, false
	}
	return n.greetsTwice(0, text.Span{Start: n.Tokens[0].Start, End: n.Tokens[1].End})
}

// callsAnother reports a first name that opens a note without a greeting, before a comma, and is not the recipient's.
func (n *Note) callsAnother() (Evidence, bool) {
	if len(n.Tokens) < 2 {
		return Evidence{}, false
	}
	first := &n.Tokens[0]
	if !first.Capital || !firstNames[first.Text] || !strings.HasPrefix(n.Note[first.End:], ", ") || n.Kind == Own && n.reader.company.end(&n.Prose, 0) > 0 {
		return Evidence{}, false
	}
	return n.greetsAnother(0, first.Span)
}

// greetsTwice reports a name that stands twice in a row in a greeting and is not written so.
func (n *Note) greetsTwice(greeting int, addressee text.Span) (Evidence, bool) {
	names := n.recipientNames()
	for i := greeting + 1; i < len(n.Tokens) && n.Tokens[i].End <= addressee.End; i++ {
		word, before := n.Tokens[i].Text, &n.Tokens[i-1]
		if before.Start < addressee.Start || word != before.Text || len(word) < shortestTwice {
			continue
		}
		if first := slices.Index(names, word); first >= 0 && !(first+1 < len(names) && names[first+1] == word) {
			return Evidence{Start: before.Start, End: n.Tokens[i].End, Why: fmt.Sprintf("greets %q twice", n.Note[before.Start:before.End])}, true
		}
	}
	return Evidence{}, false
}

// shortestTwice: Jo Jo may be how somebody is called.
const shortestTwice = 3

// longestGap is how far behind a greeting a gap still stands for the name.
const longestGap = 3

// Gaps in templates: signs around the name of a field, what programs put where a value is missing, and
// holes in a sentence. The last group is what stands in them; where there are two, the first is what is shown.
var gapForms = []struct {
	sign string // in all of its gaps, so that few notes are searched for it
	form *regexp.Regexp
	is   func(inside string) bool // what must stand in it: signs are used for other things as well
}{
	{"{{", regexp.MustCompile(`\{\{\s*([^{}]{1,40}?)\s*\}\}`), identifier.MatchString},
	{"${", regexp.MustCompile(`\$\{\s*([^{}]{1,40}?)\s*\}`), identifier.MatchString},
	{"*|", regexp.MustCompile(`\*\|([^|*]{1,40})\|\*`), identifier.MatchString},
	{"{", regexp.MustCompile(`\{\s*([^{}]{1,40}?)\s*\}`), isField},
	{"[", regexp.MustCompile(`\[\s*([^\[\]]{1,60}?)\s*\]`), isField},
	{"<", regexp.MustCompile(`<\s*([^<>]{1,40}?)\s*>`), isField},
	{"«", regexp.MustCompile(`«([^«»\s]{2,40})»`), isField},
	{"(", regexp.MustCompile(`(?i)\(((?:first|last|full|company|candidate|recipient|prospect)[ _]?name|insert [^()]{2,40})\)`), isField},
	{"%", regexp.MustCompile(`%([\pL_]{3,30})%`), isField},
	{"#", regexp.MustCompile(`#([\pL_]{3,30})#`), isField},
	{"|", regexp.MustCompile(`\|([\pL_]{3,30})\|`), isField},
	{"~", regexp.MustCompile(`~([\pL_]{3,30})~`), isField},
	{"@", regexp.MustCompile(`(?:^|[\s(,])(@(\p{Lu}{3,20}|\p{Lu}{3,}_\p{Lu}{3,}|[Ff]irst_?[Nn]ame|[Ll]ast_?[Nn]ame|[Cc]ompany_?[Nn]ame))\b`), isField},
	{"_", regexp.MustCompile(`\b(\p{Lu}{3,}_\p{Lu}{3,})\b`), isField},
	{"__", regexp.MustCompile(`(?:^|\s)((_{3,}))`), isAnything},
	{"$", regexp.MustCompile(`\$(\p{Lu}{4,20}|[a-z]+_name|firstName)\b`), isField},
	{"|", regexp.MustCompile(`(\{[^{}|\n]{1,40}(?:\|[^{}|\n]{1,40})+\})`), isAnything},
	{"&lt;", regexp.MustCompile(`&lt;\s*([^<>&]{1,40}?)\s*&gt;`), isField},
	{"TODO", regexp.MustCompile(`\b(TODO)\b`), isAnything},
	{"XXX", regexp.MustCompile(`\b(X{4,12})\b`), isAnything},
	{"XXX", regexp.MustCompile(`\b(?:on|for|at|with|about|to|the|your|from) (()XXX)\b`), isAnything}, // not Expo XXX
	{"INSERT ", regexp.MustCompile(`\b(INSERT (?:\p{Lu}+ ){0,3}(?:NAME|COMPANY|TITLE|ROLE|CITY|SCHOOL|HERE))\b`), isAnything},
	{"#", regexp.MustCompile(`(#(?:N/A|REF!|NAME\?|VALUE!|NULL!|NV|BEZUG!|WERT!))`), isAnything},
	{"[object", regexp.MustCompile(`(\[object Object\])`), isAnything},
	{"null", regexp.MustCompile(holder + `((null))` + held), isAnything},
	{"NULL", regexp.MustCompile(holder + `((NULL))` + held), isAnything},
	{"undefined", regexp.MustCompile(holder + `((undefined))` + held), isAnything},
	{"in undefined", regexp.MustCompile(`\bin ((undefined))` + held), isAnything},
	{"undefined", regexp.MustCompile(`\b((undefined)) (?:years|months|connections)\b`), isAnything},
	{"NaN", regexp.MustCompile(holder + `((NaN))` + held), isAnything},
	{"at nan", regexp.MustCompile(`\bat ((nan))(?: and,|[,.!?;]|$)`), isAnything}, // not at nan and grandad's
	{" ,", regexp.MustCompile(hole + `,)(?:\s|$)`), isAnything},
	{" .", regexp.MustCompile(hole + `\.)(?:\s|$)`), isAnything},
}

// Words that a name must follow, before a value that is none and before a hole.
const (
	holder = `\b(?:at|with|from|join|joined|work at|bei|chez|presso|bij|en|na|em|w) `
	held   = `(?:[,.!?;]|$| (?:and|as|for|und|et|y|e|i|en)\b)`
	hole   = `(?i)\b((at|with|from|as|bei|chez|presso|bij) +`
)

func isAnything(string) bool { return true }

// hasGapSign reports whether a text has a sign that all gaps have some of.
func hasGapSign(s string) bool {
	return strings.ContainsAny(s, gapMarks) || slices.ContainsFunc(gapWords, func(sign string) bool { return strings.Contains(s, sign) })
}

const gapMarks = "{[<(%#|~@_$"

// gapWords are the signs of gaps without any of the marks, less those that hold another one.
var gapWords = func() (words []string) {
	for _, gap := range gapForms {
		if !strings.ContainsAny(gap.sign, gapMarks) && !slices.ContainsFunc(words, func(word string) bool { return strings.Contains(gap.sign, word) }) {
			words = append(words, gap.sign)
		}
	}
	return words
}()

// gaps are the gaps of a template that were never filled.
func (n *Note) gaps() (found []Evidence) {
	note := n.Note
	if !n.gapSign && len(n.Text) == len(note) {
		return nil
	}
	for _, gap := range gapForms {
		if !strings.Contains(note, gap.sign) {
			continue
		}
		for _, at := range gap.form.FindAllStringSubmatchIndex(note, -1) {
			start, end, inside := at[0], at[1], note[at[len(at)-2]:at[len(at)-1]]
			if len(at) == 6 {
				start, end = at[2], at[3]
			}
			if !gap.is(inside) || letterBefore(note, start) || n.about(start, end) || within(found, start) {
				continue
			}
			found = append(found, Evidence{Start: start, End: end, Why: fmt.Sprintf("has a gap that was never filled: %s", note[start:end])})
		}
	}
	slices.SortFunc(found, func(a, b Evidence) int { return a.Start - b.Start })
	return found
}

func within(found []Evidence, at int) bool {
	for _, e := range found {
		if at >= e.Start && at < e.End {
			return true
		}
	}
	return false
}

// letterBefore tells List<Name> from <Name>.
func letterBefore(note string, at int) bool {
	r, _ := utf8.DecodeLastRuneInString(note[:at])
	return note[at] == '<' && (unicode.IsLetter(r) || unicode.IsDigit(r))
}

var (
	identifier = regexp.MustCompile(`^[\pL_][\pL\d_ .|-]*$`)
	// templating is what people write about who mean the signs themselves.
	templating = tokensOf("template", "templates", "templating", "vue", "jinja", "angular", "handlebars", "mustache", "liquid", "django", "escaping",
		"placeholder", "placeholders", "syntax", "generic", "generics", "html", "markdown")
)

// about reports whether the words around a gap speak of such signs.
func (n *Note) about(start, end int) bool {
	const around = 40
	for i := range n.Tokens {
		token := &n.Tokens[i]
		if token.Start >= start-around && token.End <= end+around && (token.End <= start || token.Start >= end) && templating.has(token) {
			return true
		}
	}
	return false
}

// isField reports whether what stands between brackets is the name of a field, or tells what to put there.
func isField(inside string) bool {
	words := fieldWords(inside)
	if len(words) == 0 || len(words) > 8 {
		return false
	}
	if instructions[words[0]] && len(words) > 1 {
		return true
	}
	for _, word := range words {
		if fieldNames[word] {
			return len(words) <= 4
		}
	}
	if len(words) == 1 && lonelyFields[words[0]] {
		return true
	}
	return fieldNames[strings.Join(words, "")]
}

// fieldWords are the words of "First Name", "first_name", "firstName" and "FIRSTNAME", folded.
func fieldWords(inside string) []string {
	var spaced strings.Builder
	previous := ' '
	for _, r := range inside {
		if unicode.IsUpper(r) && unicode.IsLower(previous) {
			spaced.WriteByte(' ')
		}
		if unicode.IsLetter(r) {
			spaced.WriteRune(r)
		} else {
			spaced.WriteByte(' ')
		}
		previous = r
	}
	return strings.Fields(text.Fold(spaced.String()))
}

var (
	instructions = wordSet("insert add your put enter mention personalise personalize customise customize inserir inserisci insertar einfugen inserer")
	fieldNames   = wordSet(`name firstname fname lastname lname fullname surname nickname company companyname employer organization organisation
		title jobtitle position role city town region country location industry school university college skill skills recipient candidate prospect
		lead competitor product recruiter sender username placeholder salutation icebreaker vorname nachname anrede firma unternehmen titel stadt
		prenom nom entreprise societe poste ville nombre apellido empresa puesto ciudad nome cognome sobrenome azienda cargo cidade
		citta ruolo voornaam achternaam naam bedrijf functie stad imie nazwisko stanowisko miasto`)
)

// lonelyFields are names of fields that say something else among other words: [date], not [save the date].
var lonelyFields = wordSet("first last amount salary rate date topic subject")

// nobody is what a program puts where a name is missing.
var nobody = wordSet("null undefined none nan nil firstname fname lastname name vorname nachname prenom nombre nome naam voornaam imie cognome apellido sobrenome")

// writtenAsName reports whether a word has one capital letter, its first: there are people named Null.
func writtenAsName(n *Note, at text.Span) bool {
	first, size := utf8.DecodeRuneInString(n.Note[at.Start:])
	rest := n.Note[at.Start+size : at.End]
	return unicode.IsUpper(first) && rest == strings.ToLower(rest)
}

// greetsNobody reports a greeting whose name is missing: "Hi ,", "Hi null".
func greetsNobody(n *Note, greeting int, addressee text.Span) (Evidence, bool) {
	note := n.Note
	name := n.behindHonorifics(greeting)
	if name < len(n.Tokens) && nobody[n.Tokens[name].Text] && (name == greeting || !writtenAsName(n, n.Tokens[name].Span)) {
		at := n.Tokens[name].Span
		return Evidence{Start: at.Start, End: at.End, Why: fmt.Sprintf("greets %q: the name is missing", note[at.Start:at.End])}, true
	}
	if addressee.Start != addressee.End {
		return Evidence{}, false
	}
	rest := note[addressee.Start:]
	if blank := len(rest) - len(strings.TrimLeft(rest, " \u00a0")); blank > 0 && strings.HasPrefix(rest[blank:], ",") {
		return Evidence{Start: n.Tokens[0].Start, End: addressee.Start + blank + 1, Why: "greets nobody: the name is missing"}, true
	}
	return Evidence{}, false
}
