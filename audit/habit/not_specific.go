package habit

import (
	"fmt"
	"slices"

	"outreachaudit/audit/model"
	"outreachaudit/audit/text"
)

// NotSpecific is a note that could go to anybody.
var NotSpecific = Habit{
	ID:    "not-specific",
	Title: "Not specific",
	Doc: "The note names nothing that could be checked of this reader: not the reader's company, nor a post, talk, project, school, town, group or contact that has a name. " +
		"An impressive profile, a job title, an industry, another company and a detail pasted to many are not specific. Name the one thing that made you think of this person. " +
		"The company and the town count as the reader's where the export has them for every request. Judged in " + modelLanguages + "; elsewhere it counts as not judged.",
	Mend:    "Name one thing that only this reader has: a post, a talk, the company, a contact you share.",
	Bad:     "Hi Maya, I came across your impressive profile and your background in marketing. I recruit marketers.",
	Good:    "Hi Maya, your talk on newsletters at MailCon was the best hour of my week. I recruit marketers and would like to stay in touch.",
	Corpus:  Score{Right: 63},
	Applies: isRead,
	Judge:   judgeNotSpecific,
	Shows:   func(n *Note) bool { return !n.specific() || n.pasted() },
}

func judgeNotSpecific(n *Note) []Evidence {
	switch {
	case !n.specific():
	case n.pasted():
		whole := evidence(&n.Prose, 0, len(n.Tokens)-1, fmt.Sprintf("went to %d people with the same details", n.Copies))
		return []Evidence{whole}
	default:
		return nil
	}
	const why = "names nothing that only this reader has"
	if found := n.words(model.Specific, -1, why, isGeneric); len(found) > 0 {
		return found
	}
	return []Evidence{{Why: why}}
}

// generic are the ideas of words that seem to be about the reader and fit many: praise, what the reader
// posted, a profile. Other words are not to blame for what a note lacks.
var generic = setOf("praise", "media", "fit", "congrats", "saw", "content")

func isGeneric(p *passage, it *item) bool { return generic[p.ideaName(*it)] }

// specific is the model's verdict; the company of the reader alone is enough, and so is the town.
func (n *Note) specific() bool {
	return n.company || n.scores[model.Specific] > 0 || len(n.own(model.Specific)) > 0 || n.namesCity()
}

// namesCity reports whether a note names the reader's town, where it is not where a job is or the sender recruits.
func (n *Note) namesCity() bool {
	if len(n.reader.city) == 0 || n.discloses || n.pitches() {
		return false
	}
	return slices.ContainsFunc(n.passages, func(p placed) bool {
		return slices.ContainsFunc(p.items, func(it item) bool {
			return it.idea == itsCity && slices.Contains(n.reader.city, ownerless(&p.Tokens[it.first]))
		})
	})
}

// pasted reports whether one of many notes of one wording fills in nothing but the reader's own name, so
// that what it names was pasted to all of them. Where something else is filled in, that may be the detail.
func (n *Note) pasted() bool {
	if n.Copies < n.rules.settings.Copies || n.company || len(n.own(model.Specific)) > 0 {
		return false
	}
	for _, span := range n.Skeleton().slots {
		if !slices.Contains(n.reader.names, text.Fold(n.Note[span.Start:span.End])) {
			return false
		}
	}
	return true
}
