package export

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"
)

// A dateColumn gathers what a whole column of dates tells about how it is written.
type dateColumn struct {
	cells     int64            // that are not empty
	dates     int64            // that read as a date in some order
	numeric   int64            // whose order the column must decide
	dayOnly   int64            // possible day first only
	monthOnly int64            // possible month first only
	meridiem  int64            // with AM or PM
	counts    int64            // written as a count of days or seconds
	days      [3]map[Day]int64 // dates by dateOrder; undecided holds those that need no order
	order     dateOrder        // decided by decide
	chosen    dateOrder        // by the user
	early     [3]int64         // by dateOrder: rows whose acceptance would come before their sending
	last      Day              // dates after it are typing errors; 0 when there is none
	zone      *time.Location   // of times without an offset
	doubt     string           // why the order may be wrong; "" when it is certain
}

// orderNamed is the order that a user names; undecided for "".
func orderNamed(name string) dateOrder {
	switch strings.ToLower(name) {
	case "day-first":
		return dayFirst
	case "month-first":
		return monthFirst
	}
	return undecided
}

// add looks at one cell.
func (c *dateColumn) add(cell string) {
	if cell = strings.TrimSpace(cell); blank(cell) {
		return
	}
	c.cells++
	w, ok := parseWritten(cell)
	if !ok {
		return
	}
	if !w.numeric || w.dotted {
		if c.note(w, undecided) && w.counted != notCounted {
			c.counts++
		}
		return
	}
	day, month := c.note(w, dayFirst), c.note(w, monthFirst)
	switch {
	case !day && !month:
		return
	case !month:
		c.dayOnly++
	case !day:
		c.monthOnly++
	}
	c.numeric++
	if w.meridiem {
		c.meridiem++
	}
	if day && month {
		c.dates-- // counted twice
	}
}

// compare looks at a row's dates of sending and of acceptance: under the wrong order some requests
// are accepted before they are sent.
func (c *dateColumn) compare(sentCell, acceptedCell string) {
	sent, ok := parseWritten(sentCell)
	if !ok || !sent.numeric || sent.dotted {
		return
	}
	accepted, ok := parseWritten(acceptedCell)
	if !ok || !accepted.numeric || accepted.dotted {
		return
	}
	for _, order := range []dateOrder{dayFirst, monthFirst} {
		from, fromOK := sent.resolve(order, c.zone)
		to, toOK := accepted.resolve(order, c.zone)
		if fromOK && toOK && DayOf(to) < DayOf(from)-1 {
			c.early[order]++
		}
	}
}

// note counts a date under one order, if it is one.
func (c *dateColumn) note(w written, order dateOrder) bool {
	t, ok := w.resolve(order, c.zone)
	if !ok {
		return false
	}
	c.dates++
	if c.days[order] == nil {
		c.days[order] = map[Day]int64{}
	}
	c.days[order][DayOf(t)]++
	return true
}

// A native column is as LinkedIn wrote it: with AM and PM, month first. One that was saved again by a
// spreadsheet has lost them, and may have any order.
func (c *dateColumn) native() bool { return c.meridiem*2 > c.numeric }

// decide settles the order: by the user, by the format where its own form is kept, by what is possible,
// by another column of the same file, by the format, by AM and PM, and last by the delimiter, since a
// European spreadsheet writes semicolons.
func (c *dateColumn) decide(name string, fixed, other dateOrder, delimiter byte) {
	c.order = fixed
	telling := c.dayOnly + c.monthOnly
	switch {
	case c.numeric == 0:
	case c.chosen != undecided:
		c.order = c.chosen
	case fixed != undecided && c.native():
	case c.dayOnly != c.monthOnly:
		c.order = monthFirst
		if c.dayOnly > c.monthOnly {
			c.order = dayFirst
		}
		if rest := min(c.dayOnly, c.monthOnly); rest > 0 {
			c.doubt = fmt.Sprintf("the dates of column %q are mixed: most are written %s, %d cannot be and are set aside", name, c.order, rest)
		} else if telling*fewTelling < c.numeric {
			c.doubt = fmt.Sprintf("only %d of the %d dates of column %q tell that they are written %s, far fewer than there should be: check them, or set the order with --date-order", telling, c.numeric, name, c.order)
		}
	case other != undecided:
		c.order = other
	case c.early[dayFirst] < c.early[monthFirst]:
		c.order = dayFirst
	case c.early[monthFirst] < c.early[dayFirst]:
		c.order = monthFirst
	default:
		c.guess(name, fixed, delimiter)
	}
	c.last = c.newestSound()
}

// fewTelling: of the days of a year three in five are past the twelfth. Where fewer than one date in so
// many is, those may be the wrong ones.
const fewTelling = 20

func (c *dateColumn) guess(name string, fixed dateOrder, delimiter byte) {
	switch {
	case delimiter == ';' && c.meridiem == 0:
		c.order = dayFirst
	case fixed == undecided:
		c.order = monthFirst
	}
	c.doubt = fmt.Sprintf("the dates of column %q can be read day first or month first; they are read %s: check the period on the first sheet, or set the order with --date-order", name, c.order)
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

// Dates that are typed wrong lie far from the rest. One that is ten years later than the next is never
// right; one that is a year later is wrong when hardly any are.
const (
	farGap    = 3650
	wideGap   = 366
	fewErrors = 100 // one in so many
)

// newestSound is the newest date that is not a typing error, under the order decided; 0 when there is none.
func (c *dateColumn) newestSound() (newest Day) {
	counts := map[Day]int64{}
	maps.Copy(counts, c.days[undecided])
	if c.order != undecided {
		for day, n := range c.days[c.order] {
			counts[day] += n
		}
	}
	days := slices.SortedFunc(maps.Keys(counts), func(a, b Day) int { return cmp.Compare(b, a) })
	var after int64
	for i, day := range days {
		if i == 0 {
			newest = day
		} else if gap := days[i-1] - day; gap > farGap && after*2 <= c.dates || gap > wideGap && after*fewErrors <= c.dates {
			newest = day
		}
		after += counts[day]
	}
	return newest
}

// newestDay is the newest date under the order decided, typing errors left out; 0 when there is none.
func (c *dateColumn) newestDay() Day { return c.last }

// parse reads one cell under the order decided; ok is false for what is not a date.
func (c *dateColumn) parse(cell string) (t time.Time, ok bool) {
	w, ok := parseWritten(cell)
	if !ok || w.counted != notCounted && c.counts*2 < c.dates {
		return t, false
	}
	return w.resolve(c.order, c.zone)
}

// unreadable is the reason why a cell of the column is no date.
func (c *dateColumn) unreadable(cell string) string {
	how := ""
	if c.order != undecided {
		how = fmt.Sprintf(" (the column is read %s)", c.order)
	}
	return fmt.Sprintf("the date of sending %q cannot be read%s; write it as YYYY-MM-DD", Shorten(cell, 40), how)
}

// style says how the dates of the column are written, for the record.
func (c *dateColumn) style() string {
	switch {
	case c.dates == 0:
		return ""
	case c.counts*2 >= c.dates:
		return "numbers"
	case c.numeric == 0:
		return "unambiguous"
	default:
		return c.order.String()
	}
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
