package text

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestFold(t *testing.T) {
	for in, want := range map[string]string{
		"Élodie": "elodie", "STRASSE": "strasse", "Straße": "strasse", "Łódź": "lodz", "ﬁne": "fine", "Ｃａｌｌ": "call",
		"𝗛𝗶": "hi", "I’m": "i'm", "re\u00adsu\u200bme": "resume", "e\u0301": "e", "\ufeffhi": "hi", "Ærø": "aero",
	} {
		if got := Fold(in); got != want {
			t.Errorf("Fold(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestEmpty(t *testing.T) {
	for in, want := range map[string]bool{
		"": true, " \n\t": true, "\u00a0\u200b\u200d\ufeff\u2060": true, "\ufe0f": true, ".": false, "👋": false, " a ": false,
	} {
		if got := Empty(in); got != want {
			t.Errorf("Empty(%q) = %v", in, got)
		}
	}
}

func TestTokens(t *testing.T) {
	for _, test := range []struct {
		in   string
		want []string
		kind TokenKind // of the last token
	}{
		{"Hi Élodie, I’m Tom!", []string{"hi", "elodie", "i'm", "tom"}, Word},
		{"14,000 and 38.5", []string{"14,000", "and", "38.5"}, Number},
		{"£85k", []string{"£85k"}, Money},
		{"€ 50,000", []string{"€ 50,000"}, Money},
		{"pay 60€", []string{"pay", "60€"}, Money},
		{"a $ sign", []string{"a", "sign"}, Word},
		{"Node.js and U.S.", []string{"node", "js", "and", "u", "s"}, Word},
		{"see https://Foo.com/A?b=c.", []string{"see", "https://foo.com/a?b=c"}, Link},
		{"(www.foo.com/x)", []string{"www.foo.com/x"}, Link},
		{"calendly.com/me, ok", []string{"calendly.com/me", "ok"}, Word},
		{"ann@firm.example", []string{"ann@firm.example"}, Link},
		{"done.Let me", []string{"done", "let", "me"}, Word},
		{"FIRST_NAME 10-minute", []string{"first_name", "10", "minute"}, Word},
		{"re\u00adsume\u200b!", []string{"resume"}, Word},
		{"'quoted' o'clock'", []string{"quoted", "o'clock"}, Word},
		{"👩🏽‍💻 hi", []string{"hi"}, Word},
		{"\xff hi \xfe", []string{"hi"}, Word},
	} {
		tokens := Tokens(test.in)
		var got []string
		for _, token := range tokens {
			got = append(got, token.Text)
		}
		if !slices.Equal(got, test.want) || tokens[len(tokens)-1].Kind != test.kind {
			t.Errorf("%q: %q, last kind %d", test.in, got, tokens[len(tokens)-1].Kind)
		}
	}
}

func TestLink(t *testing.T) {
	for in, want := range map[string][2]string{
		"https://www.Cal.com/Jo?x=1": {"cal.com", "/jo?x=1"}, "jobs.lever.co/acme": {"jobs.lever.co", "/acme"},
		"http://foo.com": {"foo.com", ""}, "word": {"", ""},
	} {
		token := Tokens(in)[0]
		if got := [2]string{token.Host(), token.Path()}; got != want {
			t.Errorf("%s: %q, want %q", in, got, want)
		}
	}
}

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
		tokens := Tokens(in)
		var got []string
		for _, span := range LanguageOf(tokens).AppendSentences(nil, in, tokens) {
			got = append(got, in[span.Start:span.End])
		}
		if joined := strings.Join(got, "|"); joined != want {
			t.Errorf("%q:\n got %q\nwant %q", in, joined, want)
		}
	}
}

func TestLanguageOf(t *testing.T) {
	for in, want := range map[string]string{
		"I loved your talk on eels":        "en",
		"Hi Ana":                           "en",
		"Senior QS needed Derby":           "en",
		"":                                 "en",
		"Ich fand deinen Vortrag sehr gut": "de",
		"J'ai beaucoup aimé votre article sur les anguilles":                                 "fr",
		"Me gustó mucho tu charla sobre las anguilas":                                        "es",
		"Gostei muito da sua palestra sobre enguias":                                         "pt",
		"Ik vond je lezing over paling erg goed":                                             "nl",
		"Il tuo articolo sulle anguille è molto bello":                                       "it",
		"Bardzo podobał mi się pański artykuł o węgorzach":                                   "pl",
		"Jag tyckte mycket om din artikel och vill gärna prata":                              "sv",
		"Здравствуйте, мне понравилась ваша статья":                                          "",
		"Nagyon tetszett angolnákról szóló kiváló cikke tegnap":                              "",
		"Hi Ana de Vries, I met Luis de la Cruz at your booth":                               "en",
		"Hi Jan, your thread on the Dutch word het was great":                                "en",
		"はじめまして。ぜひつながりたいです。":                                                                 "",
		"Minulla olisi kysymys artikkelistasi ankeriaista, kiitos vastauksesta jo etukäteen": "",
	} {
		got := ""
		if lexicon := LanguageOf(Tokens(in)); lexicon != nil {
			got = lexicon.Language()
		}
		if got != want {
			t.Errorf("%q is taken for %q, want %q", in, got, want)
		}
	}
}

func TestFind(t *testing.T) {
	for _, test := range []struct {
		in      string
		section Section
		want    string // the words found; "" for none
	}{
		{"We're hiring a baker", Hiring, "We're hiring"},
		{"we have a very nice role", Offer, "we have a very nice role"},
		{"we have met. Nice role", Offer, ""},
		{"we have met, your role", Offer, ""},
		{"SEND ME YOUR RÉSUMÉ", Resume, "SEND ME YOUR RÉSUMÉ"},
		{"don’t", Negation, "don’t"},
		{"the role", Job, "role"},
		{"the roller", Job, ""},
		{"paying £80k", Pay, "paying £80k"},
	} {
		tokens := Tokens(test.in)
		got := ""
		for _, match := range English().AppendMatches(nil, test.in, tokens, English().AppendSentences(nil, test.in, tokens)) {
			if match.Section == test.section && got == "" {
				got = test.in[tokens[match.First].Start:tokens[match.Last].End]
			}
		}
		if got != test.want {
			t.Errorf("%q under %s: %q, want %q", test.in, test.section, got, test.want)
		}
	}
}

func TestLikeStock(t *testing.T) {
	like := English().LikeStock(nil, Tokens("Hi, I'd like to add you to my professional network"))
	if len(like) == 0 || strings.Join(like[0], " ") != "i'd like to add you to my professional network" {
		t.Errorf("first is %v", like)
	}
	if like := English().LikeStock(nil, Tokens("Your talk on the history of the network was great")); len(like) != 0 {
		t.Errorf("a note of its own is like %v", like)
	}
}

// TestWordsOfAnyLength: around the length that a host may have, with what could make a link of them behind.
func TestWordsOfAnyLength(t *testing.T) {
	for length := longestHost - 5; length < longestHost+5; length++ {
		for _, rest := range []string{".0", ".com", "@a.com", ".com/x", ".", "@", ".a"} {
			s := strings.Repeat("a", length) + rest
			at := 0
			for _, token := range Tokens(s) {
				checkSpan(t, s, token.Span, at)
				at = token.End
			}
		}
	}
}

// FuzzText checks that tokens and sentences ascend, slice the text on rune
// borders and never panic, whatever the text.
func FuzzText(f *testing.F) {
	for _, seed := range []string{"", "Hi Ana, I’m 5. 👋 See http://a.b/c", "e\u0301\u200d\ufeff…", "\xff.\xfeA", "a@b.c/d", "•  1) x:\n- y", "ﬁ.Ａ £ 5€"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		tokens := Tokens(s)
		at := 0
		for _, token := range tokens {
			checkSpan(t, s, token.Span, at)
			if folded := Fold(s[token.Start:token.End]); token.Text != folded {
				t.Fatalf("%q is folded to %q, not %q", s[token.Start:token.End], token.Text, folded)
			}
			at = token.End
		}
		lexicon := LanguageOf(tokens)
		sentences := lexicon.AppendSentences(nil, s, tokens)
		at = 0
		for _, span := range sentences {
			checkSpan(t, s, span, at)
			at = span.End
		}
		for _, match := range English().AppendMatches(nil, s, tokens, sentences) {
			if match.First < 0 || match.Last < match.First || match.Last >= len(tokens) {
				t.Fatalf("%+v of %d tokens", match, len(tokens))
			}
		}
		English().LikeStock(nil, tokens)
	})
}

func checkSpan(t *testing.T, s string, span Span, from int) {
	t.Helper()
	if span.Start < from || span.End <= span.Start || span.End > len(s) {
		t.Fatalf("%+v after %d in %q", span, from, s)
	}
	for _, at := range []int{span.Start, span.End} {
		if at < len(s) && !utf8.RuneStart(s[at]) && utf8.ValidString(s) {
			t.Fatalf("%+v splits a rune of %q", span, s)
		}
	}
}

func BenchmarkText(b *testing.B) {
	const note = "Hi Ana, your talk on eels was great. I recruit biologists in Hull and would like to follow your work!"
	b.ReportAllocs()
	for b.Loop() {
		tokens := Tokens(note)
		lexicon := LanguageOf(tokens)
		lexicon.AppendMatches(nil, note, tokens, lexicon.AppendSentences(nil, note, tokens))
	}
}
