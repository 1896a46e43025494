package report

import (
	"math"
	"strings"
	"unicode"
)

// What is known of the widths of letters. Row heights follow from it, since spreadsheets do not fit rows
// to merged cells, and not all fit others when a file is opened.
const (
	lineHeight   = 13.0  // points that a line of the body's letters takes
	standardRow  = 15.0  // height of a row nothing is known of, in points
	tallestRow   = 200.0 // a longer text is read in the formula bar
	roomy        = 1.06  // digits of the body's size that a column holds for each of its width
	padding      = 2.0   // digits that the indent of a table's cells takes
	narrowest    = 3.0   // digits that any column is taken to hold
	boldness     = 1.08  // how much wider bold letters are
	widestLetter = 2.0   // digits that a letter takes at most
)

// height is what the cell's text takes in a column of the given width, in points.
func (p place) height(width float64) float64 {
	var text string
	switch value := p.Value.(type) {
	case string:
		text = value
	case Rich:
		text = value.String()
	}
	size, room := 1.0, width*roomy
	switch {
	case p.Look.role == title || p.Look.role == figureValue:
		return standardRow // on one line, and given its height where it is placed
	case p.Look.tone == Headline:
		size = 1.5
	case p.Look.tone == Heading:
		size = 1.15
	}
	if p.Look.role == data || p.Look.role == header {
		room -= padding
	}
	if p.Look.tone == Strong || p.Look.tone == Heading || p.Look.tone == Headline || p.Look.role == header {
		room /= boldness
	}
	lines := lines(text, max(narrowest, room/size))
	return min(tallestRow, math.Ceil(lines*lineHeight*size)+3)
}

// lines is how many lines a text takes when it is wrapped at spaces, as far as a row shows them.
func lines(text string, width float64) float64 {
	if float64(len(text))*widestLetter <= width && strings.IndexByte(text, '\n') < 0 {
		return 1
	}
	count, used, word := 1.0, 0.0, 0.0
	end := func() {
		var more float64
		more, used = wrapped(word, used, width)
		count, word = count+more, 0
	}
	for _, r := range text {
		if r == '\n' {
			end()
			if count*lineHeight > tallestRow {
				return count
			}
			count, used = count+1, 0
			continue
		}
		if word += letterWidth(r); r == ' ' {
			end()
		}
	}
	end()
	return count
}

// wrapped is how many lines begin with or in a word of a length behind others that fill a line up to used, and how much
// of the last one is filled then.
func wrapped(length, used, width float64) (more, filled float64) {
	if length > width {
		length *= 1.2 // a path breaks at its separators and leaves lines part empty
	}
	if used > 0 && used+length > width+0.5 {
		more++
		used = 0
	}
	for used+length > width+0.5 {
		more++
		length -= width
	}
	return more, used + length
}

// letterWidth is the width of a letter in digits, as Arial has it.
func letterWidth(r rune) float64 {
	if r < int32(len(asciiWidths)) {
		return asciiWidths[r]
	}
	return widthOf(r)
}

// asciiWidths are those of most letters, worked out once: long sheets measure millions of them.
var asciiWidths = func() (widths [128]float64) {
	for r := range widths {
		widths[r] = widthOf(rune(r))
	}
	return widths
}()

func widthOf(r rune) float64 {
	switch {
	case strings.ContainsRune("ijl|'", r):
		return 0.4
	case strings.ContainsRune("ft.,:;! ", r):
		return 0.5
	case strings.ContainsRune("()[]-/r•“”", r):
		return 0.65
	case strings.ContainsRune("cksvxyz", r):
		return 0.9
	case strings.ContainsRune("mwMW%@", r):
		return 1.55
	case r >= 0x1100 && (unicode.In(r, unicode.Han, unicode.Hangul, unicode.Hiragana, unicode.Katakana) || r >= 0x1f300):
		return 2
	case unicode.IsUpper(r):
		return 1.25
	}
	return 1
}
