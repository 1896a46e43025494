package export

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// An Encoding is how a file writes characters as bytes.
type Encoding string

// The encodings that exports come in.
const (
	UTF8        Encoding = "UTF-8"
	UTF8Marked  Encoding = "UTF-8 with byte order mark"
	UTF8Damaged Encoding = "UTF-8 with damaged characters"
	UTF16Little Encoding = "UTF-16 little endian"
	UTF16Big    Encoding = "UTF-16 big endian"
	Windows1252 Encoding = "Windows-1252"
)

const byteOrderMark = "\ufeff"

var (
	errEmpty  = errors.New("the file is empty; export it again")
	errBinary = errors.New("this is not a text file; export the requests as CSV")
)

// headSize is how much of a file is looked at to find its dialect.
const headSize = 64 << 10

// encodingNames are the names by which a user may choose an encoding.
func encodingNames() []string { return []string{"utf-8", "utf-16le", "utf-16be", "windows-1252"} }

// chosen is the encoding of a name in encodingNames; "" for any other.
func chosen(name Encoding) Encoding {
	switch strings.ToLower(string(name)) {
	case "utf-8":
		return UTF8Damaged // with or without a mark, sound or not
	case "utf-16le":
		return UTF16Little
	case "utf-16be":
		return UTF16Big
	case "windows-1252":
		return Windows1252
	}
	return ""
}

// A head is what is known of a file's bytes before its table is looked for.
type head struct {
	encoding Encoding
	text     []byte // decoded start of the file
	whole    bool   // the text is all of the file
}

// A detection is what the bytes of a file tell of its encoding, as far as they were read.
type detection struct {
	start []byte // at most headSize
	check utf8Check
	size  int64 // bytes that were read
	ended bool  // they are all
}

// read reads on until more bytes than enough are known, or all.
func (d *detection) read(r io.Reader, enough int64) error {
	block := make([]byte, 64<<10)
	for !d.ended && d.size <= enough {
		n, err := r.Read(block)
		if room := headSize - len(d.start); room > 0 {
			d.start = append(d.start, block[:min(n, room)]...)
		}
		d.check.add(block[:n])
		d.size += int64(n)
		if err != nil && err != io.EOF {
			return err
		}
		d.ended = err == io.EOF
	}
	if d.ended {
		d.check.end()
	}
	return nil
}

// encoding is the user's choice, or what the bytes tell; "" for what is no text. One accented character near the end of
// a file is enough to rule UTF-8 out.
func (d *detection) encoding(choice Encoding) Encoding {
	if chosen := chosen(choice); chosen != "" {
		return chosen
	}
	return encodingOf(d.start, d.check)
}

// head decodes the start of the file.
func (d *detection) head(from Encoding) (head, error) {
	found := head{encoding: from, whole: d.ended && d.size <= headSize}
	if len(bytes.Trim(d.start, " \t\r\n\x00")) == 0 || string(d.start) == byteOrderMark {
		return found, errEmpty
	}
	if from == "" {
		return found, errBinary
	}
	var err error
	found.text, err = io.ReadAll(decoder(bytes.NewReader(d.start), from))
	if len(bytes.TrimSpace(found.text)) == 0 && err == nil {
		err = errEmpty
	}
	return found, err
}

func encodingOf(start []byte, check utf8Check) Encoding {
	switch {
	case bytes.HasPrefix(start, []byte{0xFF, 0xFE}):
		return UTF16Little
	case bytes.HasPrefix(start, []byte{0xFE, 0xFF}):
		return UTF16Big
	}
	even, odd := zeros(start)
	switch {
	case wide(odd, even, start):
		return UTF16Little
	case wide(even, odd, start):
		return UTF16Big
	case (even+odd)*fewZeros > len(start):
		return ""
	case bytes.HasPrefix(start, []byte(byteOrderMark)):
		return check.of(UTF8Marked)
	default:
		return check.of(UTF8)
	}
}

// fewZeros: text in one byte a character has no NUL but by damage, so one in so many bytes is binary.
const fewZeros = 100

// wide reports whether high bytes are zero as in UTF-16: in half of all places for ASCII text, and in
// any other script still for blanks, digits, delimiters and line ends.
func wide(high, low int, start []byte) bool {
	return high*20 > len(start)/2 && low*8 < high
}

// zeros counts NUL bytes at even and odd offsets.
func zeros(start []byte) (even, odd int) {
	for i, b := range start {
		switch {
		case b == 0 && i%2 == 0:
			even++
		case b == 0:
			odd++
		}
	}
	return even, odd
}

// decoder turns the bytes of r into UTF-8 without a byte order mark.
func decoder(r io.Reader, from Encoding) io.Reader {
	var e encoding.Encoding
	switch from {
	case UTF8:
		return r
	case UTF8Marked, UTF8Damaged:
		e = unicode.UTF8BOM
	case UTF16Little:
		e = unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	case UTF16Big:
		e = unicode.UTF16(unicode.BigEndian, unicode.UseBOM)
	case Windows1252:
		e = charmap.Windows1252
	}
	return transform.NewReader(r, e.NewDecoder())
}

// A utf8Check counts characters of several bytes and bytes that are no UTF-8, over any blocks.
type utf8Check struct {
	multibyte, invalid int64
	rest               []byte // start of a character cut by the end of a block
}

func (c *utf8Check) add(block []byte) {
	if len(c.rest) > 0 {
		block = append(c.rest, block...)
		c.rest = nil
	}
	for len(block) > 0 {
		if block[0] < utf8.RuneSelf {
			block = block[asciiPrefix(block):]
			continue
		}
		if !utf8.FullRune(block) {
			c.rest = bytes.Clone(block)
			return
		}
		r, size := utf8.DecodeRune(block)
		if r == utf8.RuneError && size == 1 {
			c.invalid++
		} else {
			c.multibyte++
		}
		block = block[size:]
	}
}

// end counts what is left of a character that the end of the file has cut.
func (c *utf8Check) end() {
	c.invalid += int64(len(c.rest))
	c.rest = nil
}

// of is the encoding of a file that may be some kind of sound UTF-8.
func (c *utf8Check) of(sound Encoding) Encoding {
	switch {
	case c.invalid == 0:
		return sound
	case c.multibyte < c.invalid:
		return Windows1252
	default:
		return UTF8Damaged
	}
}

// A checked reader looks at all that is read.
type checked struct {
	io.Reader
	utf8Check
}

func (c *checked) Read(p []byte) (int, error) {
	n, err := c.Reader.Read(p)
	c.add(p[:n])
	if err == io.EOF {
		c.end()
	}
	return n, err
}

func asciiPrefix(b []byte) int {
	n := 0
	for ; len(b)-n >= 8 && binary.LittleEndian.Uint64(b[n:])&0x8080808080808080 == 0; n += 8 {
	}
	for n < len(b) && b[n] < utf8.RuneSelf {
		n++
	}
	return n
}
