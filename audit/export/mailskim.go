package export

import (
	"bytes"
	"io"
)

// Where LinkedIn writes who wrote to whom in messages.csv since 2023.
const (
	firstOfPeople = 2
	peopleCells   = 4
)

var nativeColumns = [peopleCells]Field{FieldRecruiter, FieldRecruiterProfile, FieldRecipient, FieldProfile}

// skimmer tells rows of people who are not looked for from their first cells, which is most of the rows, and splitting
// them would be most of the work. It is nil where only a whole row tells. A row that it leaves out add would leave out
// for the same reason. Where the row may go on in the next line, it says that instead.
func (m *mail) skimmer(t *table) func(row []byte) (reason Skip, goesOn bool) {
	for i, field := range nativeColumns {
		if at, ok := t.mapping.columns[field]; !ok || at != firstOfPeople+i {
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
	people []byte // the cells with the delimiters behind them
	others bool
}

func (k *skim) row(row []byte) (reason Skip, goesOn bool) {
	rest, more, ok := row, true, false
	for range firstOfPeople {
		if _, rest, more, ok = strictCell(rest); !ok || !more {
			return "", false
		}
	}
	others, rest, ok := k.people(rest)
	if !ok || !others {
		return "", false
	}
	n := firstOfPeople + peopleCells
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

// people cuts the cells of who wrote to whom off, behind which others must follow, and reports whether these are people
// who are not looked for.
func (k *skim) people(text []byte) (others bool, rest []byte, ok bool) {
	for i := range k.known {
		if known := &k.known[i]; len(known.people) > 0 && bytes.HasPrefix(text, known.people) {
			return known.others, text[len(known.people):], true
		}
	}
	var cells [peopleCells][]byte
	rest, more := text, true
	for i := range cells {
		if cells[i], rest, more, ok = strictCell(rest); !ok || !more {
			return false, nil, false
		}
	}
	at := &k.known[k.next]
	k.next = (k.next + 1) % len(k.known)
	at.people, at.others = append(at.people[:0], text[:len(text)-len(rest)]...), k.mail.isOthers(cells)
	return at.others, rest, true
}

// isOthers reports whether the cells of who wrote to whom tell that they are not looked for.
func (m *mail) isOthers(cells [peopleCells][]byte) bool {
	sender, from, to := cells[0], cells[1], cells[3]
	if len(bytes.TrimSpace(sender)) == 0 || bytes.Count(to, inPath) != 1 {
		return false
	}
	other := plainSlug(from)
	if string(other) == m.ownerProfile {
		other = plainSlug(to)
	}
	return len(other) > 0 && m.bySlug[string(other)] == nil
}

// skimOver reads on behind a line that the row which it begins may go on after, as long as nothing but a row that need
// not be split can come of it. Where something else can, the lines are given back, and the reason is "".
func (s *splitter) skimOver(first line) (Skip, error) {
	if bytes.IndexByte(chomp(first.text), '\r') >= 0 {
		return "", nil
	}
	s.held.clear()
	row := append(s.skimmed[:0], chomp(first.text)...)
	defer func() { s.skimmed = row }()
	for {
		next, err := s.lines.next()
		if err == io.EOF {
			break
		}
		if err != nil {
			return "", err
		}
		s.held.add(next)
		body := chomp(next.text)
		if next.tooLong || bytes.IndexByte(body, '\r') >= 0 || len(row)+len(body) > s.lines.limit || bytes.Count(body, []byte{s.layout.delimiter}) >= s.width-1 {
			break
		}
		row = append(append(row, '\n'), body...)
		closed, stray := s.closes(body)
		if stray {
			break
		}
		if !closed {
			continue
		}
		quote := bytes.IndexByte(body, '"')
		reason, goesOn := s.skim(row)
		if reason != "" && !(s.typed && bytes.Count(body[:quote], []byte{s.layout.delimiter}) > s.evidence.first() && s.begins(string(body))) {
			return reason, nil
		}
		if !goesOn {
			break
		}
	}
	s.lines.unread(s.held.lines())
	return "", nil
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
