package habit

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"outreachaudit/audit/export"
)

// TestMemoryChangesNothing: notes are read alike with a memory that has read thousands of others, among them the same
// sentences with other names, as with one that knows nothing.
func TestMemoryChangesNothing(t *testing.T) {
	notes, err := ReadLabelled(os.DirFS("heldout"))
	if err != nil {
		t.Fatal(err)
	}
	var others []*export.Request
	for i, note := range notes {
		other := *note.Request
		first, _, _ := strings.Cut(other.Recipient, " ")
		other.Note = strings.NewReplacer(first, "Quendra", other.Company, "Vorbix Halm").Replace(other.Note)
		if others = append(others, &other); i%7 == 0 {
			others = append(others, note.Request)
		}
	}
	for range 3 {
		for _, other := range others {
			judged(other)
		}
	}
	known := map[*export.Request]string{}
	for i := 0; i < len(notes); i += 7 {
		known[notes[i].Request] = judged(notes[i].Request)
	}
	for request, want := range known {
		forgetAll(t)
		if got := judged(request); got != want {
			t.Errorf("%q is read as\n%s\nand with a memory as\n%s", request.Note, got, want)
		}
	}
}

// TestMemoryOfTwoLanguages: a sentence that notes of two languages have is read in the language of each.
func TestMemoryOfTwoLanguages(t *testing.T) {
	const shared = "Wegen Quorvex bzw. Halmit Vorbix in Trondheim."
	var notes []*export.Request
	for _, around := range []string{"I liked your talk about the old harbour and its cranes very much. %s Would be glad to hear more of it from you.",
		"Ihr Vortrag über den alten Hafen und seine Kräne hat mir sehr gefallen. %s Ich würde gern mehr davon von Ihnen hören."} {
		notes = append(notes, &export.Request{Note: fmt.Sprintf(around, shared), NoteKnown: true, Recipient: "Erika Lund"})
	}
	var want []string
	for _, note := range notes {
		forgetAll(t)
		want = append(want, judged(note))
	}
	forgetAll(t)
	for turn := range 40 {
		for i, note := range notes {
			if got := judged(note); got != want[i] {
				t.Fatalf("turn %d: %q is read as\n%s\nand alone as\n%s", turn, note.Note, got, want[i])
			}
		}
	}
}

// judged is all that is found in a note.
func judged(r *export.Request) string {
	n := NewNote(r)
	defer n.Release()
	return fmt.Sprint(Judge(n), n.Sentences, n.Characters, n.scores, n.Skeleton())
}

// forgetAll empties all memories, until the test ends.
func forgetAll(t *testing.T) {
	free, memories := spare.free, spare.memories
	t.Cleanup(func() { spare.free, spare.memories = free, memories })
	spare.free, spare.memories = nil, nil
}

// TestShapesDiffer: what was found in one sentence is not taken for another one's that the model reads otherwise.
func TestShapesDiffer(t *testing.T) {
	for _, pair := range [][2]string{
		{"We could have a call about mangoes.", "We could have a chat about mangoes."},
		{"You would like mangoes.", "You would like mangoes?"},
		{"I do not offer a job with mangoes.", "I do now offer a job with mangoes."},
		{"Thanks for your talk on mangoes.", "Thanks for my talk on mangoes."},
		{"We are hiring mango growers: a job for you.", "We are hiring mango growers, a job for you."},
		{"I liked the growing of it.", "I liked the grower of it."},
	} {
		request := func(note string) *export.Request {
			return &export.Request{Note: note, NoteKnown: true, Recipient: "Ana Ruiz"}
		}
		forgetAll(t)
		want := judged(request(pair[1]))
		forgetAll(t)
		first := ""
		for range 5 {
			first = judged(request(pair[0]))
		}
		if got := judged(request(pair[1])); got != want {
			t.Errorf("%q is read as\n%s\nand behind %q as\n%s", pair[1], want, pair[0], got)
		}
		if first == want {
			t.Errorf("%q and %q are read alike", pair[0], pair[1])
		}
	}
}
