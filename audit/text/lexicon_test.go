package text

import (
	"strings"
	"testing"
)

func lexiconLines(t *testing.T, name string) []string {
	t.Helper()
	content, err := lexiconFiles.ReadFile("lexicon/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(string(content), "\n")
}

// Unknown headings and broken phrases stop the program before any test, see
// TestBrokenLexicons; here it is what a reader of the files cannot see.
func TestLexicons(t *testing.T) {
	files, err := lexiconFiles.ReadDir("lexicon")
	if err != nil || len(files) < 8 {
		t.Fatalf("%d lexicons: %v", len(files), err)
	}
	for _, file := range files {
		seen := map[string]bool{}
		headings := map[string]bool{}
		heading := ""
		for number, line := range lexiconLines(t, file.Name()) {
			line = strings.TrimSpace(strings.SplitN(line, "//", 2)[0])
			switch {
			case line == "":
			case strings.HasPrefix(line, "["):
				if headings[line] {
					t.Errorf("%s:%d: %s stands twice", file.Name(), number+1, line)
				}
				heading, headings[line] = line, true
			case seen[heading+line]:
				t.Errorf("%s:%d: %q stands twice under %s", file.Name(), number+1, line, heading)
			default:
				seen[heading+line] = true
			}
		}
		for _, needed := range []string{"[words]", "[greetings]", "[sign-offs]"} {
			if !headings[needed] {
				t.Errorf("%s has no %s", file.Name(), needed)
			}
		}
	}
}

// A language that is judged has phrases of the plainest kinds, and those that take the force out of them: without a
// negation "no role to offer" would be an offer.
func TestSectionsAreComplete(t *testing.T) {
	for _, lexicon := range library().languages {
		for _, section := range []Section{Offer, Hiring, Call, Resume, Slot, Negation, Disclosure} {
			if lexicon.Has(section) != lexicon.HasIdeas() {
				t.Errorf("%s has %s and no ideas, or the other way round", lexicon.Language(), section)
			}
		}
	}
	if !English().Has(Offer) {
		t.Error("English has no phrases")
	}
	var none *Lexicon
	if none.Has(Offer) {
		t.Error("an unknown language has phrases")
	}
}

func TestBrokenLexicons(t *testing.T) {
	for content, want := range map[string]string{
		"[nonsense]\na":                    "no section",
		"[offer]\n(a|b":                    "never closed",
		"[offer]\na) b":                    "unexpected",
		"[offer]\na <thing>":               "no class",
		"[offer]\n~ a":                     "begins and ends",
		"[offer]\n(a)?":                    "matches nothing",
		"[spellings]\nim i am":             "equals sign",
		"[class job]\nrole/s\n[job]\n<jo>": "no class",
	} {
		err := newLibrary().read("xx", content)
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", content, err, want)
		}
	}
}
