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

func readCorpus(t testing.TB) []labelled {
	t.Helper()
	file, err := os.Open("testdata/corpus.jsonl")
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
	if len(notes) != 240 {
		t.Fatalf("the corpus has %d notes, want 240", len(notes))
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
	scores, right, all := make([]Score, len(All)), 0, 0
	for _, note := range readCorpus(t) {
		if !heldOut(note) {
			continue
		}
		n := NewNote(note.request())
		verdict, wholly := Judge(n), true
		for i, habit := range All {
			want, got := note.shows(habit.ID, n), verdict.Flagged.Has(i)
			scores[i].Add(want, got)
			wholly = wholly && want == got
		}
		if all++; wholly {
			right++
		}
	}
	for i, habit := range All {
		t.Logf("%-15s %+v %.3f", habit.ID, scores[i], scores[i].F1())
		if habit.Corpus != scores[i] {
			t.Errorf("%s says %+v of itself, measured is %+v", habit.ID, habit.Corpus, scores[i])
		}
		if scores[i].F1() < floors[habit.ID] {
			t.Errorf("%s: F1 is %.3f, want at least %.2f", habit.ID, scores[i].F1(), floors[habit.ID])
		}
	}
	t.Logf("%d of %d notes wholly right", right, all)
	if all != CorpusNotes || right < all*8/10 {
		t.Errorf("%d of %d notes are wholly right", right, all)
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
