package export

import "maps"

// An Accounting says where every record went. The law: Read = Audited + all Skipped + all Quarantined.
type Accounting struct {
	Read        int64
	Audited     int64
	Skipped     map[Skip]int64 // left out on purpose, by reason
	Quarantined map[Code]int64 // could not be used, by reason
}

// A Skip is a reason to leave out a sound record.
type Skip string

// The reasons to skip.
const (
	Incoming       Skip = "incoming"        // somebody else's invitation to the owner of the archive
	Duplicate      Skip = "duplicate"       // the same request was read before
	Empty          Skip = "empty"           // a record of empty cells only
	RepeatedHeader Skip = "repeated-header" // the header once more, as where files were put together
	TotalsRow      Skip = "totals-row"      // sums at the foot of a report
	NotSent        Skip = "not-sent"        // a person who was not invited, or whose invitation failed
	OtherRecruiter Skip = "other-recruiter" // not among the recruiters asked for
	OutsidePeriod  Skip = "outside-period"  // sent before --from or after --to, or undated when one is given
	AfterAsOf      Skip = "after-as-of"     // sent after the day given with --as-of
)

// A Code is a reason to quarantine a record.
type Code string

// The reasons to quarantine.
const (
	TooFewFields  Code = "too-few-fields"
	TooManyFields Code = "too-many-fields"
	UnclosedQuote Code = "unclosed-quote"
	TooLong       Code = "too-long"
	SecondTable   Code = "second-table"
	BadDate       Code = "bad-date"
	FutureDate    Code = "future-date"
	BadDirection  Code = "bad-direction"
	AcceptedEarly Code = "accepted-before-sent"
)

// A Problem is one record that could not be used.
type Problem struct {
	Source string // file, as the user named it
	Line   int    // physical line where the record starts, 1-based
	Code   Code
	Reason string // for a person: what is wrong and what to do
	Raw    string // the record as it stands in the file, shortened when very long
}

// An Ignored file was found in a folder or an archive but holds no requests.
type Ignored struct {
	Path   string // as the user sees it
	Reason string
	Failed bool   // it should have been read: named by the user, or damaged
	detail string // for the error when nothing at all was found; "" when Reason says it all
}

// Skip counts a record that was left out.
func (a *Accounting) Skip(reason Skip) {
	if a.Skipped == nil {
		a.Skipped = map[Skip]int64{}
	}
	a.Skipped[reason]++
}

// Quarantine counts a record that could not be used.
func (a *Accounting) Quarantine(code Code) {
	if a.Quarantined == nil {
		a.Quarantined = map[Code]int64{}
	}
	a.Quarantined[code]++
}

// Plus is the sum of two accountings.
func (a Accounting) Plus(b Accounting) Accounting {
	return Accounting{
		Read:        a.Read + b.Read,
		Audited:     a.Audited + b.Audited,
		Skipped:     sumBy(a.Skipped, b.Skipped),
		Quarantined: sumBy(a.Quarantined, b.Quarantined),
	}
}

// Balanced reports whether the law holds.
func (a Accounting) Balanced() bool {
	return a.Read == a.Audited+Total(a.Skipped)+Total(a.Quarantined)
}

// Total adds up the counts of all reasons.
func Total[Reason ~string](counts map[Reason]int64) int64 {
	var total int64
	for _, n := range counts {
		total += n
	}
	return total
}

func sumBy[Reason ~string](a, b map[Reason]int64) map[Reason]int64 {
	sum := maps.Clone(a)
	for reason, n := range b {
		if sum == nil {
			sum = map[Reason]int64{}
		}
		sum[reason] += n
	}
	return sum
}
