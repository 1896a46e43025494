package export

import (
	"context"
	"fmt"
	"strings"
)

// An Item is what became of one record: exactly one of its fields is set.
type Item struct {
	Request *Request
	Skip    Skip
	Problem *Problem
}

// maxRaw is how much of a record that could not be used is kept, in characters.
const maxRaw = 2000

// Read reads a surveyed source and hands over every record in the order of the file, in batches that
// are valid until visit returns. The error names the file, or is the one that visit returned.
func (s *Source) Read(ctx context.Context, progress func(bytes int64), visit func([]Item) error) error {
	items := make([]Item, 0, batchSize)
	return s.table.each(progress, func(records []record, rows []row) error {
		if err := ctx.Err(); err != nil {
			return err
		}
		items = items[:0]
		requests := make([]Request, len(rows)) // one allocation a batch
		for i := range rows {
			items = append(items, s.item(&records[i], &rows[i], &requests[i]))
		}
		return visit(items)
	})
}

func (s *Source) item(rec *record, r *row, into *Request) Item {
	if rec.code != "" {
		return s.problem(rec, rec.code, rec.reason)
	}
	if empty(rec.fields) {
		return Item{Skip: Empty}
	}
	if s.table.has(FieldDirection) {
		switch direction := strings.TrimSpace(r.Direction); {
		case strings.EqualFold(direction, "INCOMING"):
			return Item{Skip: Incoming}
		case !strings.EqualFold(direction, "OUTGOING"):
			return s.problem(rec, BadDirection, fmt.Sprintf("direction %q is neither OUTGOING nor INCOMING", shorten(direction, 40)))
		}
	}
	if code, reason := s.build(r, into); code != "" {
		return s.problem(rec, code, reason)
	}
	into.Line = rec.line
	return Item{Request: into}
}

// build fills a request from a row; the code says why it could not.
func (s *Source) build(r *row, into *Request) (Code, string) {
	*into = Request{
		ID:               strings.TrimSpace(r.ID),
		Source:           s.table.path,
		Recruiter:        clean(r.Recruiter),
		Recipient:        clean(r.Recipient),
		RecipientProfile: profileSlug(r.Profile),
		Company:          clean(r.Company),
		Title:            clean(r.Title),
		Location:         clean(r.Location),
		Note:             r.Note,
		NoteKnown:        s.Info.NotesKnown,
	}
	if into.Recruiter == "" {
		into.Recruiter = s.fallbackRecruiter()
	}
	if into.Recipient == "" {
		into.Recipient = clean(r.FirstName + " " + r.LastName)
	}
	if cell := strings.TrimSpace(r.Sent); cell != "" {
		sent, ok := s.sent.parse(cell)
		if !ok {
			return BadDate, s.sent.unreadable("sending", cell)
		}
		into.Sent = sent
		if s.Info.WindowDays > 0 && DayOf(sent) > s.Info.Exported+1 {
			return FutureDate, fmt.Sprintf("sent on %s, after the export was made on %s", DayOf(sent), s.Info.Exported)
		}
	}
	return s.settle(r, into)
}

// settle fills in the outcome.
func (s *Source) settle(r *row, into *Request) (Code, string) {
	if s.network != nil && s.Info.Acceptance == ByConnections {
		into.Outcome = NotAccepted
		if day, ok := s.network.connected(into.RecipientProfile, into.Recipient, into.SentDay()); ok {
			into.Outcome, into.Accepted = Accepted, day.Time()
		}
		return "", ""
	}
	if cell := strings.TrimSpace(r.Accepted); cell != "" {
		if accepted, ok := s.agreed.parse(cell); ok {
			into.Accepted = accepted
		}
	}
	if s.Info.Acceptance != NoAcceptance {
		into.Outcome, _ = s.stated(r)
	}
	return "", ""
}

func (s *Source) problem(rec *record, code Code, reason string) Item {
	return Item{Problem: &Problem{Source: s.table.path, Line: rec.line, Code: code, Reason: reason, Raw: shorten(rec.raw, maxRaw)}}
}

func empty(fields []string) bool {
	for _, field := range fields {
		if strings.TrimSpace(field) != "" {
			return false
		}
	}
	return true
}

// clean collapses blanks, which LinkedIn's names have doubled and at their ends.
func clean(s string) string {
	spaced := false // the usual cell needs no copy
	for i := range len(s) {
		if s[i] == ' ' && (i == 0 || i == len(s)-1 || s[i-1] == ' ') || s[i] < ' ' || s[i] >= 0x80 {
			spaced = true
			break
		}
	}
	if !spaced {
		return s
	}
	return strings.Join(strings.Fields(s), " ")
}
