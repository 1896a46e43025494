package export

import (
	"bytes"
	"io"
)

// nativeColumns is where LinkedIn writes who wrote to whom in messages.csv since 2023.
var nativeColumns = map[Field]int{FieldRecruiter: 2, FieldRecruiterProfile: 3, FieldRecipient: 4, FieldProfile: 5}

// skimmer tells rows of people who are not looked for from their first cells, which is most of the rows, and splitting
// them would be most of the work. It is nil where only a whole row tells. A row that it leaves out add would leave out
// for the same reason. Where the row may go on in the next line, it says that instead.
func (m *mail) skimmer(t *table) func(row []byte) (reason Skip, goesOn bool) {
	for field, column := range nativeColumns {
		if at, ok := t.mapping.columns[field]; !ok || at != column {
			return nil
		}
	}
	if m.whole || m.ownerProfile == "" || m.byNameOnly || t.layout.delimiter != ',' || t.layout.backslash || t.layout.blanks || t.has(FieldDirection) {
		return nil
	}
	k := skim{mail: m, width: len(t.header)}
	return k.row
}

// A skim is what is known of the rows that were skimmed last: those of one conversation follow each other.
type skim struct {
	*mail
	width int
	known [2]skimmed
	next  int // of known, to be replaced
}

// skimmed is from whom and to whom a row was, as it is written, and whether it is of people who are not looked for.
type skimmed struct {
	people []byte
	others bool
}

func (k *skim) row(row []byte) (reason Skip, goesOn bool) {
	var cells [6][]byte
	rest, more, ok, from := row, true, false, 0
	for i := range cells {
		if !more {
			return "", false
		}
		if i == nativeColumns[FieldRecruiter] {
			from = len(row) - len(rest)
		}
		if cells[i], rest, more, ok = strictCell(rest); !ok {
			return "", false
		}
	}
	if !more || !k.isOthers(row[from:len(row)-len(rest)], &cells) {
		return "", false
	}
	n := len(cells)
	if bytes.IndexByte(rest, '"') < 0 {
		n += bytes.Count(rest, []byte{','}) + 1
		more = false
	}
	for ; more; n++ {
		if _, rest, more, ok = strictCell(rest); !ok {
			return "", true
		}
	}
	if n != k.width {
		return "", false
	}
	return OtherPeople, false
}

// isOthers reports whether the cells of the people of a row tell that they are not looked for.
func (k *skim) isOthers(people []byte, cells *[6][]byte) bool {
	for i := range k.known {
		if bytes.Equal(k.known[i].people, people) {
			return k.known[i].others
		}
	}
	at := &k.known[k.next]
	k.next = (k.next + 1) % len(k.known)
	at.people, at.others = append(at.people[:0], people...), k.mail.isOthers(cells)
	return at.others
}

// isOthers reports whether the first cells of a row tell that it is of people who are not looked for.
func (m *mail) isOthers(cells *[6][]byte) bool {
	if len(bytes.TrimSpace(cells[2])) == 0 || bytes.Count(cells[5], inPath) != 1 {
		return false
	}
	other := plainSlug(cells[3])
	if string(other) == m.ownerProfile {
		other = plainSlug(cells[5])
	}
	return len(other) > 0 && m.bySlug[string(other)] == nil
}

// skimOver reads on behind a line that the row which it begins may go on after, as long as nothing but a row that need
// not be split can come of it. Where something else can, the lines are given back, and the reason is "".
func (s *splitter) skimOver(first line) (Skip, error) {
	if bytes.IndexByte(chomp(first.text), '\r') >= 0 {
		return "", nil
	}
	row, held := append(s.skimmed[:0], chomp(first.text)...), s.held[:0]
	defer func() { s.skimmed, s.held = row, held }()
	for {
		next, err := s.lines.next()
		if err != nil && err != io.EOF {
			return "", err
		}
		body := chomp(next.text)
		plain := err == nil && !next.tooLong && bytes.IndexByte(body, '\r') < 0 && len(row)+len(body) <= s.lines.limit && bytes.Count(body, []byte{s.layout.delimiter}) < s.width-1
		if plain {
			row = append(append(row, '\n'), body...)
			if quote := bytes.IndexByte(body, '"'); quote >= 0 {
				reason, goesOn := s.skim(row)
				if reason != "" && !(s.typed && bytes.Count(body[:quote], []byte{s.layout.delimiter}) > s.evidence.first() && s.begins(string(body))) {
					return reason, nil
				}
				plain = goesOn
			}
		}
		if plain && next.text[len(next.text)-1] == s.lines.end {
			held = append(held, next.text...)
			continue
		}
		back := linesOf(held, first.number+1, s.lines.end)
		if err == nil {
			back = append(back, line{number: next.number, text: bytes.Clone(next.text), tooLong: next.tooLong})
		}
		s.lines.unread(back)
		return "", nil
	}
}

// linesOf cuts text into lines again, the first of which has a number.
func linesOf(text []byte, number int, end byte) (lines []line) {
	for whole := range bytes.SplitAfterSeq(bytes.Clone(text), []byte{end}) {
		if len(whole) > 0 {
			lines = append(lines, line{number: number, text: whole})
			number++
		}
	}
	return lines
}

// strictCell cuts the first cell off a line, its quotes off and those inside it as they are; more tells that others
// follow. ok is false for a cell that is not written by the rules (RFC 4180), and for one that goes on in the next line.
func strictCell(line []byte) (cell, rest []byte, more, ok bool) {
	if len(line) == 0 || line[0] != '"' {
		end := bytes.IndexByte(line, ',')
		if end < 0 {
			return line, nil, false, bytes.IndexByte(line, '"') < 0
		}
		return line[:end], line[end+1:], true, bytes.IndexByte(line[:end], '"') < 0
	}
	for at := 1; ; at += 2 {
		end := bytes.IndexByte(line[at:], '"')
		if end < 0 {
			return nil, nil, false, false
		}
		switch at += end; {
		case at+1 == len(line):
			return line[1:at], nil, false, true
		case line[at+1] == ',':
			return line[1:at], line[at+2:], true, true
		case line[at+1] != '"':
			return nil, nil, false, false
		}
	}
}

var inPath = []byte("/in/")

// plainSlug is what profileSlug makes of an address, nil where that takes more than a look.
func plainSlug(address []byte) []byte {
	start := bytes.Index(address, inPath)
	if start < 0 {
		return nil
	}
	slug := address[start+len(inPath):]
	for _, c := range slug {
		if (c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-' && c != '_' {
			return nil
		}
	}
	return slug
}
