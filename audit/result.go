package audit

import (
	"outreachaudit/audit/export"
	"outreachaudit/audit/habit"
	"outreachaudit/audit/stat"
	"outreachaudit/audit/tally"
	"outreachaudit/audit/template"
)

// A Result is all that a report may say.
type Result struct {
	AsOf         export.Day // newest date on which an export was made, or Options.AsOf
	Settings     Settings
	Accounting   export.Accounting // over all sources
	Sources      []SourceResult    // in the order they were read
	Files        []FileRecord      // what was processed, by path
	Ignored      []export.Ignored  // files that were found but hold no requests, and why
	Team         Group
	Kinds        []KindResult      // by whose words the note holds
	Habits       []HabitResult     // in the order of habit.All
	Recruiters   []RecruiterResult // by name; nil when only the team was asked for
	Senders      int               // recruiters who sent the requests
	Months       []MonthResult     // by month; requests without a date are in none
	Combined     []CombinedResult  // by number of habits; only requests of which all habits looked at together are known
	Adjustment   stat.Adjustment   // of every habit for all others; the habits hold their own parts
	Before       *PeriodResult     // the period before the one asked for; nil when none was asked for or nothing was sent in it
	Sensitivity  Sensitivity       // of the team's rate to the rules of counting
	Waiting      WaitingResult
	After        *AfterResult     // what followed acceptances; nil where no export tells
	NoAfter      string           // why there is none; "" otherwise
	Templates    []TemplateResult // wordings that were sent to many, the largest family first, at most mostTemplates
	Flagged      *List            // flagged requests in input order, at most Settings.MaxFlagged
	FlaggedTotal int64            // all flagged requests
	Problems     []export.Problem // records that could not be used, at most maxProblems; Accounting has all
	Warnings     []string         // what cannot be known or should be doubted, most important first
}

// Settings are the options that change the numbers, for the record.
type Settings struct {
	MaturityDays int
	ReplyDays    int        // days that a message must have had to be answered
	AsOf         export.Day // given by the user; 0 when taken from the exports
	From, To     export.Day // period of sending, both ends included; 0 means open
	Recruiters   []string   // names asked for; empty means all
	MaxFlagged   int        // flagged requests kept for the sheet
	Rules        string     // fingerprint of how notes are judged
	Copies       int        // notes of one wording that make a template
	Judging      []string   // what was changed about how notes are judged, in words; empty for the defaults
	Purpose      string     // of the processing, as the user states it
	TeamOnly     bool       // nothing about single persons is said
	Pseudonyms   bool       // names are replaced
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
	Stale      int64 // pending requests that count as mature only because of a later day given by the user
}

// A KindResult is the requests whose notes are of one kind.
type KindResult struct {
	Kind habit.Kind
	Group
}

// A HabitResult is how often a habit is seen, and whether it goes with acceptance.
type HabitResult struct {
	*habit.Habit
	Judged, Flagged int64      // over all audited requests
	stat.Comparison            // over mature requests on which the habit could be judged, by recruiter
	Adjusted        *stat.Term // among requests alike in recruiter and other habits; nil when it is not in that model
}

// A RecruiterResult is one recruiter's requests.
type RecruiterResult struct {
	Name string
	Group
	stat.Place                                  // among the recruiters
	AnyHabit            int64                   // requests that show at least one habit
	Combined            [mostCombined + 1]int64 // requests by number of habits, as in Result.Combined
	FirstSent, LastSent tally.Month
	Habits              []HabitCount // in the order of habit.All
	Examples            *Examples    // some of the recruiter's own notes; nil for those beyond the bound
}

// A HabitCount is how often one recruiter, or one month, shows one habit.
type HabitCount struct {
	Judged, Flagged int64 // over all audited requests
	stat.Table            // of the mature requests on which the habit could be judged
}

// A MonthResult is the requests sent in one calendar month.
type MonthResult struct {
	Month tally.Month
	Group
	Habits     []HabitCount
	Change     *stat.Interval // the rate minus that of ChangeFrom, with Newcombe's interval; nil without enough requests in both
	ChangeFrom tally.Month    // the last month before with enough requests for a rate; 0 without Change
}

// A CombinedResult is the requests that show so many habits at once.
type CombinedResult struct {
	Habits int
	OrMore bool // Habits or more of them
	Group
}

// A Sensitivity is what the team's rate would be if requests were counted by other rules. What would change nothing,
// or cannot be known, is nil.
type Sensitivity struct {
	WithoutWithdrawn   *stat.Interval // withdrawn requests left out, not counted as not accepted
	UnknownNotAccepted *stat.Interval // requests with an unknown outcome counted as not accepted: the lower bound
	UnknownAccepted    *stat.Interval // and as accepted: the upper bound
	InTime             *stat.Interval // only acceptances within Settings.MaturityDays; where the day of all is known
}

// A WaitingResult is how long requests waited to be accepted.
type WaitingResult struct {
	Steps []stat.Step // share accepted by days after sending, over all requests; nil where too few days are known
	Dated int64       // accepted requests whose day of acceptance is known
	NoDay int64       // accepted requests whose day is not known
}

// A Judged request leaves the audit through Options.Each, in input order.
type Judged struct {
	*habit.Note
	habit.Verdict
	Later    habit.Verdict // of habit.AfterAcceptance
	Standing tally.Standing
	letter   template.Wording // of the first message after acceptance
	names    *masker          // what is masked in its texts; nil where names are kept
	claimed  func(int) int    // where the bytes of its note went then
	count    tally.Count      // the request as it is counted
	nameless string           // the note without the reader's name; "" until it is asked for
	fault    string           // of the program, that kept it from being judged; "" for none
	template func() string    // its text with slots; nil for that of the note
	family   int32            // of notes written from one template; -1 for none that is reported
}
