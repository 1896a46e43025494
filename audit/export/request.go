// Package export reads exports of sent connection requests: bytes in, one Request a row out.
package export

import "time"

// A Request is one sent connection request, as one row of an export tells it.
type Request struct {
	ID               string    // the export's own identifier of the request; "" when it has none
	Source           string    // file the row came from, as the user named it
	Line             int       // physical line in Source where the record starts, 1-based
	Recruiter        string    // who sent it; never empty: the source's name stands in
	RecruiterKnown   bool      // the export says who sent it; false means that the source's name stands in
	Recipient        string    // full name of the person asked; may be ""
	RecipientProfile string    // the person's LinkedIn profile slug, decoded and lower case; "" when unknown
	Company          string    // recipient's company, only where the export has it for every row
	Title            string    // recipient's job title or headline, under the same condition
	Location         string    // recipient's location, under the same condition
	Note             string    // the text exactly as sent; "" means sent without a note, if NoteKnown
	NoteKnown        bool      // the export has the notes; false means that nobody can say what was written
	Timed            bool      // Sent has a time of day
	Sent             time.Time // wall clock as the export has it, in the export's zone; zero when unknown
	Outcome          Outcome   // what became of it; the zero value is Unknown
	Accepted         time.Time // day of acceptance; zero when unknown or not accepted
	FollowUp         *FollowUp // what was written after the acceptance; nil where the export does not tell
}

// SentDay is the calendar day of sending as written in the export, 0 when unknown.
func (r *Request) SentDay() Day { return DayOf(r.Sent) }

// An Outcome is what became of a request, as far as its export can tell.
type Outcome uint8

// The outcomes. Unknown never enters a rate; all but Unknown and Accepted count as not accepted.
const (
	Unknown     Outcome = iota // the export cannot tell
	Accepted                   // the recipient is now a connection
	Pending                    // not answered yet when the export was made
	Declined                   // the recipient said no
	Withdrawn                  // the recruiter took it back
	NotAccepted                // not accepted; pending, declined and withdrawn cannot be told apart
	neverSent                  // of a status word only: no request has it, its row is skipped
)

var outcomeNames = [...]string{"unknown", "accepted", "pending", "declined", "withdrawn", "not accepted", "never sent"}

// String is the outcome's name in the report.
func (o Outcome) String() string { return outcomeNames[o] }
