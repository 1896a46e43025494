package habit

// DefaultMessage is a request that says nothing: no note, or the words LinkedIn puts there.
var DefaultMessage = Habit{
	ID:    "default-message",
	Title: "Default message",
	Doc: "The request went out without a note, or with LinkedIn's own text and nothing else than a greeting or a name around it. " +
		"It does not tell the reader who is asking, or why. Write two sentences instead: what made you think of this person, and who you are. " +
		"An export shows LinkedIn's default text as an empty note, and a free account may have had no personal notes left to send: " +
		"look at the recruiter's account before you draw conclusions.",
	Mend:    "Write two sentences of your own: what made you think of this person, and who you are.",
	Bad:     "Hi Maya, I'd like to add you to my professional network on LinkedIn.",
	Good:    "Hi Maya, your RailsConf talk on background jobs answered a question my team had. I recruit Ruby developers and would like to stay in touch.",
	Corpus:  Score{Right: 21},
	Applies: func(n *Note) bool { return n.Kind != NotExported },
	Judge:   judgeDefaultMessage,
	Shows:   func(n *Note) bool { return n.Kind == Blank || n.Kind == Stock },
}

const sentBlank = "has no note"

// blankEvidence is shared by all requests without a note, the commonest of all. Nothing changes it.
var blankEvidence = []Evidence{{Why: sentBlank}}

func judgeDefaultMessage(n *Note) []Evidence {
	switch n.Kind {
	case Blank:
		if n.rules.isFree(n.Recruiter) {
			return []Evidence{{Why: sentBlank + "; the account is a free one, which may have had none left"}}
		}
		return blankEvidence
	case Stock:
		return []Evidence{{Start: n.stock.Start, End: n.stock.End, Why: "is LinkedIn's stock text"}}
	}
	return nil
}
