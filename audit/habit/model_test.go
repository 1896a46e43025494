package habit

import (
	"os"
	"strings"
	"testing"

	"outreachaudit/audit/export"
	"outreachaudit/audit/text"
)

func training(t testing.TB) []Labelled {
	t.Helper()
	notes, err := ReadLabelled(os.DirFS("training"))
	if err != nil {
		t.Fatal(err)
	}
	return notes
}

// TestWeightsAreUpToDate fails where the training notes or the ideas have changed since the model was learned.
func TestWeightsAreUpToDate(t *testing.T) {
	notes := training(t)
	if want := TrainingDigest(notes); !strings.Contains(weightsFile, "// Training: "+want+"\n") {
		t.Error("weights.txt was learned from other notes or ideas: run make model")
	}
}

// TestLanguages holds that notes are taken for the language that they are written in.
func TestLanguages(t *testing.T) {
	wrong, all := 0, 0
	for _, note := range training(t) {
		if strings.HasPrefix(note.Place, "corpus") {
			continue
		}
		all++
		language := "none"
		if lexicon := NewNote(note.Request).Lexicon; lexicon != nil {
			language = lexicon.Language()
		}
		if language != note.Place[:2] {
			wrong++
			t.Logf("%s: %s: %s", note.Place, language, note.Request.Note)
		}
	}
	if wrong*100 > all {
		t.Errorf("%d of %d notes are taken for another language", wrong, all)
	}
}

// TestEvidenceOfTheModel holds that every flag shows words, within one sentence each, on borders of words.
func TestEvidenceOfTheModel(t *testing.T) {
	shown := 0
	for _, labelled := range training(t) {
		n := NewNote(labelled.Request)
		if !isRead(n) {
			continue
		}
		for _, habit := range []*Habit{&PrematurePitch, &NotSpecific, &HiddenIntent} {
			for _, e := range habit.Judge(n) {
				if e.Why == "" || habit != &NotSpecific && e.Start == e.End {
					t.Errorf("%s: %s shows no words or no reason: %s", labelled.Place, habit.ID, n.Note)
				}
				if e.Start < 0 || e.End > len(n.Note) || strings.TrimSpace(n.Note[e.Start:e.End]) != n.Note[e.Start:e.End] {
					t.Errorf("%s: %s shows %d to %d: %s", labelled.Place, habit.ID, e.Start, e.End, n.Note)
				}
				shown++
			}
		}
	}
	if shown < 500 {
		t.Errorf("only %d pieces of evidence", shown)
	}
}

func TestBrokenTrainingNotes(t *testing.T) {
	for _, line := range []string{"p | only two", "x | A B | note", " | A | b"} {
		folder := t.TempDir()
		if err := os.WriteFile(folder+"/en.notes", []byte(line+"\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := ReadLabelled(os.DirFS(folder)); err == nil || !strings.Contains(err.Error(), "en.notes:1") {
			t.Errorf("%q: %v", line, err)
		}
	}
}

// TestHeldOut holds what the model is good for: notes that nothing was learned from. The floors are where a
// flag would no longer be worth reading.
func TestHeldOut(t *testing.T) {
	notes, err := ReadLabelled(os.DirFS("heldout"))
	if err != nil || len(notes) == 0 {
		t.Fatal(len(notes), err)
	}
	learned := map[string]bool{}
	for _, note := range training(t) {
		learned[note.Request.Note] = true
	}
	for _, note := range notes {
		if learned[note.Request.Note] {
			t.Errorf("%s was learned from: %s", note.Place, note.Request.Note)
		}
	}
	var sum Validated
	for language, measured := range Measure(notes) {
		t.Logf("%s: %d of %d notes wholly right", language, measured.AllRight, measured.Notes)
		sum.Notes, sum.AllRight = sum.Notes+measured.Notes, sum.AllRight+measured.AllRight
		sum.Pitch, sum.Hidden, sum.Specific = sum.Pitch.plus(measured.Pitch), sum.Hidden.plus(measured.Hidden), sum.Specific.plus(measured.Specific)
	}
	t.Logf("pitch %.3f, hidden intent %.3f, specific %.3f, wholly right %d of %d", sum.Pitch.F1(), sum.Hidden.F1(), sum.Specific.F1(), sum.AllRight, sum.Notes)
	if sum.Pitch.F1() < 0.9 || sum.Hidden.F1() < 0.88 || sum.Specific.F1() < 0.89 || sum.AllRight*5 < sum.Notes*4 {
		t.Error("the model does worse than it may on notes that it was not learned from")
	}
}

func (s Score) plus(other Score) Score {
	return Score{s.Right + other.Right, s.Unexpected + other.Unexpected, s.Missed + other.Missed}
}

// TestOpeningNames: notes that open with a name open with that of their reader, so hardly any may seem to call another.
func TestOpeningNames(t *testing.T) {
	notes := training(t)
	var others []string
	for _, note := range notes {
		if n := NewNote(note.Request); n.Kind == Own && text.Greeting(n.Tokens) == 0 {
			if e, ok := n.callsAnother(); ok {
				others = append(others, note.Place+" "+e.Why)
			}
		}
	}
	if len(others) > len(notes)/1000 {
		t.Errorf("%d of %d notes seem to call somebody else: %q", len(others), len(notes), others)
	}
	n := NewNote(&export.Request{Note: "Camilla, could you make an interview in Lund?", NoteKnown: true, Recipient: "Erika Lund"})
	if found := MergeError.Judge(n); len(found) != 1 || found[0].Why != `greets "Camilla", but goes to Erika Lund` {
		t.Errorf("%+v", found)
	}
	t.Log(len(others), others)
}
