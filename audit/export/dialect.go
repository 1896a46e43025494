package export

import (
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// A dialect is how a file lays out its table, and what its columns are.
type dialect struct {
	encoding Encoding
	end      byte   // last byte of a line end
	ends     string // how lines end, for the record
	layout   layout
	skip     int // lines up to and with the header
	header   []string
	mapping  mapping
	typed    bool // most rows have a cell that proves them rows
	allEnds  bool // the lines of one file end in several ways
}

// delimiters that exports use, and their names for the record.
var delimiters = []struct {
	char byte
	name string
}{{',', "comma"}, {';', "semicolon"}, {'\t', "tab"}, {'|', "pipe"}}

func delimiterNames() []string {
	var names []string
	for _, delimiter := range delimiters {
		names = append(names, delimiter.name)
	}
	return names
}

// Depths in lines: notes of LinkedIn, titles of reports, "sep=;" and the like come before a header, and
// a quoted name in it may have line breaks.
const (
	headerDepth  = 60
	headerHeight = 12
)

// findDialect looks for the line that reads as the header of a known format, with each delimiter.
// The delimiter under which most column names are known wins; among lines the first.
func findDialect(found head, reading Reading, limits Limits) (best dialect, err error) {
	var most trial
	for i, end := range lineEnds(found.text) {
		d := dialect{encoding: found.encoding, end: end, ends: lineEndName(found.text)}
		tried, problem := d.find(found, reading, limits)
		switch {
		case problem != nil && i == 0:
			err = problem
		case problem == nil && (best.header == nil || tried.better(most)):
			best, most, err = d, tried, nil
		}
	}
	return best, err
}

// find sets all of the dialect but the line end, and says how well the first rows fit it.
func (d *dialect) find(found head, reading Reading, limits Limits) (trial, error) {
	lines := strings.SplitAfter(string(found.text), string(rune(d.end)))
	err := d.findHeader(lines, reading)
	if err != nil && d.ends == "mixed" {
		d.allEnds = true
		lines = splitAtAllEnds(string(found.text))
		if d.findHeader(lines, reading) == nil {
			err = nil
		}
	}
	if err != nil {
		return trial{}, err
	}
	if len(d.header) > int(limits.Columns) {
		return trial{}, limitError{fmt.Sprintf("the table has %d columns, more than %d", len(d.header), limits.Columns), "columns"}
	}
	rows := strings.Join(lines[d.skip:], "")
	tried := d.findLayout(rows, found.whole, reading, limits)
	d.mapping.settleDoubles(d.header, d.sample(rows, limits))
	return tried, nil
}

// splitAtAllEnds cuts text into lines that end with LF, CR or both.
func splitAtAllEnds(text string) (lines []string) {
	for text != "" {
		end := strings.IndexAny(text, "\r\n")
		if end < 0 {
			return append(lines, text)
		}
		if strings.HasPrefix(text[end:], "\r\n") {
			end++
		}
		lines, text = append(lines, text[:end+1]), text[end+1:]
	}
	return lines
}

// findHeader sets all that the header line tells. The error is an unknownHeader when no line is one.
func (d *dialect) findHeader(lines []string, reading Reading) error {
	from, to := 0, headerDepth
	if reading.HeaderLine != nil {
		from, to = max(*reading.HeaderLine-1, 0), max(*reading.HeaderLine, 1)
	}
	var widest []string
	var misfit error
	for number := from; number < min(to, len(lines)); number++ {
		known := 0
		for _, delimiter := range delimiters {
			if reading.Delimiter != "" && !strings.EqualFold(reading.Delimiter, delimiter.name) {
				continue
			}
			header, height := headerAt(lines[number:], delimiter.char)
			if reading.HeaderLine != nil && *reading.HeaderLine == 0 {
				header, height = numbered(len(header)), 0
			}
			if len(header) > len(widest) {
				widest = header
			}
			m, err := recognise(header, reading)
			switch {
			case err != nil && misfit == nil:
				misfit = err
			case err == nil && m.known > known:
				known = m.known
				d.layout.delimiter, d.skip, d.header, d.mapping = delimiter.char, number+height, header, m
			}
		}
		if known > 0 {
			return nil
		}
	}
	var unknown unknownHeader
	switch {
	case misfit != nil && !errors.As(misfit, &unknown):
		return misfit
	case len(widest) == 0:
		return errors.New("no header found; the first line of a CSV names its columns")
	}
	return asTold(unknownHeader(widest), reading)
}

// asTold adds to a header that is not known how the user wanted it to be read: that may be the reason.
func asTold(unknown unknownHeader, reading Reading) error {
	told := Reading{Format: reading.Format, Delimiter: reading.Delimiter, HeaderLine: reading.HeaderLine}.words(true)
	if len(told) == 0 {
		return unknown
	}
	return fmt.Errorf("%w; it was read as told: %s", unknown, strings.Join(told, ", "))
}

// headerAt reads a header that starts at the first of lines, and how many lines it takes.
func headerAt(lines []string, delimiter byte) (header []string, height int) {
	for _, l := range []layout{{delimiter: delimiter}, {delimiter: delimiter, blanks: true}} {
		text := ""
		for height = 1; height <= min(headerHeight, len(lines)); height++ {
			text += lines[height-1]
			fields, open, strays := l.split(string(chomp([]byte(text))))
			if open || strays > 0 {
				continue
			}
			if len(fields) == 1 && strings.IndexByte(fields[0], delimiter) >= 0 {
				fields, _, _ = l.split(fields[0]) // a table whose rows were quoted as a whole
			}
			return fields, height
		}
	}
	fields, _, _ := layout{delimiter: delimiter}.split(string(chomp([]byte(lines[0]))))
	return fields, 1
}

// numbered are the names of the columns of a file without a header.
func numbered(width int) []string {
	names := make([]string, width)
	for i := range names {
		names[i] = "#" + strconv.Itoa(i+1)
	}
	return names
}

// sampleRows is how many rows tell which of two columns of one name is filled.
const sampleRows = 200

// sample is the fields of the first sound rows.
func (d *dialect) sample(rows string, limits Limits) (sample [][]string) {
	s := d.splitter(strings.NewReader(rows), limits)
	for len(sample) < sampleRows {
		rec, err := s.next()
		if err != nil {
			break
		}
		if rec.sound() {
			sample = append(sample, rec.fields)
		}
	}
	return sample
}

// splitter cuts the rows of in, which starts behind the header.
func (d *dialect) splitter(in io.Reader, limits Limits) *splitter {
	lines := newLineReader(in, d.end, limits.Record)
	lines.allEnds = d.allEnds
	return &splitter{
		lines: lines, layout: d.layout, width: len(d.header), named: d.named(),
		evidence: d.mapping.evidence(), typed: d.typed, rooms: new(rooms),
	}
}

func (d dialect) delimiterName() string {
	for _, delimiter := range delimiters {
		if delimiter.char == d.layout.delimiter {
			return delimiter.name
		}
	}
	return ""
}

// named is the number of columns up to the last one that has a name.
func (d dialect) named() int {
	n := len(d.header)
	for n > 0 && strings.TrimSpace(d.header[n-1]) == "" {
		n--
	}
	return n
}

// isHeader reports whether a row repeats the header, as where two files were put together.
func (d dialect) isHeader(fields []string) bool {
	for i, field := range fields {
		if strings.TrimSpace(field) != strings.TrimSpace(d.header[i]) {
			return false
		}
	}
	return true
}

// anotherHeader reports whether a row is the header of a table with other columns.
func (d dialect) anotherHeader(fields []string) bool {
	if len(fields) < 2 || !isColumnName(fields[0]) || len(fields) == len(d.header) && d.isHeader(fields) {
		return false
	}
	names := 0
	for _, field := range fields {
		if isColumnName(field) {
			names++
		}
	}
	_, err := recognise(fields, Reading{})
	return err == nil && names*2 > len(fields)
}
