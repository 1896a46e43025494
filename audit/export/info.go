package export

// An Info is what is known of a source once it has been surveyed.
type Info struct {
	Path              string     // as the user named it; the archive's name and the entry's for a zip
	Format            string     // id of the Format
	Encoding          string     // such as "UTF-8", "UTF-8 with byte order mark", "Windows-1252"
	Delimiter         string     // such as "comma"
	Header            []string   // the column names as they stand in the file
	Columns           []Column   // which column is what, for the record
	Exported          Day        // when the export was made
	ExportedFrom      string     // how that is known, such as "archive name"
	ExportedKnown     bool       // the archive tells it; otherwise it is the newest date in the data
	Acceptance        Acceptance // whether the source can tell acceptance
	Join              string     // for LinkedIn archives: "profile address" or "name"; "" otherwise
	WindowDays        int        // days back for which the source is complete; 0 means without limit
	NoDates           bool       // no record has a date of sending
	HiddenConnections int64      // members who hide their profile: if they accepted, it cannot be seen
	NotesKnown        bool       // the source has the notes
	Warnings          []string   // what should be doubted about this source
}

// A Column maps a column of the file to a field of a Request.
type Column struct {
	Name  string // as it stands in the header
	Field Field  // what it means; "" when the column is not used
}

// An Acceptance says how a source tells who accepted.
type Acceptance string

// The ways of knowing acceptance. With NoAcceptance every outcome of the source is Unknown.
const (
	NoAcceptance  Acceptance = "unknown"
	ByStatus      Acceptance = "status column"
	ByDate        Acceptance = "date of acceptance"
	ByConnections Acceptance = "joined with Connections.csv"
)
