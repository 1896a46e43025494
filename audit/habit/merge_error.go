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
	Doc: "The note has a gap that was never filled, such as {{firstName}}, [Company] or \"Hi ,\", or greets somebody else than the person it was sent to. " +
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
	if name := n.Note[addressee.Start:addressee.End]; !n.rules.isNamed(n.recipientNames(), name) {
		why := fmt.Sprintf("greets %q, but was sent to %s", name, n.Recipient)
		return append(evidence, Evidence{Start: addressee.Start, End: addressee.End, Why: why})
	}
	return evidence
}

// longestGap is how far behind a greeting a gap still stands for the name.
const longestGap = 3

// Gaps in templates: braces, brackets and signs around the name of a field. The first group is what
// stands in them.
var gapForms = []struct {
	sign  string // in all of its gaps, so that few notes are searched for it
	form  *regexp.Regexp
	field bool // must hold the name of a field: the form is used for other things as well
}{
	{"{{", regexp.MustCompile(`\{\{\s*([^{}]{1,40}?)\s*\}\}`), false},
	{"${", regexp.MustCompile(`\$\{\s*([^{}]{1,40}?)\s*\}`), false},
	{"*|", regexp.MustCompile(`\*\|([^|*]{1,40})\|\*`), false},
	{"{", regexp.MustCompile(`\{\s*([^{}]{1,40}?)\s*\}`), true},
	{"[", regexp.MustCompile(`\[\s*([^\[\]]{1,60}?)\s*\]`), true},
	{"<", regexp.MustCompile(`<\s*([^<>]{1,40}?)\s*>`), true},
	{"%", regexp.MustCompile(`%([\pL_]{3,30})%`), true},
	{"_", regexp.MustCompile(`\b(\p{Lu}{3,}_\p{Lu}{3,})\b`), true},
	{"$", regexp.MustCompile(`\$(\p{Lu}{4,20}|[a-z]+_name|firstName)\b`), true},
}

// gaps are the gaps of a template that were never filled.
func (n *Note) gaps() (found []Evidence) {
	note := n.Note
	if !strings.ContainsAny(note, "{[<%_$|") {
		return nil
	}
	for _, gap := range gapForms {
		if !strings.Contains(note, gap.sign) {
			continue
		}
		for _, at := range gap.form.FindAllStringSubmatchIndex(note, -1) {
			inside := note[at[2]:at[3]]
			if gap.field && !isField(inside) || !gap.field && !identifier.MatchString(inside) {
				continue
			}
			if letterBefore(note, at[0]) || n.about(at[0], at[1]) || within(found, at[0]) {
				continue
			}
			found = append(found, Evidence{Start: at[0], End: at[1], Why: fmt.Sprintf("has a gap that was never filled: %s", note[at[0]:at[1]])})
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
		title jobtitle position role city location industry school university college skill skills recipient candidate prospect
		lead recruiter sender username placeholder salutation icebreaker vorname nachname anrede firma unternehmen titel stadt
		prenom nom entreprise societe poste ville nombre apellido empresa puesto ciudad nome cognome sobrenome azienda cargo cidade
		citta ruolo voornaam achternaam naam bedrijf functie stad imie nazwisko stanowisko miasto`)
)

// nobody is what a program puts where a name is missing.
var nobody = wordSet("null undefined none nan nil firstname fname lastname")

// greetsNobody reports a greeting whose name is missing: "Hi ,", "Hi null".
func greetsNobody(n *Note, greeting int, addressee text.Span) (Evidence, bool) {
	note := n.Note
	if greeting < len(n.Tokens) && nobody[n.Tokens[greeting].Text] {
		at := n.Tokens[greeting].Span
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
