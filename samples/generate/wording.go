package main

// A wording is the stock of sentences one style of note is made of. Every entry is exactly one
// sentence. The gaps {first}, {company}, {city}, {topic}, {event}, {fair} (the event without "the"),
// {people}, {job}, {base} and {firm} are filled in. Only pitches and asks sell anything: a test
// keeps the other lists free of it.
type wording struct {
	greetings   []string // "" starts without one
	specifics   []string // name something of the recipient's own
	generics    []string // would suit anybody
	pretexts    []string // networking for its own sake
	disclosures []string // say that the sender recruits
	fillers     []string // make a note long
	closers     []string // end a note that does not pitch
	pitches     []string // offer a job, an opportunity or a service
	asks        []string // ask for a call, a CV or an appointment; end a note that pitches
	signoffs    []string // {me} is the sender's first name
}

// stockNotes are LinkedIn's own texts, as some tools send them along.
var stockNotes = []string{
	"I'd like to add you to my professional network on LinkedIn.",
	"Hi {first}, I'd like to add you to my professional network on LinkedIn.",
	"I'd like to add you to my professional network on LinkedIn.\n\n- {me}",
	"Hi {first}, I'd like to join your LinkedIn network.",
}

// mergeErrors are what stands in a greeting whose gap was never filled.
var mergeErrors = []string{"{{firstName}}", "{first_name}", "[First Name]", ""}
