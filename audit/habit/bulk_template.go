package habit

import "fmt"

// BulkCopies is how many people must have had the same wording from one recruiter.
const BulkCopies = 10

// BulkTemplate is a note that its recruiter sent to many.
var BulkTemplate = Habit{
	ID:    "bulk-template",
	Title: "Bulk template",
	Doc: fmt.Sprintf("The recruiter sent this wording, or nearly this wording, to at least %d people; names, companies, places and numbers do not count. ", BulkCopies) +
		"Notes of few words are left out, because many people write the same short note. " +
		"Keep a template for what is the same for all, and write at least one sentence for this reader alone. Judged where the notes of a whole export can be compared.",
	Mend:    "Write at least one sentence that only this reader can get.",
	Bad:     "Hi Maya, I came across your profile and was impressed by your experience in marketing, so I thought we should connect.",
	Good:    "Hi Maya, your lecture on tide mills at the Deal archive was a treat. I recruit conservators and would like to stay in touch.",
	Applies: func(n *Note) bool { return n.Kind == Own && n.Copies > 0 },
	Judge:   judgeBulkTemplate,
	Shows:   func(n *Note) bool { return n.Copies >= n.rules.settings.Copies },
}

func judgeBulkTemplate(n *Note) []Evidence {
	if n.Copies < n.rules.settings.Copies {
		return nil
	}
	e := evidence(&n.Prose, 0, len(n.Tokens)-1, fmt.Sprintf("went to %d people in these words or nearly these", n.Copies))
	return []Evidence{e}
}
