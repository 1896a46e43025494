package habit

import (
	"strings"
	"sync"

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
	words    map[string]bool
	numbered func() []bool // by number in the lexicons
}

// numbers are those of the words of all lexicons.
var numbers = sync.OnceValue(func() map[string]int {
	numbers := map[string]int{}
	for number, word := range text.Words() {
		numbers[word] = number
	}
	return numbers
})

func tokensOf(words ...string) tokenSet {
	return tokenSet{setOf(words...), sync.OnceValue(func() []bool {
		numbers := numbers()
		numbered := make([]bool, len(numbers))
		for _, word := range words {
			if number := numbers[word]; number > 0 {
				numbered[number] = true
			}
		}
		return numbered
	})}
}

func (s *tokenSet) has(token *text.Token) bool {
	if number := token.Number(); number > 0 {
		return s.numbered()[number]
	}
	return s.words[token.Text]
}
