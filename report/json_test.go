package report

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"time"

	"outreachaudit/audit"
	"outreachaudit/audit/export"
	"outreachaudit/audit/habit"
	"outreachaudit/audit/tally"
)

func writeJSON(t *testing.T, result *audit.Result) string {
	t.Helper()
	var out bytes.Buffer
	if err := WriteJSON(&out, result, testRun); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestJSONKeepsItsContract(t *testing.T) {
	result := usual()
	result.Recruiters, result.Months = result.Recruiters[4:], result.Months[6:]
	golden(t, "usual.json", writeJSON(t, result))
}

// What is not known is null, and what is a list is a list even without entries.
func TestJSONOfUnknownAcceptance(t *testing.T) {
	for name, result := range map[string]*audit.Result{"unknown": unknownAcceptance(), "empty": empty()} {
		var doc map[string]any
		if err := json.Unmarshal([]byte(writeJSON(t, result)), &doc); err != nil {
			t.Fatal(err)
		}
		team := doc["team"].(map[string]any)
		for _, field := range []string{"rate", "lo", "hi"} {
			if value, ok := team[field]; !ok || value != nil {
				t.Errorf("%s: team.%s is %v, want null", name, field, value)
			}
		}
		for _, field := range []string{"habits", "recruiters", "months", "warnings", "sources", "kinds", "ignored"} {
			if _, ok := doc[field].([]any); !ok {
				t.Errorf("%s: %s is %v, want a list", name, field, doc[field])
			}
		}
		for _, field := range []string{"skipped", "quarantined"} {
			if _, ok := doc["accounting"].(map[string]any)[field].(map[string]any); !ok {
				t.Errorf("%s: accounting.%s is no object", name, field)
			}
		}
	}
}

// addLine writes one request and reads it back.
func addLine(t *testing.T, j *audit.Judged) (line string, fields map[string]any) {
	t.Helper()
	var out bytes.Buffer
	lines := NewRequestLines(&out)
	if err := errors.Join(lines.Add(j), lines.Flush()); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(out.Bytes(), &fields); err != nil {
		t.Fatalf("%v in %s", err, out.String())
	}
	return out.String(), fields
}

func TestRequestLine(t *testing.T) {
	j := &audit.Judged{
		Note: &habit.Note{
			Request: &export.Request{
				ID: "7", Source: "a.csv", Line: 3, Recruiter: "Ana <Ruiz>", Recipient: "Bo", Note: "Grüß dich,\nquick call?", NoteKnown: true,
				Sent: time.Date(2026, 3, 1, 23, 30, 0, 0, time.UTC), Outcome: export.Accepted,
			},
			Kind: habit.Own, Characters: 22,
		},
		Verdict: habit.Verdict{
			Judged: habit.Set(0).With(0).With(1), Flagged: habit.Set(0).With(0),
			Findings: []habit.Finding{{Habit: 0, Evidence: habit.Evidence{Start: 13, End: 23, Why: "asks for a call"}}},
		},
		Standing: tally.Young,
	}
	line, _ := addLine(t, j)
	var verdicts []string
	for i, h := range habit.Every() {
		value := "null"
		if i < 2 {
			value = []string{"true", "false"}[i]
		}
		verdicts = append(verdicts, `"`+h.ID+`":`+value)
	}
	want := `{"id":"7","source":"a.csv","line":3,"recruiter":"Ana <Ruiz>","recipient":"Bo","sent":"2026-03-01","outcome":"accepted",` +
		`"standing":"young","mature":false,"kind":"own words","note":"Grüß dich,\nquick call?","sentences":0,"chars":22,` +
		`"habits":{` + strings.Join(verdicts, ",") + `},"evidence":[{"habit":"` + habit.All[0].ID + `","start":13,"end":23,"text":"quick call","why":"asks for a call"}],"follow_up":null}` + "\n"
	if line != want {
		t.Errorf("got  %s\nwant %s", line, want)
	}
}

func TestRequestLineOfWhatIsNotKnown(t *testing.T) {
	_, fields := addLine(t, &audit.Judged{Note: &habit.Note{Request: &export.Request{Source: "a.csv"}}, Standing: tally.Undated})
	for _, field := range []string{"id", "recipient", "sent", "outcome", "note", "sentences", "chars"} {
		if value, ok := fields[field]; !ok || value != nil {
			t.Errorf("%s is %v, want null", field, value)
		}
	}
	if evidence, ok := fields["evidence"].([]any); !ok || len(evidence) != 0 {
		t.Errorf("evidence is %v, want an empty list", fields["evidence"])
	}
}

func TestRequestLinesAreLines(t *testing.T) {
	var out bytes.Buffer
	lines := NewRequestLines(&out)
	result := hostile()
	for _, j := range result.Flagged.All() {
		known := *j
		known.Findings = nil
		if err := lines.Add(&known); err != nil {
			t.Fatal(err)
		}
	}
	if err := lines.Flush(); err != nil {
		t.Fatal(err)
	}
	all := strings.Split(strings.TrimSuffix(out.String(), "\n"), "\n")
	if len(all) != result.Flagged.Len() {
		t.Fatalf("%d lines, want %d", len(all), result.Flagged.Len())
	}
	for _, line := range all {
		if !json.Valid([]byte(line)) {
			t.Errorf("not JSON: %.100s", line)
		}
	}
}

type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, errors.New("no space left") }

func TestRequestLinesTellOfAFullDisk(t *testing.T) {
	lines := NewRequestLines(fullDisk{})
	var err error
	one := &audit.Judged{Note: &habit.Note{Request: &export.Request{Source: "a.csv"}}}
	for range maxLines / 100 {
		err = errors.Join(err, lines.Add(one))
	}
	if err == nil {
		t.Error("Add wrote more than it gathers, and told of nothing")
	}
	last := NewRequestLines(fullDisk{})
	if err := last.Add(one); err != nil {
		t.Fatal(err)
	}
	if last.Flush() == nil {
		t.Error("Flush told of nothing")
	}
}

func TestSummaryForTheTerminal(t *testing.T) {
	for name, result := range map[string]*audit.Result{"usual": usual(), "unknown": unknownAcceptance(), "empty": empty()} {
		var out bytes.Buffer
		if err := WriteSummary(&out, result, "report.xlsx"); err != nil {
			t.Fatal(err)
		}
		golden(t, name+".terminal", out.String())
	}
}

func TestTerminalGetsNoControlCharacters(t *testing.T) {
	result := usual()
	hidden := *result.Habits[0].Habit
	hidden.Title = "Title\x1b[2J\u202e\r\nnext"
	result.Habits[0].Habit = &hidden
	result.Accounting.Skipped["why\x07"] = 1
	var out bytes.Buffer
	if err := WriteSummary(&out, result, "a\x1b]0;owned\x07.xlsx"); err != nil {
		t.Fatal(err)
	}
	if i := strings.IndexFunc(out.String(), func(r rune) bool { return r != '\n' && forbidden(r) }); i >= 0 {
		t.Errorf("control character in %q", out.String()[max(0, i-20):i+5])
	}
	if strings.Contains(out.String(), "\nnext") {
		t.Error("a title breaks the line")
	}
	if err := WriteSummary(fullDisk{}, result, "x"); err == nil {
		t.Error("a full disk is no error")
	}
}
