package main

import (
	"archive/zip"
	"bytes"
	"path"
	"strings"
	"time"
)

// A file is one file of the samples.
type file struct {
	path    string // under samples, with slashes
	content []byte
}

// A table writes separated values as its owner would: quoted only where needed, unless quoteAll.
type table struct {
	delimiter string
	lineEnd   string
	quoteAll  bool
	lines     []string
}

// add appends a record.
func (t *table) add(fields ...string) { t.lines = append(t.lines, t.line(fields)) }

func (t *table) line(fields []string) string {
	quoted := make([]string, len(fields))
	for i, field := range fields {
		quoted[i] = field
		if t.quoteAll || strings.ContainsAny(field, t.delimiter+"\"\r\n") {
			quoted[i] = `"` + strings.ReplaceAll(field, `"`, `""`) + `"`
		}
	}
	return strings.Join(quoted, t.delimiter)
}

// String is the table with a line end after every record.
func (t *table) String() string { return strings.Join(t.lines, t.lineEnd) + t.lineEnd }

// zippedArchive is an archive in one zip file, its entries made one after the other.
func zippedArchive(o *office) []file {
	var packed bytes.Buffer
	writer := zip.NewWriter(&packed)
	for i, entry := range archive(o) {
		header := &zip.FileHeader{
			Name: path.Base(entry.path), Method: zip.Deflate,
			Modified: o.asOf.Add(time.Duration(i) * 14 * time.Second),
		}
		part, err := writer.CreateHeader(header)
		if err == nil {
			_, err = part.Write(entry.content)
		}
		if err != nil {
			panic(err) // impossible: a buffer takes everything
		}
	}
	if err := writer.Close(); err != nil {
		panic(err) // as above
	}
	return []file{{o.name, packed.Bytes()}}
}

// windows1252 is the byte of a letter in Windows-1252, and whether there is one.
func windows1252(letter rune) (byte, bool) {
	if letter < 0x80 || letter >= 0xA0 && letter <= 0xFF {
		return byte(letter), true
	}
	for i, upper := range []rune("€\x00‚ƒ„…†‡ˆ‰Š‹Œ\x00Ž\x00\x00‘’“”•–—˜™š›œ\x00žŸ") {
		if letter == upper {
			return byte(0x80 + i), true
		}
	}
	return 0, false
}

// inWindows1252 encodes a text all of whose letters have a byte.
func inWindows1252(s string) []byte {
	var encoded []byte
	for _, letter := range s {
		code, _ := windows1252(letter)
		encoded = append(encoded, code)
	}
	return encoded
}
