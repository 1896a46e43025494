package text

import (
	"embed"
	"slices"
	"sync"
	"unicode/utf8"

	"outreachaudit/audit/digest"
)

//go:embed lexicon/*.txt
var lexiconFiles embed.FS

// A wordID is a folded word's place in the vocabulary; 0 stands for every word no lexicon has.
type wordID uint16

// A Lexicon is what is known of one language. It never changes after loading.
type Lexicon struct {
	language  string
	has       [sectionCount]bool
	phrases   graph
	roles     []role     // by word: its part in sentence ends
	spellings [][]wordID // by word: what it stands for; nil for itself
	classes   [][]symbol // by word: the classes it is in
	stock     stockTexts // LinkedIn's texts
	ideas     []Idea     // by word: what it stands for
}

// Language is the ISO 639-1 code, "" for no language.
func (l *Lexicon) Language() string {
	if l == nil {
		return ""
	}
	return l.language
}

// Index is the place of the language among Lexicons.
func (l *Lexicon) Index() int { return slices.Index(library().languages, l) }

// Has reports whether the language has phrases under a section. Without any,
// nothing found in a note means nothing.
func (l *Lexicon) Has(section Section) bool { return l != nil && l.has[section] }

// library is read from the embedded files when it is first asked for, and never changes after that.
var library = sync.OnceValue(load)

// wordOf is a folded word's number.
func wordOf(word string) wordID { return numbered(digest.Of(word)) }

func numbered(hash uint64) wordID { return wordID(library().vocabulary.Find(hash)) }

// foldedWord is the number of a word as it was written.
func foldedWord(word string) wordID {
	hash := uint64(digest.Start)
	for i := 0; i < len(word); i++ {
		c := word[i]
		if c >= utf8.RuneSelf {
			return wordOf(Fold(word))
		}
		hash = (hash ^ uint64(lower(c))) * digest.Prime
	}
	return numbered(hash)
}

type lexiconLibrary struct {
	vocabulary digest.Table
	words      []string   // by number
	languages  []*Lexicon // English first, then by code
	speaks     []uint32   // by word: bit i set when languages[i] counts it as its own
	known      []bool     // by word: stands in an English phrase
	roles      []role     // by word: the parts that it plays in any language
	ideas      ideaNames
	greetings  opening
	signOffs   opening
	wishes     opening
}

// A role is a set of parts that a word can play at the borders of sentences.
type role uint8

const (
	roleAbbreviation role = 1 << iota // its full stop ends no sentence before a small letter or a figure
	roleTitle                         // its full stop ends no sentence: a name follows
	roleCompany                       // its full stop ends a sentence only before an opener: "Acme Ltd. I saw"
	roleRunOn                         // no sentence ends with it
	roleOpener                        // opens a sentence rather than go on with a name
)

// Lexicons are all languages known, English first.
func Lexicons() []*Lexicon { return append([]*Lexicon(nil), library().languages...) }

// English is the lexicon of English.
func English() *Lexicon { return library().languages[0] }

// An opening is phrases that a stretch of text may begin with, by their first word, the longest first.
type opening [][][]wordID

func (o *opening) add(phrase []wordID) {
	*o = grow(*o, int(phrase[0]))
	known := (*o)[phrase[0]]
	at := len(known)
	for at > 0 && len(known[at-1]) < len(phrase) {
		at--
	}
	(*o)[phrase[0]] = slices.Insert(known, at, phrase)
}

// rolesOf are the parts that a word plays in any language.
func rolesOf(word wordID) role {
	if all := library().roles; int(word) < len(all) {
		return all[word]
	}
	return 0
}

// plays reports whether a word plays a part.
func (l *Lexicon) plays(word wordID, part role) bool {
	return int(word) < len(l.roles) && l.roles[word]&part != 0
}

// Number is the word's number among those of all lexicons, 0 when it is in none.
func (t *Token) Number() int { return int(t.word) }

// Words are the words of all lexicons by Number; the first stands for all others.
func Words() []string { return append([]string(nil), library().words...) }

// Known reports whether the word stands in any lexicon, so that it is hardly a name.
func (t Token) Known() bool { return t.word != 0 }

// begins is how many of the tokens the longest of the phrases takes up at their start.
func (o opening) begins(tokens []Token) int {
	if len(tokens) == 0 || int(tokens[0].word) >= len(o) {
		return 0
	}
next:
	for _, phrase := range o[tokens[0].word] {
		if len(phrase) > len(tokens) {
			continue
		}
		for i, word := range phrase {
			if tokens[i].word != word {
				continue next
			}
		}
		return len(phrase)
	}
	return 0
}

// Greeting is how many tokens a greeting takes up at the start of tokens: "Hi", "Good morning"; 0 for none.
func Greeting(tokens []Token) int { return library().greetings.begins(tokens) }

// SignOff is how many tokens a sign-off takes up at the start of tokens: "Kind regards"; 0 for none.
// Several in a row count as one: "Many thanks and best wishes".
func SignOff(tokens []Token) int {
	signOffs := &library().signOffs
	n := signOffs.begins(tokens)
	for n > 0 {
		joined := n
		if joined < len(tokens) && tokens[joined].Text == "and" {
			joined++
		}
		more := signOffs.begins(tokens[joined:])
		if more == 0 {
			break
		}
		n = joined + more
	}
	return n
}

// Pleasantry is how many tokens a polite wish takes up at the start of tokens: "I hope you're well"; 0 for none.
func Pleasantry(tokens []Token) int { return library().wishes.begins(tokens) }

// Revision is a digest of all lexicon files: it changes when any of them does.
func Revision() string { return revision() }
