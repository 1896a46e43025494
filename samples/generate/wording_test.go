package main

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"
)

// selling are words no note may have that is not meant to pitch.
var selling = regexp.MustCompile(`(?i)\b(roles?|jobs?|positions?|openings?|opportunit\w+|vacanc\w+|hir(e|es|ing)|cvs?|resum\w+|calls?|chat|phone|salar\w+|bonus|interview\w*|services?|coaching|demo|calendar|clients?|offers?|available|interested|looking for|requirement|reply yes|good time)\b`)

func TestOnlyPitchesSell(t *testing.T) {
	for _, words := range []wording{careful, chatty, spammy} {
		for _, list := range [][]string{words.greetings, words.specifics, words.generics, words.pretexts, words.disclosures, words.fillers, words.closers, words.signoffs, thanks} {
			for _, sentence := range list {
				if found := selling.FindString(sentence); found != "" {
					t.Errorf("%q sells: %q", sentence, found)
				}
			}
		}
		for _, sentence := range slices.Concat(words.pitches, words.asks) {
			if !selling.MatchString(sentence) {
				t.Errorf("%q does not sell", sentence)
			}
		}
	}
	for _, trade := range []trade{software, nursing, finance, construction, sales, biotech, logistics, mechanics, hospitality} {
		for _, filling := range slices.Concat([]string{trade.people}, trade.topics, trade.events, trade.cities) {
			if found := selling.FindString(filling); found != "" {
				t.Errorf("%q sells: %q", filling, found)
			}
		}
	}
}

var sentenceEnd = regexp.MustCompile(`[.!?]+(\s|$)`)

func TestEveryEntryIsOneSentence(t *testing.T) {
	for _, words := range []wording{careful, chatty, spammy} {
		for _, sentence := range slices.Concat(words.specifics, words.generics, words.pretexts, words.disclosures, words.fillers, words.closers, words.pitches, words.asks) {
			ends := sentenceEnd.FindAllStringIndex(sentence, -1)
			if len(ends) != 1 || ends[0][1] != len(sentence) {
				t.Errorf("%q is not one sentence", sentence)
			}
		}
	}
}

// TestNotesAreWhatTheyWerePlantedAs reads the finished notes again, without their greetings.
func TestNotesAreWhatTheyWerePlantedAs(t *testing.T) {
	_, all := generate()
	for _, one := range everything(all) {
		if (one.note == "") != (one.kind == blank) {
			t.Errorf("kind %d with note %q", one.kind, one.note)
		}
		if one.kind != own {
			continue
		}
		body := one.note
		if before, after, found := strings.Cut(body, one.person.called+"!"); found && len(before) < 12 {
			body = after
		}
		ends := len(sentenceEnd.FindAllString(body, -1))
		length := len(utf16.Encode([]rune(one.note)))
		if long := ends > 3 || length > 300; long != one.long {
			t.Errorf("long is %t, but %d sentences and %d characters: %q", one.long, ends, length, one.note)
		}
		if selling.MatchString(one.note) != one.pitch {
			t.Errorf("pitch is %t: %q", one.pitch, one.note)
		}
		if strings.ContainsAny(one.note, "{}") && !slices.ContainsFunc(mergeErrors, func(gap string) bool { return gap != "" && strings.Contains(one.note, gap) }) {
			t.Errorf("unfilled gap: %q", one.note)
		}
	}
}
