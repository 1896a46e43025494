package habit

import (
	"strings"

	"outreachaudit/audit/model"
)

// The kinds of feature, as files of weights have them.
const (
	featureWord     = 'w' // one word
	featureWords    = 'b' // two in a row
	featureIdea     = 'i' // what a word stands for
	featureIdeas    = 'j' // two in a row
	featurePair     = 'p' // two anywhere in one sentence, in order
	featureOwner    = 'o' // an idea with the nearest person before it: your post, our client
	featureDenied   = 'd' // an idea with a "not" before it
	featureQuestion = 'q' // an idea in a question
	featureNote     = 'n' // something about the note as a whole
)

// How far apart the words of one feature may be, in items.
const (
	longestPair  = 20
	longestOwner = 6
)

// A feature is one that the model knows, at the items it was found at.
type feature struct {
	place int      // in the weights
	items [2]int16 // -1 for none
}

var persons = setOf("i", "we", "my", "our", "you", "your", "they", "their", "someone", "client")

// collect finds the features of a note that is laid out, and adds up their weights. Each counts once.
func (r *reading) collect() {
	asks := r.questions()
	for i, it := range r.items {
		r.add(featureWord, i)
		if i+1 < len(r.items) {
			r.add(featureWords, i, i+1)
			r.add(featureIdeas, i, i+1)
		}
		if !it.content {
			continue
		}
		r.add(featureIdea, i)
		if it.sentence >= 0 && asks[it.sentence] {
			r.add(featureQuestion, i)
		}
		r.lookBack(i)
		for j := i + 1; j < min(len(r.items), i+longestPair) && r.items[j].sentence == it.sentence; j++ {
			if r.items[j].content {
				r.add(featurePair, i, j)
			}
		}
	}
	r.whole()
}

// questions tells which sentences ask.
func (r *reading) questions() []bool {
	asks := make([]bool, len(r.note.Sentences)+1)
	for _, it := range r.items {
		if it.idea == question && it.sentence >= 0 {
			asks[it.sentence] = true
		}
	}
	return asks
}

// lookBack adds whose the idea of item i is, and whether it is denied.
func (r *reading) lookBack(i int) {
	owned, denied := false, false
	for j := i - 1; j >= max(0, i-longestOwner) && r.items[j].sentence == r.items[i].sentence; j-- {
		switch name := r.items[j].idea.name; {
		case name == "not" && !denied:
			r.add(featureDenied, j, i)
			denied = true
		case persons[name] && !owned:
			r.add(featureOwner, j, i)
			owned = true
		}
	}
}

// whole adds what holds for the note as a whole.
func (r *reading) whole() {
	if r.note.Company == "" {
		r.about("company-unknown")
	}
	r.about("sentences-" + string(rune('0'+min(4, len(r.note.Sentences)))))
	r.about("words-" + string(rune('0'+min(4, len(r.note.Tokens)/12))))
	if !strings.Contains(r.note.Note, "?") {
		r.about("asks-nothing")
	}
	if len(r.pitches) > 0 {
		r.about("rules")
	}
	for _, evidence := range r.pitches {
		r.about("rule:" + strings.ReplaceAll(evidence.Why, " ", "-"))
	}
}

func (r *reading) about(what string) {
	r.count(model.Join(featureNote, model.Word(what)), [2]int16{-1, -1}, func() model.Name { return model.Name{Kind: featureNote, Words: what} })
}

func (r *reading) add(kind byte, at ...int) {
	places, keys := [2]int16{-1, -1}, [2]model.Key{}
	for i, place := range at {
		places[i] = int16(place)
		keys[i] = r.items[place].idea.key
		if kind == featureWord || kind == featureWords {
			keys[i] = r.items[place].wordKey
		}
	}
	r.count(model.Join(kind, keys[:len(at)]...), places, func() model.Name { return r.name(kind, at) })
}

// name is how files of weights spell a feature.
func (r *reading) name(kind byte, at []int) model.Name {
	words := make([]string, len(at))
	for i, place := range at {
		words[i] = r.items[place].idea.name
		if kind == featureWord || kind == featureWords {
			words[i] = r.items[place].word
		}
	}
	return model.Name{Kind: kind, Words: strings.Join(words, " ")}
}

// count counts a feature. For learning its name is noted, whether the model knows it yet or not.
func (r *reading) count(key model.Key, items [2]int16, name func() model.Name) {
	if r.learning {
		r.names = append(r.names, name())
		return
	}
	place := r.model.Find(key)
	if place < 0 || r.seen[place/64]>>(place%64)&1 == 1 {
		return
	}
	r.seen[place/64] |= 1 << (place % 64)
	r.features = append(r.features, feature{place, items})
	for label, weight := range r.model.At(place) {
		r.scores[label] += weight
	}
}
