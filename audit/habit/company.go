package habit

import (
	"slices"
	"strings"

	"outreachaudit/audit/export"
	"outreachaudit/audit/text"
)

// Words in names of companies that people leave out: legal forms, and what many companies are called.
var legalForms = setOf("inc", "ltd", "llc", "llp", "gmbh", "ag", "sa", "sas", "sarl", "bv", "nv", "plc", "co", "corp", "corporation",
	"limited", "kg", "kgaa", "ohg", "ug", "se", "oy", "ab", "as", "spa", "srl", "sl", "slu", "lda", "ltda", "group", "holding", "holdings",
	"the", "and", "of", "pvt", "pte", "company", "sp", "z", "o", "oo", "mbh", "aps", "kft", "sro")

// shortestStem is the fewest letters of a company's name that stand for it alone, or that endings may follow.
const shortestStem = 4

// A reader is who a note was sent to, as far as its words can name it.
type reader struct {
	names, places []string // folded words of the name and of the location
	company       company
}

// readerOf reads a request. The words are put behind those of room, which is returned as well.
func readerOf(r *export.Request, room []string) (reader, []string) {
	var of reader
	var words [3]int // how many of the words each field ends behind
	fields := [3]string{r.Recipient, r.Location, r.Company}
	text.FoldAll(fields[:])
	for i, field := range fields {
		room = appendNameWords(room, field)
		words[i] = len(room)
	}
	of.names, of.places = room[:words[0]], room[words[0]:words[1]]
	of.company.words = room[words[1]:]
	of.company.reduce()
	return of, room
}

// A company is the name of the company that a note's reader works for, as notes write it.
type company struct {
	words    []string // without its legal form
	initials string   // of a name of three words and more
}

// reduce leaves the legal form out, where that leaves anything.
func (c *company) reduce() {
	if slices.ContainsFunc(c.words, func(word string) bool { return !legalForms[word] }) {
		c.words = slices.DeleteFunc(c.words, func(word string) bool { return legalForms[word] })
	}
	if len(c.words) >= 3 {
		for _, word := range c.words {
			c.initials += word[:1]
		}
	}
}

// end is the token behind the company's name where it begins at token i, or i where it does not. Of a name
// of several words the first will do, unless it is a word like others.
func (c company) end(n *Note, i int) int {
	if len(c.words) == 0 {
		return i
	}
	if word := n.Tokens[i].Text; word == "" || word[0] != c.words[0][0] {
		return i
	}
	if c.initials != "" && n.Tokens[i].Text == c.initials {
		return i + 1
	}
	end := i
	for _, word := range c.words {
		for end > i && end < len(n.Tokens) && legalForms[n.Tokens[end].Text] {
			end++
		}
		if end == len(n.Tokens) || !isFormOf(n.Tokens[end].Text, word) {
			break
		}
		end++
	}
	if end == i || !n.capital(i) && (len(c.words) == 1 || end-i < len(c.words)) && n.Lexicon.IdeaOf(&n.Tokens[i]) != 0 {
		return i
	}
	if end-i >= len(c.words) {
		return end
	}
	if first := c.words[0]; len(first) >= shortestStem && n.capital(i) && n.Lexicon.IdeaOf(&n.Tokens[i]) == 0 {
		return end
	}
	return i
}

// isFormOf reports whether a word of a note is a word of a name, as such or with an ending: Bosch, Bosch's, Boschs, Siemensa.
func isFormOf(word, name string) bool {
	word = strings.TrimSuffix(strings.TrimSuffix(word, "'s"), "'")
	rest, found := strings.CutPrefix(word, name)
	return found && (rest == "" || len(name) >= shortestStem && len(rest) <= 2)
}
