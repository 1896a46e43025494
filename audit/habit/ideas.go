package habit

import (
	"sync"

	"outreachaudit/audit/digest"
	"outreachaudit/audit/text"
)

// An idea is what an item stands for: one of a lexicon's, with its number, or one of those below. 0 stands for
// nothing.
type idea uint16

// The ideas of items that no lexicon has.
const (
	beginning idea = 256 + iota
	question
	quotation
	readersName
	itsCompany
	itsCity
	properName
	germanNoun
	amount
	link
	number
	ideaCount
)

// A knownIdea is what is known of an idea.
type knownIdea struct {
	name           string
	hash           uint64
	person, denies bool
}

var ideas = sync.OnceValue(func() *[ideaCount]knownIdea {
	all := new([ideaCount]knownIdea)
	names := map[idea]string{beginning: "^", question: "?", quotation: "<quoted>", readersName: "<reader>", itsCompany: "<company>",
		itsCity: "<city>", properName: "<name>", germanNoun: "<noun>", amount: "<money>", link: "<link>", number: "<number>"}
	for _, known := range text.Ideas() {
		names[idea(known)] = known.String()
	}
	for i, name := range names {
		all[i].name, all[i].hash, all[i].person, all[i].denies = name, digest.Of(name), isPerson(name), isDenial(name)
	}
	return all
})

// String is the idea's name in lexicons and in files of weights.
func (i idea) String() string { return ideas()[i].name }

// stands reports whether the idea takes the place of the words that it is found in.
func (i idea) stands() bool { return i >= readersName && i <= properName }

// isPerson reports whether something can belong to what a word or an idea stands for.
func isPerson(name string) bool {
	switch name {
	case "i", "we", "my", "our", "you", "your", "they", "their", "someone", "client":
		return true
	}
	return false
}

func isDenial(name string) bool { return name == "not" }
