// Package habit judges notes: each habit is a value that looks at one note and returns evidence.
package habit

import (
	"outreachaudit/audit/export"
	"outreachaudit/audit/model"
	"outreachaudit/audit/text"
)

// A Habit is one thing that outreach notes do wrong.
type Habit struct {
	ID      string                 // kebab-case, everywhere the same: flag, sheet, JSON, testdata file
	Title   string                 // column heading
	Doc     string                 // what is flagged, and what to do instead, for a recruiter
	Mend    string                 // what to change in a note that shows it, as an order
	Bad     string                 // a note that shows it; a test checks that Judge flags it
	Good    string                 // its remedy; a test checks that no habit flags it
	Corpus  Score                  // how it does on the labelled notes that were kept aside; a test measures it
	Applies func(*Note) bool       // false: cannot be judged on this note, which is not the same as clean
	Judge   func(*Note) []Evidence // nil when clean; called only where Applies; pure, safe from many goroutines
	Shows   func(*Note) bool       // whether Judge finds anything, where that is known sooner; nil where it is not
}

// CorpusNotes is how many labelled notes were kept aside to measure the habits on.
const CorpusNotes = 120

// A Score counts right and wrong verdicts on labelled notes.
type Score struct {
	Right      int // shown and flagged
	Unexpected int // flagged, but not shown
	Missed     int // shown, but not flagged
}

// Measured reports whether anything was counted: some habits cannot be seen in single notes.
func (s Score) Measured() bool { return s != Score{} }

// Precision is the share of flags that are right, 1 when nothing was flagged.
func (s Score) Precision() float64 { return share(s.Right, s.Unexpected) }

// Recall is the share of notes with the habit that are flagged, 1 when there is none.
func (s Score) Recall() float64 { return share(s.Right, s.Missed) }

func share(right, wrong int) float64 {
	if right+wrong == 0 {
		return 1
	}
	return float64(right) / float64(right+wrong)
}

// F1 is the harmonic mean of precision and recall.
func (s Score) F1() float64 {
	return share(2*s.Right, s.Unexpected+s.Missed)
}

// Evidence is why a note is flagged: the words, and the reason.
type Evidence struct {
	Start, End int    // bytes of Request.Note; equal when there are no words to show (an empty note)
	Why        string // completes "flagged because it ..."
}

// A Note is a request made ready for judging. It is built once, read by every habit, never changed.
type Note struct {
	*export.Request
	text.Prose                // as much of Request.Note as is read, with its words and its language
	Kind          Kind        // no note, LinkedIn's stock text, or the recruiter's own words
	Sentences     []text.Span // what counts as a sentence; byte offsets into Request.Note
	SentenceCount int         // how many sentences there are
	Characters    int         // UTF-16 code units, white space trimmed at both ends
	Copies        int         // notes of the same wording that its recruiter sent, this one included; 0 when they were not compared
	After         *After      // what followed an acceptance; nil where nothing is known of that
	reader        reader      // what is known of the recipient; of an Own note
	rules         *Rules
	stock         text.Span    // LinkedIn's text in a Stock note
	work          *workings    // nil before and after judging
	passages      []placed     // of an Own note, the greeting left out
	understood    bool         // an Own note in a language that the model knows
	scores        model.Scores // what the model says of it
	company       bool         // names the reader's company
	discloses     bool         // has a phrase that says that the sender recruits
	gapSign       bool         // has a sign that gaps of templates have
	marks         marks        // that it is written with
	questions     int          // question marks
}

// A Kind says whose words a note holds.
type Kind uint8

// The kinds of note. Only an Own note can commit the habits of content.
const (
	NotExported Kind = iota // the export has no notes at all
	Blank                   // sent without a note
	Stock                   // LinkedIn's stock text with at most trivial decoration
	Own                     // the recruiter's own words
)

// A Set says which habits hold: bit i stands for All[i]. In memory only, never stored.
type Set uint64

// Has reports whether bit i is set.
func (s Set) Has(i int) bool { return s>>i&1 == 1 }

// With is the set with bit i added.
func (s Set) With(i int) Set { return s | 1<<i }

// A Verdict is what the habits say of one note.
type Verdict struct {
	Judged   Set       // habits that could be judged
	Flagged  Set       // habits the note shows; a subset of Judged
	Findings []Finding // the evidence, by habit in the order of All, then by place
}

// A Finding is one piece of evidence for one habit.
type Finding struct {
	Habit int // index into All
	Evidence
}
