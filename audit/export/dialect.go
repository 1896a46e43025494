package export

import (
	"bytes"
	"errors"
	"strings"
)

// A dialect is how a file lays out its table, and what its columns are.
type dialect struct {
	encoding  Encoding
	end       byte // last byte of a line end
	delimiter byte
	skip      int // lines up to and with the header
	header    []string
	mapping   mapping
}

// delimiters that exports use, and their names for the record.
var delimiters = []struct {
	char byte
	name string
}{{',', "comma"}, {';', "semicolon"}, {'\t', "tab"}, {'|', "pipe"}}

// headerDepth is how many lines at the top are searched for the header: notes of LinkedIn, titles of
// reports, "sep=;" and the like come before it.
const headerDepth = 30

// findDialect looks for the line that reads as the header of a known format, with each delimiter.
// The delimiter under which most column names are known wins; among lines the first.
func findDialect(found Encoding, head []byte) (dialect, error) {
	d := dialect{encoding: found, end: lineEnd(head)}
	lines := newLineReader(bytes.NewReader(head), d.end)
	var widest []string
	for number := 1; number <= headerDepth; number++ {
		next, err := lines.next()
		if err != nil {
			break
		}
		text := string(chomp(next.text))
		known := 0
		for _, delimiter := range delimiters {
			header, open := split(text, delimiter.char)
			if open || len(header) > len(text) {
				continue
			}
			if len(header) > len(widest) {
				widest = header
			}
			if m, ok := recognise(header); ok && m.known > known {
				known = m.known
				d.delimiter, d.skip, d.header, d.mapping = delimiter.char, number, header, m
			}
		}
		if known > 0 {
			return d, nil
		}
	}
	if len(widest) == 0 {
		return d, errors.New("no header found; the first line of a CSV names its columns")
	}
	return d, unknownHeader(widest)
}

func (d dialect) delimiterName() string {
	for _, delimiter := range delimiters {
		if delimiter.char == d.delimiter {
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
