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
}

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
	before   string                     // first cell of the row before
	ended    bool                       // it was: what follows are not this table's rows
	grown    []byte                     // room for a record of several lines
	strays   int64                      // quotes that are not where quotes belong
	skim     func(text []byte) Skip     // says of a line that is a record of its own that it need not be split, and why; may be nil
}

// next is the following record; io.EOF after the last. Blank lines are no records.
func (s *splitter) next() (record, error) {
	for {
		first, err := s.lines.next()
		if err != nil {
			return record{}, err
		}
		if first.tooLong {
			return bad(first.number, string(chomp(first.text)), TooLong, limitError{"the line is longer than " + bytesText(int64(s.lines.limit)), "record"}.Error()), nil
		}
		if s.skim != nil {
			if reason := s.skim(chomp(first.text)); reason != "" {
				return record{line: first.number, skip: reason}, nil
			}
		}
		text := string(chomp(first.text))
		if strings.TrimSpace(text) == "" {
			continue
		}
		fields, open, strays := s.layout.split(text)
		if (open || len(fields) != s.width) && s.cut(first, text, open) {
			continue
		}
		if open {
			return s.multiline(first.number, text)
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

// multiline reads on from a line that ends inside a quoted field. The quote was a stray one when a quote
// further down can neither close the field nor be a doubled one, when a line on the way is a row beyond
// doubt, or when the line that closes it is a sound record by itself: then only the first line is lost.
func (s *splitter) multiline(number int, first string) (record, error) {
	var following []held
	giveUp := func() (record, error) {
		lines := make([]line, len(following))
		for i, h := range following {
			lines[i] = line{number: h.number, text: []byte(h.text), tooLong: h.tooLong}
		}
		s.lines.unread(lines)
		return bad(number, first, UnclosedQuote, "a quote is opened and not closed; close or remove it"), nil
	}
	grown := append(s.grown[:0], first...)
	defer func() { s.grown = grown }()
	for sound, inRow := 0, 0; ; {
		next, err := s.lines.next()
		if err == io.EOF {
			return giveUp()
		}
		if err != nil {
			return record{}, err
		}
		text := string(next.text)
		following = append(following, held{next.number, next.tooLong, text})
		body := chomp(text)
		if s.sound(body) {
			sound++
			inRow++
		} else {
			inRow = 0
		}
		closed, stray := s.layout.closes(body)
		if stray || next.tooLong || inRow > 0 && s.enough(inRow) || len(grown)+len(body) > s.lines.limit {
			return giveUp()
		}
		before := len(grown)
		grown = append(append(grown, '\n'), body...)
		if !closed {
			continue
		}
		text = string(grown)
		fields, _, strays := s.layout.split(text)
		rec := s.fit(number, text, fields)
		if rec.code != "" {
			if piece, ok := s.lines.cut(line{number: next.number, text: []byte(following[len(following)-1].text), tooLong: next.tooLong}); ok { // rows behind it end in another way
				s.lines.unread([]line{piece})
				following, grown = following[:len(following)-1], grown[:before]
				continue
			}
		}
		if inRow > 0 || rec.code != "" && sound > 0 || s.typed && s.begins(body) {
			return giveUp()
		}
		s.strays += int64(strays)
		return rec, nil
	}
}

// A held line was read behind an open quote, and may have to be given back.
type held struct {
	number  int
	tooLong bool
	text    string // with its line end
}

// begins reports whether the cells before the first quote of a line show that a row begins there: the
// quote opens a field of its own.
func (s *splitter) begins(body string) bool {
	before, _, _ := strings.Cut(body, `"`)
	cells := strings.Split(before, string(rune(s.layout.delimiter)))
	contradicts, proves := s.evidence.weigh(cells[:len(cells)-1])
	return proves && !contradicts
}

// narrow tables have rows that two lines of a note may look like.
const narrow = 4

// enough reports whether so many sound lines in a row show that an open quote is a stray one. One line
// that its cells prove to be a row is enough; without such cells a note may well have one such line.
func (s *splitter) enough(inRow int) bool {
	return s.typed || inRow == 2 && s.width >= narrow
}

// sound reports whether a line inside an open quote is a record of its own.
func (s *splitter) sound(body string) bool {
	if s.width < 2 || strings.Count(body, string(rune(s.layout.delimiter))) < s.width-1 {
		return false
	}
	fields, open, strays := s.layout.split(body)
	if open || strays > 0 || len(fields) != s.width {
		return false
	}
	contradicts, proves := s.evidence.weigh(fields)
	return !s.typed || proves && !contradicts
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
	case !s.ended && s.again != nil && fields[0] != s.before: // most rows begin like the one before
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
