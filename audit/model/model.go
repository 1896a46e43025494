// Package model weighs what a note says: a linear model over small groups of words, learned from labelled notes.
package model

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"

	"outreachaudit/audit/digest"
)

// A Label is a question that the model answers of a note.
type Label uint8

// The labels, in the order of the weights in a file.
const (
	Pitch      Label = iota // sells, or asks for time
	Pretext                 // speaks of networking for its own sake
	Disclosure              // says that its sender recruits or hires
	Specific                // names something that can be checked of its reader
	Labels
)

var labelNames = [Labels]string{"pitch", "pretext", "disclosure", "specific"}

// String is the label's name in files.
func (l Label) String() string { return labelNames[l] }

// Scores is a value by label, in steps of Scale. Above zero the answer is yes; e to the power of it are the odds.
type Scores [Labels]int32

// Add adds other scores.
func (s *Scores) Add(other *Scores) {
	for label, score := range other {
		s[label] += score
	}
}

// Count adds a weight.
func (s *Scores) Count(w *Weight) {
	for label, weight := range w {
		s[label] += int32(weight)
	}
}

// Probability is how likely a label is.
func (s *Scores) Probability(label Label) float64 {
	return 1 / (1 + math.Exp(-float64(s[label])*Scale))
}

// Less takes a weight off.
func (s *Scores) Less(w *Weight) {
	for label, weight := range w {
		s[label] -= int32(weight)
	}
}

// A Weight is what one feature adds to Scores.
type Weight [Labels]int16

// An ID is the number of a word among those that a model's features are made of; 0 stands for all others.
type ID uint16

// Weights say how much each feature speaks for each label. They never change after reading. A feature is a kind
// and one word, or two in order.
type Weights struct {
	bias     Scores
	weights  []Weight     // by place
	ids      digest.Table // of words
	ones     [256][]int32 // by kind and ID: place + 1
	twos     digest.Table // by pair: place + 1
	some     pairSet      // the same pairs
	kinds    [256]uint16  // by kind: a bit for features of two words
	lastKind int          // how many of them have one
	begins   []uint16     // by ID: kinds of which it is the first word
	follows  []uint16     // the same for the second
}

// ID is the number of a word, of which hash is the 64-bit FNV-1a digest.
func (w *Weights) ID(hash uint64) ID { return ID(w.ids.Find(hash)) }

// One is the place of a feature of one word, -1 for one that the model does not know.
func (w *Weights) One(kind byte, word ID) int {
	if places := w.ones[kind]; int(word) < len(places) {
		return int(places[word]) - 1
	}
	return -1
}

// Two is the place of a feature of two words, -1 for one that the model does not know.
func (w *Weights) Two(kind byte, first, second ID) int {
	if w.begins[first]&w.follows[second]&w.kinds[kind] == 0 {
		return -1
	}
	hash := pair(kind, first, second)
	if !w.some.may(hash) {
		return -1
	}
	return int(w.twos.Find(hash)) - 1
}

// A pairSet has a bit for each pair. Few pairs that were not added have theirs set, and it stays in the nearest memory,
// where the table of them all does not fit.
type pairSet [1024]uint64

func (s *pairSet) add(hash uint64) { s[hash>>54] |= 1 << (hash >> 48 % 64) }

// may reports whether a pair may have been added.
func (s *pairSet) may(hash uint64) bool { return s[hash>>54]>>(hash>>48%64)&1 == 1 }

func pair(kind byte, first, second ID) uint64 {
	return digest.Spread(uint64(kind)<<32 | uint64(first)<<16 | uint64(second))
}

// At is what the feature at a place adds to the scores.
func (w *Weights) At(place int) *Weight { return &w.weights[place] }

// Places is how many features the model knows: one more than the last place.
func (w *Weights) Places() int { return len(w.weights) }

// Bias is the scores of a note without any known feature.
func (w *Weights) Bias() Scores { return w.bias }

// Scale is how much one step of the whole numbers in a file, and of Scores, is worth.
const Scale = 0.01

// BiasKind is the kind of the line that holds the bias.
const BiasKind = '-'

// Read reads a file of weights: a line a feature, with its kind, its words, and a whole number a label,
// between tabs. The first line is the bias. It fails on the first line that is none.
func Read(file string) (*Weights, error) {
	var w *Weights
	for line := range strings.Lines(file) {
		if text := strings.TrimSuffix(line, "\n"); !strings.HasPrefix(text, "//") {
			name, weights, err := parse(text)
			switch {
			case err != nil:
				return nil, err
			case w == nil:
				w = newWeights(weights)
			default:
				err = w.add(name, weights)
			}
			if err != nil {
				return nil, err
			}
		}
	}
	if w == nil {
		return nil, errors.New("model: no weights")
	}
	return w, nil
}

func newWeights(bias Weight) *Weights {
	w := &Weights{ids: digest.NewTable(), twos: digest.NewTable(), begins: []uint16{0}, follows: []uint16{0}}
	for label, value := range bias {
		w.bias[label] = int32(value)
	}
	return w
}

// add adds a feature.
func (w *Weights) add(name Name, weight Weight) error {
	if len(w.weights) >= math.MaxUint16 || len(w.begins) >= math.MaxUint16-1 {
		return fmt.Errorf("model: more than %d features or words", math.MaxUint16)
	}
	w.weights = append(w.weights, weight)
	place := len(w.weights)
	first, second, two := strings.Cut(name.Words, " ")
	a := w.intern(first)
	if !two {
		for len(w.ones[name.Kind]) <= int(a) {
			w.ones[name.Kind] = append(w.ones[name.Kind], 0)
		}
		if w.ones[name.Kind][a] != 0 {
			return name.twice()
		}
		w.ones[name.Kind][a] = int32(place)
		return nil
	}
	if strings.Contains(second, " ") {
		return fmt.Errorf("model: %c %s has more than two words", name.Kind, name.Words)
	}
	b := w.intern(second)
	if w.kinds[name.Kind] == 0 {
		if w.lastKind++; w.lastKind > 16 {
			return errors.New("model: more than 16 kinds of feature with two words")
		}
		w.kinds[name.Kind] = 1 << (w.lastKind - 1)
	}
	w.begins[a] |= w.kinds[name.Kind]
	w.follows[b] |= w.kinds[name.Kind]
	if w.Two(name.Kind, a, b) >= 0 {
		return name.twice()
	}
	hash := pair(name.Kind, a, b)
	w.twos.Add(hash, uint16(place))
	w.some.add(hash)
	return nil
}

func (w *Weights) intern(word string) ID {
	hash := digest.Of(word)
	id := w.ID(hash)
	if id == 0 {
		id = ID(len(w.begins))
		w.ids.Add(hash, uint16(id))
		w.begins, w.follows = append(w.begins, 0), append(w.follows, 0)
	}
	return id
}

func parse(text string) (name Name, weight Weight, err error) {
	kind, rest, _ := strings.Cut(text, "\t")
	words, rest, more := strings.Cut(rest, "\t")
	for i := range weight {
		var field string
		ok := more
		field, rest, more = strings.Cut(rest, "\t")
		if !ok || len(kind) != 1 || more != (i < int(Labels)-1) {
			return name, weight, fmt.Errorf("model: %q is no line of weights", text)
		}
		value, err := strconv.ParseInt(field, 10, 16)
		if err != nil {
			return name, weight, fmt.Errorf("model: %q: %w", text, err)
		}
		weight[i] = int16(value)
	}
	return Name{Kind: kind[0], Words: words}, weight, nil
}

// A Name is a feature as files spell it.
type Name struct {
	Kind  byte
	Words string // between spaces
}

func (n Name) twice() error { return fmt.Errorf("model: %c %s is there twice", n.Kind, n.Words) }

// Find is the place of a feature by its name, -1 for one that the model does not know.
func (w *Weights) Find(name Name) int {
	first, second, two := strings.Cut(name.Words, " ")
	if two {
		return w.Two(name.Kind, w.ID(digest.Of(first)), w.ID(digest.Of(second)))
	}
	return w.One(name.Kind, w.ID(digest.Of(first)))
}
