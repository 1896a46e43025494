package report

import (
	"regexp"
	"strings"
	"time"
	"unicode/utf16"
	"unicode/utf8"
)

const (
	// maxCell is how many UTF-16 code units Excel keeps of a cell. Longer text makes a file it calls damaged.
	maxCell = 32_767
	// cutMark ends a text that was too long for a cell.
	cutMark = " [cut: too long for a cell]"
)

// escape is how Excel stores a control character.
var escape = regexp.MustCompile(`^_x[0-9A-Fa-f]{4}_`)

// cellText is text as a cell can hold it: without the characters that XML forbids and without the
// invisible ones that turn around the text after them, and not longer than a cell.
func cellText(s string) string {
	if isCellText(s) {
		return s
	}
	s = strings.ToValidUTF8(s, "\ufffd")
	s = strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
	s = strings.Map(func(r rune) rune {
		if forbidden(r) {
			return -1
		}
		return r
	}, s)
	return cut(s)
}

// isCellText reports whether a text needs no change, as far as a quick look tells.
func isCellText(s string) bool {
	for _, r := range s {
		if r == utf8.RuneError || r == '\r' || forbidden(r) {
			return false
		}
	}
	return len(s) <= maxCell
}

func forbidden(r rune) bool {
	switch {
	case r == '\t', r == '\n':
		return false
	case r < ' ', r == 0x7f, r >= 0x80 && r < 0xa0: // control characters
		return true
	case r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069: // embeddings and overrides of direction
		return true
	}
	return r == 0xfffe || r == 0xffff
}

func cut(s string) string {
	if len(s) <= maxCell || len(utf16.Encode([]rune(s))) <= maxCell {
		return s
	}
	units, room := 0, maxCell-len(cutMark)
	for i, r := range s {
		if units += utf16.RuneLen(r); units > room {
			return s[:i] + cutMark
		}
	}
	return s
}

// serial is a day as Excel counts them, from the last day of 1899. It is not for days before March
// 1900, where Excel's calendar has a day that never was.
func serial(t time.Time) float64 {
	return float64(t.Unix()/86400 - time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC).Unix()/86400)
}

// Printable is text for a terminal: what could move its cursor or turn its text around is shown as a
// question mark.
func Printable(s string) string {
	return strings.Map(func(r rune) rune {
		if r == '\t' || r == '\n' || forbidden(r) || r == utf8.RuneError || r == 0x2028 || r == 0x2029 {
			return '?'
		}
		return r
	}, strings.ToValidUTF8(s, "?"))
}
