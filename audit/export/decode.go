package export

import (
	"bytes"
	"errors"
	"io"
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

// detect reads r to its end, since one accented character near the end of a file is enough to
// rule UTF-8 out. It returns the encoding and the decoded head of the file.
func detect(r io.Reader) (Encoding, []byte, error) {
	var check utf8Check
	head := make([]byte, 0, headSize)
	block := make([]byte, 64<<10)
	for {
		n, err := r.Read(block)
		if room := headSize - len(head); room > 0 {
			head = append(head, block[:min(n, room)]...)
		}
		check.add(block[:n])
		if err == io.EOF {
			break
		}
		if err != nil {
			return "", nil, err
		}
	}
	if len(bytes.TrimSpace(head)) == 0 || string(head) == byteOrderMark {
		return "", nil, errEmpty
	}
	found := encodingOf(head, check.finish())
	if found == "" {
		return "", nil, errBinary
	}
	decoded, err := io.ReadAll(decoder(bytes.NewReader(head), found))
	return found, decoded, err
}

func encodingOf(head []byte, check utf8Check) Encoding {
	switch {
	case bytes.HasPrefix(head, []byte{0xFF, 0xFE}):
		return UTF16Little
	case bytes.HasPrefix(head, []byte{0xFE, 0xFF}):
		return UTF16Big
	}
	even, odd := zeros(head)
	switch half := len(head) / 2; {
	case odd > half/2 && even < half/8:
		return UTF16Little
	case even > half/2 && odd < half/8:
		return UTF16Big
	case even+odd > 0:
		return ""
	case check.invalid > 0 && check.multibyte < check.invalid:
		return Windows1252
	case check.invalid > 0:
		return UTF8Damaged
	case bytes.HasPrefix(head, []byte(byteOrderMark)):
		return UTF8Marked
	default:
		return UTF8
	}
}

// zeros counts NUL bytes at even and odd offsets: ASCII text in UTF-16 is half of them.
func zeros(head []byte) (even, odd int) {
	for i, b := range head {
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

func (c *utf8Check) finish() utf8Check {
	c.invalid += int64(len(c.rest))
	c.rest = nil
	return *c
}

func asciiPrefix(b []byte) int {
	for i, x := range b {
		if x >= utf8.RuneSelf {
			return i
		}
	}
	return len(b)
}
