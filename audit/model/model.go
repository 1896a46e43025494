// Package model weighs what a note says: a linear model over small groups of words, learned from labelled notes.
package model

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"math/bits"
	"strconv"
	"strings"
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

// Scores is a value by label. Above zero the answer is yes; e to the power of it are the odds.
type Scores [Labels]float32

// A Key is the digest of a feature: what is found in a note, such as two words in a row.
type Key uint64

// Word is the digest of one word (64-bit FNV-1a).
func Word(word string) Key {
	hash := uint64(14695981039346656037)
	for i := 0; i < len(word); i++ {
		hash = (hash ^ uint64(word[i])) * 1099511628211
	}
	return Key(hash)
}

// Join is the digest of a kind of feature and the words it is made of. The order counts.
func Join(kind byte, words ...Key) Key {
	hash := uint64(kind) * 0x9e3779b97f4a7c15
	for _, word := range words {
		hash = bits.RotateLeft64(hash, 23) ^ uint64(word)
		hash *= 0xff51afd7ed558ccd
	}
	return Key(hash ^ hash>>32)
}

// Weights say how much each feature speaks for each label. They never change after reading.
type Weights struct {
	bias  Scores
	slots []slot // open addressing; the number is a power of two
}

type slot struct {
	key     Key // 0 for a free slot
	weights Scores
}

// Find is the place of a feature among the weights, -1 for one that the model does not know.
func (w *Weights) Find(key Key) int {
	mask := Key(len(w.slots) - 1)
	for i := key & mask; w.slots[i].key != 0; i = (i + 1) & mask {
		if w.slots[i].key == key {
			return int(i)
		}
	}
	return -1
}

// At is what the feature at a place adds to the scores.
func (w *Weights) At(place int) *Scores { return &w.slots[place].weights }

// Places is one more than the last place that Find gives.
func (w *Weights) Places() int { return len(w.slots) }

// Bias is the scores of a note without any known feature.
func (w *Weights) Bias() Scores { return w.bias }

// Scale is how much one step of the whole numbers in a file is worth.
const Scale = 0.01

// BiasKind is the kind of the line that holds the bias.
const BiasKind = '-'

// Read reads a file of weights: a line a feature, with its kind, its words, and a whole number a label,
// between tabs. The first line is the bias. It fails on the first line that is none.
func Read(r io.Reader) (*Weights, error) {
	var lines []slot
	for scanner := bufio.NewScanner(r); scanner.Scan(); {
		if text := scanner.Text(); !strings.HasPrefix(text, "//") {
			line, err := parse(text)
			if err != nil {
				return nil, err
			}
			lines = append(lines, line)
		}
	}
	if len(lines) == 0 {
		return nil, errors.New("model: no weights")
	}
	w := &Weights{bias: lines[0].weights, slots: make([]slot, 1<<bits.Len(uint(len(lines)*2)))}
	mask := Key(len(w.slots) - 1)
	for _, line := range lines[1:] {
		i := line.key & mask
		for w.slots[i].key != 0 && w.slots[i].key != line.key {
			i = (i + 1) & mask
		}
		w.slots[i] = line
	}
	return w, nil
}

func parse(text string) (slot, error) {
	fields := strings.Split(text, "\t")
	if len(fields) != 2+int(Labels) || len(fields[0]) != 1 {
		return slot{}, fmt.Errorf("model: %q is no line of weights", text)
	}
	line := slot{key: Name{Kind: fields[0][0], Words: fields[1]}.Key()}
	for i := range line.weights {
		value, err := strconv.Atoi(fields[2+i])
		if err != nil {
			return slot{}, fmt.Errorf("model: %q: %w", text, err)
		}
		line.weights[i] = float32(value) * Scale
	}
	return line, nil
}

// A Name is a feature as files spell it.
type Name struct {
	Kind  byte
	Words string // between spaces
}

// Key is the digest that the feature is found by.
func (n Name) Key() Key {
	var keys []Key
	for word := range strings.SplitSeq(n.Words, " ") {
		keys = append(keys, Word(word))
	}
	return Join(n.Kind, keys...)
}
