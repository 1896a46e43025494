package export

import (
	"fmt"
	"time"
)

// A dateColumn gathers what a whole column of dates tells about its order.
type dateColumn struct {
	cells     int64          // that are not empty
	dates     int64          // that read as a date in some order
	numeric   int64          // whose order the column must decide
	dayOnly   int64          // possible day first only
	monthOnly int64          // possible month first only
	meridiem  int64          // with AM or PM
	newest    [3]time.Time   // by dateOrder; undecided holds the dates that need no order
	order     dateOrder      // decided by decide
	zone      *time.Location // of times without an offset
	doubt     string         // why the order may be wrong; "" when it is certain
}

// add looks at one cell.
func (c *dateColumn) add(cell string) {
	if cell == "" {
		return
	}
	c.cells++
	w, ok := parseWritten(cell)
	if !ok {
		return
	}
	if !w.numeric || w.dotted {
		if t, ok := w.resolve(undecided, c.zone); ok {
			c.dates++
			c.newest[undecided] = later(c.newest[undecided], t)
		}
		return
	}
	asDay, dayOK := w.resolve(dayFirst, c.zone)
	asMonth, monthOK := w.resolve(monthFirst, c.zone)
	if !dayOK && !monthOK {
		return
	}
	c.dates++
	c.numeric++
	if w.meridiem {
		c.meridiem++
	}
	switch {
	case !monthOK:
		c.dayOnly++
	case !dayOK:
		c.monthOnly++
	}
	if dayOK {
		c.newest[dayFirst] = later(c.newest[dayFirst], asDay)
	}
	if monthOK {
		c.newest[monthFirst] = later(c.newest[monthFirst], asMonth)
	}
}

// decide settles the order: by what is possible, by the format, by another column of the same file,
// by AM and PM, and last by the delimiter, since a European Excel writes semicolons.
func (c *dateColumn) decide(name string, fixed, other dateOrder, delimiter byte) {
	majority := monthFirst
	if c.dayOnly > c.monthOnly {
		majority = dayFirst
	}
	switch {
	case c.numeric == 0:
		c.order = fixed
	case c.dayOnly != c.monthOnly:
		c.order = majority
		if rest := min(c.dayOnly, c.monthOnly); rest > 0 {
			c.doubt = fmt.Sprintf("the dates of column %q are mixed: most are written %s, %d cannot be and are set aside", name, c.order, rest)
		}
	case fixed != undecided:
		c.order = fixed
	case other != undecided:
		c.order = other
	default:
		c.order = monthFirst
		if delimiter == ';' && c.meridiem == 0 {
			c.order = dayFirst
		}
		if c.meridiem == 0 {
			c.doubt = fmt.Sprintf("the dates of column %q can be read day first or month first; they are read %s: check the period on the first sheet", name, c.order)
		}
	}
}

// sure reports whether the column itself tells its order.
func (c *dateColumn) sure() dateOrder {
	switch {
	case c.dayOnly > c.monthOnly:
		return dayFirst
	case c.monthOnly > c.dayOnly:
		return monthFirst
	default:
		return undecided
	}
}

// newestDay is the newest date under the order decided, 0 when there is none.
func (c *dateColumn) newestDay() Day {
	return DayOf(later(c.newest[undecided], c.newest[c.order]))
}

// parse reads one cell under the order decided; ok is false for what is not a date.
func (c *dateColumn) parse(cell string) (t time.Time, ok bool) {
	w, ok := parseWritten(cell)
	if !ok {
		return t, false
	}
	return w.resolve(c.order, c.zone)
}

// unreadable is the reason why a cell of the column is no date.
func (c *dateColumn) unreadable(what, cell string) string {
	how := ""
	if c.order != undecided {
		how = fmt.Sprintf(" (the column is read %s)", c.order)
	}
	return fmt.Sprintf("the date of %s %q cannot be read%s; write it as YYYY-MM-DD", what, shorten(cell, 40), how)
}

func later(a, b time.Time) time.Time {
	if b.After(a) {
		return b
	}
	return a
}

// String names the order as a reader would.
func (o dateOrder) String() string {
	switch o {
	case dayFirst:
		return "day first"
	case monthFirst:
		return "month first"
	default:
		return "undecided"
	}
}
