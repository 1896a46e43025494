package tally

import "outreachaudit/audit/export"

// A Waiting is how long requests waited, in days after sending. It is not safe for concurrent use.
type Waiting struct {
	Accepted map[int]int64 // accepted so many days after sending
	Followed map[int]int64 // not accepted, and known only up to then
	NoDay    int64         // accepted, but the day is not known, or lies before the day of sending
}

// NewWaiting knows no request.
func NewWaiting() *Waiting { return &Waiting{Accepted: map[int]int64{}, Followed: map[int]int64{}} }

// Add counts one request, whatever its age. Requests without a date of sending or with an unknown outcome tell nothing
// about waiting, and of requests older than the export's window only survivors are listed.
func (w *Waiting) Add(r *export.Request, c Cohort) {
	sent := r.SentDay()
	if sent == 0 || r.Outcome == export.Unknown || c.Windows != nil && !export.Holds(c.Windows, sent) {
		return
	}
	followed := int(c.AsOf - sent)
	if followed < 0 {
		return
	}
	if r.Outcome != export.Accepted {
		w.Followed[followed]++
		return
	}
	switch days, known := waited(r); {
	case !known:
		w.NoDay++
	case days > followed: // not accepted yet on the day that the report is of
		w.Followed[followed]++
	default:
		w.Accepted[days]++
	}
}
