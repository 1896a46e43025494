package export

import (
	"bytes"
	"io"
	"strings"
)

// multiline reads on from a line that ends inside a quoted field. The quote was a stray one when a quote
// further down can neither close the field nor be a doubled one, when a line on the way is a row beyond
// doubt, or when the line that closes it is a sound record by itself: then only the first line is lost.
func (s *splitter) multiline(number int, first []byte) (record, error) {
	s.held.clear()
	grown := append(s.grown[:0], first...)
	opened := len(grown)
	giveUp := func() (record, error) {
		s.lines.unread(s.held.lines())
		return bad(number, string(grown[:opened]), UnclosedQuote, "a quote is opened and not closed; close or remove it"), nil
	}
	defer func() { s.grown = grown }()
	for sound, inRow := 0, 0; ; {
		next, err := s.lines.next()
		if err == io.EOF {
			return giveUp()
		}
		if err != nil {
			return record{}, err
		}
		s.held.add(next)
		body := chomp(next.text)
		if s.sound(body) {
			sound++
			inRow++
		} else {
			inRow = 0
		}
		closed, stray := s.closes(body)
		if stray || next.tooLong || inRow > 0 && s.enough(inRow) || len(grown)+len(body) > s.lines.limit {
			return giveUp()
		}
		before := len(grown)
		grown = append(append(grown, '\n'), body...)
		if !closed {
			continue
		}
		text := string(grown)
		fields, _, strays := s.layout.splitInto(s.rooms.next(s.width), text)
		rec := s.fit(number, text, fields)
		if rec.code != "" {
			if piece, ok := s.lines.cut(s.held.last()); ok { // rows behind it end in another way
				s.lines.unread([]line{piece})
				s.held.dropLast()
				grown = grown[:before]
				continue
			}
		}
		if inRow > 0 || rec.code != "" && sound > 0 || s.typed && s.begins(text[before+1:]) {
			return giveUp()
		}
		s.strays += int64(strays)
		return rec, nil
	}
}

// sound reports whether a line inside an open quote is a record of its own.
func (s *splitter) sound(body []byte) bool {
	if s.width < 2 || bytes.Count(body, []byte{s.layout.delimiter}) < s.width-1 {
		return false
	}
	fields, open, strays := s.layout.split(string(body))
	if open || strays > 0 || len(fields) != s.width {
		return false
	}
	contradicts, proves := s.evidence.weigh(fields)
	return !s.typed || proves && !contradicts
}

// closes tells what a line does to a quote that is open where it begins, as a layout does.
func (s *splitter) closes(body []byte) (closed, stray bool) {
	quote := bytes.IndexByte(body, '"')
	if quote < 0 {
		return false, false
	}
	if behind := body[quote+1:]; !s.layout.backslash && (len(behind) == 0 || behind[0] == s.layout.delimiter && bytes.IndexByte(behind, '"') < 0) {
		return true, false // as nearly all do
	}
	return s.layout.closes(string(body))
}

// opens reports whether a line surely ends inside a quoted field, at a glance.
func (l layout) opens(body []byte) bool {
	for !l.backslash && !l.blanks {
		if len(body) > 0 && body[0] == '"' {
			end := bytes.IndexByte(body[1:], '"') + 1
			if end == 0 {
				return true
			}
			if end+1 == len(body) || body[end+1] != l.delimiter {
				return false
			}
			body = body[end+2:]
			continue
		}
		end := bytes.IndexByte(body, l.delimiter)
		if end < 0 {
			return false
		}
		body = body[end+1:]
	}
	return false
}

// held are lines that were read behind an open quote, and may have to be given back.
type held struct {
	text []byte // of all, with their line ends
	ends []heldLine
}

type heldLine struct {
	number, end int // where it ends in the text
	tooLong     bool
}

func (h *held) clear() { h.text, h.ends = h.text[:0], h.ends[:0] }

// add keeps a copy of a line.
func (h *held) add(l line) {
	h.text = append(h.text, l.text...)
	h.ends = append(h.ends, heldLine{l.number, len(h.text), l.tooLong})
}

func (h *held) dropLast() {
	h.ends = h.ends[:len(h.ends)-1]
	h.text = h.text[:h.start(len(h.ends))]
}

// start is where a line begins in the text.
func (h *held) start(i int) int {
	if i == 0 {
		return 0
	}
	return h.ends[i-1].end
}

func (h *held) last() line { return h.line(h.text, len(h.ends)-1) }

func (h *held) line(text []byte, i int) line {
	l := h.ends[i]
	return line{number: l.number, text: text[h.start(i):l.end:l.end], tooLong: l.tooLong}
}

// lines are copies of those that are held.
func (h *held) lines() []line {
	text, lines := bytes.Clone(h.text), make([]line, len(h.ends))
	for i := range h.ends {
		lines[i] = h.line(text, i)
	}
	return lines
}

// begins reports whether the cells before the first quote of a line show that a row begins there: the
// quote opens a field of its own.
func (s *splitter) begins(body string) bool {
	before, _, _ := strings.Cut(body, `"`)
	s.cells = s.cells[:0]
	for {
		end := strings.IndexByte(before, s.layout.delimiter)
		if end < 0 {
			break // what stands before the quote itself is no cell
		}
		s.cells, before = append(s.cells, before[:end]), before[end+1:]
	}
	contradicts, proves := s.evidence.weigh(s.cells)
	return proves && !contradicts
}
