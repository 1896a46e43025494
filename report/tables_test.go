package report

import (
	"bytes"
	"encoding/csv"
	"io"
	"strings"
	"testing"

	"outreachaudit/audit"
	"outreachaudit/audit/export"
	"outreachaudit/audit/habit"
)

func TestNoCellIsAFormula(t *testing.T) {
	for cell, want := range map[string]string{
		"=1+1": "'=1+1", "+49 30": "'+49 30", "@x": "'@x", "-2": "'-2", "  =1": "'  =1", "\t=1": "'\t=1", "\r\n=1": "'\r\n=1",
		"": "", "-": "-", "a=b": "a=b", "Hi": "Hi", "'quoted": "'quoted",
	} {
		if got := neutral(cell); got != want {
			t.Errorf("%q becomes %q, want %q", cell, got, want)
		}
	}
}

func TestRequestTableReadsBack(t *testing.T) {
	var out bytes.Buffer
	table := NewRequestTable(&out)
	day, _ := export.ParseDay("2026-10-01")
	judged := &audit.Judged{
		Note: &habit.Note{Request: &export.Request{
			ID: "7", Source: "a.csv", Line: 3, Recruiter: "=HYPERLINK(\"x\")", Recipient: "Ana \"A\" Ruiz, PhD", NoteKnown: true,
			Note: "Hi Ana,\nare you open?\n=now()", Sent: day.Time(), Outcome: export.Accepted,
		}, Kind: habit.Own, Characters: 28},
		Verdict: habit.Verdict{Judged: 3, Flagged: 2, Findings: []habit.Finding{{Habit: 1, Evidence: habit.Evidence{Start: 8, End: 16, Why: "is long"}}}},
	}
	if err := table.Add(judged); err != nil {
		t.Fatal(err)
	}
	if err := table.Flush(); err != nil {
		t.Fatal(err)
	}
	content, found := strings.CutPrefix(out.String(), "\ufeff")
	rows, err := csv.NewReader(strings.NewReader(content)).ReadAll()
	if err != nil || !found || len(rows) != 2 {
		t.Fatalf("%d rows, mark %v, %v", len(rows), found, err)
	}
	got := map[string]string{}
	for i, heading := range rows[0] {
		got[heading] = rows[1][i]
	}
	for heading, want := range map[string]string{
		"recruiter": "'=HYPERLINK(\"x\")", "recipient": "Ana \"A\" Ruiz, PhD", "note": "Hi Ana,\nare you open?\n=now()", "sent": "2026-10-01",
		"outcome": "accepted", habit.All[0].ID: "no", habit.All[1].ID: "yes", habit.All[2].ID: "", "words": habit.All[1].ID + ": are you ",
	} {
		if strings.TrimSpace(got[heading]) != strings.TrimSpace(want) {
			t.Errorf("%s is %q, want %q", heading, got[heading], want)
		}
	}
}

func TestEmptyTablesHaveTheirHeader(t *testing.T) {
	var requests, problems bytes.Buffer
	if err := NewRequestTable(&requests).Flush(); err != nil || !strings.HasPrefix(requests.String(), "\ufeffid,source,line,") {
		t.Errorf("%q, %v", requests.String(), err)
	}
	if err := NewProblemTable(&problems).Flush(); err != nil || problems.String() != "\ufefffile,line,code,reason,record\r\n" {
		t.Errorf("%q, %v", problems.String(), err)
	}
	if err := NewProblemTable(full{}).Flush(); err == nil {
		t.Error("a full disk is no error")
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, io.ErrShortWrite }
