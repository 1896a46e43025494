package habit

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"outreachaudit/audit/export"
	"outreachaudit/audit/model"
	"outreachaudit/audit/text"
)

// A Labelled is a note with what people say of it.
type Labelled struct {
	Place   string // file and line
	Request *export.Request
	Labels  string // letters: p pitch, h hidden intent, s specific, r says that it recruits, ? nothing but p is said
}

// Has reports whether people say that the note has a label.
func (l *Labelled) Has(letter string) bool { return strings.Contains(l.Labels, letter) }

// ReadLabelled reads the files of labelled notes in a folder: a line a note, "labels | reader @ company,
// location | note", where "\n" stands for a line break. It fails on the first line that is none.
func ReadLabelled(folder fs.FS) ([]Labelled, error) {
	files, err := fs.Glob(folder, "*.notes")
	if err != nil {
		return nil, err
	}
	var all []Labelled
	for _, file := range files {
		content, err := fs.ReadFile(folder, file)
		if err != nil {
			return nil, err
		}
		for i, line := range strings.Split(string(content), "\n") {
			if line == "" || strings.HasPrefix(line, "//") {
				continue
			}
			place := fmt.Sprintf("%s:%d", path.Base(file), i+1)
			fields := strings.SplitN(line, " | ", 3)
			if len(fields) != 3 || fields[0] == "" || strings.Trim(fields[0], "phsr?-") != "" {
				return nil, fmt.Errorf("%s: %q is no labelled note", place, line)
			}
			name, employer, _ := strings.Cut(fields[1], " @ ")
			company, location, _ := strings.Cut(employer, ", ")
			all = append(all, Labelled{place, &export.Request{Note: strings.ReplaceAll(fields[2], `\n`, "\n"), NoteKnown: true,
				Recipient: name, Company: company, Location: location}, fields[0]})
		}
	}
	return all, nil
}

// TrainingDigest is a short fingerprint of what a model is learned from: the notes, their labels, the ideas
// of words. A file of weights with another one is out of date.
func TrainingDigest(notes []Labelled) string {
	digest := sha256.New()
	for _, note := range notes {
		fmt.Fprintln(digest, note.Labels, note.Request.Recipient, note.Request.Company, note.Request.Location, note.Request.Note)
	}
	fmt.Fprintln(digest, text.Revision())
	return hex.EncodeToString(digest.Sum(nil)[:8])
}

// An Example is a note as a model learns from it.
type Example struct {
	Features []model.Name      // each once
	Says     [model.Labels]int // 1 for yes, -1 for no, 0 where nobody has said
	Hidden   int               // the same for a pretext without a disclosure
}

// Example is the note as a model learns from it. Where people have not said whether a note is a pretext or
// discloses what its sender does, both follow from whether it hides its intent, unless it pitches.
func (l *Labelled) Example() Example {
	example := Example{Features: l.features()}
	example.Says[model.Pitch] = sign(l.Has("p"))
	if l.Has("?") {
		return example
	}
	example.Says[model.Specific] = sign(l.Has("s"))
	example.Hidden = sign(l.Has("h"))
	switch {
	case l.Has("r"):
		example.Says[model.Disclosure] = 1
	case l.Has("h"):
		example.Says[model.Pretext], example.Says[model.Disclosure] = 1, -1
	case !l.Has("p"):
		example.Says[model.Pretext], example.Says[model.Disclosure] = -1, -1
	}
	return example
}

func sign(yes bool) int {
	if yes {
		return 1
	}
	return -1
}

// features are the names of the features of the note, each once.
func (l *Labelled) features() []model.Name {
	n := NewNote(l.Request)
	if !isRead(n) {
		return nil
	}
	var all []model.Name
	r := &n.work.reading
	r.learning = true
	ruled := false
	for i := range n.passages {
		p := n.passages[i].passage
		r.names = nil
		r.read(p, &n.reader, weights())
		all = append(all, r.names...)
		ruled = ruled || len(p.pitches) > 0
	}
	r.learning = false
	n.standing(func(kind byte, p *passage, it *item) {
		all = append(all, model.Name{Kind: kind, Words: p.ideaName(*it)})
	})
	for _, what := range n.abouts(ruled) {
		all = append(all, model.Name{Kind: featureNote, Words: abouts()[what]})
	}
	slices.SortFunc(all, func(a, b model.Name) int {
		return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Words, b.Words))
	})
	return slices.Compact(all)
}
