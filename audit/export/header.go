package export

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// A mapping says which column holds which field.
type mapping struct {
	format   *Format
	columns  map[Field]int
	rivals   map[Field][]int    // all columns that could hold a field, the best first, where there are several
	known    int                // columns whose names the format knows, a measure of how well it fits
	doubts   []string           // columns that could have been read instead
	statuses map[string]Outcome // words that the user explained, folded
	why      string             // why it is this format
}

// foldHeader makes "Sent At", "sent_at" and "sentAt" equal, and "Prénom" and "Prenom".
func foldHeader(name string) string {
	for i := range len(name) {
		if name[i] >= 0x80 {
			name = strings.ReplaceAll(norm.NFKD.String(name), "ß", "ss")
			break
		}
	}
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, name)
}

// foldAll folds the names of a header. What stands in brackets behind a name is dropped, as in "Sent (UTC)", where that
// makes a name that is known and that no other column has.
func foldAll(header []string) []string {
	whole := make([]string, len(header))
	for i, name := range header {
		whole[i] = foldHeader(name)
	}
	folded := slices.Clone(whole)
	for i, name := range header {
		before, _, ok := strings.Cut(name, "(")
		if short := foldHeader(before); ok && !columnNames[whole[i]] && columnNames[short] && !slices.Contains(whole, short) {
			folded[i] = short
		}
	}
	return folded
}

// recognise finds the format of a header. The error is an unknownHeader when no format fits, and tells
// what is wrong where the header is of a known tool or the user's own mapping does not fit.
func recognise(header []string, reading Reading) (mapping, error) {
	folded := foldAll(header)
	for _, format := range Formats {
		if reading.Format != "" && !strings.EqualFold(reading.Format, format.ID) {
			continue
		}
		if !format.marked(folded) && reading.Format == "" {
			continue
		}
		m := mapColumns(format, folded, header, reading)
		if m.complete() {
			m.statuses = foldWords(reading.Statuses)
			return m, nil
		}
		if len(format.Marks) > 0 && m.known > 0 {
			return m, fmt.Errorf("this looks like an export of %s, but lacks a column for %s; columns seen: %s; export it again with that column, or name it, for example with --map %s=\"Column\"",
				format.Doc, m.missing(), columnsSeen(header), FlagName(m.missing()))
		}
	}
	return mapping{}, unknownHeader(header)
}

// marked reports whether a header has the columns by which a tool's export is told from others.
func (f *Format) marked(folded []string) bool {
	return len(f.Marks) == 0 || slices.ContainsFunc(f.Marks, func(group []string) bool {
		return (!f.Alone || len(group) == len(folded)) && !slices.ContainsFunc(group, func(mark string) bool { return !slices.Contains(folded, mark) })
	})
}

// complete reports whether one of the groups that the format requires is there as a whole.
func (m mapping) complete() bool {
	return slices.ContainsFunc(m.format.Required, m.has)
}

// missing is the first required field that is not there.
func (m mapping) missing() Field {
	for _, field := range m.format.Required[0] {
		if _, have := m.columns[field]; !have {
			return field
		}
	}
	return ""
}

func mapColumns(format *Format, folded, header []string, reading Reading) mapping {
	m := mapping{format: format, columns: map[Field]int{}, rivals: map[Field][]int{}}
	taken := m.byUser(header, reading)
	for _, field := range Fields {
		if _, have := m.columns[field]; have || reading.Columns[field] == "-" {
			continue
		}
		var all []int
		for _, alias := range format.Headers[field] {
			for i, name := range folded {
				if name == alias && !taken[i] {
					all = append(all, i)
				}
			}
		}
		if len(all) == 0 {
			continue
		}
		m.known += len(all)
		m.columns[field] = all[0]
		if len(all) > 1 {
			m.rivals[field] = all
		}
	}
	m.partsOfNames(folded)
	m.why = m.reason(folded, header)
	return m
}

// byUser maps the columns that the user named, as far as this file has them.
func (m *mapping) byUser(header []string, reading Reading) (taken map[int]bool) {
	taken = map[int]bool{}
	for field, name := range reading.Columns {
		if column := m.named(name, header); column >= 0 {
			m.columns[field] = column
			m.known++
			taken[column] = true
		}
	}
	return taken
}

// named is the column that a user means by a name, or by a number as in "#3"; -1 when there is none.
func (m mapping) named(name string, header []string) int {
	if number, err := strconv.Atoi(strings.TrimPrefix(name, "#")); strings.HasPrefix(name, "#") && err == nil {
		if number > len(header) {
			return -1
		}
		return number - 1
	}
	exact := slices.IndexFunc(header, func(column string) bool { return strings.TrimSpace(column) == strings.TrimSpace(name) })
	if exact >= 0 || foldHeader(name) == "" {
		return exact
	}
	return slices.IndexFunc(header, func(column string) bool { return foldHeader(column) == foldHeader(name) })
}

// partsOfNames settles words that mean the whole name in one table and a part of it in another: "Nome"
// beside "Cognome" is the first name, "Name" beside "Vorname" the last.
func (m *mapping) partsOfNames(folded []string) {
	whole, haveWhole := m.columns[FieldRecipient]
	_, haveFirst := m.columns[FieldFirstName]
	_, haveLast := m.columns[FieldLastName]
	switch {
	case !haveWhole || haveFirst == haveLast:
	case haveLast && slices.Contains(firstOrWhole, folded[whole]):
		m.columns[FieldFirstName] = whole
		delete(m.columns, FieldRecipient)
	case haveFirst && slices.Contains(lastOrWhole, folded[whole]):
		m.columns[FieldLastName] = whole
		delete(m.columns, FieldRecipient)
	}
}

// reason says which columns told the format.
func (m mapping) reason(folded, header []string) string {
	var told []string
	for i, name := range header {
		byMark := slices.ContainsFunc(m.format.Marks, func(group []string) bool { return slices.Contains(group, folded[i]) })
		byField := len(m.format.Marks) == 0 && slices.ContainsFunc(m.format.Required, func(group []Field) bool {
			return m.has(group) && slices.ContainsFunc(group, func(f Field) bool { return m.columns[f] == i })
		})
		if byMark || byField {
			told = append(told, fmt.Sprintf("%q", strings.TrimSpace(name)))
		}
	}
	return "it has the columns " + strings.Join(told, ", ")
}

// has reports whether all fields of a group have a column.
func (m mapping) has(group []Field) bool {
	return !slices.ContainsFunc(group, func(f Field) bool { _, have := m.columns[f]; return !have })
}

// settleDoubles picks, where several columns could hold a field, the first that has anything in the
// sample, and says so, but where a tool is known to have both.
func (m *mapping) settleDoubles(header []string, sample [][]string) {
	for _, field := range Fields {
		all := m.rivals[field]
		if len(all) == 0 || m.columns[field] != all[0] {
			continue
		}
		filled := slices.IndexFunc(all, func(column int) bool {
			return slices.ContainsFunc(sample, func(row []string) bool { return strings.TrimSpace(row[column]) != "" })
		})
		m.columns[field] = all[max(filled, 0)]
		read := m.columns[field]
		for _, other := range all {
			known := len(m.format.Marks) > 0 && foldHeader(header[other]) != foldHeader(header[read])
			if other != read && !known {
				m.doubts = append(m.doubts, fmt.Sprintf("columns %d (%q) and %d (%q) could both be the field %s; column %d is read; --map %s=#%d would read the other",
					read+1, header[read], other+1, header[other], field, read+1, FlagName(field), other+1))
			}
		}
	}
}

// status is the outcome that a word of the status column means; ok is false for words that are not known.
func (m *mapping) status(word string) (outcome Outcome, ok bool) {
	if len(m.statuses) > 0 {
		if outcome, ok := lookUp(m.statuses, word); ok {
			return outcome, true
		}
	}
	if outcome, ok := lookUp(m.format.Statuses, word); ok {
		return outcome, true
	}
	return lookUp(statusWords, word)
}

func foldWords(words map[string]Outcome) map[string]Outcome {
	folded := make(map[string]Outcome, len(words))
	for word, outcome := range words {
		folded[foldHeader(word)] = outcome
	}
	return folded
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

// Shorten cuts text at n runes, visibly.
func Shorten(text string, n int) string {
	runes := 0
	for i := range text {
		if runes == n {
			return text[:i] + "…"
		}
		runes++
	}
	return text
}
