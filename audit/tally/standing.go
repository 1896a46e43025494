package tally

import "outreachaudit/audit/export"

// A Standing says whether a request enters the rates, and if not, why.
type Standing uint8

// The standings. Only Mature requests enter a rate.
const (
	Mature  Standing = iota // had its full time, outcome known
	Young                   // sent too short a time before the export
	Outside                 // older than the export's window
	Unknown                 // outcome unknown
	Undated                 // no usable date of sending
)

var standingNames = [...]string{"mature", "young", "outside window", "unknown outcome", "undated"}

// String is the standing's name in the report.
func (s Standing) String() string { return standingNames[s] }

// A Cohort is the rule by which the requests of one export enter the rates.
type Cohort struct {
	AsOf         export.Day      // up to when outcomes are known
	MaturityDays int             // days a request must have had
	Windows      []export.Period // days of sending for which the exports are complete; nil means all
	NoDates      bool            // no row has a date: maturity cannot be checked, every known outcome counts
}

// Standing of one request. Only the sent date decides on maturity, never the outcome: a young
// request that is already accepted is left out exactly like a young pending one, since keeping it
// would inflate the rate.
func (c Cohort) Standing(r *export.Request) Standing {
	sent := r.SentDay()
	switch age := int(c.AsOf - sent); {
	case c.NoDates && r.Outcome == export.Unknown:
		return Unknown
	case c.NoDates:
		return Mature
	case sent == 0:
		return Undated
	case age < c.MaturityDays:
		return Young
	case c.Windows != nil && !export.Holds(c.Windows, sent):
		return Outside
	case r.Outcome == export.Unknown:
		return Unknown
	default:
		return Mature
	}
}

// Count is one request of the cohort.
func (c Cohort) Count(r *export.Request) Count {
	count := Count{Requests: 1}
	switch c.Standing(r) {
	case Mature:
		count.Mature = 1
		switch r.Outcome {
		case export.Accepted:
			count.Accepted = 1
			if days, known := waited(r); known {
				count.Dated = 1
				if days > c.MaturityDays {
					count.Late = 1
				}
			}
		case export.Withdrawn:
			count.Withdrawn = 1
		}
	case Young:
		count.Young = 1
	case Outside:
		count.Outside = 1
	case Unknown:
		count.Unknown = 1
	case Undated:
		count.Undated = 1
	}
	return count
}

// waited is how many days an accepted request waited, as far as its export tells.
func waited(r *export.Request) (days int, known bool) {
	if r.Outcome != export.Accepted || r.Accepted.IsZero() || r.Sent.IsZero() {
		return 0, false
	}
	days = int(export.DayOf(r.Accepted) - r.SentDay())
	return days, days >= 0
}

// Stale reports whether a request counts as not accepted though the file may have been written before it had its time:
// when the user gives a day long after anything in the file, that day need not be the day of the export. newest is the
// newest date of any kind in the file.
func (c Cohort) Stale(r *export.Request, newest export.Day) bool {
	full := export.Day(c.MaturityDays)
	return r.SentDay() != 0 && newest < c.AsOf-full && r.SentDay()+full > newest && (r.Outcome == export.Pending || r.Outcome == export.NotAccepted) &&
		c.Standing(r) == Mature
}
