package habit

import (
	"bufio"
	"encoding/json"
	"hash/fnv"
	"os"
	"strings"
	"testing"

	"outreachaudit/audit/export"
)

// A labelled is a note of the corpus with what people said of it.
type labelled struct {
	ID, Lang, Note string
	Recipient      struct {
		FirstName string `json:"first_name"`
		LastName  string `json:"last_name"`
		Company   string
		Location  string
	}
	Labels map[string]bool
}

// request is the note as its recipient got it.
func (l labelled) request() *export.Request {
	return &export.Request{Note: l.Note, NoteKnown: true, Recipient: strings.TrimSpace(l.Recipient.FirstName + " " + l.Recipient.LastName),
		Company: l.Recipient.Company, Location: l.Recipient.Location}
}

func readCorpus(t testing.TB) []labelled { return readLabels(t, "testdata/corpus.jsonl", 240) }

func readLabels(t testing.TB, path string, want int) []labelled {
	t.Helper()
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	var notes []labelled
	for lines := bufio.NewScanner(file); lines.Scan(); {
		var note labelled
		if err := json.Unmarshal(lines.Bytes(), &note); err != nil {
			t.Fatal(err)
		}
		notes = append(notes, note)
	}
	if len(notes) != want {
		t.Fatalf("%s has %d notes, want %d", path, len(notes), want)
	}
	return notes
}

// heldOut is the half of the corpus that the rules were never tuned on: notes
// with an odd FNV-1a hash of their id. Read scores of it, not its notes.
func heldOut(note labelled) bool {
	hash := fnv.New32a()
	hash.Write([]byte(note.ID))
	return hash.Sum32()%2 == 1
}

// shows reports whether people say that a note has a habit; not-specific is the opposite of a label, on
// notes that say something.
func (l *labelled) shows(habit string, n *Note) bool {
	if habit == "not-specific" {
		return n.Kind == Own && !l.Labels["specific"]
	}
	return l.Labels[strings.ReplaceAll(habit, "-", "_")]
}

// TestCorpus measures every habit on the half held out, in all languages. Floors stand a little below what
// was measured.
func TestCorpus(t *testing.T) {
	floors := map[string]float64{"default-message": 0.97, "over-length": 0.97, "premature-pitch": 0.93, "not-specific": 0.88, "hidden-intent": 0.87, "merge-error": 0.93}
	var notes []labelled
	for _, note := range readCorpus(t) {
		if heldOut(note) {
			notes = append(notes, note)
		}
	}
	scores, right := measure(notes)
	for i, habit := range All {
		t.Logf("%-15s %+v %.3f", habit.ID, scores[i], scores[i].F1())
		if habit.Corpus != scores[i] {
			t.Errorf("%s says %+v of itself, measured is %+v", habit.ID, habit.Corpus, scores[i])
		}
		if scores[i].F1() < floors[habit.ID] {
			t.Errorf("%s: F1 is %.3f, want at least %.2f", habit.ID, scores[i].F1(), floors[habit.ID])
		}
	}
	t.Logf("%d of %d notes wholly right", right, len(notes))
	if len(notes) != CorpusNotes || right < len(notes)*8/10 {
		t.Errorf("%d of %d notes are wholly right", right, len(notes))
	}
}

// measure judges notes, counts verdicts by habit, and the notes on which all are right.
func measure(notes []labelled) (scores []Score, right int) {
	scores = make([]Score, len(All))
	for _, note := range notes {
		n := NewNote(note.request())
		verdict, wholly := Judge(n), true
		for i, habit := range All {
			want, got := note.shows(habit.ID, n), verdict.Flagged.Has(i)
			scores[i].Add(want, got)
			wholly = wholly && want == got
		}
		if wholly {
			right++
		}
	}
	return scores, right
}

// TestUnseen measures the habits on notes of writers who were told to make them hard, half of the mixed ones excepted, and
// knew of no other notes. Nothing was learned from them, though gaps and stock texts that were missed in the first three
// sets were added later. Floors stand a little below what was measured. Those of the later notes also count broken
// letters and names in capitals as merge errors, which this program does not.
func TestUnseen(t *testing.T) {
	for _, set := range []struct {
		file   string
		notes  int
		right  float64 // share of notes on which all habits are right
		floors map[string]float64
	}{
		{"unseen.jsonl", 540, 0.87, map[string]float64{"default-message": 0.97, "over-length": 0.97, "premature-pitch": 0.92, "not-specific": 0.94, "hidden-intent": 0.87, "merge-error": 0.96}},
		{"unseen-later.jsonl", 430, 0.85, map[string]float64{"default-message": 0.97, "over-length": 0.97, "premature-pitch": 0.93, "not-specific": 0.89, "hidden-intent": 0.93, "merge-error": 0.92}},
		{"unseen-latest.jsonl", 760, 0.88, map[string]float64{"default-message": 0.97, "over-length": 0.97, "premature-pitch": 0.93, "not-specific": 0.94, "hidden-intent": 0.95, "merge-error": 0.96}},
		{"unseen-mixed.jsonl", 250, 0.94, map[string]float64{"default-message": 0.99, "over-length": 0.97, "premature-pitch": 0.95, "not-specific": 0.96, "hidden-intent": 0.95, "merge-error": 0.97}},
	} {
		notes := readLabels(t, "testdata/"+set.file, set.notes)
		scores, right := measure(notes)
		for i, habit := range All {
			t.Logf("%-15s %+v %.3f", habit.ID, scores[i], scores[i].F1())
			if scores[i].F1() < set.floors[habit.ID] {
				t.Errorf("%s: F1 is %.3f, want at least %.2f", habit.ID, scores[i].F1(), set.floors[habit.ID])
			}
		}
		t.Logf("%s: %d of %d notes wholly right", set.file, right, len(notes))
		if float64(right) < set.right*float64(len(notes)) {
			t.Errorf("%d of %d notes are wholly right", right, len(notes))
		}
	}
}

// index is a habit's place in All.
func index(t testing.TB, id string) int {
	t.Helper()
	for i, habit := range All {
		if habit.ID == id {
			return i
		}
	}
	t.Fatalf("no habit is called %s", id)
	return -1
}
