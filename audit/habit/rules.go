package habit

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"slices"
	"strings"

	"outreachaudit/audit/export"
	"outreachaudit/audit/model"
	"outreachaudit/audit/text"
)

// revision is raised when a habit is judged differently by code alone; a
// change of the lexicons or of the model shows by itself.
const revision = 7

// Settings are what users may change about how notes are judged. The zero Settings change nothing.
type Settings struct {
	Sentences, Characters, Copies int                            // limits; 0 means the default
	RapportDays                   int                            // days before a pitch; 0 means the default
	Off                           []string                       // habits that are not judged
	StockTexts                    []string                       // texts that count as default messages
	Ignored                       []string                       // words that are never evidence
	Free                          []string                       // recruiters with free accounts
	Nicknames                     [][]string                     // names of one person
	Phrases                       map[string]map[string][]string // by language code or "any", then by what they say: see PhraseKinds
}

// PhraseKinds are what users' own phrases can say.
var PhraseKinds = []string{"pitch", "pretext", "recruits", "specific"}

// anyLanguage is the language of phrases that count in notes of all languages.
const anyLanguage = "any"

// Rules are how notes are judged: the defaults with a user's settings. They never change.
type Rules struct {
	settings  Settings
	off       Set
	stock     [][]string // folded words
	ignored   [][]string
	free      map[string]bool
	nicknames map[string][]int
	phrases   map[string][model.Labels][][]string // by language: folded words by label
}

var defaultRules, _ = NewRules(Settings{})

// DefaultRules are the rules without any settings.
func DefaultRules() *Rules { return defaultRules }

// NewRules makes the rules of settings. The error names the setting and what it may be.
func NewRules(s Settings) (*Rules, error) {
	for name, value := range map[string]*int{"sentences": &s.Sentences, "characters": &s.Characters, "copies": &s.Copies, "rapport-days": &s.RapportDays} {
		if *value == 0 {
			*value = map[string]int{"sentences": SentenceLimit, "characters": CharacterLimit, "copies": BulkCopies, "rapport-days": RapportDays}[name]
		}
		if *value < 1 || name == "copies" && *value < 2 {
			return nil, fmt.Errorf("%s: %d is too small", name, *value)
		}
	}
	r := &Rules{settings: s, free: map[string]bool{}, nicknames: map[string][]int{}, phrases: map[string][model.Labels][][]string{}}
	for _, id := range s.Off {
		at := slices.IndexFunc(Every(), func(h *Habit) bool { return h.ID == id })
		if at < 0 {
			return nil, fmt.Errorf("off: there is no habit %q; the habits are %s", id, IDs())
		}
		r.off = r.off.With(at)
	}
	for _, list := range []struct {
		name  string
		from  []string
		to    *[][]string
		least int
	}{{"stock", s.StockTexts, &r.stock, 3}, {"ignore", s.Ignored, &r.ignored, 1}} {
		for _, words := range list.from {
			folded := foldedWords(words)
			if len(folded) < list.least {
				return nil, fmt.Errorf("%s: %q has fewer than %d words", list.name, words, list.least)
			}
			*list.to = append(*list.to, folded)
		}
	}
	for _, name := range s.Free {
		r.free[export.NameKey(name)] = true
	}
	for i, names := range s.Nicknames {
		for _, name := range names {
			for _, word := range nameWords(name) {
				r.nicknames[stem(word)] = append(r.nicknames[stem(word)], i)
			}
		}
	}
	return r, r.addPhrases()
}

func (r *Rules) addPhrases() error {
	for language, kinds := range r.settings.Phrases {
		if language != anyLanguage && !slices.ContainsFunc(text.Lexicons(), func(l *text.Lexicon) bool { return l.Language() == language && l.HasIdeas() }) {
			return fmt.Errorf("phrases: %q is no language that is judged; write its code, such as en, or any", language)
		}
		byLabel := r.phrases[language]
		for kind, phrases := range kinds {
			label := slices.Index(PhraseKinds, kind)
			if label < 0 {
				return fmt.Errorf("phrases: %s: there is no kind %q; the kinds are %s", language, kind, strings.Join(PhraseKinds, ", "))
			}
			for _, phrase := range phrases {
				words := foldedWords(phrase)
				if len(words) == 0 {
					return fmt.Errorf("phrases: %s: %s: %q has no words", language, kind, phrase)
				}
				byLabel[label] = append(byLabel[label], words)
			}
		}
		r.phrases[language] = byLabel
	}
	return nil
}

// IDs are the habits' ids in their order, for messages.
func IDs() string {
	var ids []string
	for _, habit := range Every() {
		ids = append(ids, habit.ID)
	}
	return strings.Join(ids, ", ")
}

func foldedWords(s string) []string {
	var words []string
	for _, token := range text.Tokens(s) {
		words = append(words, token.Text)
	}
	return words
}

// RapportDays is how many days a new connection is given before a pitch.
func (r *Rules) RapportDays() int { return r.settings.RapportDays }

// Copies is how many notes of one wording make a template.
func (r *Rules) Copies() int { return r.settings.Copies }

// Words say what the settings change, a line each; none for the defaults. People are named only where that is wanted.
func (r *Rules) Words(named bool) []string {
	var words []string
	add := func(format string, values ...any) { words = append(words, fmt.Sprintf(format, values...)) }
	s := r.settings
	if s.Sentences != SentenceLimit || s.Characters != CharacterLimit {
		add("limits are %d sentences and %d characters", s.Sentences, s.Characters)
	}
	if s.Copies != BulkCopies {
		add("%d notes of one wording make a template", s.Copies)
	}
	if s.RapportDays != RapportDays {
		add("a new connection is given %d days before a pitch", s.RapportDays)
	}
	if len(s.Off) > 0 {
		add("not judged: %s", strings.Join(s.Off, ", "))
	}
	if len(s.Free) > 0 && named {
		add("free accounts: %s", strings.Join(s.Free, ", "))
	} else if len(s.Free) > 0 {
		add("free accounts: %d", len(s.Free))
	}
	for _, list := range []struct {
		what  string
		count int
	}{{"own default texts", len(s.StockTexts)}, {"words that are no evidence", len(s.Ignored)}, {"nicknames added", len(s.Nicknames)}} {
		if list.count > 0 {
			add("%s: %d", list.what, list.count)
		}
	}
	for _, language := range sortedKeys(s.Phrases) {
		for _, kind := range sortedKeys(s.Phrases[language]) {
			add("own phrases (%s, %s): %d", language, kind, len(s.Phrases[language][kind]))
		}
	}
	return words
}

// Fingerprint is a short digest of how notes are judged. Reports with different
// ones cannot be compared habit by habit.
func (r *Rules) Fingerprint() string {
	digest := sha256.New()
	fmt.Fprintln(digest, revision, text.Revision())
	io.Copy(digest, struct{ io.Reader }{strings.NewReader(weightsFile)}) // in pieces: as one it would be copied
	for _, habit := range Every() {
		fmt.Fprintln(digest, habit.ID)
	}
	fmt.Fprintf(digest, "%q\n", fmt.Sprint(r.settings)) // maps are printed in the order of their keys
	return hex.EncodeToString(digest.Sum(nil)[:6])
}

// isFree reports whether the settings call a recruiter's account a free one.
func (r *Rules) isFree(recruiter string) bool {
	return len(r.free) > 0 && r.free[export.NameKey(recruiter)]
}
