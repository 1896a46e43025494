package export

import (
	"bufio"
	"bytes"
	"io"
)

// maxRecord is the most bytes a line or a record may have.
const maxRecord = 8 << 20

// A line is one physical line with its line end.
type line struct {
	number  int // 1-based
	text    []byte
	tooLong bool // text is only its start
}

// lineReader gives physical lines, and takes lines back that were read too many.
type lineReader struct {
	in     *bufio.Reader
	end    byte // the last byte of a line end: '\n', or '\r' in files that have no '\n'
	number int
	back   []line // to be given again, next one last
}

func newLineReader(r io.Reader, end byte) *lineReader {
	return &lineReader{in: bufio.NewReaderSize(r, 64<<10), end: end}
}

// next is the following line; io.EOF after the last. Its text is valid until the next call.
func (l *lineReader) next() (line, error) {
	if n := len(l.back); n > 0 {
		next := l.back[n-1]
		l.back = l.back[:n-1]
		return next, nil
	}
	text, err := l.in.ReadSlice(l.end)
	l.number++
	if err == nil || err == io.EOF && len(text) > 0 {
		return line{number: l.number, text: text}, nil
	}
	if err != bufio.ErrBufferFull {
		return line{}, err
	}
	return l.long(bytes.Clone(text))
}

// long reads the rest of a line that is longer than the buffer.
func (l *lineReader) long(text []byte) (line, error) {
	tooLong := false
	for {
		more, err := l.in.ReadSlice(l.end)
		if len(text)+len(more) <= maxRecord {
			text = append(text, more...)
		} else {
			tooLong = true
		}
		switch err {
		case nil, io.EOF:
			return line{number: l.number, text: text, tooLong: tooLong}, nil
		case bufio.ErrBufferFull:
		default:
			return line{}, err
		}
	}
}

// unread gives lines back, to be read again in the same order.
func (l *lineReader) unread(lines []line) {
	for i := len(lines) - 1; i >= 0; i-- {
		l.back = append(l.back, lines[i])
	}
}

// lineEnd is the last byte of the line ends that a file uses.
func lineEnd(head []byte) byte {
	if bytes.IndexByte(head, '\n') < 0 && bytes.IndexByte(head, '\r') >= 0 {
		return '\r'
	}
	return '\n'
}

// chomp drops the line end.
func chomp(text []byte) []byte {
	text = bytes.TrimSuffix(text, []byte{'\n'})
	return bytes.TrimSuffix(text, []byte{'\r'})
}
