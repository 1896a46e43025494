package text

import (
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/sentences"
)

// marks are the bytes that a sentence may end at or near: the annex's marks, line breaks, and those of emoji.
// Of the bytes that begin letters of Latin script there is none.
var marks = func() (all [256]bool) {
	for _, c := range ".!?\n\r\v\f" {
		all[c] = true
	}
	for c := 0x80; c < len(all); c++ {
		all[c] = c < 0xC3 || c > 0xC9
	}
	return all
}()

// nextMark is the first byte of line[at:] that is among marks; its length where there is none.
func nextMark(line string, at int) int {
	for at < len(line) && !marks[line[at]] {
		if line[at] < utf8.RuneSelf {
			at++
		} else if at+1 < len(line) && !utf8.RuneStart(line[at+1]) {
			at += 2
		} else {
			break // no letter, but a broken one
		}
	}
	return at
}

// borderAfter is the first border of a sentence of the annex behind line[low:mark], in which there is no mark. The
// annex looks back no further than the word that the mark stands behind, so that is where its rules begin to read.
func borderAfter(line string, low, mark int) int {
	switch {
	case mark == len(line):
		return mark
	case line[mark] == '\n' && (mark+1 == len(line) || line[mark+1] < utf8.RuneSelf):
		return mark + 1
	case mark+2 < len(line) && line[mark] < utf8.RuneSelf && line[mark] > ' ' && line[mark+1] == ' ' && 'A' <= line[mark+2] && line[mark+2] <= 'Z':
		return mark + 2 // a stop, a blank and a capital
	}
	start := mark
	for start > low && line[start-1] != ' ' {
		start--
	}
	rest := sentences.FromString(line[start:])
	rest.Next()
	return start + rest.End()
}
