package habit

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"outreachaudit/audit/text"
)

// The most a note should have.
const (
	SentenceLimit  = 3   // what the advice calls short
	CharacterLimit = 300 // what LinkedIn lets a paying account write
	FreeLimit      = 200 // what it lets a free account write
)

// OverLength is a note with more sentences or characters than the limits.
var OverLength = Habit{
	ID:    "over-length",
	Title: "Over-length",
	Doc: "The note has more than three sentences, or more than 300 characters as LinkedIn counts them (an emoji is two). " +
		"A greeting and a sign-off are no sentences; an unpunctuated line or a bullet is one. " +
		"Keep the one thing that is about the reader and one sentence on who you are; the rest can wait until you are connected.",
	Mend: "Keep the one thing that is about the reader and one sentence on who you are; the rest can wait until you are connected.",
	Bad: "Hi Omar, I came across your profile today. I think it is very interesting. I have been in recruitment for ten years. " +
		"I know the Leeds market well. It would be great to be connected.",
	Good:    "Hi Omar, your write-up of the Leeds tram timetable bug was a great read. I recruit embedded engineers in Yorkshire and would like to follow your work.",
	Corpus:  Score{Right: 25, Unexpected: 1},
	Applies: isOwn,
	Judge:   judgeOverLength,
	Shows:   isOverLength,
}

// characters is the limit for a note's recruiter.
func (r *Rules) characters(n *Note) int {
	if r.isFree(n.Recruiter) {
		return min(FreeLimit, r.settings.Characters)
	}
	return r.settings.Characters
}

func isOverLength(n *Note) bool {
	return len(n.Sentences) > n.rules.settings.Sentences || n.Characters > n.rules.characters(n)
}

// judgeOverLength points at what is too much: the sentences after the third,
// or the characters after the three hundredth, whichever begins first.
func judgeOverLength(n *Note) []Evidence {
	if !isOverLength(n) {
		return nil
	}
	most, longest := n.rules.settings.Sentences, n.rules.characters(n)
	many, long := len(n.Sentences) > most, n.Characters > longest
	excess := text.Span{Start: len(n.Note), End: len(strings.TrimRightFunc(n.Note, unicode.IsSpace))}
	if many {
		excess = text.Span{Start: n.Sentences[most].Start, End: n.Sentences[len(n.Sentences)-1].End}
	}
	if long {
		excess.Start = min(excess.Start, afterCharacters(n.Note, longest))
		excess.End = max(excess.End, excess.Start)
	}
	sentences := len(n.Sentences)
	if len(n.Note) > longestText {
		sentences = 0 // not all were counted
	}
	return []Evidence{{Start: excess.Start, End: excess.End, Why: lengthReason(sentences, n.Characters, most, longest)}}
}

func lengthReason(sentences, characters, most, longest int) string {
	switch {
	case characters <= longest:
		return fmt.Sprintf("has %d sentences; %d is the limit", sentences, most)
	case sentences <= most:
		return fmt.Sprintf("has %d characters; %d is the limit", characters, longest)
	}
	return fmt.Sprintf("has %d sentences and %d characters; the limits are %d and %d", sentences, characters, most, longest)
}

// afterCharacters is the byte after so many UTF-16 units of a note, white space at its start not counted.
func afterCharacters(note string, units int) int {
	at := len(note) - len(trimLeft(note))
	for at < len(note) {
		r, size := utf8.DecodeRuneInString(note[at:])
		if units -= max(1, utf16.RuneLen(r)); units < 0 {
			break
		}
		at += size
	}
	return at
}
