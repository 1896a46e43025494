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

// Count is one request of this standing.
func (s Standing) Count(accepted bool) Count {
	c := Count{Requests: 1}
	switch s {
	case Mature:
		c.Mature = 1
		if accepted {
			c.Accepted = 1
		}
	case Young:
		c.Young = 1
	case Outside:
		c.Outside = 1
	case Unknown:
		c.Unknown = 1
	case Undated:
		c.Undated = 1
	}
	return c
}

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
