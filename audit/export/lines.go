package export

import (
	"bufio"
	"bytes"
	"io"
)

// A line is one physical line with its line end.
type line struct {
	number  int // 1-based
	text    []byte
	tooLong bool // text is only its start
}

// lineReader gives physical lines, and takes lines back that were read too many.
type lineReader struct {
	in      *bufio.Reader
	end     byte // the last byte of a line end: '\n', or '\r' in files of an old Mac
	limit   int  // most bytes of a line
	allEnds bool // lines end in several ways, and never contain another system's end
	number  int
	back    []line // to be given again, next one last
}

func newLineReader(r io.Reader, end byte, limit int64) *lineReader {
	return &lineReader{in: bufio.NewReaderSize(r, 64<<10), end: end, limit: int(limit)}
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
		next := line{number: l.number, text: text, tooLong: len(text) > l.limit}
		if l.allEnds {
			next, _ = l.cut(next)
		}
		return next, nil
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
		if len(text)+len(more) <= l.limit {
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

// cut breaks a line at the line ends of another system in it, counts the pieces as lines of their own,
// and takes all but the first back. It reports whether there was anything to cut.
func (l *lineReader) cut(whole line) (first line, ok bool) {
	pieces := bytes.Split(chomp(whole.text), []byte(l.otherEnd()))
	if len(pieces) == 1 {
		return whole, false
	}
	more := len(pieces) - 1
	l.number += more
	for i := range l.back {
		l.back[i].number += more
	}
	lines := make([]line, len(pieces))
	for i, piece := range pieces {
		lines[i] = line{number: whole.number + i, text: bytes.Clone(piece)}
	}
	l.unread(lines[1:])
	return lines[0], true
}

// otherEnd is the line end of the other systems.
func (l *lineReader) otherEnd() string {
	if l.end == '\r' {
		return "\n"
	}
	return "\r"
}

// lineEnds are the last bytes that the lines of a file may have. One that has both, of a system each, may
// have the other one in its notes only.
func lineEnds(head []byte) []byte {
	feeds := bytes.Count(head, []byte{'\n'})
	returns := bytes.Count(head, []byte{'\r'}) - bytes.Count(head, []byte("\r\n"))
	switch {
	case returns == 0:
		return []byte{'\n'}
	case feeds == 0:
		return []byte{'\r'}
	}
	return []byte{'\n', '\r'}
}

// lineEndName says how lines end, for the record.
func lineEndName(head []byte) string {
	both := bytes.Count(head, []byte("\r\n"))
	feeds := bytes.Count(head, []byte{'\n'}) - both
	returns := bytes.Count(head, []byte{'\r'}) - both
	switch {
	case both > 0 && feeds+returns == 0:
		return "CRLF"
	case returns > 0 && both+feeds == 0:
		return "CR"
	case returns+both == 0:
		return "LF"
	}
	return "mixed"
}

// chomp drops the line end.
func chomp[T string | []byte](text T) T {
	if n := len(text); n > 0 && text[n-1] == '\n' {
		text = text[:n-1]
	}
	if n := len(text); n > 0 && text[n-1] == '\r' {
		text = text[:n-1]
	}
	if len(text) > 0 && text[0] == '\n' { // of a CRLF in a file whose lines end with CR
		text = text[1:]
	}
	return text
}
