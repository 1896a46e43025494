package habit

import (
	"strings"
	"testing"

	"outreachaudit/audit/export"
)

func flags(t *testing.T, s Settings, r *export.Request) string {
	t.Helper()
	rules, err := NewRules(s)
	if err != nil {
		t.Fatal(err)
	}
	r.NoteKnown = true
	var ids []string
	verdict := Judge(rules.Note(r))
	for i, habit := range All {
		if verdict.Flagged.Has(i) {
			ids = append(ids, habit.ID)
		}
	}
	return strings.Join(ids, " ")
}

func TestSettings(t *testing.T) {
	const specific = "Hi Ana, your talk on tide mills at DockCon was great."
	english := func(kind, phrase string) Settings {
		return Settings{Phrases: map[string]map[string][]string{"en": {kind: {phrase}}}}
	}
	for _, test := range []struct {
		name          string
		settings      Settings
		request       export.Request
		before, after string
	}{
		{"sentences", Settings{Sentences: 1}, export.Request{Note: specific + " Thank you for it!! It helped us."}, "", "over-length"},
		{"characters", Settings{Characters: 40}, export.Request{Note: specific}, "", "over-length"},
		{"free account", Settings{Free: []string{"ben adu"}}, export.Request{Note: specific + strings.Repeat(" It was so good", 12), Recruiter: "Ben Adu"}, "", "over-length"},
		{"another account", Settings{Free: []string{"ben adu"}}, export.Request{Note: specific + strings.Repeat(" It was so good", 12), Recruiter: "Ann Lee"}, "", ""},
		{"off", Settings{Off: []string{"merge-error"}}, export.Request{Note: "Hi {{name}}, your talk on tide mills at DockCon was great."}, "merge-error", ""},
		{"own stock text", Settings{StockTexts: []string{"Your talk on tide mills at DockCon was great"}}, export.Request{Note: specific}, "", "default-message"},
		{"nicknames", Settings{Nicknames: [][]string{{"Bartholomew", "Zippy"}}}, export.Request{Note: "Hi Zippy, your talk on tide mills at DockCon was great.", Recipient: "Bartholomew Fox"}, "merge-error", ""},
		{"ignored words", Settings{Ignored: []string{"{{ name }}"}}, export.Request{Note: "Hi {{name}}, your talk on tide mills at DockCon was great."}, "merge-error", ""},
		{"own pitch", english("pitch", "was great"), export.Request{Note: specific}, "", "premature-pitch"},
		{"own pretext", english("pretext", "was great"), export.Request{Note: specific}, "", "hidden-intent"},
		{"own disclosure", Settings{Phrases: map[string]map[string][]string{"any": {"recruits": {"Crew Desk"}}}}, export.Request{Note: "Hi Ana, I'd like to expand my network. Tom, crew desk"}, "not-specific hidden-intent", "not-specific"},
		{"own specific", english("specific", "crew desk"), export.Request{Note: "Hi Ana, impressive profile. Crew desk"}, "not-specific", ""},
		{"phrase of another language", Settings{Phrases: map[string]map[string][]string{"de": {"pitch": {"was great"}}}}, export.Request{Note: specific}, "", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := flags(t, Settings{}, &test.request); got != test.before {
				t.Errorf("before: %q, want %q", got, test.before)
			}
			if got := flags(t, test.settings, &test.request); got != test.after {
				t.Errorf("after: %q, want %q", got, test.after)
			}
			rules, _ := NewRules(test.settings)
			if rules.Fingerprint() == DefaultRules().Fingerprint() || len(rules.Words(true)) == 0 {
				t.Errorf("the settings leave no trace: %q", rules.Words(true))
			}
		})
	}
	if DefaultRules().Words(true) != nil {
		t.Error("defaults are told as settings")
	}
}

func TestFreeAccountWithoutNote(t *testing.T) {
	rules, err := NewRules(Settings{Free: []string{"Ben Adu"}})
	if err != nil {
		t.Fatal(err)
	}
	found := Judge(rules.Note(&export.Request{NoteKnown: true, Recruiter: "Ben Adu"})).Findings
	if len(found) != 1 || !strings.Contains(found[0].Why, "free one") {
		t.Errorf("%+v", found)
	}
}

func TestWrongSettings(t *testing.T) {
	for want, settings := range map[string]Settings{
		"too small":           {Sentences: -1},
		"copies":              {Copies: 1},
		`no habit "pitch"`:    {Off: []string{"pitch"}},
		"fewer than 3 words":  {StockTexts: []string{"hello there"}},
		"fewer than 1 words":  {Ignored: []string{" ... "}},
		"no language that is": {Phrases: map[string]map[string][]string{"xx": {}}},
		`no kind "offer"`:     {Phrases: map[string]map[string][]string{"en": {"offer": {"a"}}}},
		`"!" has no words`:    {Phrases: map[string]map[string][]string{"en": {"pitch": {"!"}}}},
	} {
		if _, err := NewRules(settings); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v, want %q", err, want)
		}
	}
}

// TestFlags holds that what is told without evidence is what the evidence tells.
func TestFlags(t *testing.T) {
	ignoring, err := NewRules(Settings{Ignored: []string{"network", "role"}})
	if err != nil {
		t.Fatal(err)
	}
	for _, rules := range []*Rules{DefaultRules(), ignoring} {
		for i, labelled := range training(t) {
			n := rules.Note(labelled.Request)
			n.Copies = i % (2 * BulkCopies)
			quick, full := Flags(n), Judge(n)
			if quick.Judged != full.Judged || quick.Flagged != full.Flagged {
				t.Errorf("%s: %+v, with evidence %+v", labelled.Place, quick, full)
			}
			n.Release()
		}
	}
}
