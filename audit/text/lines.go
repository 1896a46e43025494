package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// line is where the line that begins at byte at ends, and where the next begins.
func (d *splitter) line(at int) (end, following int) {
	for i := at; i < len(d.s); i++ {
		switch c := d.s[i]; {
		case c == '\n' || c == '\r':
			after := i + len(d.s[i:]) - len(strings.TrimLeft(d.s[i:], "\r\n \t"))
			if after == len(d.s) || !d.carriesOn(at, i, after) {
				return i, after
			}
			i = after - 1
		case c == ' ' && i+1 < len(d.s) && d.s[i+1] == ' ':
			after := i + len(d.s[i:]) - len(strings.TrimLeft(d.s[i:], " "))
			if after-i <= longestFlattened && d.flattened(at, i, after) {
				return i, after
			}
			i = after - 1
		}
	}
	return len(d.s), len(d.s)
}

// LinkedIn's own export writes a line break as a run of two to four spaces.
const longestFlattened = 4

// carriesOn reports whether the line before a real line break at byte end goes
// on in the next: after a comma, or a word that ends no sentence.
func (d *splitter) carriesOn(start, end, after int) bool {
	if next, _ := decode(d.s, after); isBullet(next) || next == '-' || next == '*' {
		return false
	}
	text := strings.TrimRight(d.s[start:end], " \t")
	return strings.HasSuffix(text, ",") || d.runsOn(d.s, start+len(text))
}

// flattened reports whether the run of spaces s[end:after] was a line break:
// the text before does not run on, and what follows looks like a beginning.
func (d *splitter) flattened(start, end, after int) bool {
	if end == start || after >= len(d.s) {
		return false
	}
	next, _ := decode(d.s, after)
	if isBullet(next) || isEmoji(next) || next == '-' {
		return true
	}
	last, _ := utf8.DecodeLastRuneInString(d.s[:end])
	if strings.ContainsRune(",;(&/-–—+", last) || !unicode.IsUpper(next) && !unicode.IsDigit(next) && !isCurrency(next) {
		return false
	}
	return !d.runsOn(d.s, end)
}

// runsOn reports whether the last word of s[:at] ends no sentence.
func (d *splitter) runsOn(s string, at int) bool {
	word := wordBefore(s, len(strings.TrimRight(s[:at], " ")))
	return word != "" && d.hasRole(word, roleRunOn)
}

// skipBullet is where the text of a bullet begins.
func (d *splitter) skipBullet(start, end int) int {
	for start < end {
		r, size := utf8.DecodeRuneInString(d.s[start:end])
		if !unicode.IsSpace(r) && !isBullet(r) && !isEmoji(r) && !Invisible(r) && r != '-' && r != '*' && r != '>' {
			break
		}
		start += size
	}
	digits := start
	for digits < end && '0' <= d.s[digits] && d.s[digits] <= '9' {
		digits++
	}
	if digits > start && digits-start <= 2 && digits+1 < end && (d.s[digits] == '.' || d.s[digits] == ')') && d.s[digits+1] == ' ' {
		for d.token < len(d.tokens) && d.tokens[d.token].Start < digits {
			d.token++
		}
		return digits + 1
	}
	return start
}

func isBullet(r rune) bool {
	switch r {
	case '•', '‣', '◦', '▪', '▸', '►', '●', '○', '■', '→', '➜', '➡', '➔', '✓', '✔', '✅', '☑', '–', '—', '·':
		return r != '–' && r != '—' && r != '·'
	}
	return false
}

func isEmoji(r rune) bool {
	return r >= 0x1F000 && r <= 0x1FAFF || r >= 0x2600 && r <= 0x27BF || r >= 0x2B00 && r <= 0x2BFF || r == 0x2764 || r == 0x203C || r == 0x2049
}

// wordBefore is the word of letters that ends at s[:at], its apostrophes included.
func wordBefore(s string, at int) string {
	start := at
	for start > 0 {
		r, size := utf8.DecodeLastRuneInString(s[:start])
		if !unicode.IsLetter(r) && !isApostrophe(r) && !unicode.IsDigit(r) {
			break
		}
		start -= size
	}
	return s[start:at]
}

// nextWord is the word that s begins with.
func nextWord(s string) string {
	for i, r := range s {
		if !unicode.IsLetter(r) && !isApostrophe(r) && !unicode.IsDigit(r) {
			return s[:i]
		}
	}
	return s
}

func nextWordLen(s string) int { return utf8.RuneCountInString(nextWord(s)) }

func isLower(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return unicode.IsLower(r)
}

func (d *message) hasRole(word string, part role) bool {
	return d.lexicon.plays(foldedWord(word), part)
}
