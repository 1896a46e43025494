package export

import (
	"html"
	"regexp"
	"strings"
	"time"
	"unicode"
)

const (
	aDay = 24 * time.Hour
	// clockDoubt allows for the hour that autumn has twice in Pacific time, in which requests are dated.
	clockDoubt = time.Hour
)

// followUp is what an archive tells of the time after a request was accepted; nil when it tells nothing.
func (m *mail) followUp(r *Request) *FollowUp {
	if m == nil || r.Outcome != Accepted || r.Accepted.IsZero() || r.Accepted.After(m.until) {
		return nil
	}
	t := m.bySlug[r.RecipientProfile]
	if r.RecipientProfile == "" {
		t = m.byName[NameKey(r.Recipient)]
	}
	if t == nil || t.unclear {
		return nil
	}
	f := &FollowUp{Until: m.until, Tells: Telling{true, true, true}, Written: No, Replied: No}
	if m.lacks() {
		f.Tells, f.Written, f.Replied = Telling{Texts: true}, NotKnown, NotKnown
	}
	note := t.accept(r, f)
	for i, l := range t.letters {
		after := !l.sent.Before(f.Accepted.At)
		switch {
		case !l.own:
			f.Replies = append(f.Replies, Moment{At: l.sent})
			if after {
				f.Replied = Yes
			}
		case i == note || !after:
		case l.subject && l.sent.Before(f.Accepted.Last()): // perhaps an InMail from before they were connected
		default:
			f.Own = append(f.Own, Message{Moment{At: l.sent}, l.text})
			f.Written = Yes
		}
	}
	return f
}

// accept finds out when a request was accepted, and which letter is its note. LinkedIn puts the note of an
// accepted request into the conversation as its first message, and stamps it with the moment of
// acceptance; without it only the day is known, in UTC, and that nobody wrote before they were connected.
func (t *thread) accept(r *Request, f *FollowUp) (note int) {
	day := DayOf(r.Accepted).Time()
	sent := r.Sent.Add(-clockDoubt)
	if words := PlainText(r.Note); strings.TrimSpace(words) != "" {
		for i, l := range t.letters {
			if l.own && !l.sent.Before(sent) && !l.sent.Before(day.Add(-aDay)) && l.sent.Before(day.Add(2*aDay)) && sameWords(l.text, words) {
				f.Accepted = Moment{At: l.sent}
				return i
			}
		}
	}
	first, last := day, day.Add(aDay)
	if !r.Sent.Before(last) { // the dates are in two zones
		f.Accepted = Moment{At: r.Sent}
		return -1
	}
	if r.Sent.After(first) {
		first = r.Sent
	}
	for _, l := range t.letters {
		if !l.subject && !l.sent.Before(first) && l.sent.Before(last) {
			last = l.sent
			break
		}
	}
	f.Accepted = Moment{At: first, Span: last.Sub(first)}
	return -1
}

// sameWords reports whether two texts differ by nothing but white space between and around words.
func sameWords(a, b string) bool {
	for a != b {
		var word, other string
		word, a = firstWord(a)
		other, b = firstWord(b)
		if word != other {
			return false
		}
	}
	return true
}

// firstWord is what stands before the first white space behind the beginning of a text, and what follows; "" where
// nothing does.
func firstWord(s string) (word, rest string) {
	s = strings.TrimSpace(s)
	if end := strings.IndexFunc(s, unicode.IsSpace); end >= 0 {
		return s[:end], s[end:]
	}
	return s, ""
}

// A tag of HTML, and those that end a line.
var (
	anyTag  = regexp.MustCompile(`(?i)</?(?:p|br|div|span|a|b|i|u|em|strong|ul|ol|li|h[1-6]|img|table|tbody|tr|td)(?:\s[^<>]*)?/?>`)
	lineTag = regexp.MustCompile(`(?i)<br\s*/?>|</(?:p|div|li)>`)
)

// PlainText is a message without HTML, which LinkedIn's archive has in some; other texts stay as they are.
func PlainText(s string) string {
	if !strings.Contains(s, "<") || !anyTag.MatchString(s) {
		return s
	}
	return strings.TrimSpace(html.UnescapeString(anyTag.ReplaceAllString(lineTag.ReplaceAllString(s, "\n"), "")))
}
