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

func languageOf(s string) *Lexicon {
	voice := VoiceOf(Tokens(s))
	return voice.Language()
}

func read(s string, l *Lexicon) *Passage {
	p := new(Passage)
	p.Say(s, true)
	p.Split(l)
	p.Search(len(p.Tokens))
	return p
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
		if lexicon := languageOf(in); lexicon != nil {
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
		got, p := "", read(test.in, English())
		for _, match := range p.Phrases {
			if match.Section == test.section && got == "" {
				got = test.in[p.Tokens[match.First].Start:p.Tokens[match.Last].End]
			}
		}
		if got != test.want {
			t.Errorf("%q under %s: %q, want %q", test.in, test.section, got, test.want)
		}
	}
}

func likeStock(s string) [][]string {
	tokens := Tokens(s)
	return English().LikeStock(nil, English().StockWords(tokens), tokens)
}

func TestLikeStock(t *testing.T) {
	like := likeStock("Hi, I'd like to add you to my professional network")
	if len(like) == 0 || strings.Join(like[0], " ") != "i'd like to add you to my professional network" {
		t.Errorf("first is %v", like)
	}
	if like := likeStock("Your talk on the history of the network was great"); len(like) != 0 {
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
		at = 0
		for _, piece := range read(s, languageOf(s)).Pieces {
			checkSpan(t, s, piece.Span, at)
			at = piece.End
		}
		spans, _ := AppendPassages(nil, s)
		at = 0
		var passages []string
		for _, span := range spans {
			if span.Start < at || span.End <= span.Start && s != "" || strings.TrimSpace(s[at:span.Start]) != "" {
				t.Fatalf("passages of %q are %v", s, spans)
			}
			for _, token := range Tokens(s[span.Start:span.End]) {
				passages = append(passages, token.Text)
			}
			at = span.End
		}
		var whole []string
		for _, token := range tokens {
			whole = append(whole, token.Text)
		}
		if at != len(s) || !slices.Equal(passages, whole) {
			t.Fatalf("%q is cut at %v into %q, not %q", s, spans, passages, whole)
		}
		for _, match := range read(s, English()).Phrases {
			if match.First < 0 || match.Last < match.First || match.Last >= len(tokens) {
				t.Fatalf("%+v of %d tokens", match, len(tokens))
			}
		}
		English().LikeStock(nil, English().StockWords(tokens), tokens)
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
		read(note, languageOf(note))
	}
}
