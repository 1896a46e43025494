package report

import (
	"bytes"
	"context"
	"encoding/json"
	"strings"
	"testing"

	"outreachaudit/audit"
)

// namesIn are the full names of recruiters and recipients of the samples, and the words of recruiters' names that are
// not words of the language.
func namesIn(t *testing.T) (recruiters, recipients map[string]bool) {
	t.Helper()
	recruiters, recipients = map[string]bool{}, map[string]bool{}
	_, err := audit.Run(context.Background(), audit.Options{Paths: []string{"../samples"}, MaturityDays: 30, Each: func(j *audit.Judged) error {
		recruiters[j.Recruiter] = true
		if strings.Contains(j.Recipient, " ") {
			recipients[j.Recipient] = true
		}
		return nil
	}})
	if err != nil {
		t.Fatal(err)
	}
	for name := range recruiters {
		for word := range strings.FieldsFuncSeq(name, func(r rune) bool { return r == ' ' || r == '-' }) {
			recruiters[word] = true
		}
	}
	if len(recruiters) < 20 || len(recipients) < 1000 {
		t.Fatalf("%d names of recruiters, %d of recipients", len(recruiters), len(recipients))
	}
	return recruiters, recipients
}

// everything is all that is written of a run: every part of the workbook, JSON, requests and terminal.
func everything(t *testing.T, o audit.Options) map[string]string {
	t.Helper()
	var lines, table, document, terminal bytes.Buffer
	if !o.TeamOnly {
		asLines, asTable := NewRequestLines(&lines), NewRequestTable(&table)
		o.Each = func(j *audit.Judged) error {
			if err := asLines.Add(j); err != nil {
				return err
			}
			return asTable.Add(j)
		}
		defer asLines.Flush()
		defer asTable.Flush()
	}
	o.Paths, o.MaturityDays, o.MaxFlagged = []string{"../samples"}, 30, 100_000
	result, err := audit.Run(context.Background(), o)
	if err != nil {
		t.Fatal(err)
	}
	all := parts(t, writeBook(t, Sheets(result, testRun)))
	if err := WriteJSON(&document, result, testRun); err != nil {
		t.Fatal(err)
	}
	if err := WriteSummary(&terminal, result, "report.xlsx"); err != nil {
		t.Fatal(err)
	}
	all["JSON"], all["requests"], all["table"], all["terminal"] = document.String(), lines.String(), table.String(), terminal.String()
	return all
}

// nobodyIsNamed looks for all names in all that is written.
func nobodyIsNamed(t *testing.T, all map[string]string, lists ...map[string]bool) {
	t.Helper()
	for part, content := range all {
		for _, names := range lists {
			for name := range names {
				if strings.Contains(content, name) {
					t.Errorf("%s has the name %q", part, name)
				}
			}
		}
	}
}

func TestNobodyIsNamedUnderPseudonyms(t *testing.T) {
	recruiters, recipients := namesIn(t)
	all := everything(t, audit.Options{Pseudonyms: true})
	nobodyIsNamed(t, all, recruiters, recipients)
	if !strings.Contains(all["JSON"], "Recruiter 01") || !strings.Contains(all["requests"], "Person ") || !strings.Contains(all["requests"], "[name]") {
		t.Error("there are no pseudonyms")
	}
	if again := everything(t, audit.Options{Pseudonyms: true}); again["requests"] != all["requests"] {
		t.Error("another run gives other pseudonyms")
	}
	evidence := 0
	for line := range strings.Lines(all["requests"]) {
		var request struct {
			Note     string
			Evidence []struct {
				Start, End int
				Text       string
			}
		}
		if err := json.Unmarshal([]byte(line), &request); err != nil {
			t.Fatal(err)
		}
		for _, e := range request.Evidence {
			if e.Start < 0 || e.End > len(request.Note) || e.Start > e.End || e.Text != request.Note[e.Start:e.End] {
				t.Fatalf("evidence %+v does not fit %q", e, request.Note)
			}
			evidence++
		}
	}
	if evidence < 1000 {
		t.Errorf("only %d pieces of evidence", evidence)
	}
}

func TestTeamOnlyTellsOfNoPerson(t *testing.T) {
	recruiters, recipients := namesIn(t)
	all := everything(t, audit.Options{TeamOnly: true})
	nobodyIsNamed(t, all, recruiters, recipients)
	var document struct {
		Recruiters []any
		Count      int `json:"recruiter_count"`
		Team       struct{ Accepted int }
		Templates  []struct{ Senders []string }
	}
	if err := json.Unmarshal([]byte(all["JSON"]), &document); err != nil {
		t.Fatal(err)
	}
	if len(document.Recruiters) != 0 || document.Count != 9 || document.Team.Accepted != 1363 {
		t.Errorf("%+v", document)
	}
	for _, template := range document.Templates {
		if len(template.Senders) > 0 {
			t.Errorf("senders %q", template.Senders)
		}
	}
	for part, content := range all {
		if strings.HasPrefix(part, "xl/workbook") {
			for _, sheet := range []string{recruitersSheet, coachingSheet, flaggedSheet} {
				if strings.Contains(content, `"`+sheet+`"`) {
					t.Errorf("there is a sheet %s", sheet)
				}
			}
		}
	}
}

func TestTeamOnlyNeedsATeam(t *testing.T) {
	_, err := audit.Run(context.Background(), audit.Options{Paths: []string{"../samples/berlin-office.csv"}, MaturityDays: 30, TeamOnly: true})
	if err == nil || !strings.Contains(err.Error(), "at least 3 recruiters") {
		t.Errorf("two recruiters: %v", err)
	}
}
