package habit

import (
	"maps"
	"slices"

	"outreachaudit/audit/model"
	"outreachaudit/audit/text"
)

// whyOwn is the reason for a flag that a phrase of the user's caused, by label.
var whyOwn = [model.Labels]string{"holds a phrase that the settings call a pitch", "holds a phrase that the settings call a pretext", "", ""}

// own are the user's phrases of a label in a note, in order and apart.
func (n *Note) own(label model.Label) []Evidence {
	if len(n.rules.phrases) == 0 {
		return nil
	}
	var found []Evidence
	for _, language := range []string{anyLanguage, n.Lexicon.Language()} {
		for _, phrase := range n.rules.phrases[language][label] {
			for _, at := range places(n.Tokens, phrase) {
				found = append(found, Evidence{Start: n.Tokens[at].Start, End: n.Tokens[at+len(phrase)-1].End, Why: whyOwn[label]})
			}
		}
	}
	return apart(found)
}

// places are the tokens that words begin at.
func places(tokens []text.Token, words []string) []int {
	var found []int
next:
	for i := range len(tokens) - len(words) + 1 {
		for j, word := range words {
			if tokens[i+j].Text != word {
				continue next
			}
		}
		found = append(found, i)
	}
	return found
}

// heeded is the evidence that lies in no words that the settings say to ignore.
func (n *Note) heeded(evidence []Evidence) []Evidence {
	for _, words := range n.rules.ignored {
		for _, at := range places(n.Tokens, words) {
			evidence = slices.DeleteFunc(evidence, func(e Evidence) bool { return n.within(e, at, at+len(words)-1) })
		}
	}
	return evidence
}

// within reports whether evidence shows words, and none but those of tokens first to last.
func (n *Note) within(e Evidence, first, last int) bool {
	shown := false
	for i, token := range n.Tokens {
		if token.Start >= e.Start && token.End <= e.End {
			if shown = true; i < first || i > last {
				return false
			}
		}
	}
	return shown
}

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
