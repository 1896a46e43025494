package habit

import (
	"strings"
	"testing"

	"outreachaudit/audit/export"
)

// Sentences are shown apart by bars; what stands in no span is left out.
var sentenceCases = map[string]string{
	// Greetings, sign-offs, signatures.
	"Hi Ana, loved it.":                     "loved it.",
	"Hi Ana! Loved it.":                     "Loved it.",
	"Hi Ana. Loved it.":                     "Loved it.",
	"Hi, Ana! Loved it.":                    "Loved it.",
	"Hello Dr. Smith, loved it":             "loved it",
	"Dear Ana, Greetings for the day! Hi.":  "Hi.",
	"Grant! Great talk.":                    "Great talk.",
	"Congrats! Great talk.":                 "Congrats!|Great talk.",
	"Hi Ana":                                "",
	"Loved it. Best, Tom":                   "Loved it.",
	"Loved it. Thanks!":                     "Loved it.",
	"Loved it. Cheers for adding me!":       "Loved it.|Cheers for adding me!",
	"Loved it.\n\nKind regards,\nTom Baker": "Loved it.",
	"Loved it.\nTom":                        "Loved it.",
	"Loved it. – Tom, Northwind":            "Loved it.",
	"loved it. tom":                         "loved it.",
	"Loved it.\nCoffee?":                    "Loved it.|Coffee?",
	"Hope you're well. Loved it.":           "Hope you're well.|Loved it.",
	// Full stops that end nothing.
	"I met Mr. J. R. Smith of Acme Inc. in the U.S. Midwest.": "I met Mr. J. R. Smith of Acme Inc. in the U.S. Midwest.",
	"We met in the U.S. I was late.":                          "We met in the U.S.|I was late.",
	"Use Node.js, e.g. Express, at 4 p.m. today.":             "Use Node.js, e.g. Express, at 4 p.m. today.",
	"With 5 yrs. Rust and 3.5 hrs. of Go":                     "With 5 yrs. Rust and 3.5 hrs. of Go",
	"It pays $40/hr. Are you in?":                             "It pays $40/hr.|Are you in?",
	"See https://a.example/b.c?D=E. Enjoy.":                   "See https://a.example/b.c?D=E.|Enjoy.",
	"Yahoo! engineers met.":                                   "Yahoo! engineers met.",
	"No. 5 is best. No. Really.":                              "No. 5 is best.|No.|Really.",
	// Ends that readers see.
	"Great... really great":                "Great... really great",
	"Great... It is":                       "Great...|It is",
	"Great… It is":                         "Great…|It is",
	"Is it?! It is.":                       "Is it?!|It is.",
	"It was 🔥 Would you come":              "It was 🔥|Would you come",
	"I ❤️ Go":                              "I ❤️ Go",
	"loved it. would come":                 "loved it.|would come",
	"I saw that.Would come":                "I saw that.|Would come",
	"Role in Bath. £85k plus. [more here]": "Role in Bath.|£85k plus.|more here]",
	`He said "why?" and left.`:             `He said "why?" and left.`,
	// Lines, bullets, lead-ins.
	"One here\nTwo here":                     "One here|Two here",
	"I met you at the\nfair":                 "I met you at the\nfair",
	"Two things:\n• one\n• two":              "one|two",
	"Two things:\n1. one\n2. two":            "one|two",
	"Loved it. Two things: one and two":      "Loved it.|Two things: one and two",
	"Loved it   Would come":                  "Loved it|Would come",
	"Loved the   Berlin fair":                "Loved the   Berlin fair",
	"loved it   would come":                  "loved it   would come",
	"Reasons:  • one  • two":                 "one|two",
	"One ✅ Two":                              "One|Two",
	"👋":                                      "",
	"Loved it. 👏👏":                           "Loved it. 👏👏",
	"Role (m/w/d) bei der Bahn. Interesse?":  "Role (m/w/d) bei der Bahn.|Interesse?",
	"Dein Vortrag war z.B. über ca. 5 Äpfel": "Dein Vortrag war z.B. über ca. 5 Äpfel",
}

func TestSentences(t *testing.T) {
	for in, want := range sentenceCases {
		var got []string
		for _, span := range NewNote(&export.Request{Note: in, NoteKnown: true}).Sentences {
			got = append(got, in[span.Start:span.End])
		}
		if joined := strings.Join(got, "|"); joined != want {
			t.Errorf("%q:\n got %q\nwant %q", in, joined, want)
		}
	}
}
