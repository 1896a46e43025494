package habit

import (
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"outreachaudit/audit/export"
)

func own(note string) *Note { return NewNote(&export.Request{Note: note, NoteKnown: true}) }

// TestNotes judges every note of testdata/<habit>.notes by the rules of that
// habit. Notes stand apart by blank lines, behind the recipient's name and
// " | " where it matters, \n is a line break, and [[ ]] marks the evidence:
// what is marked must be found, and nothing else.
func TestNotes(t *testing.T) {
	for id, rules := range map[string]func(*Note) []Evidence{
		"default-message": DefaultMessage.Judge, "over-length": OverLength.Judge, "merge-error": MergeError.Judge, "premature-pitch": (*Note).ruled,
	} {
		t.Run(id, func(t *testing.T) {
			content, err := os.ReadFile("testdata/" + id + ".notes")
			if err != nil {
				t.Fatal(err)
			}
			notes := strings.Split(strings.TrimSpace(string(content)), "\n\n")
			if len(notes) < 20 {
				t.Errorf("only %d notes", len(notes))
			}
			for _, marked := range notes {
				marked = strings.ReplaceAll(strings.TrimSpace(marked), `\n`, "\n")
				recipient, marked, named := strings.Cut(marked, " | ")
				if !named {
					recipient, marked = "", recipient
				}
				note := NewNote(&export.Request{Note: unmark(marked), NoteKnown: true, Recipient: recipient})
				if !All[index(t, id)].Applies(note) {
					t.Errorf("not judged: %s", marked)
					continue
				}
				if got := mark(note.Note, rules(note)); got != marked {
					t.Errorf("want %s\n got %s", marked, got)
				}
			}
		})
	}
}

func unmark(marked string) string { return strings.NewReplacer("[[", "", "]]", "").Replace(marked) }

// mark is a note with its evidence marked; evidence comes in order and apart.
func mark(note string, evidence []Evidence) string {
	for i := len(evidence) - 1; i >= 0; i-- {
		e := evidence[i]
		note = note[:e.Start] + "[[" + note[e.Start:e.End] + "]]" + note[e.End:]
	}
	return note
}

var (
	kebab  = regexp.MustCompile(`^[a-z]+(-[a-z]+)*$`)
	banned = regexp.MustCompile(`(?i)\b(raised|caused?|causes|costs|lost|would gain|because of|impact|effect|uplift|drives)\b`)
)

func TestRegistry(t *testing.T) {
	if len(All) > 64 {
		t.Errorf("%d habits do not fit a Set", len(All))
	}
	seen := map[string]bool{}
	for i, habit := range All {
		if !kebab.MatchString(habit.ID) || seen[habit.ID] {
			t.Errorf("%q is no name or is used twice", habit.ID)
		}
		seen[habit.ID] = true
		for _, shown := range []string{habit.Title, habit.Doc, habit.Mend, habit.Bad, habit.Good} {
			if shown == "" || banned.MatchString(shown) {
				t.Errorf("%s: %q is empty or promises what data does not show", habit.ID, shown)
			}
		}
		bad := own(habit.Bad)
		bad.Copies = BulkCopies // by itself no note is one of many
		if !Judge(bad).Flagged.Has(i) {
			t.Errorf("%s does not flag its own bad note", habit.ID)
		}
		good := own(habit.Good)
		good.Copies = 1
		if verdict := Judge(good); verdict.Flagged != 0 || !verdict.Judged.Has(i) {
			t.Errorf("%s: the good note is flagged or not judged: %+v", habit.ID, verdict)
		}
	}
}

func TestJudged(t *testing.T) {
	all := []string{"default-message", "over-length", "premature-pitch", "not-specific", "hidden-intent", "merge-error"}
	known, other := all, []string{"default-message", "over-length", "merge-error"}
	for _, test := range []struct {
		name   string
		note   string
		hidden bool // the export has no notes
		kind   Kind
		judged []string
	}{
		{"not exported", "", true, NotExported, nil},
		{"empty", "", false, Blank, all[:1]},
		{"spaces", " \t\n ", false, Blank, all[:1]},
		{"no-break, zero width and byte order marks", "\u00a0\u200b\ufeff\u200d\u2060", false, Blank, all[:1]},
		{"stock", "I'd like to add you to my professional network on LinkedIn.", false, Stock, []string{"default-message", "merge-error"}},
		{"own", "Your talk on eels was great.", false, Own, known},
		{"short", "Hi Ana!", false, Own, known},
		{"emoji only", "👋", false, Own, known},
		{"German", "Hallo Ana, wir suchen einen Entwickler für ein Projekt in Köln.", false, Own, known},
		{"Swedish", "Hej Ana, jag såg din profil och vill gärna ha med dig i mitt nätverk.", false, Own, other},
		{"Russian", "Здравствуйте, у нас есть вакансия для вас.", false, Own, other},
		{"Japanese", "はじめまして。ぜひつながりたいです。", false, Own, other},
		{"Hungarian", "Kedves Ana, szeretném felvenni önt kapcsolataim közé, mert nagyon érdekesnek tartom munkáját.", false, Own, other},
	} {
		t.Run(test.name, func(t *testing.T) {
			note := NewNote(&export.Request{Note: test.note, NoteKnown: !test.hidden})
			if note.Kind != test.kind {
				t.Errorf("kind %d, want %d", note.Kind, test.kind)
			}
			verdict := Judge(note)
			for i, habit := range All {
				if want := contains(test.judged, habit.ID); verdict.Judged.Has(i) != want {
					t.Errorf("%s judged: %v, want %v", habit.ID, !want, want)
				}
			}
			if verdict.Flagged&^verdict.Judged != 0 {
				t.Errorf("flagged without being judged: %+v", verdict)
			}
		})
	}
}

func contains(all []string, one string) bool {
	for _, s := range all {
		if s == one {
			return true
		}
	}
	return false
}

// TestNoWordsNoPretext: a flag rests on words; a greeting and a picture are none.
func TestNoWordsNoPretext(t *testing.T) {
	for _, note := range []string{"👋", "Hallo Anna 😊", "Guten Tag Frau Meier 👋", "Happy Friday! 🎉", "🙏", "\xff"} {
		verdict := Judge(NewNote(&export.Request{Note: note, NoteKnown: true, Recipient: "Anna Meier"}))
		for _, f := range verdict.Findings {
			if All[f.Habit] == &HiddenIntent && f.End <= f.Start {
				t.Errorf("%q hides its intent in no words", note)
			}
		}
	}
}

func TestBlankAndStockSayWhy(t *testing.T) {
	for note, want := range map[string]string{
		"":       "has no note",
		"\u00a0": "has no note",
		"I'd like to add you to my professional network on LinkedIn.": "is LinkedIn's stock text",
	} {
		findings := Judge(own(note)).Findings
		if len(findings) != 1 || findings[0].Why != want {
			t.Errorf("%q: %+v, want %q", note, findings, want)
		}
	}
}

func TestLengthSaysBothNumbers(t *testing.T) {
	for _, test := range []struct {
		note, want string
	}{
		{"One a. Two b. Three c. Four d. Five e.", "has 5 sentences; 3 is the limit"},
		{strings.Repeat("a", 301), "has 301 characters; 300 is the limit"},
		{strings.Repeat("😀", 150) + "ab", "has 302 characters; 300 is the limit"},
		{strings.Repeat("Abc de. ", 40), "has 40 sentences and 319 characters; the limits are 3 and 300"},
	} {
		findings := OverLength.Judge(own(test.note))
		if len(findings) != 1 || findings[0].Why != test.want {
			t.Errorf("%q: %+v, want %q", test.note, findings, test.want)
		}
	}
	for _, note := range []string{strings.Repeat("a", 300), " \n" + strings.Repeat("😀", 149) + "ab\u00a0 "} {
		if findings := OverLength.Judge(own(note)); findings != nil {
			t.Errorf("300 characters are flagged: %+v", findings)
		}
	}
}

func TestReasonsFitTheWords(t *testing.T) {
	for note, want := range map[string]string{
		"Ana, https://calendly.com/tom is where I am.":        "links to a calendar",
		"Ana, look at acme.com/careers/baker first.":          "links to a job",
		"Ana, see www.acme.com/eels for the paper.":           "",
		"Ana, write to jobs@acme.com for the paper.":          "",
		"Please send your CV to Ana.":                         "asks for a CV",
		"Are you free for a call?":                            "asks for a call",
		"We provide welders to plants.":                       "sells a service",
		"I have a role in Leeds.":                             "offers a job",
		"I do not have a role in Leeds.":                      "",
		"I don't have much time, but I have a role in Leeds.": "offers a job",
		"I'm not writing about a role, job or opportunity.":   "",
		"Not a salesman here, we have a role in Leeds.":       "offers a job",
		"Congrats on the new role in Leeds!":                  "",
		"Anna's job in Leeds sounds fun, says your sister.":   "",
		"The salary is £65k.":                                 "names what a job pays",
		"You raised £65k for the hospice.":                    "",
		"I'd be keen to hear more about your work on eels.":   "",
		"Keen to hear more about what we have?":               "asks whether the reader wants to hear more",
		"I recruit data engineers for roles in Leeds.":        "",
		"I'd be glad to stay in touch for future roles.":      "",
	} {
		got := ""
		if found := PrematurePitch.Judge(own(note)); len(found) > 0 {
			got = found[0].Why
		}
		if got != want {
			t.Errorf("%q: %q, want %q", note, got, want)
		}
	}
}

func TestRulesChangeWithNothingElse(t *testing.T) {
	if first, second := DefaultRules().Fingerprint(), DefaultRules().Fingerprint(); first != second || len(first) != 12 {
		t.Errorf("fingerprints %q and %q", first, second)
	}
}

// TestHugeNotes keeps broken exports from taking forever: judging is not quadratic.
func TestHugeNotes(t *testing.T) {
	for _, unit := range []string{"a.B", "not a role ", "http://x.yz/a.B ", "Tom\n", "e.g. ", "  A b"} {
		start := time.Now()
		Judge(own(strings.Repeat(unit, 100_000)))
		if took := time.Since(start); took > 10*time.Second {
			t.Errorf("%q a hundred thousand times took %v", unit, took)
		}
	}
}

// FuzzJudge checks that evidence slices the note on rune borders, in order by
// habit, whatever the note.
func FuzzJudge(f *testing.F) {
	for _, note := range []string{"", "Hi Ana, we're hiring. £85k 🚀 https://calendly.com/x", "I’d like to add you to my professional network", "\xff\xfe role", "ﬁ\u0301 CV?",
		"!!!!", "\x00\xff", "- a\n- b\n- c\n- d", strings.Repeat("!", 400), strings.Repeat("👍 ", 200), strings.Repeat(". ", 200), strings.Repeat("é", 301)} {
		f.Add(note)
	}
	f.Fuzz(func(t *testing.T, note string) {
		verdict := Judge(own(note))
		for i, finding := range verdict.Findings {
			if finding.Start < 0 || finding.End < finding.Start || finding.End > len(note) {
				t.Fatalf("%+v is outside of %q", finding, note)
			}
			if !border(note, finding.Start) || !border(note, finding.End) {
				t.Fatalf("%+v splits a rune of %q", finding, note)
			}
			if finding.Why == "" || banned.MatchString(finding.Why) {
				t.Fatalf("%+v has no reason, or one that promises", finding)
			}
			if i > 0 && verdict.Findings[i-1].Habit == finding.Habit && verdict.Findings[i-1].Start > finding.Start {
				t.Fatalf("out of order: %+v", verdict.Findings)
			}
		}
	})
}

// border reports whether no valid rune of s reaches over byte at.
func border(s string, at int) bool {
	if at == 0 || at >= len(s) || utf8.RuneStart(s[at]) {
		return true
	}
	for start := at - 1; start >= 0 && at-start < utf8.UTFMax; start-- {
		if utf8.RuneStart(s[start]) {
			r, size := utf8.DecodeRuneInString(s[start:])
			return r == utf8.RuneError || start+size <= at
		}
	}
	return true
}

// TestPastedDetail holds that a detail is no detail where one recruiter sent it to many, unless something
// about the reader was filled in.
func TestPastedDetail(t *testing.T) {
	for _, test := range []struct {
		note    string
		copies  int
		flagged bool
	}{
		{"Hi Maya, your talk on newsletters was the best hour of my week, Maya. I recruit marketers.", 1, false},
		{"Hi Maya, your talk on newsletters was the best hour of my week, Maya. I recruit marketers.", BulkCopies, true},
		{"Hi Maya, your talk at MailCon on newsletters was the best hour of my week. I recruit marketers.", BulkCopies, false},
		{"Hi Maya, your talk on newsletters was the pride of Brightwave, I hear. I recruit marketers.", BulkCopies, false},
	} {
		n := NewNote(&export.Request{Note: test.note, NoteKnown: true, Recipient: "Maya Chen", Company: "Brightwave Ltd"})
		n.Copies = test.copies
		if flagged := len(judgeNotSpecific(n)) > 0; flagged != test.flagged {
			t.Errorf("%d copies of %q: not specific is %v", test.copies, test.note, flagged)
		}
	}
}

// FuzzMemory holds that a note is read alike whether its passages were read before or not, and whoever they went to.
func FuzzMemory(f *testing.F) {
	for _, note := range []string{"Hi Ana, I loved your talk at Acme. Are you open to a call? Best, Tom", "Hi Ana. Two things:\n• one\nTwo. Thanks!", "Acme Acme. Ana Acme! Ana?\n Acme",
		"Hallo Ana! Wir suchen Leute aus Berlin. Hast du Lust", "ANA, No. 5 is. Is it? it is.Is", "Dear Ana, Greetings for the day! Go. Rust."} {
		f.Add(note, "Ana Acme", "Acme Go Inc")
	}
	f.Fuzz(func(t *testing.T, note, name, company string) {
		read := func(name, company string) string {
			n := NewNote(&export.Request{Note: note, NoteKnown: true, Recipient: name, Company: company, Location: "Berlin"})
			defer n.Release()
			return fmt.Sprint(Judge(n), n.Sentences, n.Characters, n.scores, n.Skeleton(), n.Template())
		}
		first := read(name, company)
		for range 3 {
			read("", "")
			if again := read(name, company); again != first {
				t.Fatalf("%q is read as\n%s\nand then as\n%s", note, first, again)
			}
		}
	})
}

// TestSharedMemory holds that the messages after a note leave it as it was: they are read with its memory, and one in
// another language reads the passages in its own way that they have in common.
func TestSharedMemory(t *testing.T) {
	const common = "We have an open role for you."
	at := time.Date(2026, 1, 5, 9, 0, 0, 0, time.UTC)
	note := export.Request{NoteKnown: true, Recipient: "Ana Ruiz", Outcome: export.Accepted,
		Note: "Hi Ana, thanks for the talk on what we should all learn. " + common + " They would like to hear more from you."}
	read := func(messages ...string) string {
		request := note
		request.FollowUp = &export.FollowUp{Accepted: export.Moment{At: at}, Written: export.Yes, Until: at.AddDate(0, 1, 0)}
		for _, text := range messages {
			request.FollowUp.Own = append(request.FollowUp.Own, export.Message{Moment: export.Moment{At: at}, Text: text})
		}
		n := NewNote(&request)
		defer n.Release()
		return fmt.Sprint(Judge(n), n.Sentences, n.scores, n.Skeleton())
	}
	alone := read()
	german := "Hallo Ana, wir haben uns sehr gefreut, dass wir dich dort gesehen haben. " + common + " Die beiden haben auch zugehört und lassen dich schön grüßen."
	for i := range 10 {
		if i == 5 { // in room that nothing was read in, with a memory that knows it all
			spare.free = nil
		}
		for _, message := range []string{german, note.Note} {
			if with := read(message); with != alone {
				t.Fatalf("read as\n%s\nwithout messages, and with one as\n%s", alone, with)
			}
		}
	}
}
