package habit

import (
	"slices"
	"strings"

	"outreachaudit/audit/text"
)

// Words in names of companies that people leave out: legal forms, and what many companies are called.
var legalForms = setOf("inc", "ltd", "llc", "llp", "gmbh", "ag", "sa", "sas", "sarl", "bv", "nv", "plc", "co", "corp", "corporation",
	"limited", "kg", "kgaa", "ohg", "ug", "se", "oy", "ab", "as", "spa", "srl", "sl", "slu", "lda", "ltda", "group", "holding", "holdings",
	"the", "and", "of", "pvt", "pte", "company", "sp", "z", "o", "oo", "mbh", "aps", "kft", "sro")

// shortestStem is the fewest letters of a company's name that stand for it alone, or that endings may follow.
const shortestStem = 4

// A company is the name of the company that a note's reader works for, as notes write it.
type company struct {
	words    []string // without its legal form
	initials string   // of a name of three words and more
}

// companyWords are the words of a company's name, folded, without possessive endings: notes say St Aidan's and St Aidan.
func companyWords(name string) (words []string) {
	for part := range strings.FieldsSeq(text.Fold(name)) {
		words = appendNameWords(words, strings.TrimSuffix(strings.TrimRight(part, ",;:.)"), "'s"))
	}
	return words
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

// heads are those of words that the name may begin with.
func (c *company) heads() (heads bloom) {
	if len(c.words) == 0 {
		return heads
	}
	if len(c.words[0]) == 1 { // longer words may begin with it
		return bloom{^uint64(0), ^uint64(0), ^uint64(0), ^uint64(0)}
	}
	heads.add(headOf(c.words[0]))
	if c.initials != "" {
		heads.add(headOf(c.initials))
	}
	return heads
}

// mayBegin reports whether the name may begin with a word.
func (c *company) mayBegin(word string) bool {
	return len(c.words) > 0 && (strings.HasPrefix(word, c.words[0]) || c.initials != "" && word == c.initials || inflected(word, c.words[0]))
}

// end is the token behind the company's name where it begins at token i, or i where it does not. Of a name
// of several words the first will do, with the second where it is short, unless that is a word like others.
func (c *company) end(n *text.Prose, i int) int {
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
		if end == len(n.Tokens) || !isFormOf(n.Tokens[end].Text, word) && !(n.Lexicon.Language() == "pl" && inflected(n.Tokens[end].Text, word)) {
			break
		}
		end++
	}
	if end == i || !n.Capital(i) && (len(c.words) == 1 || end-i < len(c.words)) && n.Lexicon.IdeaOf(&n.Tokens[i]) != 0 {
		return i
	}
	if end-i >= len(c.words) {
		return end
	}
	telling := i
	if len(c.words[0]) < shortestStem { // St Aidan's
		telling++
	}
	if telling < end && len(c.words[telling-i]) >= shortestStem && n.Capital(telling) && n.Lexicon.IdeaOf(&n.Tokens[telling]) == 0 {
		return end
	}
	return i
}

// inflected reports whether a Polish word may be a case of a word of a name, whose last vowel is lost: Huta, z Huty.
func inflected(word, name string) bool {
	last := len(name) - 1
	return len(name) >= shortestStem && strings.ContainsRune("aeoyi", rune(name[last])) && strings.HasPrefix(word, name[:last]) && len(word) <= len(name)+2
}

// isFormOf reports whether a word of a note is a word of a name, as such or with an ending: Bosch, Bosch's, Boschs, Siemensa.
func isFormOf(word, name string) bool {
	word = strings.TrimSuffix(strings.TrimSuffix(word, "'s"), "'")
	rest, found := strings.CutPrefix(word, name)
	return found && (rest == "" || len(name) >= shortestStem && len(rest) <= 2)
}
