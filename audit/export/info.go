package export

import "slices"

// An Info is what is known of a source once it has been surveyed.
type Info struct {
	Path              string     // as the user named it; the archive's name and the entry's for a zip
	Format            string     // id of the Format
	FormatWhy         string     // which columns told it
	Encoding          string     // such as "UTF-8", "UTF-8 with byte order mark", "Windows-1252"
	Delimiter         string     // such as "comma"
	LineEnd           string     // "LF", "CRLF", "CR" or "mixed"
	Quotes            string     // how a quote is written inside quotes: "doubled" or "backslash"
	HeaderLine        int        // physical line where the rows' header ends, 1-based; 0 when there is none
	DateOrder         string     // of the dates of sending: "day first", "month first", "numbers", "unambiguous"; "" without dates
	Header            []string   // the column names as they stand in the file
	Columns           []Column   // which column is what, for the record
	Exported          Day        // when the export was made
	ExportedFrom      string     // how that is known, such as "archive name"
	ExportedKnown     bool       // the archive tells it; otherwise it is the newest date in the data
	Acceptance        Acceptance // whether the source can tell acceptance
	AcceptanceWhy     string     // how acceptance is known, or why it is not, in words
	Join              string     // for LinkedIn archives: "profile address" or "name"; "" otherwise
	WindowDays        int        // days back for which the source is complete; 0 means without limit
	Windows           []Period   // days of sending for which this and the other archives of its owner are complete; nil means all
	OutcomeAsOf       Day        // up to when the outcomes are known: the newest archive of the same owner tells of older requests too
	NoDates           bool       // no record has a date of sending
	Connections       []string   // for LinkedIn archives: the files that it was joined with
	Connected         int64      // people in them who can be joined
	LostConnections   int64      // records of Connections.csv that could not be read
	HiddenConnections int64      // members who hide their profile: if they accepted, it cannot be seen
	NotesKnown        bool       // the source has the notes
	ProfilesKnown     bool       // some rows have the recipient's profile
	Mail              *MailInfo  // messages that tell what followed acceptances; nil where this archive's were not read
	FollowedUp        bool       // the source tells what followed acceptances, or a part of it
	Warnings          []string   // what should be doubted about this source
}

// A Column maps a column of the file to a field of a Request.
type Column struct {
	Name  string // as it stands in the header
	Field Field  // what it means; "" when the column is not used
}

// An Acceptance says how a source tells who accepted.
type Acceptance string

// Lost is how many records of an archive's other tables could not be read.
func (i Info) Lost() int64 {
	lost := i.LostConnections
	if i.Mail != nil {
		lost += i.Mail.LeftOut[Unreadable]
	}
	return lost
}

// The ways of knowing acceptance. With NoAcceptance every outcome of the source is Unknown.
const (
	NoAcceptance  Acceptance = "unknown"
	ByStatus      Acceptance = "status column"
	ByDate        Acceptance = "date of acceptance"
	ByConnections Acceptance = "joined with Connections.csv"
)

// A Period is days from First to Last, both included.
type Period struct{ First, Last Day }

// Holds reports whether a day lies in the period.
func (p Period) Holds(day Day) bool { return day >= p.First && day <= p.Last }

// Holds reports whether a day lies in one of the periods.
func Holds(periods []Period, day Day) bool {
	return slices.ContainsFunc(periods, func(p Period) bool { return p.Holds(day) })
}
