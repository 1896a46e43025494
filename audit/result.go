package audit

import (
	"outreachaudit/audit/export"
	"outreachaudit/audit/habit"
	"outreachaudit/audit/stat"
	"outreachaudit/audit/tally"
)

// A Result is all that a report may say.
type Result struct {
	AsOf         export.Day // newest date on which an export was made, or Options.AsOf
	Settings     Settings
	Accounting   export.Accounting // over all sources
	Sources      []SourceResult    // in the order they were read
	Ignored      []export.Ignored  // files that were found but hold no requests, and why
	Team         Group
	Kinds        []KindResult      // by whose words the note holds
	Habits       []HabitResult     // in the order of habit.All
	Recruiters   []RecruiterResult // by name
	Months       []MonthResult     // by month; requests without a date are in none
	Templates    []TemplateResult  // wordings that were sent to many, the largest family first, at most mostTemplates
	Flagged      []*Judged         // flagged requests in input order, at most Settings.MaxFlagged
	FlaggedTotal int64             // all flagged requests
	Problems     []export.Problem  // records that could not be used, at most maxProblems; Accounting has all
	Warnings     []string          // what cannot be known or should be doubted, most important first
}

// Settings are the options that change the numbers, for the record.
type Settings struct {
	MaturityDays int
	AsOf         export.Day // given by the user; 0 when taken from the exports
	From, To     export.Day // period of sending, both ends included; 0 means open
	Recruiters   []string   // names asked for; empty means all
	MaxFlagged   int        // flagged requests kept for the sheet
	Rules        string     // fingerprint of how notes are judged
	Copies       int        // notes of one wording that make a template
	Judging      []string   // what was changed about how notes are judged, in words; empty for the defaults
	Reading      []string   // how files were to be read, in words; empty when it was found out
}

// A Group is the requests of a team, a recruiter or a month.
type Group struct {
	tally.Count
	Rate *stat.Interval // accepted of mature with its Wilson interval; nil when none is mature
}

// A SourceResult is what one source gave.
type SourceResult struct {
	export.Info
	Accounting export.Accounting
	Requests   tally.Count
}

// A KindResult is the requests whose notes are of one kind.
type KindResult struct {
	Kind habit.Kind
	Group
}

// A HabitResult is how often a habit is seen, and whether it goes with acceptance.
type HabitResult struct {
	*habit.Habit
	Judged, Flagged int64 // over all audited requests
	stat.Comparison       // over mature requests on which the habit could be judged, by recruiter
}

// A RecruiterResult is one recruiter's requests.
type RecruiterResult struct {
	Name string
	Group
	FirstSent, LastSent tally.Month
	Habits              []HabitCount // in the order of habit.All
}

// A HabitCount is how often one recruiter shows one habit.
type HabitCount struct {
	Judged, Flagged  int64 // over all audited requests
	Mature, Accepted int64 // flagged requests that are mature, and those of them accepted
}

// A MonthResult is the requests sent in one calendar month.
type MonthResult struct {
	Month tally.Month
	Group
	Habits []HabitCount
}

// A Judged request leaves the audit through Options.Each, in input order.
type Judged struct {
	*habit.Note
	habit.Verdict
	Standing tally.Standing
	family   int32 // of notes written from one template; -1 for none that is reported
}
