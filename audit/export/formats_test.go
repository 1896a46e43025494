package export

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite golden files")

// Every format has a sample, named after it, and reads it as its golden file says.
func TestFormatsReadTheirSamples(t *testing.T) {
	samples, err := filepath.Glob("testdata/formats/*.csv")
	if err != nil || len(samples) == 0 {
		t.Fatalf("%d samples, error %v", len(samples), err)
	}
	shown := map[string]bool{}
	for _, sample := range samples {
		text, err := os.ReadFile(sample)
		if err != nil {
			t.Fatal(err)
		}
		s, err := inMemory(string(text))
		if err != nil {
			t.Errorf("%s: %v", sample, err)
			continue
		}
		id := s.table.mapping.format.ID
		shown[id] = true
		if !strings.HasPrefix(filepath.Base(sample), id) {
			t.Errorf("%s is taken for %s", sample, id)
		}
		golden := strings.TrimSuffix(sample, ".csv") + ".golden"
		got := understood(t, s)
		if *update {
			if err := os.WriteFile(golden, []byte(got), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil || got != string(want) {
			t.Errorf("%s (error %v):\ngot\n%s\nwant\n%s", sample, err, got, want)
		}
	}
	for _, format := range Formats {
		if !shown[format.ID] {
			t.Errorf("format %s has no sample in testdata/formats", format.ID)
		}
	}
}

// understood is a file as the reader takes it, in words.
func understood(t *testing.T, s *Source) string {
	t.Helper()
	var out strings.Builder
	fmt.Fprintf(&out, "%s, %s, %s, %s\n", s.table.mapping.format.ID, s.table.mapping.why, s.table.encoding, s.table.delimiterName())
	for _, column := range s.table.mapping.list(s.table.header) {
		if column.Field != "" {
			fmt.Fprintf(&out, "column %s: %s\n", column.Name, column.Field)
		}
	}
	if s.table.mapping.format.Role != requests {
		return out.String()
	}
	if err := s.Survey(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	fmt.Fprintf(&out, "dates %s, acceptance %s: %s\n", s.Info.DateOrder, s.Info.Acceptance, s.Info.AcceptanceWhy)
	for _, warning := range s.Info.Warnings {
		fmt.Fprintf(&out, "warning %s\n", warning)
	}
	for _, item := range readAll(t, s) {
		switch r := item.Request; {
		case item.Skip != "":
			fmt.Fprintf(&out, "left out: %s\n", item.Skip)
		case item.Problem != nil:
			fmt.Fprintf(&out, "line %d: %s\n", item.Problem.Line, item.Problem.Code)
		default:
			fmt.Fprintf(&out, "line %d: %s\n", r.Line, strings.Join([]string{
				r.ID, r.Recruiter, r.Recipient, r.RecipientProfile, r.Company, r.Title, r.Location, r.Sent.Format("2006-01-02T15:04:05Z07:00"),
				r.Outcome.String(), r.Accepted.Format("2006-01-02"), r.Note,
			}, " | "))
		}
	}
	return out.String()
}

func TestFormatsAreSound(t *testing.T) {
	ids := map[string]bool{}
	for _, format := range Formats {
		if ids[format.ID] || format.Doc == "" || len(format.Required) == 0 {
			t.Errorf("format %q: id twice, no doc, or nothing required", format.ID)
		}
		ids[format.ID] = true
		for _, group := range format.Marks {
			for _, mark := range group {
				if mark != foldHeader(mark) {
					t.Errorf("%s: mark %q is not folded", format.ID, mark)
				}
			}
		}
		owner := map[string]Field{}
		for field, aliases := range format.Headers {
			if !slices.Contains(Fields, field) {
				t.Errorf("%s: %q is no field", format.ID, field)
			}
			for _, alias := range aliases {
				if alias != foldHeader(alias) {
					t.Errorf("%s: alias %q is not folded", format.ID, alias)
				}
				if other, taken := owner[alias]; taken {
					t.Errorf("%s: alias %q means %s and %s", format.ID, alias, field, other)
				}
				owner[alias] = field
			}
		}
	}
}

// A word in two lists would mean one thing on one run and another on the next.
func TestWordsMeanOneThing(t *testing.T) {
	for _, lists := range []map[Outcome][]string{statusLists, answerLists} {
		meaning := map[string]Outcome{}
		for outcome := Unknown; outcome <= neverSent; outcome++ {
			for _, word := range lists[outcome] {
				if word != foldHeader(word) {
					t.Errorf("status word %q is not folded", word)
				}
				if other, taken := meaning[word]; taken {
					t.Errorf("status word %q means %s and %s", word, other, outcome)
				}
				meaning[word] = outcome
			}
		}
	}
	for word := range totalWords {
		if word != foldHeader(word) {
			t.Errorf("word for a total %q is not folded", word)
		}
	}
	for _, names := range months {
		for _, name := range names {
			if name != foldHeader(name) || monthOf(name) == 0 {
				t.Errorf("month %q is not folded, or is none", name)
			}
		}
	}
}
