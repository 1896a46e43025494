package export

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// An unknownHeader is the error for a header that no format knows.
type unknownHeader []string

// Error says what was seen and what is missing, with the nearest name that would do.
func (header unknownHeader) Error() string {
	if at := slices.IndexFunc(header, func(cell string) bool { _, date := isDate(strings.TrimSpace(cell)); return date }); at >= 0 {
		return fmt.Sprintf("no header found: the first line looks like a row (%s); put the names of the columns above it, or say what they are, "+
			"for example with --header-line 0 --map sent=#%d --map recipient=#1", columnsSeen(header), at+1)
	}
	field, column := FieldSent, "Column"
	if hint, ok := nearest(header); ok {
		field, column = hint.field, hint.name
	}
	return fmt.Sprintf("no header of sent requests found: it needs a column for the date of sending and one for the recipient, "+
		"or one for the note; columns seen: %s%s; name the columns, for example with --map %s=%q",
		columnsSeen(header), nearestText(header), FlagName(field), column)
}

func columnsSeen(header []string) string {
	seen := make([]string, 0, len(header))
	for _, name := range header {
		if name = strings.TrimSpace(name); name != "" {
			seen = append(seen, Shorten(name, 40))
		}
	}
	if len(seen) > 20 {
		seen = append(seen[:20], fmt.Sprintf("and %d more", len(seen)-20))
	}
	return strings.Join(seen, ", ")
}

// A nameHint is a column that is nearly called like one that would do.
type nameHint struct {
	field       Field
	name, alias string
	distance    int
}

func nearestText(header []string) string {
	if hint, ok := nearest(header); ok {
		return fmt.Sprintf(" (%q is near to %q)", hint.name, hint.alias)
	}
	return ""
}

// nearest is the column whose name is nearest to a known one.
func nearest(header []string) (nameHint, bool) {
	var hints []nameHint
	for _, field := range []Field{FieldSent, FieldNote, FieldRecipient, FieldRecruiter, FieldStatus} {
		best := nameHint{distance: 3}
		for _, name := range header {
			folded := foldHeader(name)
			if isColumnName(name) {
				continue
			}
			for _, alias := range genericHeaders[field] {
				if d := distance(folded, alias); d > 0 && d < best.distance && d*3 < len(alias) {
					best = nameHint{field, strings.TrimSpace(name), alias, d}
				}
			}
		}
		if best.name != "" {
			hints = append(hints, best)
		}
	}
	if len(hints) == 0 {
		return nameHint{}, false
	}
	return slices.MinFunc(hints, func(a, b nameHint) int { return cmp.Compare(a.distance, b.distance) }), true
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

// columnNames are all names that mean something in a table of requests.
var columnNames = func() map[string]bool {
	names := map[string]bool{}
	for _, aliases := range genericHeaders {
		for _, alias := range aliases {
			names[alias] = true
		}
	}
	return names
}()

func isColumnName(name string) bool { return looksLikeName(name) && columnNames[foldHeader(name)] }

// looksLikeName reports whether a cell may be the name of a column, at a glance.
func looksLikeName(cell string) bool {
	return cell != "" && len(cell) < 40 && (cell[0] < '0' || cell[0] > '9')
}
