package audit

import (
	"cmp"
	"slices"
	"strings"

	"outreachaudit/audit/export"
	"outreachaudit/audit/habit"
	"outreachaudit/audit/tally"
)

// Bounds of what is kept of each recruiter's own notes.
const (
	mostExamples = 3    // of one recruiter and habit
	mostCoached  = 5000 // recruiters of whom examples are kept
)

// Examples are some notes of one recruiter: the newest ones, in different words.
type Examples struct {
	Shown [][]*Judged // by habit: notes that show it, the newest first, at most mostExamples
	Clean *Judged     // in own words and without any habit, the newest accepted one if there is one; nil when there is none
}

// examples gathers them for each recruiter while notes are judged. In a table whose newest rows come last each note is
// an example for a while, so that the room of those that are none any more is used again.
type examples struct {
	of    map[string]*Examples // by recruiter
	spare []*Judged
}

func newExamples() *examples { return &examples{of: map[string]*Examples{}} }

func (e *examples) add(j *Judged) {
	own := e.of[j.Recruiter]
	if own == nil {
		if len(e.of) >= mostCoached {
			return
		}
		own = &Examples{Shown: make([][]*Judged, len(habit.All))}
		e.of[j.Recruiter] = own
	}
	if j.Flagged == 0 {
		if j.Kind == habit.Own && (own.Clean == nil || better(j, own.Clean) < 0) {
			if own.Clean == nil {
				own.Clean = newKept()
			}
			j.keepIn(own.Clean)
		}
		return
	}
	var kept *Judged
	for h := range own.Shown {
		if j.Flagged.Has(h) && own.wants(h, j) {
			if kept == nil {
				kept = e.room()
				j.keepIn(kept)
			}
			if dropped := own.insert(h, kept); dropped != nil && !own.shows(dropped) {
				e.spare = append(e.spare, dropped)
			}
		}
	}
}

// room is that of an example that is none any more, or new.
func (e *examples) room() *Judged {
	last := len(e.spare) - 1
	if last < 0 {
		return newKept()
	}
	room := e.spare[last]
	e.spare = e.spare[:last]
	return room
}

// shows reports whether a note is still an example of some habit.
func (e *Examples) shows(j *Judged) bool {
	return slices.ContainsFunc(e.Shown, func(shown []*Judged) bool { return slices.Contains(shown, j) })
}

// wants reports whether a note belongs among the examples of a habit.
func (e *Examples) wants(h int, j *Judged) bool {
	shown := e.Shown[h]
	if len(shown) == mostExamples && newer(j, shown[len(shown)-1]) >= 0 {
		return false
	}
	twin := twinOf(shown, j)
	return twin < 0 || newer(j, shown[twin]) < 0
}

// insert puts a note among the examples of a habit, and returns the one that had its place, if any.
func (e *Examples) insert(h int, j *Judged) (dropped *Judged) {
	shown := e.Shown[h]
	if twin := twinOf(shown, j); twin >= 0 {
		dropped = shown[twin]
		shown = slices.Delete(shown, twin, twin+1)
	}
	shown = append(shown, j)
	slices.SortStableFunc(shown, newer)
	if len(shown) > mostExamples {
		dropped = shown[mostExamples]
		shown = shown[:mostExamples]
	}
	e.Shown[h] = shown
	return dropped
}

// twinOf is the example with the same words, -1 for none. Notes that differ in the reader's name alone are the same;
// requests without a note are told apart by their recipients.
func twinOf(shown []*Judged, j *Judged) int {
	return slices.IndexFunc(shown, func(other *Judged) bool { return j.Note.Note != "" && sameWords(other, j) })
}

func sameWords(a, b *Judged) bool {
	return a.withoutName() == b.withoutName()
}

// withoutName is the note without the reader's first name, worked out once: each note is held against many.
func (j *Judged) withoutName() string {
	if j.nameless == "" {
		j.nameless = j.Note.Note
		if first, _, _ := strings.Cut(j.Recipient, " "); first != "" {
			j.nameless = strings.ReplaceAll(j.Note.Note, first, "")
		}
	}
	return j.nameless
}

// newer orders notes by the day of sending, the newest first; of one day, by their words, so that the order in which
// notes are read does not matter.
func newer(a, b *Judged) int {
	if order := b.Sent.Compare(a.Sent); order != 0 {
		return order // nearly always, and the texts take long to compare
	}
	return cmp.Or(strings.Compare(a.Note.Note, b.Note.Note), strings.Compare(a.Recipient, b.Recipient))
}

// better orders clean notes: those that were accepted first.
func better(a, b *Judged) int {
	accepted := func(j *Judged) int {
		if j.Outcome == export.Accepted && j.Standing == tally.Mature {
			return 0
		}
		return 1
	}
	return cmp.Or(cmp.Compare(accepted(a), accepted(b)), newer(a, b))
}

// keep is a copy without what only judging needs.
func (j *Judged) keep() *Judged {
	kept := newKept()
	j.keepIn(kept)
	return kept
}

func newKept() *Judged { return &Judged{Note: &habit.Note{Request: &export.Request{}}} }

// keepIn makes another one, which keep has made, that copy.
func (j *Judged) keepIn(kept *Judged) {
	note, request := kept.Note, kept.Note.Request
	*note, *request = *j.Note, *j.Request
	note.Request = request // its batch need not be kept
	note.Forget()
	*kept = Judged{Note: note, Verdict: j.Verdict, Later: j.Later, Standing: j.Standing, nameless: j.nameless}
}
