package habit

import (
	_ "embed"
	"strings"
	"sync"

	"outreachaudit/audit/digest"
	"outreachaudit/audit/model"
	"outreachaudit/audit/text"
)

//go:embed weights.txt
var weightsFile string

// weights are those that notes are judged by. They are read when they are first asked for.
var weights = sync.OnceValue(readWeights)

// Prepare reads lexicons and weights, both at the same time. The first note that is judged has to wait for them otherwise,
// and reads one after the other.
func Prepare() { weights() }

// readWeights reads the learned weights, and the lexicons at the same time. A fault in the file is a fault of the
// program, so it panics.
func readWeights() *learned {
	go text.Lexicons()
	read, err := model.Read(weightsFile)
	if err != nil {
		panic(err)
	}
	return newLearned(read)
}

// A learned is a model with what readings ask of it again and again.
type learned struct {
	*model.Weights
	words []model.ID // by number in the lexicons
	roots []model.ID // of the same; 0 for words without one
	ideas [ideaCount]model.ID
	about [aboutCount]int // places, by what holds for a whole note
	rules map[string]int  // the same, by the reasons that phrases give
}

func newLearned(weights *model.Weights) *learned {
	l := &learned{Weights: weights}
	for _, word := range text.Words() {
		l.words = append(l.words, weights.ID(digest.Of(word)))
		l.roots = append(l.roots, weights.ID(digest.Of(rootOf(withoutOwner(word)))))
	}
	for i, known := range ideas() {
		if known.name != "" {
			l.ideas[i] = weights.ID(known.hash)
		}
	}
	l.rules = map[string]int{}
	for _, of := range pitches {
		l.rules[of.why] = weights.Find(ruleName(of.why))
	}
	for i, what := range abouts() {
		l.about[i] = weights.Find(model.Name{Kind: featureNote, Words: what})
	}
	return l
}

// word is the number of a word by its own number in the lexicons or, for one that they do not have, its digest.
func (l *learned) word(number int, hash uint64) model.ID {
	if number > 0 {
		return l.words[number]
	}
	return l.ID(hash)
}

// root is the number of a word's root, 0 for one that is short or not known.
func (l *learned) root(token *text.Token) model.ID {
	if number := token.Number(); number > 0 {
		return l.roots[number]
	}
	return l.ID(digest.Of(rootOf(ownerless(token))))
}

// rule is the place of the reason that a rule gives.
func (l *learned) rule(why string) int {
	if place, known := l.rules[why]; known {
		return place
	}
	return l.Find(ruleName(why))
}

func ruleName(why string) model.Name {
	return model.Name{Kind: featureNote, Words: "rule:" + strings.ReplaceAll(why, " ", "-")}
}
