package export

import (
	"bytes"
	"fmt"
	"io"
	"strings"
)

// A record is one row of a table, or the reason why it could not be read.
type record struct {
	line   int      // physical line where it starts
	fields []string // as many as the header has columns; nil with a code
	raw    string   // as it stands in the file, without the last line end
	code   Code     // "" when sound
	reason string
}

// A splitter cuts a table into records. Quoted fields may span lines. A quote that is never closed
// costs its own line only: the splitter goes on at the line after it.
type splitter struct {
	lines     *lineReader
	delimiter byte
	width     int // columns of the header
	named     int // columns up to the last one that has a name
}

// next is the following record; io.EOF after the last. Blank lines are no records.
func (s *splitter) next() (record, error) {
	for {
		first, err := s.lines.next()
		if err != nil {
			return record{}, err
		}
		if first.tooLong {
			return bad(first, TooLong, fmt.Sprintf("the line is longer than %d MB", maxRecord>>20)), nil
		}
		text := string(chomp(first.text))
		if strings.TrimSpace(text) == "" {
			continue
		}
		fields, open := split(text, s.delimiter)
		if !open {
			return s.fit(first.number, text, fields), nil
		}
		return s.multiline(line{number: first.number, text: []byte(text)})
	}
}

// narrow tables have rows that two lines of a note may look like.
const narrow = 4

// multiline reads on from a line that ends inside a quoted field. The quote was a stray one when a quote
// further down can neither close the field nor be a doubled one, when the line that closes it is a
// sound record by itself, or when two lines in a row are: then only the first line is lost.
func (s *splitter) multiline(first line) (record, error) {
	var following []line
	giveUp := func() (record, error) {
		s.lines.unread(following)
		return bad(first, UnclosedQuote, "a quote is opened and not closed; close or remove it"), nil
	}
	grown := first.text
	for sound, inRow := 0, 0; ; {
		next, err := s.lines.next()
		if err == io.EOF {
			return giveUp()
		}
		if err != nil {
			return record{}, err
		}
		next.text = bytes.Clone(next.text)
		following = append(following, next)
		body := string(chomp(next.text))
		if s.sound(body) {
			sound++
			inRow++
		} else {
			inRow = 0
		}
		closed, stray := closes(body, s.delimiter)
		if stray || next.tooLong || inRow == 2 && s.width >= narrow || len(grown)+len(body) > maxRecord {
			return giveUp()
		}
		grown = append(append(grown, '\n'), body...)
		if !closed {
			continue
		}
		text := string(grown)
		fields, _ := split(text, s.delimiter)
		rec := s.fit(first.number, text, fields)
		if inRow > 0 || rec.code != "" && sound > 0 {
			return giveUp()
		}
		return rec, nil
	}
}

// sound reports whether a line inside an open quote is a record of its own.
func (s *splitter) sound(body string) bool {
	if s.width < 2 || strings.Count(body, string(s.delimiter)) < s.width-1 {
		return false
	}
	fields, open, strays := splitCounting(body, s.delimiter)
	return !open && strays == 0 && len(fields) == s.width
}

// fit checks the number of fields. Only differences with a single reading are mended: empty cells
// beyond the header, and columns missing at the end that have no name anyway.
func (s *splitter) fit(number int, text string, fields []string) record {
	have := len(fields)
	for len(fields) > s.width && strings.TrimSpace(fields[len(fields)-1]) == "" {
		fields = fields[:len(fields)-1]
	}
	for len(fields) >= s.named && len(fields) < s.width {
		fields = append(fields, "")
	}
	at := line{number: number, text: []byte(text)}
	switch {
	case len(fields) > s.width:
		return bad(at, TooManyFields, fmt.Sprintf("%d fields, the header has %d; a field that contains the delimiter must be quoted", have, s.width))
	case len(fields) < s.width:
		return bad(at, TooFewFields, fmt.Sprintf("%d fields, the header has %d; complete the row", have, s.width))
	}
	return record{line: number, fields: fields, raw: text}
}

// bad is a record that could not be read.
func bad(at line, code Code, reason string) record {
	return record{line: at.number, raw: string(chomp(at.text)), code: code, reason: reason}
}

// split cuts text into fields; open means that it ends inside a quoted field. A quote that neither
// closes a field nor is doubled is taken as it stands, as every spreadsheet does.
func split(text string, delimiter byte) (fields []string, open bool) {
	fields, open, _ = splitCounting(text, delimiter)
	return fields, open
}

func splitCounting(text string, delimiter byte) (fields []string, open bool, strays int) {
	fields = make([]string, 0, strings.Count(text, string(delimiter))+1)
	for {
		if strings.HasPrefix(text, `"`) {
			field, rest, stray, closed := quoted(text[1:], delimiter)
			strays += stray
			fields = append(fields, field)
			if !closed {
				return fields, true, strays
			}
			if rest == "" {
				return fields, false, strays
			}
			text = rest[1:]
			continue
		}
		field, rest, more := strings.Cut(text, string(delimiter))
		strays += strings.Count(field, `"`)
		fields = append(fields, field)
		if !more {
			return fields, false, strays
		}
		text = rest
	}
}

// quoted reads a field after its opening quote. The rest starts with the delimiter, or is "".
func quoted(text string, delimiter byte) (field, rest string, strays int, closed bool) {
	plain := true // no quote inside so far: the field is a slice of the text
	var built strings.Builder
	for from := 0; ; {
		at := strings.IndexByte(text[from:], '"')
		if at < 0 {
			return text, "", strays, false
		}
		at += from
		after := text[at+1:]
		if after == "" || after[0] == delimiter {
			if plain {
				return text[:at], after, strays, true
			}
			built.WriteString(text[from:at])
			return built.String(), after, strays, true
		}
		plain = false
		built.WriteString(text[from : at+1])
		from = at + 1
		if after[0] == '"' {
			from++
		} else {
			strays++
		}
	}
}

// closes tells what a line does to a quote that is open where it begins: whether the record is
// complete at its end, and whether a quote in it can neither close nor be a doubled one.
func closes(body string, delimiter byte) (closed, stray bool) {
	_, rest, strays, ended := quoted(body, delimiter)
	if strays > 0 {
		return false, true
	}
	if !ended {
		return false, false
	}
	if rest == "" {
		return true, false
	}
	_, open, _ := splitCounting(rest[1:], delimiter)
	return !open, false
}
