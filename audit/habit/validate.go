package habit

import (
	"hash/fnv"

	"outreachaudit/audit/model"
)

// folds is how many parts of the training notes are judged by a model learned from the others.
const folds = 5

// Validated is how the model does on notes that it was not learned from.
type Validated struct {
	Pitch, Hidden, Specific Score
	Notes, AllRight         int      // notes on which every label is right
	Wrong                   []string // the others: place, labels, what the model says
}

// CrossValidate judges every note by a model learned from notes to other readers, and counts by language.
func CrossValidate(notes []Labelled, learn func([]Labelled) (*model.Weights, error)) (map[string]*Validated, error) {
	results := map[string]*Validated{}
	for fold := range uint32(folds) {
		var learned []Labelled
		for _, note := range notes {
			if note.fold() != fold {
				learned = append(learned, note)
			}
		}
		trained, err := learn(learned)
		if err != nil {
			return nil, err
		}
		judge := newLearned(trained)
		for _, note := range notes {
			if note.fold() == fold && !note.Has("?") {
				note.validate(judge, results)
			}
		}
	}
	return results, nil
}

// Measure judges notes by the model as it is, and counts by language. It says something only of notes that
// the model was not learned from.
func Measure(notes []Labelled) map[string]*Validated {
	results := map[string]*Validated{}
	for _, note := range notes {
		note.validate(weights(), results)
	}
	return results
}

// fold keeps notes to one reader together: they are variants of each other.
func (l *Labelled) fold() uint32 {
	hash := fnv.New32a()
	hash.Write([]byte(l.Request.Recipient))
	return hash.Sum32() % folds
}

func (l *Labelled) validate(trained *learned, results map[string]*Validated) {
	language, said := "none", map[string]bool{}
	n := NewNote(l.Request)
	if isRead(n) {
		language = n.Lexicon.Language()
		n.understand(trained)
		said["p"], said["h"], said["s"] = n.pitches(), n.hides(), n.specific()
	}
	if results[language] == nil {
		results[language] = &Validated{}
	}
	r := results[language]
	r.Notes++
	right := true
	for letter, score := range map[string]*Score{"p": &r.Pitch, "h": &r.Hidden, "s": &r.Specific} {
		score.Add(l.Has(letter), said[letter])
		right = right && l.Has(letter) == said[letter]
	}
	if right {
		r.AllRight++
		return
	}
	wrong := l.Place + " " + l.Labels + ":"
	for _, letter := range []string{"p", "h", "s"} {
		if said[letter] {
			wrong += letter
		}
	}
	r.Wrong = append(r.Wrong, wrong+" "+l.Request.Note)
}

// Add counts one verdict.
func (s *Score) Add(shown, flagged bool) {
	switch {
	case shown && flagged:
		s.Right++
	case shown:
		s.Missed++
	case flagged:
		s.Unexpected++
	}
}
