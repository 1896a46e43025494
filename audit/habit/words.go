package habit

import (
	"strings"

	"outreachaudit/audit/text"
)

func setOf(words ...string) map[string]bool {
	set := make(map[string]bool, len(words))
	for _, word := range words {
		set[word] = true
	}
	return set
}

func wordSet(words string) map[string]bool { return setOf(strings.Fields(words)...) }

// A tokenSet is a set of folded words that each word of a note may be looked up in.
type tokenSet struct {
	numbered []bool          // by number in the lexicons
	others   map[string]bool // words that no lexicon has
}

// numbers are those of the words of all lexicons.
var numbers = func() map[string]int {
	numbers := map[string]int{}
	for number, word := range text.Words() {
		numbers[word] = number
	}
	return numbers
}()

func tokensOf(words ...string) tokenSet {
	set := tokenSet{numbered: make([]bool, len(numbers)), others: map[string]bool{}}
	for _, word := range words {
		if number := numbers[word]; number > 0 {
			set.numbered[number] = true
		} else {
			set.others[word] = true
		}
	}
	return set
}

func (s *tokenSet) has(token *text.Token) bool {
	if number := token.Number(); number > 0 {
		return s.numbered[number]
	}
	return len(s.others) > 0 && s.others[token.Text]
}
