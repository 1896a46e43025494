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
	header = append(header, "words", "why")
	for _, h := range habit.AfterAcceptance {
		header = append(header, h.ID)
	}
	return &RequestTable{csvTable{out: w, header: append(header, "first message", "hours after acceptance", "words of first message", "answered", "hours until answer")}}
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
		row[9], row[10], row[11] = j.Note.Note, strconv.Itoa(j.SentenceCount), strconv.Itoa(j.Characters)
	}
	for i := range habit.All {
		row = append(row, verdictWord(j.Verdict, i))
	}
	var words, why []string
	for _, f := range j.Findings {
		if quote := quote(j.Note.Note, f.Evidence); quote != "" {
			words = append(words, fmt.Sprintf("%s: %s", habit.All[f.Habit].ID, quote))
		}
		why = append(why, fmt.Sprintf("%s: it %s", habit.All[f.Habit].ID, f.Why))
	}
	row = append(row, strings.Join(words, "; "), strings.Join(why, "; "))
	for i := range habit.AfterAcceptance {
		row = append(row, verdictWord(j.Later, i))
	}
	return t.add(append(row, firstMessageCells(j)...))
}

// verdictWord is yes, no, or empty where a habit could not be judged.
func verdictWord(v habit.Verdict, i int) string {
	if !v.Judged.Has(i) {
		return ""
	}
	return yes(v.Flagged.Has(i))
}

// firstMessageCells are the first message after the acceptance, and what became of it; empty where it is not known.
func firstMessageCells(j *audit.Judged) []string {
	cells := make([]string, 5)
	q := j.FirstMessage()
	if q == nil {
		return cells
	}
	cells[0] = q.Message.Text
	if q.HoursKnown {
		cells[1] = strconv.FormatFloat(q.Hours, 'f', 1, 64)
	}
	var words []string
	for _, e := range q.Message.Evidence {
		words = append(words, quote(q.Message.Text, e))
	}
	cells[2] = strings.Join(words, "; ")
	if q.Reply != export.NotKnown {
		cells[3] = yes(q.Reply == export.Yes)
	}
	if q.Reply == export.Yes {
		cells[4] = strconv.FormatFloat(q.Waited, 'f', 1, 64)
	}
	return cells
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
