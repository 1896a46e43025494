package habit

import (
	"slices"

	"outreachaudit/audit/digest"
	"outreachaudit/audit/model"
)

// Passages that differ in names, numbers and words that no list knows are the same to a model: they have one shape. What
// it finds in a shape is remembered, since recruiters send the same sentence with other names again and again.
const memoryShapes = 1 << 12

// shapes are what was found in shapes of passages.
type shapes [memoryShapes]knownShape

// A knownShape is one shape with what a model finds in it.
type knownShape struct {
	model    *learned
	parts    []uint64
	features []feature
	places   []uint16
	scores   model.Scores
	rival    uint64 // hash of the last other shape that has its place here: one that comes twice in a row takes it
}

// at is where a shape has its place, and a hash of it.
func (s *shapes) at(parts []uint64) (*knownShape, uint64) {
	hash := uint64(len(parts))
	for _, part := range parts {
		hash = digest.Spread(hash ^ part)
		hash ^= hash >> 29
	}
	return &s[hash%memoryShapes], hash
}

// wants reports whether a shape is to be remembered.
func (k *knownShape) wants(hash uint64) bool {
	if k.rival == hash {
		return true
	}
	k.rival = hash
	return false
}

// shape is all of a passage that is laid out which collect asks for, what follows from the rest left out; nil where none
// is remembered.
func (r *reading) shape() []uint64 {
	if r.shapes == nil || r.learning {
		return nil
	}
	parts := r.room.shape[:0]
	for i := range r.items {
		it := &r.items[i]
		part := uint64(it.wordID) | uint64(it.idea)<<16 | uint64(it.rootID)<<32
		for bit, holds := range [...]bool{it.first >= 0, it.person, it.denies} {
			if holds {
				part |= 1 << (48 + bit)
			}
		}
		parts = append(parts, part)
	}
	for i := range r.pitches {
		parts = append(parts, uint64(r.model.rule(r.pitches[i].Why)))
	}
	for i, says := range [...]bool{r.tells, r.discloses} {
		if says {
			parts = append(parts, ^uint64(i)-1) // no place
		}
	}
	r.room.shape = parts
	return parts
}

// recall finds the features of a passage that is laid out, and their weights, as collect does.
func (r *reading) recall() {
	parts := r.shape()
	if len(parts) == 0 {
		r.collect()
		return
	}
	known, hash := r.shapes.at(parts)
	if known.model == r.model && slices.Equal(known.parts, parts) {
		r.features, r.places, r.scores = append(r.features, known.features...), append(r.places, known.places...), known.scores
		return
	}
	r.collect()
	if known.wants(hash) {
		*known = knownShape{model: r.model, scores: r.scores,
			parts: append(known.parts[:0], parts...), features: append(known.features[:0], r.features...), places: append(known.places[:0], r.places...)}
	}
}
