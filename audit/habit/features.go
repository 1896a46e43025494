package habit

import (
	"strings"

	"outreachaudit/audit/model"
)

// The kinds of feature, as files of weights have them.
const (
	featureWord     = 'w' // one word
	featureRoot     = 'r' // how a long word begins: "recru", whatever language goes on with it
	featureWords    = 'b' // two in a row
	featureIdea     = 'i' // what a word stands for
	featureIdeas    = 'j' // two in a row
	featurePair     = 'p' // two anywhere in one sentence, in order
	featureOwner    = 'o' // an idea with the nearest person before it: your post, our client
	featureDenied   = 'd' // an idea with a "not" before it
	featureSkip     = 's' // two ideas with one item between them
	featureQuestion = 'q' // an idea, or a word without one, in a question
	featureFirst    = 'f' // an idea, or a word without one, in the first sentence
	featureLast     = 'l' // the same in the last
	featureNote     = 'n' // something about the note as a whole
)

// How far apart the words of one feature may be, in items.
const (
	longestPair  = 20
	longestOwner = 6
)

// A feature is the items at which one was found that the model knows; -1 for none.
type feature [2]int16

// collect finds the features of a passage that is laid out, and adds up their weights. Each counts once.
func (r *reading) collect() {
	r.findQuestions()
	for i := range r.items {
		it := &r.items[i]
		r.one(featureWord, it.wordID, i)
		r.findRoot(it, i)
		if i+1 < len(r.items) {
			next := &r.items[i+1]
			r.two(featureWords, it.wordID, next.wordID, i, i+1)
			r.two(featureIdeas, it.ideaID, next.ideaID, i, i+1)
		}
		if i+2 < len(r.items) {
			r.two(featureSkip, it.ideaID, r.items[i+2].ideaID, i, i+2)
		}
		if it.first >= 0 && it.piece >= 0 && r.asks[it.piece] {
			r.one(featureQuestion, it.ideaID, i)
		}
		if !it.content {
			continue
		}
		r.one(featureIdea, it.ideaID, i)
		r.lookBack(i)
		for j := i + 1; j < min(len(r.items), i+longestPair) && r.items[j].piece == it.piece; j++ {
			if other := &r.items[j]; other.content {
				r.two(featurePair, it.ideaID, other.ideaID, i, j)
			}
		}
	}
	for i := range r.pitches {
		r.ruled(r.pitches[i].Why)
	}
	if r.tells {
		r.ruled(tellsTrade)
	}
	if r.discloses {
		r.ruled(tellsRecruiting)
	}
	for _, place := range r.places {
		r.seen[place/64] = 0
	}
}

// rootLetters is how many letters a root has. Five were better than six, and than the ends of words, by cross-validation.
const rootLetters = 5

// rootOf is how a word begins; "" for one that is short.
func rootOf(word string) string {
	letters := 0
	for at := range word {
		if letters == rootLetters {
			return word[:at]
		}
		letters++
	}
	return ""
}

// findRoot adds the root of a word.
func (r *reading) findRoot(it *item, at int) {
	if it.first < 0 || it.idea.stands() {
		return
	}
	if r.learning {
		if root := rootOf(ownerless(&r.Tokens[it.first])); root != "" {
			r.names = append(r.names, model.Name{Kind: featureRoot, Words: root})
		}
		return
	}
	r.count(r.model.One(featureRoot, it.rootID), at, -1)
}

// What rules say besides reasons for a pitch.
const (
	tellsTrade      = "tells what its sender does"
	tellsRecruiting = "says that its sender recruits"
)

// findQuestions finds out which pieces ask.
func (r *reading) findQuestions() {
	r.asks = append(r.asks[:0], make([]bool, len(r.Pieces))...)
	for i := range r.items {
		if it := &r.items[i]; it.idea == question && it.piece >= 0 {
			r.asks[it.piece] = true
		}
	}
}

// lookBack adds whose the idea of item i is, and whether it is denied.
func (r *reading) lookBack(i int) {
	owned, denied := false, false
	it := &r.items[i]
	for j := i - 1; j >= max(0, i-longestOwner) && r.items[j].piece == it.piece; j-- {
		switch before := &r.items[j]; {
		case before.denies && !denied:
			r.two(featureDenied, before.ideaID, it.ideaID, j, i)
			denied = true
		case before.person && !owned:
			r.two(featureOwner, before.ideaID, it.ideaID, j, i)
			owned = true
		}
	}
}

// ruled adds the reason that a rule gives.
func (r *reading) ruled(why string) {
	if r.learning {
		r.names = append(r.names, ruleName(why))
		return
	}
	r.count(r.model.rule(why), -1, -1)
}

func (r *reading) one(kind byte, id model.ID, at int) {
	if r.learning {
		r.learn(kind, at)
		return
	}
	r.count(r.model.One(kind, id), at, -1)
}

func (r *reading) two(kind byte, first, second model.ID, at, and int) {
	if r.learning {
		r.learn(kind, at, and)
		return
	}
	r.count(r.model.Two(kind, first, second), at, and)
}

// learn notes a feature as files of weights spell it, whether the model knows it yet or not.
func (r *reading) learn(kind byte, at ...int) {
	words := make([]string, len(at))
	for i, place := range at {
		if kind == featureWord || kind == featureWords {
			words[i] = r.word(r.items[place])
		} else {
			words[i] = r.ideaName(r.items[place])
		}
	}
	r.names = append(r.names, model.Name{Kind: kind, Words: strings.Join(words, " ")})
}

// count counts a feature at its place among the weights, if it has one.
func (r *reading) count(place, first, second int) {
	if place < 0 || r.seen[place/64]>>(place%64)&1 == 1 {
		return
	}
	r.seen[place/64] |= 1 << (place % 64)
	r.features = append(r.features, feature{int16(first), int16(second)})
	r.places = append(r.places, uint16(place))
	r.scores.Count(r.model.At(place))
}
