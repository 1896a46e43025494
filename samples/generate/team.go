package main

import "time"

// An office is one export: the file or archive and what all its requests share.
type office struct {
	name       string         // file or folder under samples; a zip for the archive of recruiter 1
	asOf       time.Time      // moment of the export, UTC
	days       int            // how far back its requests go
	zone       *time.Location // zone of the dates as written
	writer     func(*office) []file
	linkedIn   bool // a LinkedIn archive: notes of at most 300 characters on one line, a window of 180 days
	byName     bool // a LinkedIn archive without profile addresses
	cp1252     bool // Windows-1252: only people whose names it can write
	recruiters []*recruiter

	requests []*request // filled in by writer, with the counts below
	incoming int
	broken   int // rows that cannot be read
}

// A recruiter is one invented recruiter and what is planted for this recruiter.
type recruiter struct {
	first, last string
	firm        string
	headline    string
	style       *wording
	trade       *trade
	home        *time.Location // where the working hours are
	base        string         // city
	requests    int            // outgoing requests within the export's window
	outside     int            // outgoing requests older than LinkedIn's window
	incoming    int
	curly       bool // writes curly apostrophes
	bursts      bool // sends in bursts instead of one by one
	saturdays   bool

	ownShare      float64 // of all requests: with a note of the recruiter's own
	stock         int     // requests with LinkedIn's stock text
	pitchShare    float64 // of own notes, within long and short alike
	longShare     float64 // of own notes, within pitches and others alike
	specificShare float64 // of own notes
	templateShare float64 // of own notes: pasted from a handful of texts

	blankRate    float64 // acceptance without an own note
	plainRate    float64 // acceptance of own notes that do not pitch
	pitchDrop    float64 // how much lower it is with a pitch: the planted effect
	longShift    float64 // how much a long note changes it: noise around no effect
	withdrawRate float64 // of old unanswered requests: taken back
	fastPitch    float64 // of first messages after an acceptance: pitches
	pastesPitch  bool    // these are one text
}

// name is the recruiter's full name.
func (r *recruiter) name() string { return r.first + " " + r.last }

// The zones the samples need.
var (
	pacific  = mustZone("America/Los_Angeles") // of the dates in LinkedIn's archives
	berlin   = mustZone("Europe/Berlin")
	oslo     = mustZone("Europe/Oslo")
	london   = mustZone("Europe/London")
	lisbon   = mustZone("Europe/Lisbon")
	dublin   = mustZone("Europe/Dublin")
	zurich   = mustZone("Europe/Zurich")
	american = mustZone("America/Chicago")
)

func mustZone(name string) *time.Location {
	zone, err := time.LoadLocation(name)
	if err != nil {
		panic(err) // impossible: time/tzdata is linked in
	}
	return zone
}

// offices are the exports in the order of the README. They are built afresh on every call.
func offices() []*office {
	return []*office{
		{
			name: "Basic_LinkedInDataExport_10-31-2026.zip", asOf: time.Date(2026, 10, 31, 18, 2, 10, 0, time.UTC),
			days: 180, zone: pacific, linkedIn: true, writer: zippedArchive, recruiters: []*recruiter{maren()},
		},
		{
			name: "Basic_LinkedInDataExport_10-30-2026", asOf: time.Date(2026, 10, 30, 21, 44, 0, 0, time.UTC),
			days: 180, zone: pacific, linkedIn: true, writer: archive, recruiters: []*recruiter{philippa()},
		},
		{
			name: "Complete_LinkedInDataExport_09-12-2022", asOf: time.Date(2022, 9, 12, 20, 15, 0, 0, time.UTC),
			days: 180, zone: pacific, linkedIn: true, byName: true, writer: archive, recruiters: []*recruiter{rafael()},
		},
		{
			name: "outreach-tool.csv", asOf: time.Date(2026, 10, 31, 17, 0, 0, 0, time.UTC),
			days: 364, zone: time.UTC, writer: outreachTool, recruiters: []*recruiter{bronwen(), devin(), noemi(), colm()},
		},
		{
			name: "berlin-office.csv", asOf: time.Date(2026, 10, 30, 17, 30, 0, 0, time.UTC),
			days: 360, zone: berlin, cp1252: true, writer: berlinOffice, recruiters: []*recruiter{anneliese(), joost()},
		},
	}
}

func maren() *recruiter {
	return &recruiter{
		first: "Maren", last: "Løvdalen", firm: "Lanternfield Talent", headline: "Recruiter for backend engineers at Lanternfield Talent",
		style: &careful, trade: &software, home: oslo, base: "Oslo", requests: 430, outside: 9, incoming: 64, curly: true,
		ownShare: .46, stock: 1, pitchShare: .22, longShare: .12, specificShare: .72,
		blankRate: .57, plainRate: .62, pitchDrop: .17, longShift: -.05, fastPitch: .15,
	}
}

func philippa() *recruiter {
	return &recruiter{
		first: "Philippa", last: "Nwosu-Hargrave", firm: "Calderwick Care People", headline: "Nurse recruiter | Calderwick Care People | tea first",
		style: &chatty, trade: &nursing, home: london, base: "Leeds", requests: 520, outside: 12, incoming: 88, bursts: true,
		ownShare: .34, stock: 1, pitchShare: .32, longShare: .22, specificShare: .45,
		blankRate: .49, plainRate: .53, pitchDrop: .16, longShift: .03, fastPitch: .8, pastesPitch: true,
	}
}

func rafael() *recruiter {
	return &recruiter{
		first: "Rafael", last: "Quintanilha", firm: "Ponte Velada Search", headline: "Finance search, Iberia",
		style: &careful, trade: &finance, home: lisbon, base: "Lisbon", requests: 340, outside: 7, incoming: 57,
		ownShare: .58, pitchShare: .36, longShare: .28, specificShare: .6,
		blankRate: .44, plainRate: .5, pitchDrop: .18, longShift: .03, fastPitch: .4,
	}
}

func bronwen() *recruiter {
	return &recruiter{
		first: "Bronwen", last: "Tredegar-Pugh", firm: "Plumbwhistle Recruitment",
		style: &chatty, trade: &construction, home: london, base: "Bristol", requests: 480,
		ownShare: .5, stock: 4, pitchShare: .4, longShare: .25, specificShare: .4,
		blankRate: .4, plainRate: .45, pitchDrop: .17, longShift: -.03, withdrawRate: .2,
	}
}

func devin() *recruiter {
	return &recruiter{
		first: "Devin", last: "Marsh-Kapoor", firm: "Apexwick Talent Partners",
		style: &spammy, trade: &sales, home: american, base: "Austin", requests: 760, bursts: true, saturdays: true,
		ownShare: .88, stock: 3, pitchShare: .64, longShare: .66, specificShare: .14, templateShare: .6,
		blankRate: .22, plainRate: .31, pitchDrop: .16, longShift: .02, withdrawRate: .65,
	}
}

func noemi() *recruiter {
	return &recruiter{
		first: "Noémi", last: "Zellweger-Ito", firm: "Bergquell Science Search",
		style: &careful, trade: &biotech, home: zurich, base: "Basel", requests: 280,
		ownShare: .8, pitchShare: .16, longShare: .1, specificShare: .85,
		blankRate: .6, plainRate: .64, pitchDrop: .15, withdrawRate: .05,
	}
}

func colm() *recruiter {
	return &recruiter{
		first: "Colm", last: "Hegarty-Voss", firm: "Docksell People",
		style: &spammy, trade: &logistics, home: dublin, base: "Limerick", requests: 580, bursts: true, curly: true,
		ownShare: .76, stock: 5, pitchShare: .58, longShare: .56, specificShare: .16, templateShare: .68,
		blankRate: .2, plainRate: .29, pitchDrop: .16, longShift: -.02, withdrawRate: .4,
	}
}

func anneliese() *recruiter {
	return &recruiter{
		first: "Anneliese", last: "Grünwald-Sørby", firm: "Spreekontor Personal",
		style: &careful, trade: &mechanics, home: berlin, base: "Berlin", requests: 350,
		ownShare: .36, stock: 2, pitchShare: .3, longShare: .16, specificShare: .66,
		blankRate: .46, plainRate: .52, pitchDrop: .17, longShift: -.02, withdrawRate: .1,
	}
}

func joost() *recruiter {
	return &recruiter{
		first: "Joost", last: "Färber", firm: "Spreekontor Personal",
		style: &chatty, trade: &hospitality, home: berlin, base: "Berlin", requests: 300,
		ownShare: .64, pitchShare: .46, longShare: .36, specificShare: .38,
		blankRate: .33, plainRate: .41, pitchDrop: .16, longShift: .02, withdrawRate: .3,
	}
}
