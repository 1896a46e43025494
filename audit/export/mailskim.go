package export

import "bytes"

// nativeColumns is where LinkedIn writes who wrote to whom in messages.csv since 2023.
var nativeColumns = map[Field]int{FieldRecruiter: 2, FieldRecruiterProfile: 3, FieldRecipient: 4, FieldProfile: 5}

// skimmer tells rows of people who are not looked for from their first cells, which is most of the rows, and splitting
// them would be most of the work. It is nil where only a whole row tells. A row that it leaves out add would leave out
// for the same reason.
func (m *mail) skimmer(t *table) func(line []byte) Skip {
	for field, column := range nativeColumns {
		if at, ok := t.mapping.columns[field]; !ok || at != column {
			return nil
		}
	}
	if m.whole || m.ownerProfile == "" || m.byNameOnly || t.layout.delimiter != ',' || t.layout.backslash || t.layout.blanks || t.has(FieldDirection) {
		return nil
	}
	width := len(t.header)
	return func(line []byte) Skip { return m.skim(line, width) }
}

func (m *mail) skim(line []byte, width int) Skip {
	var cells [6][]byte
	n := 0
	for more := true; more; n++ {
		var cell []byte
		var ok bool
		if cell, line, more, ok = strictCell(line); !ok {
			return ""
		}
		if n < len(cells) {
			cells[n] = cell
		}
	}
	if n != width || len(bytes.TrimSpace(cells[2])) == 0 || bytes.Count(cells[5], inPath) != 1 {
		return ""
	}
	other := plainSlug(cells[3])
	if string(other) == m.ownerProfile {
		other = plainSlug(cells[5])
	}
	if len(other) == 0 || m.bySlug[string(other)] != nil {
		return ""
	}
	return OtherPeople
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
