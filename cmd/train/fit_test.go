package main

import (
	"bytes"
	"math"
	"os"
	"testing"

	"outreachaudit/audit/habit"
)

func notes(t *testing.T) []habit.Labelled {
	t.Helper()
	all, err := habit.ReadLabelled(os.DirFS("../../audit/habit/training"))
	if err != nil {
		t.Fatal(err)
	}
	return all[:200]
}

// The same notes give the same file, byte for byte.
func TestTrainIsDeterministic(t *testing.T) {
	first, err := train(notes(t))
	if err != nil {
		t.Fatal(err)
	}
	second, err := train(notes(t))
	if err != nil || !bytes.Equal(first, second) {
		t.Errorf("two files differ: %v", err)
	}
}

// The gradient is that of the loss: compared with differences of the loss at a point off the minimum.
func TestGradient(t *testing.T) {
	var examples []habit.Example
	for _, note := range notes(t) {
		examples = append(examples, note.Example())
	}
	features, counts := common(examples, 20)
	l := newLearner(examples, features, penalties(counts, penalty))
	x := make([]float64, l.variables())
	for i := range x {
		x[i] = math.Sin(float64(i)) / 3
	}
	gradient := make([]float64, len(x))
	l.gradient(gradient, x)
	for i := 0; i < len(x); i += len(x)/50 + 1 {
		const step = 1e-5
		at := x[i]
		x[i] = at + step
		above := l.loss(x)
		x[i] = at - step
		below := l.loss(x)
		x[i] = at
		if want := (above - below) / (2 * step); math.Abs(want-gradient[i]) > 1e-4*max(1, math.Abs(want)) {
			t.Errorf("variable %d: %v, want %v", i, gradient[i], want)
		}
	}
}
