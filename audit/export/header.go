package export

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// A mapping says which column holds which field.
type mapping struct {
	format  *Format
	columns map[Field]int
	known   int      // columns whose names the format knows, a measure of how well it fits
	doubts  []string // columns that could have been read instead
}

// foldHeader makes "Sent At", "sent_at" and "sentAt" equal.
func foldHeader(name string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, name)
}

// recognise finds the format of a header; ok is false when no format fits.
func recognise(header []string) (mapping, bool) {
	folded := make([]string, len(header))
	for i, name := range header {
		folded[i] = foldHeader(name)
	}
	for _, format := range Formats {
		m := mapColumns(format, folded, header)
		for _, group := range format.Required {
			if !slices.ContainsFunc(group, func(f Field) bool { _, have := m.columns[f]; return !have }) {
				return m, true
			}
		}
	}
	return mapping{}, false
}

func mapColumns(format *Format, folded, header []string) mapping {
	m := mapping{format: format, columns: map[Field]int{}}
	for field, aliases := range format.Headers {
		for _, alias := range aliases {
			for i, name := range folded {
				if name != alias {
					continue
				}
				m.known++
				if first, have := m.columns[field]; have {
					m.doubts = append(m.doubts, fmt.Sprintf("columns %d (%q) and %d (%q) could both be the field %q; column %d is read", first+1, header[first], i+1, header[i], field, first+1))
				} else {
					m.columns[field] = i
				}
			}
		}
	}
	slices.Sort(m.doubts) // Headers is a map
	return m
}

// list of the columns in the order of the file, for the record.
func (m mapping) list(header []string) []Column {
	columns := make([]Column, len(header))
	for i, name := range header {
		columns[i].Name = strings.TrimSpace(name)
	}
	for field, i := range m.columns {
		columns[i].Field = field
	}
	return columns
}

// An unknownHeader is the error for a header that no format knows.
type unknownHeader []string

// Error says what was seen and what is missing, with the nearest name that would do.
func (header unknownHeader) Error() string {
	seen := make([]string, 0, len(header))
	for _, name := range header {
		if name = strings.TrimSpace(name); name != "" {
			seen = append(seen, shorten(name, 40))
		}
	}
	if len(seen) > 20 {
		seen = append(seen[:20], fmt.Sprintf("and %d more", len(seen)-20))
	}
	return fmt.Sprintf("no header of sent requests found: it needs a column for the date of sending and one for the recipient, "+
		"or one for the note; columns seen: %s%s; rename the columns, for example to Recruiter, Sent, Recipient, Note, Status",
		strings.Join(seen, ", "), nearest(header))
}

// nearest suggests known names for columns that are nearly called so.
func nearest(header []string) string {
	type hint struct {
		name, alias string
		distance    int
	}
	var hints []hint
	for _, field := range []Field{FieldSent, FieldNote, FieldRecipient, FieldRecruiter, FieldStatus} {
		best := hint{distance: 3}
		for _, name := range header {
			folded := foldHeader(name)
			for _, alias := range genericHeaders[field] {
				if d := distance(folded, alias); d > 0 && d < best.distance && d*3 < len(alias) {
					best = hint{strings.TrimSpace(name), alias, d}
				}
			}
		}
		if best.name != "" {
			hints = append(hints, best)
		}
	}
	if len(hints) == 0 {
		return ""
	}
	best := slices.MinFunc(hints, func(a, b hint) int { return cmp.Compare(a.distance, b.distance) })
	return fmt.Sprintf(" (%q is near to %q)", best.name, best.alias)
}

// distance is Levenshtein's: the fewest letters to add, drop or change.
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			change := diagonal
			if a[i] != b[j] {
				change++
			}
			diagonal = row[j+1]
			row[j+1] = min(change, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}

// shorten cuts text at n runes, visibly.
func shorten(text string, n int) string {
	runes := 0
	for i := range text {
		if runes == n {
			return text[:i] + "…"
		}
		runes++
	}
	return text
}
