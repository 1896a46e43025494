package export

import (
	"context"
	"fmt"
	"strings"
	"unicode"
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
func (s *Source) Read(ctx context.Context, progress func(bytes int64), visit func([]Item) error) (err error) {
	defer caught(s.table.path, &err)
	items := make([]Item, 0, batchSize)
	return s.table.each(ctx, progress, func(records []record, rows []row) error {
		items = items[:0]
		requests := make([]Request, len(rows)) // one allocation a batch
		for i := range rows {
			items = append(items, s.item(&records[i], &rows[i], &requests[i]))
		}
		return visit(items)
	})
}

func (s *Source) item(rec *record, r *row, into *Request) Item {
	switch {
	case rec.code != "":
		return s.problem(rec, rec.code, rec.reason)
	case rec.skip != "":
		return Item{Skip: rec.skip}
	}
	outcome, _ := s.stated(r)
	if skip := s.left(r, outcome); skip != "" {
		return Item{Skip: skip}
	}
	if s.table.has(FieldDirection) && directionOf(r.Direction) == noDirection {
		return s.problem(rec, BadDirection, fmt.Sprintf("direction %q is neither OUTGOING nor INCOMING", Shorten(strings.TrimSpace(r.Direction), 40)))
	}
	if code, reason := s.build(r, outcome, into); code != "" {
		return s.problem(rec, code, reason)
	}
	into.Line = rec.line
	return Item{Request: into}
}

// build fills a request from a row; the code says why it could not.
func (s *Source) build(r *row, stated Outcome, into *Request) (Code, string) {
	*into = Request{
		ID:               strings.TrimSpace(r.ID),
		Source:           s.table.path,
		Recruiter:        clean(r.Recruiter),
		RecruiterKnown:   true,
		Recipient:        clean(r.Recipient),
		RecipientProfile: profileSlug(r.Profile),
		Company:          clean(r.Company),
		Title:            clean(r.Title),
		Location:         clean(r.Location),
		Note:             r.Note,
		NoteKnown:        s.Info.NotesKnown,
	}
	if into.Recruiter == "" {
		into.Recruiter, into.RecruiterKnown = s.fallbackRecruiter(), s.table.reading.Recruiter != ""
	}
	if into.Recipient == "" {
		into.Recipient = clean(r.FirstName + " " + r.LastName)
	}
	if cell := strings.TrimSpace(r.Sent); !blank(cell) {
		sent, ok := s.sent.parse(cell)
		if !ok {
			return BadDate, s.sent.unreadable(cell)
		}
		into.Sent = sent
		into.Timed = sent.Hour()+sent.Minute()+sent.Second() > 0
		if day := DayOf(sent); s.lastSent != 0 && day > s.lastSent {
			return FutureDate, s.tooLate(day)
		}
	}
	return s.settle(r, stated, into)
}

// tooLate is the reason why a date of sending is not believed.
func (s *Source) tooLate(day Day) string {
	if s.Info.ExportedKnown {
		return fmt.Sprintf("sent on %s, after the export was made on %s", day, s.Info.Exported)
	}
	return fmt.Sprintf("sent on %s, long after all the others, the last of which is of %s; correct the year", day, s.lastSent)
}

// settle fills in the outcome.
func (s *Source) settle(r *row, stated Outcome, into *Request) (Code, string) {
	switch s.Info.Acceptance {
	case ByConnections:
		into.Outcome = NotAccepted
		if day, ok := s.connected(into); ok {
			into.Outcome, into.Accepted = Accepted, day.Time()
			into.FollowUp = s.mail.followUp(into)
		}
		return "", ""
	case NoAcceptance:
	default:
		into.Outcome = stated
	}
	if cell := strings.TrimSpace(r.Accepted); cell != "" {
		if accepted, ok := s.agreed.parse(cell); ok {
			into.Accepted = accepted
			if sent, day := into.SentDay(), DayOf(accepted); sent != 0 && day < sent-1 {
				return AcceptedEarly, fmt.Sprintf("accepted on %s, before it was sent on %s; correct one of the dates", day, sent)
			}
		}
	}
	if s.later {
		into.FollowUp = s.told(r, into)
	}
	return "", ""
}

func (s *Source) problem(rec *record, code Code, reason string) Item {
	return Item{Problem: &Problem{Source: s.table.path, Line: rec.line, Code: code, Reason: reason, Raw: Shorten(rec.raw, maxRaw)}}
}

// clean collapses blanks, which LinkedIn's names have doubled and at their ends.
func clean(s string) string {
	for i, r := range s {
		if r == ' ' && i > 0 && i < len(s)-1 && s[i-1] != ' ' {
			continue
		}
		if unicode.IsSpace(r) {
			return strings.Join(strings.Fields(s), " ")
		}
	}
	return s // the usual cell needs no copy
}
