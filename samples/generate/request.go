package main

import "time"

// A kind says what the note of a request is.
type kind uint8

const (
	blank kind = iota // sent without a note
	stock             // LinkedIn's own text
	own               // written, or pasted, by the recruiter
)

// A standing says whether a request counts in a rate.
type standing uint8

const (
	mature  standing = iota // sent at least 30 days before the export
	young                   // sent later
	outside                 // older than what LinkedIn's archive keeps completely
)

// maturityDays is how long a request must have been out.
const maturityDays = 30

// A request is one outgoing connection request and the truth about it.
type request struct {
	recruiter  *recruiter
	person     person
	sent       time.Time // in the recruiter's home zone
	age        int       // days from the date of sending, as written, to the date of the export
	standing   standing
	kind       kind
	pitch      bool   // the note sells something
	long       bool   // the note has too many sentences
	specific   bool   // the note names something of the recipient's own
	templated  bool   // the note is pasted
	typed      string // the note with its line breaks
	note       string // the note as the export has it
	accepted   bool
	acceptedAt time.Time // UTC; zero unless accepted
	status     string    // accepted, pending, declined or withdrawn

	first *firstMessage // after the acceptance; nil where none was sent
}

// requestsOf are a recruiter's outgoing requests, oldest first, with everything planted.
func requestsOf(o *office, r *recruiter, crowd *crowd) []*request {
	requests := schedule(o, r)
	for _, one := range requests {
		one.person = crowd.person(r.trade)
	}
	plantNotes(r, requests)
	plantAcceptance(o, r, requests)
	plantStatus(r, requests)
	compose := newComposer(o, r)
	for _, one := range requests {
		compose.write(one)
	}
	return requests
}
