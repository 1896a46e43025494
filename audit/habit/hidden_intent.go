package habit

import "outreachaudit/audit/model"

// HiddenIntent is a note that speaks of networking and keeps its purpose to itself.
var HiddenIntent = Habit{
	ID:    "hidden-intent",
	Title: "Hidden intent",
	Doc: "The note gives networking as its reason, such as a wish to expand a network or to know people in the field, and has no word that says that its sender recruits. " +
		"The reader finds out later, and feels tricked. Say in one clause what you do. Judged in " + modelLanguages + "; elsewhere it counts as not judged.",
	Mend:    "Say in one clause that you recruit, and for whom.",
	Bad:     "Hi Tom, I'm expanding my network in logistics and always glad to meet like-minded people from Rotterdam.",
	Good:    "Hi Tom, I recruit planners for the port of Rotterdam. Your article on night shifts in Cargo Weekly made me laugh, glad to be connected.",
	Corpus:  Score{Right: 28, Unexpected: 1},
	Applies: isRead,
	Judge:   judgeHiddenIntent,
	Shows:   (*Note).hides,
}

// judgeHiddenIntent goes by the model: more likely than not there is a pretext and no disclosure, both together. Plain
// words for what the sender does leave nothing to weigh, and a note of no words but a greeting, or of none that speak for
// a pretext, is none.
func judgeHiddenIntent(n *Note) []Evidence {
	if n.discloses || len(n.own(model.Disclosure)) > 0 {
		return nil
	}
	if found := n.own(model.Pretext); len(found) > 0 {
		if n.scores[model.Disclosure] < 0 {
			return found
		}
		return nil
	}
	if n.scores.Probability(model.Pretext)*(1-n.scores.Probability(model.Disclosure)) <= 0.5 {
		return nil
	}
	return n.words(model.Pretext, 1, "speaks of networking and nowhere says that its sender recruits", anyItem)
}

func (n *Note) hides() bool { return len(judgeHiddenIntent(n)) > 0 }
