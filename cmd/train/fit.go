package main

import (
	"cmp"
	"fmt"
	"io"
	"math"
	"slices"

	"gonum.org/v1/gonum/optimize"

	"outreachaudit/audit/habit"
	"outreachaudit/audit/model"
)

// A fitted is what was learned: a weight a label for each feature, not yet rounded.
type fitted struct {
	bias     [model.Labels]float64
	features []model.Name
	weights  [][model.Labels]float64
}

// fit learns weights by logistic regression: it minimises the negative log-likelihood of what people say
// plus the sum of squared weights, each times half its penalty (biases are free), by L-BFGS. That a note hides its
// intent has the likelihood of a pretext times that of no disclosure, so that both are learned also where
// people have only said whether both hold. Features of fewer than rare examples are left out. The same
// examples in the same order give the same weights.
func fit(examples []habit.Example, penalty float64, rare int) (*fitted, error) {
	features, counts := common(examples, rare)
	learned := &fitted{features: features}
	l := newLearner(examples, features, penalties(counts, penalty))
	settings := &optimize.Settings{GradientThreshold: 1e-2, MajorIterations: 500}
	result, err := optimize.Minimize(optimize.Problem{Func: l.loss, Grad: l.gradient}, make([]float64, l.variables()), settings, &optimize.LBFGS{})
	if result == nil {
		return nil, fmt.Errorf("learning: %w", err)
	}
	learned.weights = make([][model.Labels]float64, l.features)
	for i, weight := range result.X {
		if place := i / int(model.Labels); place < l.features {
			learned.weights[place][i%int(model.Labels)] = weight
		} else {
			learned.bias[i%int(model.Labels)] = weight + lean[i%int(model.Labels)]
		}
	}
	return learned, nil
}

// lean is what biases are raised by, so that a note counts as having a label from a probability of 0.45 on: F1 is best
// at half of its best value (Lipton, Elkan and Naryanaswamy 2014), which is some 0.9 here. A disclosure only takes away.
var lean = [model.Labels]float64{model.Pitch: 0.2, model.Pretext: 0.2, model.Specific: 0.2}

// common is the features of at least rare examples, in order, and how many have each.
func common(examples []habit.Example, rare int) ([]model.Name, []int) {
	counts := map[model.Name]int{}
	for _, example := range examples {
		for _, feature := range example.Features {
			counts[feature]++
		}
	}
	var names []model.Name
	for feature, count := range counts {
		if count >= rare {
			names = append(names, feature)
		}
	}
	slices.SortFunc(names, func(a, b model.Name) int {
		return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Words, b.Words))
	})
	in := make([]int, len(names))
	for i, name := range names {
		in[i] = counts[name]
	}
	return names, in
}

// What words are common in tells of those who wrote the notes as much as of what the notes say, so that their weights
// are trusted less.
const (
	usual     = 20  // notes that have a feature whose penalty is as it is given
	steepness = 0.4 // power of the number of notes that the penalty grows with; found by cross-validation
)

// penalties are those of features that so many examples have.
func penalties(counts []int, penalty float64) []float64 {
	all := make([]float64, len(counts))
	for i, count := range counts {
		all[i] = penalty * math.Pow(float64(count)/usual, steepness)
	}
	return all
}

// A learner is the problem that Fit solves. Its variables are the weights of the first feature by label, of
// the second, and so on; the biases come last.
type learner struct {
	examples []habit.Example
	rows     [][]int // by example: its features
	features int
	penalty  []float64 // by feature
}

func newLearner(examples []habit.Example, features []model.Name, penalty []float64) *learner {
	l := &learner{examples: examples, penalty: penalty, features: len(features)}
	places := make(map[model.Name]int, len(features))
	for i, feature := range features {
		places[feature] = i
	}
	for _, example := range examples {
		var row []int
		for _, feature := range example.Features {
			if place, known := places[feature]; known {
				row = append(row, place)
			}
		}
		l.rows = append(l.rows, row)
	}
	return l
}

func (l *learner) variables() int { return (l.features + 1) * int(model.Labels) }

// scores are what weights x say of an example.
func (l *learner) scores(x []float64, i int) (scores [model.Labels]float64) {
	copy(scores[:], x[l.features*int(model.Labels):])
	for _, place := range l.rows[i] {
		for label := range scores {
			scores[label] += x[place*int(model.Labels)+label]
		}
	}
	return scores
}

func (l *learner) loss(x []float64) float64 {
	loss := 0.0
	for i, example := range l.examples {
		scores := l.scores(x, i)
		for label, says := range example.Says {
			if says != 0 {
				loss += softplus(-float64(says) * scores[label])
			}
		}
		switch both := sigmoid(scores[model.Pretext]) * sigmoid(-scores[model.Disclosure]); example.Hidden {
		case 1:
			loss -= math.Log(max(both, tiny))
		case -1:
			loss -= math.Log(max(1-both, tiny))
		}
	}
	for i, weight := range x[:l.features*int(model.Labels)] {
		loss += l.penalty[i/int(model.Labels)] / 2 * weight * weight
	}
	return loss
}

func (l *learner) gradient(gradient, x []float64) {
	biases := l.features * int(model.Labels)
	for i, weight := range x[:biases] {
		gradient[i] = l.penalty[i/int(model.Labels)] * weight
	}
	clear(gradient[biases:])
	for i, example := range l.examples {
		scores := l.scores(x, i)
		var slopes [model.Labels]float64
		for label, says := range example.Says {
			if says != 0 {
				slopes[label] = -float64(says) * sigmoid(-float64(says)*scores[label])
			}
		}
		pretext, silence := sigmoid(scores[model.Pretext]), sigmoid(-scores[model.Disclosure])
		weight := -1.0
		if example.Hidden < 0 {
			weight = pretext * silence / max(1-pretext*silence, tiny)
		}
		if example.Hidden != 0 {
			slopes[model.Pretext] += weight * (1 - pretext)
			slopes[model.Disclosure] -= weight * (1 - silence)
		}
		for label, slope := range slopes {
			if slope == 0 {
				continue
			}
			gradient[biases+label] += slope
			for _, place := range l.rows[i] {
				gradient[place*int(model.Labels)+label] += slope
			}
		}
	}
}

// tiny keeps logarithms and quotients finite.
const tiny = 1e-12

func sigmoid(x float64) float64 { return 1 / (1 + math.Exp(-x)) }

// softplus is log(1 + e^x), without overflow.
func softplus(x float64) float64 {
	if x > 30 {
		return x
	}
	return math.Log1p(math.Exp(x))
}

// write writes the weights as model.Read reads them, rounded; features that round to nothing are left out.
func (f *fitted) write(w io.Writer) error {
	line := func(name model.Name, weights [model.Labels]float64) error {
		rounded, any := [model.Labels]int{}, name.Kind == model.BiasKind
		for i, weight := range weights {
			rounded[i] = int(math.Round(weight / model.Scale))
			any = any || rounded[i] < -least || rounded[i] > least
		}
		if !any {
			return nil
		}
		_, err := fmt.Fprintf(w, "%c\t%s", name.Kind, name.Words)
		for _, weight := range rounded {
			if err == nil {
				_, err = fmt.Fprintf(w, "\t%d", weight)
			}
		}
		if err == nil {
			_, err = fmt.Fprintln(w)
		}
		return err
	}
	if err := line(model.Name{Kind: model.BiasKind, Words: "bias"}, f.bias); err != nil {
		return err
	}
	for i, feature := range f.features {
		if err := line(feature, f.weights[i]); err != nil {
			return err
		}
	}
	return nil
}

// least is the largest weight, in steps, that is not worth its line.
const least = 9
