package habit

import (
	"os"
	"strings"
	"testing"
	"time"

	"outreachaudit/audit/export"
)

// TestFirstMessages measures the habit on labelled first messages that nothing was learned from.
func TestFirstMessages(t *testing.T) {
	content, err := os.ReadFile("testdata/first-messages.notes")
	if err != nil {
		t.Fatal(err)
	}
	var got Score
	lines := strings.Split(strings.TrimSpace(string(content)), "\n")
	for _, line := range lines {
		label, words, _ := strings.Cut(line, " | ")
		message := export.Message{Text: strings.ReplaceAll(words, `\n`, "\n")}
		switch found := defaultRules.followed(&export.Request{Recipient: "Ana Ruiz"}, message, nil, nil); {
		case found.Pitches == export.NotKnown:
			t.Errorf("not judged: %s", words)
		case label == "pitch" && found.Pitches == export.Yes:
			got.Right++
			for _, e := range found.Evidence {
				if e.Start < 0 || e.End > len(message.Text) || e.Start >= e.End || e.Why == "" {
					t.Errorf("evidence %+v of %q", e, words)
				}
			}
		case label == "pitch":
			got.Missed++
			t.Logf("missed: %s", words)
		case found.Pitches == export.Yes:
			got.Unexpected++
			t.Logf("unexpected: %s", words)
		}
	}
	if len(lines) != FirstMessages || got != FastPitch.Corpus {
		t.Errorf("%d messages, %+v; the habit says %d, %+v", len(lines), got, FirstMessages, FastPitch.Corpus)
	}
}

var accepted = time.Date(2026, 1, 10, 12, 0, 0, 0, time.UTC)

// follow is an accepted request with messages so many hours after the acceptance.
func follow(note string, replies []float64, messages map[float64]string) *Note {
	at := func(hours float64) export.Moment {
		return export.Moment{At: accepted.Add(time.Duration(hours * float64(time.Hour)))}
	}
	f := &export.FollowUp{Accepted: at(0), Until: accepted.AddDate(0, 2, 0), Tells: export.Telling{Messages: true, Replies: true, Texts: true}, Written: export.No, Replied: export.No}
	for hours := range 10_000 {
		if words, ok := messages[float64(hours)]; ok {
			f.Own, f.Written = append(f.Own, export.Message{Moment: at(float64(hours)), Text: words}), export.Yes
		}
	}
	for _, hours := range replies {
		f.Replies, f.Replied = append(f.Replies, at(hours)), export.Yes
	}
	return NewNote(&export.Request{Note: note, NoteKnown: true, Outcome: export.Accepted, FollowUp: f})
}

// TestAfterRegistry holds the habits of messages to what those of notes are held to.
func TestAfterRegistry(t *testing.T) {
	for i, h := range AfterAcceptance {
		if !kebab.MatchString(h.ID) || h.Title == "" || h.Doc == "" || h.Mend == "" || banned.MatchString(h.Doc+h.Mend) {
			t.Errorf("%q: a name or a text is missing, or promises what data does not show", h.ID)
		}
		if bad := JudgeAfter(follow("", nil, map[float64]string{3: h.Bad})); !bad.Flagged.Has(i) || len(bad.Findings) == 0 {
			t.Errorf("%s does not flag its own bad message", h.ID)
		}
		good := follow("", nil, map[float64]string{3: h.Good})
		if verdict := JudgeAfter(good); verdict.Flagged != 0 || !verdict.Judged.Has(i) {
			t.Errorf("%s: the good message is flagged or not judged", h.ID)
		}
		if Judge(good).Judged.Has(len(All) + i) {
			t.Errorf("%s is judged of a note", h.ID)
		}
	}
	if len(Every()) != len(All)+len(AfterAcceptance) {
		t.Error("a habit is missing")
	}
}

const sale = "We're hiring a site manager in Leeds. Free for a quick call this week?"

func TestFastPitchSettings(t *testing.T) {
	slow := follow("", nil, map[float64]string{72: sale})
	if !JudgeAfter(slow).Flagged.Has(0) {
		t.Error("three days are no fast pitch")
	}
	for name, settings := range map[string]Settings{"two days": {RapportDays: 2}, "off": {Off: []string{"fast-pitch"}}} {
		rules, err := NewRules(settings)
		if err != nil {
			t.Fatal(err)
		}
		if verdict := JudgeAfter(rules.Note(slow.Request)); verdict.Flagged.Has(0) || verdict.Judged.Has(0) != (name == "two days") {
			t.Errorf("%s: %+v", name, verdict)
		}
		if rules.Fingerprint() == DefaultRules().Fingerprint() {
			t.Errorf("%s does not show in the fingerprint", name)
		}
	}
	if _, err := NewRules(Settings{RapportDays: -1}); err == nil {
		t.Error("a negative number of days is taken")
	}
}

// TestReasons: the words that show a fast pitch come with when it was sent.
func TestReasons(t *testing.T) {
	for hours, want := range map[float64]string{0: "within an hour", 1: "an hour", 20: "20 hours", 48: "2 days"} {
		verdict := JudgeAfter(follow("", nil, map[float64]string{hours: sale}))
		if len(verdict.Findings) == 0 || !strings.HasPrefix(verdict.Findings[0].Why, "pitches "+want+" after the acceptance, before any answer: it ") {
			t.Errorf("%v hours: %+v", hours, verdict.Findings)
		}
	}
}

// TestClaims: what a note promises is what is quoted beside the pitch that follows.
func TestClaims(t *testing.T) {
	for _, test := range []struct{ note, claim string }{
		{"Hi Bo, I'm expanding my network in logistics and always glad to meet like-minded people.", "expanding my network"},
		{"Hi Bo, this is not about a job, I simply enjoyed your talk on tide mills.", "not about a job"},
		{"Hi Bo, no role to offer, just a fan of your essay on eels.", "no role"},
		{"Hallo Bo, keine Stelle im Gepäck, Ihr Vortrag über Moorböden hat mir einfach gefallen.", "keine Stelle"},
		{"Hi Bo, I recruit site managers in Leeds and would like to follow your work.", ""},
		{"Hi Bo, your talk on tide mills was a treat.", ""},
		{sale, ""},
		{"", ""},
	} {
		n := follow(test.note, nil, map[float64]string{5: sale})
		var quoted []string
		for _, e := range n.After.Claims() {
			quoted = append(quoted, test.note[e.Start:e.End])
		}
		if all := strings.Join(quoted, " / "); !strings.Contains(all, test.claim) || (all == "") != (test.claim == "") {
			t.Errorf("%q claims %q, want %q", test.note, all, test.claim)
		}
		if n.After.PitchedUnasked() != export.Yes {
			t.Errorf("%q: the pitch is not found", test.note)
		}
	}
}

// TestLongMessages: an offer at the end of a letter is found, and its evidence lies where it stands.
func TestLongMessages(t *testing.T) {
	letter := strings.Repeat("Your essay on eels made our whole office laugh, and we read it twice. ", 40) + sale
	n := follow("", nil, map[float64]string{5: letter})
	if n.After.First.Pitches != export.Yes {
		t.Fatal("the offer is not found")
	}
	for _, e := range n.After.First.Evidence {
		if e.Start < len(letter)-len(sale) {
			t.Errorf("%q is shown", letter[e.Start:e.End])
		}
	}
	if short := follow("", nil, map[float64]string{5: strings.Repeat("Your essay on eels made our whole office laugh, and we read it twice. ", 40)}); short.After.First.Pitches != export.No {
		t.Error("a long letter without an offer pitches")
	}
}

// TestPartsGiveBack holds that a part of a long message that cannot be judged gives back the memory that it was read with.
func TestPartsGiveBack(t *testing.T) {
	english := strings.Repeat("I liked the talk you gave on how we all learn from what we see at work. ", 8)
	unread := strings.Repeat("Tämä kirje kertoo siitä mitä teimme kesällä mökillä järven rannalla yhdessä. ", 8)
	for range 2 {
		n := NewNote(&export.Request{Recipient: "Ana Ruiz", Note: "Hi Ana, a quick hello from me.", NoteKnown: true})
		m := n.memory()
		message := defaultRules.followed(n.Request, export.Message{Text: english + unread}, m, nil)
		if len(message.Note.parts()) < 2 || message.Pitches == export.NotKnown {
			t.Fatalf("the message is read as a whole, pitches %v", message.Pitches)
		}
		message.Note.Release()
		n.Release()
		if m.users != 0 {
			t.Fatalf("%d notes still hold the memory", m.users)
		}
	}
}
