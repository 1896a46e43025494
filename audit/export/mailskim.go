package export

import "bytes"

// nativeColumns is where LinkedIn writes who wrote to whom in messages.csv since 2023.
var nativeColumns = map[Field]int{FieldRecruiter: 2, FieldRecruiterProfile: 3, FieldRecipient: 4, FieldProfile: 5}

// skimmer tells rows of people who are not looked for from their first cells, which is most of the rows, and splitting
// them would be most of the work. It is nil where only a whole row tells. A row that it leaves out add would leave out
// for the same reason, unless it is damaged behind those cells.
func (m *mail) skimmer(t *table) func(line []byte) Skip {
	for field, column := range nativeColumns {
		if at, ok := t.mapping.columns[field]; !ok || at != column {
			return nil
		}
	}
	if m.ownerProfile == "" || m.byNameOnly || t.layout.delimiter != ',' || t.layout.backslash || t.layout.blanks || t.has(FieldDirection) {
		return nil
	}
	return m.skim
}

func (m *mail) skim(line []byte) Skip {
	if bytes.Count(line, []byte{'"'})%2 != 0 {
		return "" // it goes on in the next line
	}
	var cells [6][]byte
	for i := range cells {
		cell, rest, ok := firstCell(line)
		if !ok {
			return ""
		}
		cells[i], line = cell, rest
	}
	if len(bytes.TrimSpace(cells[2])) == 0 || bytes.Count(cells[5], inPath) != 1 {
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

// firstCell cuts the first cell off a line; ok is false where that takes more than a look.
func firstCell(line []byte) (cell, rest []byte, ok bool) {
	if len(line) > 0 && line[0] == '"' {
		end := bytes.IndexByte(line[1:], '"')
		if end < 0 || end+2 >= len(line) || line[end+2] != ',' {
			return nil, nil, false
		}
		return line[1 : end+1], line[end+3:], true
	}
	end := bytes.IndexByte(line, ',')
	if end < 0 {
		return nil, nil, false
	}
	return line[:end], line[end+1:], bytes.IndexByte(line[:end], '"') < 0
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
