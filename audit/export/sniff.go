package export

import (
	"bytes"
	"errors"
	"strings"
)

// A content is what the first bytes of a file tell it to be, whatever its name.
type content uint8

const (
	text   content = iota // maybe: the reader will see
	zipped                // a zip archive
	gzipped
	foreign // something that holds no CSV
)

// magics are the first bytes of files that people take for a CSV.
var magics = []struct {
	prefix  string
	content content
	advice  string // completes "this is ..."
}{
	{"PK\x03\x04", zipped, ""},
	{"PK\x05\x06", zipped, ""},
	{"\x1f\x8b", gzipped, ""},
	{"\xD0\xCF\x11\xE0", foreign, "an old Excel workbook; save the sheet as CSV and name that file"},
	{"%PDF", foreign, "a PDF; export the requests as CSV"},
	{"7z\xBC\xAF\x27\x1C", foreign, "a 7z archive; unpack it first"},
	{"Rar!", foreign, "a RAR archive; unpack it first"},
	{"BZh", foreign, "packed with bzip2; unpack it first"},
	{"\xFD7zXZ", foreign, "packed with xz; unpack it first"},
	{"\x28\xB5\x2F\xFD", foreign, "packed with zstd; unpack it first"},
	{"\x89PNG", foreign, "a picture; export the requests as CSV"},
	{"\xFF\xD8\xFF", foreign, "a picture; export the requests as CSV"},
	{"SQLite format 3", foreign, "a database; export the requests as CSV"},
	{"\x7FELF", foreign, "a program; export the requests as CSV"},
}

// sniffSize is how many first bytes sniff wants.
const sniffSize = 512

// sniff tells what a file is by its first bytes. For foreign content the error says what to do.
func sniff(head []byte) (content, error) {
	for _, magic := range magics {
		if bytes.HasPrefix(head, []byte(magic.prefix)) {
			if magic.content == foreign {
				return foreign, errors.New("this is " + magic.advice)
			}
			return magic.content, nil
		}
	}
	start := strings.ToLower(string(bytes.TrimLeft(bytes.TrimPrefix(head, []byte(byteOrderMark)), " \t\r\n")))
	switch {
	case strings.HasPrefix(start, "<!doctype") || strings.HasPrefix(start, "<html") || strings.HasPrefix(start, "<?xml") || strings.HasPrefix(start, "<table"):
		return foreign, errors.New("this is a web page or XML, perhaps a login page saved as CSV; export the requests as CSV again")
	case strings.HasPrefix(start, "{") && strings.Contains(start, `":`), strings.HasPrefix(start, "[") && strings.Contains(start, "{"):
		return foreign, errors.New("this is JSON; export the requests as CSV")
	case strings.HasPrefix(start, `{\rtf`):
		return foreign, errors.New("this is a text document; save it as CSV")
	}
	return text, nil
}
