package export

import (
	"strings"
	"time"
)

// A dateOrder says how numeric dates of a column are written. It is decided for a whole column, never
// for a single cell: 3/4/2026 tells nothing by itself.
type dateOrder uint8

const (
	undecided  dateOrder = iota
	dayFirst             // 31/12/2026
	monthFirst           // 12/31/2026
)

// Years outside this range are typing errors: LinkedIn opened in 2003.
const (
	firstYear = 2003
	lastYear  = 2099
)

// A written date is what a cell says before the order of its numbers is known.
type written struct {
	year, month, day int  // month and day are the first and second number where numeric
	numeric          bool // two numbers whose order the column decides
	dotted           bool // parted by dots, which only day-first countries do
	hour, minute     int
	second           int
	meridiem         bool // had AM or PM
	zone             *time.Location
}

// parseWritten reads a date with an optional time: ISO 8601, numbers parted by / . or -, or with an
// English month name; times with seconds, fractions, AM and PM, offsets. ok is false for anything else.
func parseWritten(s string) (w written, ok bool) {
	c := &cursor{rest: strings.TrimSpace(s)}
	if !c.date(&w) {
		return w, false
	}
	c.skip(" ,T\u00a0\u202f")
	if c.rest == "" {
		return w, true
	}
	return w, c.clock(&w) && c.offset(&w) && strings.TrimSpace(c.rest) == ""
}

// resolve turns what is written into a time. A time without an offset is in zone.
func (w written) resolve(order dateOrder, zone *time.Location) (time.Time, bool) {
	month, day := w.month, w.day
	if w.numeric && (w.dotted || order == dayFirst) {
		month, day = day, month
	}
	year := w.year
	switch {
	case year < 69:
		year += 2000
	case year < 100:
		year += 1900
	}
	if w.zone != nil {
		zone = w.zone
	}
	t := time.Date(year, time.Month(month), day, w.hour, w.minute, w.second, 0, zone)
	if year < firstYear || year > lastYear || month < 1 || month > 12 || t.Day() != day {
		return time.Time{}, false
	}
	return t, true
}

// A cursor eats a cell from the left.
type cursor struct{ rest string }

func (c *cursor) skip(set string) bool {
	before := len(c.rest)
	c.rest = strings.TrimLeft(c.rest, set)
	return len(c.rest) < before
}

// number reads digits; their count tells 26 from 2026.
func (c *cursor) number() (n, digits int) {
	for digits < len(c.rest) && digits < 9 && c.rest[digits] >= '0' && c.rest[digits] <= '9' {
		n = n*10 + int(c.rest[digits]-'0')
		digits++
	}
	c.rest = c.rest[digits:]
	return n, digits
}

func (c *cursor) word() string {
	n := 0
	for n < len(c.rest) && (c.rest[n]|0x20 >= 'a' && c.rest[n]|0x20 <= 'z') {
		n++
	}
	word := c.rest[:n]
	c.rest = c.rest[n:]
	return word
}

func (c *cursor) date(w *written) bool {
	if c.rest == "" {
		return false
	}
	if c.rest[0] < '0' || c.rest[0] > '9' {
		return c.monthNameFirst(w)
	}
	first, digits := c.number()
	if c.rest == "" {
		return false
	}
	separator := c.rest[0]
	if digits == 4 {
		return c.yearFirst(w, first, separator)
	}
	if !c.skip(" -/.") || digits > 2 {
		return false
	}
	if name := c.word(); name != "" {
		w.day, w.month = first, monthOf(name)
		c.skip(" -/.,")
		return w.month > 0 && c.year(w)
	}
	second, digits := c.number()
	if digits < 1 || digits > 2 || c.rest == "" || c.rest[0] != separator {
		return false
	}
	c.rest = c.rest[1:]
	w.month, w.day, w.numeric, w.dotted = first, second, true, separator == '.'
	return c.year(w)
}

func (c *cursor) yearFirst(w *written, year int, separator byte) bool {
	if separator != '-' && separator != '/' && separator != '.' {
		return false
	}
	c.rest = c.rest[1:]
	w.year = year
	var digits [2]int
	w.month, digits[0] = c.number()
	if c.rest == "" || c.rest[0] != separator {
		return false
	}
	c.rest = c.rest[1:]
	w.day, digits[1] = c.number()
	return digits[0] > 0 && digits[0] < 3 && digits[1] > 0 && digits[1] < 3
}

// monthNameFirst reads "Jan 2, 2026", also behind a name of a weekday.
func (c *cursor) monthNameFirst(w *written) bool {
	w.month = monthOf(c.word())
	if w.month == 0 {
		if !c.skip(" ,") || c.rest == "" {
			return false
		}
		return (c.rest[0] >= '0' && c.rest[0] <= '9' || monthOf(c.rest[:min(3, len(c.rest))]) > 0) && c.date(w)
	}
	c.skip(" .")
	var digits int
	w.day, digits = c.number()
	c.skip(" ,")
	return digits > 0 && digits < 3 && c.year(w)
}

func (c *cursor) year(w *written) bool {
	var digits int
	w.year, digits = c.number()
	return digits == 2 || digits == 4
}

// clock reads 7:05, 19:05:33.123 or 7:05 PM.
func (c *cursor) clock(w *written) bool {
	var digits int
	if w.hour, digits = c.number(); digits < 1 || digits > 2 || c.rest == "" || c.rest[0] != ':' {
		return false
	}
	c.rest = c.rest[1:]
	if w.minute, digits = c.number(); digits != 2 {
		return false
	}
	if strings.HasPrefix(c.rest, ":") {
		c.rest = c.rest[1:]
		if w.second, digits = c.number(); digits != 2 {
			return false
		}
		if c.rest != "" && (c.rest[0] == '.' || c.rest[0] == ',') {
			c.rest = c.rest[1:]
			c.number()
		}
	}
	c.skip(" \u00a0\u202f")
	if len(c.rest) >= 2 && (c.rest[1]|0x20) == 'm' && (c.rest[0]|0x20 == 'a' || c.rest[0]|0x20 == 'p') {
		if w.hour < 1 || w.hour > 12 {
			return false
		}
		w.meridiem = true
		w.hour %= 12
		if c.rest[0]|0x20 == 'p' {
			w.hour += 12
		}
		c.rest = c.rest[2:]
		c.skip(" ")
	}
	return w.hour < 24 && w.minute < 60 && w.second < 61
}

// offset reads Z, UTC, GMT, +02:00 or -0700.
func (c *cursor) offset(w *written) bool {
	if c.rest == "" {
		return true
	}
	if word := c.word(); word != "" {
		w.zone = time.UTC
		return word == "Z" || word == "z" || strings.EqualFold(word, "UTC") || strings.EqualFold(word, "GMT")
	}
	sign := 1
	if c.rest[0] == '-' {
		sign = -1
	} else if c.rest[0] != '+' {
		return false
	}
	c.rest = c.rest[1:]
	hours, digits := c.number()
	minutes := 0
	if digits == 4 {
		hours, minutes = hours/100, hours%100
	} else if strings.HasPrefix(c.rest, ":") {
		c.rest = c.rest[1:]
		minutes, _ = c.number()
	}
	if hours > 14 || minutes > 59 {
		return false
	}
	w.zone = time.FixedZone("", sign*(hours*3600+minutes*60))
	return true
}

var monthNames = []string{"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"}

// monthOf is the number of an English month, whole or cut to three letters or more; 0 if it is none.
func monthOf(name string) int {
	if len(name) < 3 {
		return 0
	}
	for i, month := range monthNames {
		if len(name) <= len(month) && strings.EqualFold(name, month[:len(name)]) {
			return i + 1
		}
	}
	return 0
}
