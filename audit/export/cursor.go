package export

import (
	"strings"
	"time"
	"unicode"
)

// A cursor eats a date from the left.
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

// word reads letters of any script.
func (c *cursor) word() string {
	n := strings.IndexFunc(c.rest, func(r rune) bool { return !unicode.IsLetter(r) })
	if n < 0 {
		n = len(c.rest)
	}
	word := c.rest[:n]
	c.rest = c.rest[n:]
	return word
}

// only eats a word if it is one of those.
func (c *cursor) only(words map[string]bool) bool {
	before := c.rest
	if found, _ := inLower(words, c.word()); found {
		return true
	}
	c.rest = before
	return false
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
	switch {
	case digits == 4:
		return c.yearFirst(w, first, separator)
	case digits == 8:
		w.year, w.month, w.day = first/10000, first/100%100, first%100
		return separator == 'T' || separator == ' '
	case digits > 2:
		return false
	}
	if separator != '/' && separator != '-' && separator != '.' || !startsWithDigit(c.rest[1:]) {
		return c.dayThenName(w, first)
	}
	c.rest = c.rest[1:]
	second, digits := c.number()
	if digits < 1 || digits > 2 || c.rest == "" || c.rest[0] != separator {
		return false
	}
	c.rest = strings.TrimLeft(c.rest[1:], " ")
	w.month, w.day, w.numeric, w.dotted = first, second, true, separator == '.'
	return c.year(w)
}

func startsWithDigit(s string) bool {
	s = strings.TrimLeft(s, " ")
	return s != "" && s[0] >= '0' && s[0] <= '9'
}

// dayThenName reads what follows the day in "9 Jan 2026", "9. Januar 2026", "9th of January 2026" and
// "9 de enero de 2026".
func (c *cursor) dayThenName(w *written, day int) bool {
	w.day = day
	c.only(ordinals)
	c.skip(" -/.,º°ª")
	c.only(particles)
	c.skip(" ")
	if w.month = monthOf(c.word()); w.month == 0 {
		return false
	}
	c.skip(" -/.,")
	c.only(particles)
	c.skip(" ")
	return c.year(w)
}

var (
	ordinals  = map[string]bool{"st": true, "nd": true, "rd": true, "th": true, "er": true, "e": true, "o": true}
	particles = map[string]bool{"of": true, "de": true, "del": true, "di": true, "do": true}
)

func (c *cursor) yearFirst(w *written, year int, separator byte) bool {
	if separator != '-' && separator != '/' && separator != '.' {
		return false
	}
	c.rest = c.rest[1:]
	w.year = year
	var digits [2]int
	w.month, digits[0] = c.number()
	if digits[0] == 0 { // 2026-Jan-09
		if w.month = monthOf(c.word()); w.month == 0 {
			return false
		}
		digits[0] = 2
	}
	if c.rest == "" || c.rest[0] != separator {
		return false
	}
	c.rest = c.rest[1:]
	w.day, digits[1] = c.number()
	return digits[0] > 0 && digits[0] < 3 && digits[1] > 0 && digits[1] < 3
}

// monthNameFirst reads "Jan 2, 2026", also behind a name of a weekday. Some short names of weekdays
// are those of months, as the French "mar." is.
func (c *cursor) monthNameFirst(w *written) bool {
	name := c.word()
	if name == "" {
		return false
	}
	behind := *c
	if w.month = monthOf(name); w.month > 0 {
		c.skip(" .")
		var digits int
		w.day, digits = c.number()
		c.only(ordinals)
		c.skip(" ,")
		if digits > 0 && digits < 3 && c.year(w) {
			return true
		}
	}
	*c, *w = behind, written{}
	return c.skip(" ,.") && c.rest != "" && (startsWithDigit(c.rest) || monthOf((&cursor{c.rest}).word()) > 0) && c.date(w)
}

func (c *cursor) year(w *written) bool {
	if strings.HasPrefix(c.rest, "'") || strings.HasPrefix(c.rest, "’") {
		c.skip("'’")
	}
	var digits int
	w.year, digits = c.number()
	return digits == 2 || digits == 4
}

// connector eats the word between date and time.
func (c *cursor) connector() {
	if c.only(connectors) {
		c.skip(" ")
		c.only(connectors) // a las
		c.skip(" ")
	}
	c.skip("-–@ ")
}

var connectors = map[string]bool{"at": true, "um": true, "à": true, "a": true, "las": true, "às": true, "om": true, "alle": true, "ore": true, "kl": true}

// clock reads 7:05, 19:05:33.123, 19.05, 19h05, 7:05 PM or 190533.
func (c *cursor) clock(w *written) bool {
	var digits int
	w.hour, digits = c.number()
	switch {
	case digits == 6:
		w.hour, w.minute, w.second = w.hour/10000, w.hour/100%100, w.hour%100
	case digits == 4:
		w.hour, w.minute = w.hour/100, w.hour%100
	case digits < 1 || digits > 2:
		return false
	case c.rest == "" || !strings.ContainsRune(":.h", rune(c.rest[0])):
		c.skip(" \u00a0\u202f")
		return c.halves(w) && w.twelve // 7 PM
	default:
		separator := c.rest[:1]
		c.rest = c.rest[1:]
		if w.minute, digits = c.number(); digits != 2 {
			return false
		}
		if strings.HasPrefix(c.rest, separator) && separator != "h" && startsWithDigit(c.rest[1:]) {
			c.rest = c.rest[1:]
			if w.second, digits = c.number(); digits != 2 {
				return false
			}
		}
	}
	if c.rest != "" && (c.rest[0] == '.' || c.rest[0] == ',') && startsWithDigit(c.rest[1:]) {
		c.rest = c.rest[1:]
		c.number()
	}
	c.skip(" \u00a0\u202f")
	return c.halves(w) && w.hour < 24 && w.minute < 60 && w.second < 61
}

// halves reads AM, pm, a.m. or "p. m." for the half of the day; it fails only for hours that have none.
func (c *cursor) halves(w *written) bool {
	if len(c.rest) < 2 || c.rest[0]|0x20 != 'a' && c.rest[0]|0x20 != 'p' {
		c.only(hourWords)
		c.skip(" ")
		return true
	}
	american := c.rest[1]|0x20 == 'm' // in "p. m." the order of day and month is Spanish
	rest := strings.TrimLeft(c.rest[1:], ". \u00a0\u202f")
	if rest == "" || rest[0]|0x20 != 'm' || len(rest) > 1 && unicode.IsLetter(rune(rest[1])) {
		return true
	}
	if w.hour < 1 || w.hour > 12 {
		return false
	}
	w.twelve, w.meridiem = true, american
	w.hour %= 12
	if c.rest[0]|0x20 == 'p' {
		w.hour += 12
	}
	c.rest = strings.TrimLeft(rest[1:], ". ")
	return true
}

var hourWords = map[string]bool{"uhr": true, "h": true, "hrs": true, "uur": true}

// zones that mean one offset wherever they are written.
var zones = map[string]int{
	"z": 0, "utc": 0, "gmt": 0, "wet": 0, "west": 1, "cet": 1, "cest": 2, "mez": 1, "mesz": 2, "eet": 2, "eest": 3,
	"est": -5, "edt": -4, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7,
}

// offset reads Z, UTC, GMT, CET, +02:00, -0700, GMT+0200 and what JavaScript puts in brackets behind it.
func (c *cursor) offset(w *written) bool {
	if c.rest == "" {
		return true
	}
	if word := c.word(); word != "" {
		hours, known := inLower(zones, word)
		if !known {
			return false
		}
		w.zone = time.UTC
		if hours != 0 {
			w.zone = time.FixedZone("", hours*3600)
		}
	}
	if c.rest != "" && (c.rest[0] == '+' || c.rest[0] == '-') && !c.signed(w) {
		return false
	}
	c.skip(" ")
	if strings.HasPrefix(c.rest, "(") && strings.HasSuffix(c.rest, ")") {
		c.rest = ""
	}
	if _, known := inLower(zones, c.rest); known {
		c.rest = "" // +0000 UTC
	}
	return true
}

func (c *cursor) signed(w *written) bool {
	sign := 1
	if c.rest[0] == '-' {
		sign = -1
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
	if digits == 0 || hours > 14 || minutes > 59 {
		return false
	}
	w.zone = time.FixedZone("", sign*(hours*3600+minutes*60))
	return true
}
