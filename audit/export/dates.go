package export

import (
	"math"
	"strconv"
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

// FirstDay is the first day that a date may be of.
var FirstDay = DayOf(time.Date(firstYear, 1, 1, 0, 0, 0, 0, time.UTC))

// A written date is what a cell says before the order of its numbers is known.
type written struct {
	year, month, day int  // month and day are the first and second number where numeric
	numeric          bool // two numbers whose order the column decides
	dotted           bool // parted by dots, which only day-first countries do
	hour, minute     int
	second           int
	twelve           bool // had a half of the day in any spelling
	meridiem         bool // had AM or PM
	zone             *time.Location
	counted          counting
	count            float64 // of days or seconds, where counted
}

// A counting is a date as a number that a program wrote. It is believed only in a column of them.
type counting uint8

const (
	notCounted counting = iota
	excelDays           // days since 30 December 1899
	unixSeconds
)

// parseWritten reads a date with an optional time: ISO 8601, numbers parted by / . or -, or with a
// month's name; times with seconds, fractions, AM and PM, offsets; a count of days or seconds. ok is
// false for anything else.
func parseWritten(s string) (w written, ok bool) {
	c := &cursor{rest: strings.TrimSpace(s)}
	if digitsOnly(c.rest) {
		return parseDigits(c.rest)
	}
	if !c.date(&w) {
		return w, false
	}
	c.skip(" ,T\u00a0\u202f")
	if c.rest == "" {
		return w, true
	}
	c.connector()
	return w, c.clock(&w) && c.offset(&w) && strings.TrimSpace(c.rest) == ""
}

// digitsOnly is for counts, which may have a fraction.
func digitsOnly(s string) bool {
	points := 0
	for i := range len(s) {
		switch {
		case s[i] >= '0' && s[i] <= '9':
		case (s[i] == '.' || s[i] == ',') && i > 0:
			points++
		default:
			return false
		}
	}
	return points < 2 && len(s) > 4
}

// parseDigits reads 20260109, and counts by how many digits they have: Excel's days have had five since
// 1927, seconds since 1970 have had ten since 2001, milliseconds thirteen.
func parseDigits(s string) (w written, ok bool) {
	whole, _, _ := strings.Cut(strings.ReplaceAll(s, ",", "."), ".")
	if len(whole) == 8 && len(s) == 8 {
		w.year, _ = strconv.Atoi(s[:4])
		w.month, _ = strconv.Atoi(s[4:6])
		w.day, _ = strconv.Atoi(s[6:])
		return w, true
	}
	count, err := strconv.ParseFloat(strings.ReplaceAll(s, ",", "."), 64)
	if err != nil {
		return w, false
	}
	switch len(whole) {
	case 5:
		w.counted, w.count = excelDays, count
	case 10:
		w.counted, w.count = unixSeconds, count
	case 13:
		w.counted, w.count = unixSeconds, count/1000
	}
	return w, w.counted != notCounted
}

// resolve turns what is written into a time. A time without an offset is in zone.
func (w written) resolve(order dateOrder, zone *time.Location) (time.Time, bool) {
	if w.counted != notCounted {
		return w.fromCount(zone)
	}
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

// fromCount: Excel's days are a wall clock, to the second; seconds since 1970 are in UTC.
func (w written) fromCount(zone *time.Location) (t time.Time, ok bool) {
	if w.counted == excelDays {
		days, part := math.Modf(w.count)
		t = time.Date(1899, 12, 30+int(days), 0, 0, int(math.Round(part*86400)), 0, zone)
	} else {
		t = time.Unix(int64(w.count), 0).UTC()
	}
	return t, t.Year() >= firstYear && t.Year() <= lastYear
}
