package export

import (
	"io"
	"strings"
)

// multiline reads on from a line that ends inside a quoted field. The quote was a stray one when a quote
// further down can neither close the field nor be a doubled one, when a line on the way is a row beyond
// doubt, or when the line that closes it is a sound record by itself: then only the first line is lost.
func (s *splitter) multiline(number int, first string) (record, error) {
	var following []held
	giveUp := func() (record, error) {
		lines := make([]line, len(following))
		for i, h := range following {
			lines[i] = line{number: h.number, text: []byte(h.text), tooLong: h.tooLong}
		}
		s.lines.unread(lines)
		return bad(number, first, UnclosedQuote, "a quote is opened and not closed; close or remove it"), nil
	}
	grown := append(s.grown[:0], first...)
	defer func() { s.grown = grown }()
	for sound, inRow := 0, 0; ; {
		next, err := s.lines.next()
		if err == io.EOF {
			return giveUp()
		}
		if err != nil {
			return record{}, err
		}
		text := string(next.text)
		following = append(following, held{next.number, next.tooLong, text})
		body := chomp(text)
		if s.sound(body) {
			sound++
			inRow++
		} else {
			inRow = 0
		}
		closed, stray := s.layout.closes(body)
		if stray || next.tooLong || inRow > 0 && s.enough(inRow) || len(grown)+len(body) > s.lines.limit {
			return giveUp()
		}
		before := len(grown)
		grown = append(append(grown, '\n'), body...)
		if !closed {
			continue
		}
		text = string(grown)
		fields, _, strays := s.layout.splitInto(s.room(), text)
		rec := s.fit(number, text, fields)
		if rec.code != "" {
			if piece, ok := s.lines.cut(line{number: next.number, text: []byte(following[len(following)-1].text), tooLong: next.tooLong}); ok { // rows behind it end in another way
				s.lines.unread([]line{piece})
				following, grown = following[:len(following)-1], grown[:before]
				continue
			}
		}
		if inRow > 0 || rec.code != "" && sound > 0 || s.typed && s.begins(body) {
			return giveUp()
		}
		s.strays += int64(strays)
		return rec, nil
	}
}

// A held line was read behind an open quote, and may have to be given back.
type held struct {
	number  int
	tooLong bool
	text    string // with its line end
}

// begins reports whether the cells before the first quote of a line show that a row begins there: the
// quote opens a field of its own.
func (s *splitter) begins(body string) bool {
	before, _, _ := strings.Cut(body, `"`)
	cells := strings.Split(before, string(rune(s.layout.delimiter)))
	contradicts, proves := s.evidence.weigh(cells[:len(cells)-1])
	return proves && !contradicts
}
