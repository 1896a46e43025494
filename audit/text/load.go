package text

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"path"
	"strings"
	"sync"

	"outreachaudit/audit/digest"
)

// load reads all lexicons. A fault in a file is a fault of the program, seen
// by every test and by every run that judges, so it panics.
func load() *lexiconLibrary {
	l := newLibrary()
	for name, content := range lexicons {
		if err := l.read(strings.TrimSuffix(name, ".txt"), content); err != nil {
			panic(fmt.Errorf("lexicon %s: %w", name, err))
		}
	}
	return l
}

// lexicons yields the names and contents of the lexicon files, English first.
func lexicons(yield func(name, content string) bool) {
	const english = "en.txt"
	files, err := lexiconFiles.ReadDir("lexicon")
	if err != nil {
		panic(err)
	}
	names := []string{english}
	for _, file := range files {
		if file.Name() != english {
			names = append(names, file.Name())
		}
	}
	for _, name := range names {
		content, err := lexiconFiles.ReadFile(path.Join("lexicon", name))
		if err != nil {
			panic(err)
		}
		if !yield(name, string(content)) {
			return
		}
	}
}

// revision is a digest of all lexicon files.
var revision = sync.OnceValue(func() string {
	digest := sha256.New()
	for _, content := range lexicons {
		io.WriteString(digest, content)
	}
	return hex.EncodeToString(digest.Sum(nil))
})

func (l *lexiconLibrary) intern(word string) wordID {
	id := wordID(l.vocabulary.Find(digest.Of(word)))
	if id != 0 && l.words[id] != word {
		panic(fmt.Errorf("%s and %s have the same digest", word, l.words[id]))
	}
	if id == 0 {
		id = wordID(len(l.speaks))
		l.vocabulary.Add(digest.Of(word), uint16(id))
		l.words = append(l.words, word)
		l.speaks = append(l.speaks, 0)
		l.known = append(l.known, false)
	}
	return id
}

// newLibrary is a library without languages. Number 0 is all words that no lexicon has.
func newLibrary() *lexiconLibrary {
	return &lexiconLibrary{vocabulary: digest.NewTable(), words: []string{""}, speaks: []uint32{0}, known: []bool{false}}
}

func (l *lexiconLibrary) internAll(words []string) []wordID {
	ids := make([]wordID, len(words))
	for i, word := range words {
		ids[i] = l.intern(word)
	}
	return ids
}

// A reader reads one lexicon file.
type reader struct {
	*lexiconLibrary
	*Lexicon
	compiler compiler
	bit      uint32
	heading  string
}

func (l *lexiconLibrary) read(language, content string) error {
	r := reader{lexiconLibrary: l, Lexicon: &Lexicon{language: language}, bit: 1 << len(l.languages)}
	r.compiler = compiler{intern: l.intern, classes: map[string]symbol{}, word: r.learn}
	for number, line := range strings.Split(content, "\n") {
		line, _, _ = strings.Cut(line, "//")
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		if strings.HasPrefix(line, "[") && strings.HasSuffix(line, "]") {
			r.heading = line[1 : len(line)-1]
			continue
		}
		if err := r.line(Fold(strings.ReplaceAll(line, "-", " "))); err != nil {
			return fmt.Errorf("line %d: %w", number+1, err)
		}
	}
	r.phrases = r.compiler.finish()
	l.languages = append(l.languages, r.Lexicon)
	return nil
}

func (r *reader) line(line string) error {
	if name, ok := strings.CutPrefix(r.heading, headingClass); ok {
		return r.class(name, line)
	}
	switch r.heading {
	case headingWords:
		for _, word := range r.internAll(strings.Fields(line)) {
			r.speaks[word] |= r.bit
		}
	case headingAbbreviations, headingTitles, headingCompanies, headingRunOn, headingOpeners:
		part := map[string]role{headingAbbreviations: roleAbbreviation, headingTitles: roleAbbreviation | roleTitle, headingCompanies: roleAbbreviation | roleCompany,
			headingRunOn: roleRunOn, headingOpeners: roleOpener}[r.heading]
		for _, word := range r.internAll(strings.Fields(line)) {
			r.Lexicon.roles = grow(r.Lexicon.roles, int(word))
			r.Lexicon.roles[word] |= part
			r.lexiconLibrary.roles = grow(r.lexiconLibrary.roles, int(word))
			r.lexiconLibrary.roles[word] |= part
		}
	case headingGreetings:
		r.lexiconLibrary.greetings.add(r.letterPart(line))
	case headingSignOffs:
		r.lexiconLibrary.signOffs.add(r.letterPart(line))
	case headingPleasantries:
		return r.pleasantry(line)
	case headingStock:
		return r.stockText(line)
	case headingIdeas:
		return r.idea(line)
	case headingSpellings:
		return r.spelling(line)
	default:
		return r.phrase(line)
	}
	return nil
}

// letterPart is a greeting or sign-off; its words give the language away too.
func (r *reader) letterPart(line string) []wordID {
	ids := r.internAll(strings.Fields(line))
	for _, word := range ids {
		r.speaks[word] |= r.bit
	}
	return ids
}

func (r *reader) stockText(line string) error {
	parsed, err := parsePhrase(line)
	if err != nil {
		return err
	}
	for _, variant := range parsed.variants() {
		r.stock.add(variant, r.internAll(variant))
	}
	return nil
}

func (r *reader) pleasantry(line string) error {
	parsed, err := parsePhrase(line)
	if err != nil {
		return err
	}
	for _, variant := range parsed.variants() {
		r.lexiconLibrary.wishes.add(r.internAll(variant))
	}
	return nil
}

func (r *reader) spelling(line string) error {
	from, to, found := strings.Cut(line, "=")
	if !found {
		return fmt.Errorf("spelling without an equals sign: %s", line)
	}
	for _, word := range strings.Fields(from) {
		id := r.intern(word)
		r.Lexicon.spellings = grow(r.Lexicon.spellings, int(id))
		r.Lexicon.spellings[id] = r.internAll(strings.Fields(to))
		r.speaks[id] |= r.bit
	}
	return nil
}

func (r *reader) class(name, line string) error {
	class := r.compiler.classSymbol(name)
	for _, word := range strings.Fields(line) {
		forms := []string{word}
		if plural, ok := strings.CutSuffix(word, "/s"); ok {
			forms = []string{plural, plural + "s"}
		}
		for _, id := range r.internAll(forms) {
			r.Lexicon.classes = grow(r.Lexicon.classes, int(id))
			r.Lexicon.classes[id] = append(r.Lexicon.classes[id], class)
			r.learn(id)
		}
	}
	return nil
}

func (r *reader) phrase(line string) error {
	for section, name := range sectionNames {
		if name == r.heading {
			r.has[section] = true
			return r.compiler.add(line, Section(section))
		}
	}
	return fmt.Errorf("no section is called %q", r.heading)
}

// learn takes a word of a phrase as evidence that a note is English.
func (r *reader) learn(word wordID) {
	if r.bit == 1 {
		r.known[word] = true
	}
}

// grow is a slice long enough to have an element at i.
func grow[T any](by []T, i int) []T {
	if i < len(by) {
		return by
	}
	return append(by, make([]T, i+1-len(by))...)
}
