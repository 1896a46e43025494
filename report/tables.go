package report

import (
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"

	"outreachaudit/audit"
	"outreachaudit/audit/export"
	"outreachaudit/audit/habit"
)

// A RequestWriter writes audited requests, one after the other.
type RequestWriter interface {
	Add(*audit.Judged) error
	Flush() error
}

// A csvTable is a CSV file for spreadsheets: with a byte order mark, by which Excel knows UTF-8, and without a cell that
// a spreadsheet would take for a formula.
type csvTable struct {
	out    io.Writer
	csv    *csv.Writer
	header []string
}

func (t *csvTable) add(cells []string) error {
	if t.csv == nil {
		if _, err := io.WriteString(t.out, "\ufeff"); err != nil {
			return err
		}
		t.csv = csv.NewWriter(t.out)
		t.csv.UseCRLF = true
		if err := t.csv.Write(t.header); err != nil {
			return err
		}
	}
	if cells == nil {
		return nil
	}
	for i := range cells {
		cells[i] = neutral(cells[i])
	}
	return t.csv.Write(cells)
}

// Flush writes what has been gathered: at least the header.
func (t *csvTable) Flush() error {
	if err := t.add(nil); err != nil {
		return err
	}
	t.csv.Flush()
	return t.csv.Error()
}

// neutral is a cell that no spreadsheet runs: one that begins like a formula gets an apostrophe, as OWASP advises.
func neutral(cell string) string {
	if start := strings.TrimLeft(cell, " "); start != "" && strings.ContainsRune("=+-@\t\r\n", rune(start[0])) && start != "-" {
		return "'" + cell
	}
	return cell
}

// A RequestTable writes audited requests as CSV.
type RequestTable struct{ csvTable }

// NewRequestTable returns a writer of requests to w.
func NewRequestTable(w io.Writer) *RequestTable {
	header := []string{"id", "source", "line", "recruiter", "recipient", "sent", "outcome", "standing", "kind", "note", "sentences", "characters"}
	for _, h := range habit.All {
		header = append(header, h.ID)
	}
	return &RequestTable{csvTable{out: w, header: append(header, "words", "why")}}
}

// Add writes one request. Habits are yes, no, or empty where they could not be judged.
func (t *RequestTable) Add(j *audit.Judged) error {
	outcome := ""
	if j.Outcome != export.Unknown {
		outcome = j.Outcome.String()
	}
	row := []string{
		j.ID, j.Source, strconv.Itoa(j.Line), j.Recruiter, j.Recipient, j.SentDay().String(), outcome, j.Standing.String(), kindName(j.Kind), "", "", "",
	}
	if j.NoteKnown {
		row[9], row[10], row[11] = j.Note.Note, strconv.Itoa(len(j.Sentences)), strconv.Itoa(j.Characters)
	}
	for i := range habit.All {
		verdict := ""
		if j.Judged.Has(i) {
			verdict = yes(j.Flagged.Has(i))
		}
		row = append(row, verdict)
	}
	var words, why []string
	for _, f := range j.Findings {
		if quote := quote(j.Note.Note, f.Evidence); quote != "" {
			words = append(words, fmt.Sprintf("%s: %s", habit.All[f.Habit].ID, quote))
		}
		why = append(why, fmt.Sprintf("%s: it %s", habit.All[f.Habit].ID, f.Why))
	}
	return t.add(append(row, strings.Join(words, "; "), strings.Join(why, "; ")))
}

// A ProblemTable writes records that could not be used as CSV.
type ProblemTable struct{ csvTable }

// NewProblemTable returns a writer of such records to w.
func NewProblemTable(w io.Writer) *ProblemTable {
	return &ProblemTable{csvTable{out: w, header: []string{"file", "line", "code", "reason", "record"}}}
}

// Add writes one record as it stands in its file.
func (t *ProblemTable) Add(p *export.Problem) error {
	return t.add([]string{p.Source, strconv.Itoa(p.Line), string(p.Code), p.Reason, p.Raw})
}
