package export

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"
)

// A record is one row of a table, or the reason why it could not be read.
type record struct {
	line   int      // physical line where it starts
	fields []string // as many as the header has columns; nil with a code
	raw    string   // as it stands in the file, without the last line end
	code   Code     // "" when it could be read
	reason string
	mended bool // its fields were put together in the only way there is
	skip   Skip // why it is left out although it could be read, as far as its form tells
	more   int  // rows in a row behind it that are skimmed for the same reason
}

// mostSkimmed is how many rows are skimmed before anybody is told.
const mostSkimmed = 1000

// sound reports whether a record has the cells of a row.
func (r *record) sound() bool { return r.code == "" && r.skip == "" }

// A splitter cuts a table into records. Quoted fields may span lines. A quote that is never closed
// costs its own line only: the splitter goes on at the line after it.
type splitter struct {
	lines    *lineReader
	layout   layout
	width    int // columns of the header
	named    int // columns up to the last one that has a name
	evidence evidence
	typed    bool                       // most rows have a cell that proves them rows
	again    func(fields []string) bool // whether a row is the header of another table
	firsts   map[string]bool            // first cells of rows, and whether they may be names of columns
	before   string                     // first cell of the last row that was asked about
	ended    bool                       // it was: what follows are not this table's rows
	rooms    *rooms                     // for the fields of rows
	grown    []byte                     // room for a record of several lines
	strays   int64                      // quotes that are not where quotes belong
	skimmed  []byte                     // room for a row of several lines that is skimmed
	held     held                       // lines behind the first one of a record
	cells    []string                   // room for those before a quote

	// skim says of a row that it need not be split, and why, or that it may go on in the next line; may be nil.
	skim func(row []byte) (reason Skip, goesOn bool)
}

// next is the following record; io.EOF after the last. Blank lines are no records.
func (s *splitter) next() (record, error) {
	var left record // those that are skimmed
	for {
		first, err := s.lines.next()
		if err == io.EOF && left.skip != "" {
			return left, nil
		}
		if err != nil {
			return record{}, err
		}
		if first.tooLong && left.skip != "" {
			s.lines.unread([]line{first})
			return left, nil
		}
		if first.tooLong {
			return bad(first.number, string(chomp(first.text)), TooLong, limitError{"the line is longer than " + bytesText(int64(s.lines.limit)), "record"}.Error()), nil
		}
		if s.skim != nil {
			reason, goesOn := s.skim(chomp(first.text))
			if goesOn {
				first.text = append(s.grown[:0], first.text...) // it is read beyond
				s.grown = first.text
				if reason, err = s.skimOver(first); err != nil {
					return record{}, err
				}
			}
			if reason != "" {
				if left.skip == "" {
					left = record{line: first.number, skip: reason}
				} else if left.more++; left.more == mostSkimmed {
					return left, nil
				}
				continue
			}
			if left.skip != "" {
				s.lines.unread([]line{first})
				return left, nil
			}
		}
		body := chomp(first.text)
		if s.layout.opens(body) && bytes.IndexByte(body, s.lines.otherEnd()[0]) < 0 {
			return s.multiline(first.number, body)
		}
		text := string(body)
		if strings.TrimSpace(text) == "" {
			continue
		}
		fields, open, strays := s.layout.splitInto(s.rooms.next(s.width), text)
		if (open || len(fields) != s.width) && s.cut(first, text, open) {
			continue
		}
		if open {
			return s.multiline(first.number, body)
		}
		s.strays += int64(strays)
		return s.fit(first.number, text, fields), nil
	}
}

// cut breaks a line that does not fit at another system's line ends in it, if there are any. Where the
// line ends inside quotes, what comes before must be a row.
func (s *splitter) cut(whole line, text string, open bool) bool {
	first, _, ok := strings.Cut(text, s.lines.otherEnd())
	if !ok {
		return false
	}
	if open {
		if fields, stillOpen, strays := s.layout.split(first); stillOpen || strays > 0 || len(fields) != s.width {
			return false
		}
	}
	piece, _ := s.lines.cut(whole)
	s.lines.unread([]line{piece})
	return true
}

// narrow tables have rows that two lines of a note may look like.
const narrow = 4

// enough reports whether so many sound lines in a row show that an open quote is a stray one. One line
// that its cells prove to be a row is enough; without such cells a note may well have one such line.
func (s *splitter) enough(inRow int) bool {
	return s.typed || inRow == 2 && s.width >= narrow
}

// fit checks the number of fields. Only differences with a single reading are mended: empty cells
// beyond the header, columns missing at the end that have no name anyway, a row that was put into
// quotes as a whole, and a delimiter in a field that lies between fields of a known form.
func (s *splitter) fit(number int, text string, fields []string) record {
	if len(fields) == 1 && s.width > 1 {
		if inner, open, strays := s.layout.split(fields[0]); !open && strays == 0 && len(inner) >= s.named {
			fields = inner
		}
	}
	switch {
	case empty(fields):
		return record{line: number, raw: text, skip: Empty}
	case totals(fields):
		return record{line: number, raw: text, skip: TotalsRow}
	case !s.ended && s.again != nil && s.mayBeName(fields[0]) && fields[0] != s.before:
		s.before = fields[0]
		s.ended = s.again(fields) && s.followed(len(fields))
	}
	if s.ended {
		return bad(number, text, SecondTable, "a table with other columns begins in this file; put it in a file of its own")
	}
	have := len(fields)
	for len(fields) > s.width && strings.TrimSpace(fields[len(fields)-1]) == "" {
		fields = fields[:len(fields)-1]
	}
	for len(fields) >= s.named && len(fields) < s.width {
		fields = append(fields, "")
	}
	if len(fields) > s.width {
		if rejoined := s.rejoin(fields); rejoined != nil {
			return record{line: number, fields: rejoined, raw: text, mended: true}
		}
	}
	switch {
	case len(fields) > s.width:
		return bad(number, text, TooManyFields, fmt.Sprintf("%d fields, the header has %d; a field that contains the delimiter must be quoted", have, s.width))
	case len(fields) < s.width:
		return bad(number, text, TooFewFields, fmt.Sprintf("%d fields, the header has %d; complete the row", have, s.width))
	}
	return record{line: number, fields: fields, raw: text}
}

// mostFirsts is how many first cells are remembered: most rows begin like some other.
const mostFirsts = 4096

// mayBeName reports whether the first cell of a row may be the name of a column.
func (s *splitter) mayBeName(first string) bool {
	if !looksLikeName(first) {
		return false
	}
	is, known := s.firsts[first]
	if !known {
		is = isColumnName(first)
		if s.firsts == nil {
			s.firsts = map[string]bool{}
		}
		if len(s.firsts) < mostFirsts {
			s.firsts[strings.Clone(first)] = is
		}
	}
	return is
}

func empty(fields []string) bool {
	return !slices.ContainsFunc(fields, func(field string) bool { return strings.TrimSpace(field) != "" })
}

// totals reports whether a row holds sums: a word for them, and numbers or nothing.
func totals(fields []string) bool {
	label := ""
	for _, field := range fields {
		field = strings.TrimSpace(field)
		switch {
		case field == "":
		case label == "":
			label = field
		case strings.Trim(field, "0123456789.,% ") != "":
			return false
		}
	}
	return len(label) <= 24 && totalWords[foldHeader(label)]
}

// followed reports whether the next line is a row of so many fields, as behind a header.
func (s *splitter) followed(width int) bool {
	next, err := s.lines.next()
	if err != nil {
		return false
	}
	next.text = bytes.Clone(next.text)
	s.lines.unread([]line{next})
	fields, open, strays := s.layout.split(string(chomp(next.text)))
	return strays == 0 && (len(fields) == width || open)
}

// rejoin puts neighbouring fields together where a delimiter was not quoted. It returns nil unless there
// is exactly one way in which every cell with a form of its own has it, and one of them proves the row.
func (s *splitter) rejoin(fields []string) (only []string) {
	extra := len(fields) - s.width
	if extra > maxRejoined {
		return nil
	}
	for at := range s.width {
		pieces := fields[at : at+extra+1]
		if slices.ContainsFunc(pieces, func(piece string) bool { return strings.TrimSpace(piece) == "" }) {
			continue
		}
		joined := slices.Concat(fields[:at], []string{strings.Join(pieces, string(rune(s.layout.delimiter)))}, fields[at+extra+1:])
		if contradicts, proves := s.evidence.weigh(joined); contradicts || !proves {
			continue
		}
		if only != nil {
			return nil
		}
		only = joined
	}
	return only
}

// maxRejoined bounds how many delimiters a note is believed to have.
const maxRejoined = 20

// bad is a record that could not be read.
func bad(number int, text string, code Code, reason string) record {
	return record{line: number, raw: text, code: code, reason: reason}
}
