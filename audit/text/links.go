package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// linkAt is the end of the address that begins at byte at with a scheme or www, or 0.
func linkAt(s string, at int) int {
	if c := s[at] | 0x20; c != 'h' && c != 'w' {
		return 0
	}
	for _, prefix := range [...]string{"https://", "http://", "www."} {
		if host := at + len(prefix); len(s) > host && strings.EqualFold(s[at:host], prefix) {
			if end := linkEnd(s, host); end > host && (isHostByte(s[host]) || s[host] >= utf8.RuneSelf) {
				return end
			}
		}
	}
	return 0
}

// Endings that make an address of words joined by dots even without a path.
// Short, because a forgotten space after a full stop looks the same.
var bareEndings = map[string]bool{"com": true, "org": true, "net": true, "io": true, "jobs": true, "uk": true}

// longestHost is how long the name of a host may be, and so how far to look for its end.
const longestHost = 253

// dottedLink is the end of an address without a scheme (calendly.com/me,
// ann@firm.com) whose first word is s[at:end], or 0.
func dottedLink(s string, at, end int) int {
	limit := min(len(s), at+longestHost)
	if end >= limit-1 || s[end] != '.' && s[end] != '@' || !isHostByte(s[end+1]) {
		return 0
	}
	stop, last, mail := end, end, false
	for stop < limit && (isHostByte(s[stop]) || (s[stop] == '.' || s[stop] == '@') && stop+1 < len(s) && isHostByte(s[stop+1])) {
		if s[stop] == '.' || s[stop] == '@' {
			last = stop
			mail = mail || s[stop] == '@'
		}
		stop++
	}
	if stop < len(s) && s[stop] == '/' && stop-last > 2 && s[last+1] > '9' {
		return linkEnd(s, stop)
	}
	if mail || bareEndings[strings.ToLower(s[last+1:stop])] {
		return stop
	}
	return 0
}

func isHostByte(c byte) bool {
	return c == '-' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9'
}

// linkEnd is where an address ends that is read up to byte at: at white space
// or a bracket, less the punctuation of the sentence around it.
func linkEnd(s string, at int) int {
	end := at
	for at < len(s) {
		r, size := utf8.DecodeRuneInString(s[at:])
		if unicode.IsSpace(r) || strings.ContainsRune("<>\"“”«»", r) || Invisible(r) {
			break
		}
		if at += size; !strings.ContainsRune(".,;:!?)]}'’…*", r) {
			end = at
		}
	}
	return end
}

// A URL's parts that tell what it leads to.

// Host is the folded host of a Link token without www; "" for anything else.
func (t Token) Host() string {
	if t.Kind != Link {
		return ""
	}
	host, _ := t.split()
	return strings.TrimPrefix(host, "www.")
}

// Path is the folded path of a Link token with its leading slash, query included.
func (t Token) Path() string {
	if t.Kind != Link {
		return ""
	}
	_, path := t.split()
	return path
}

func (t Token) split() (host, path string) {
	rest := t.Text
	if _, after, found := strings.Cut(rest, "://"); found {
		rest = after
	}
	if i := strings.IndexAny(rest, "/?#"); i >= 0 {
		return rest[:i], rest[i:]
	}
	return rest, ""
}
