package audit

import (
	"cmp"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"outreachaudit/audit/export"
	"outreachaudit/audit/habit"
	"outreachaudit/audit/text"
)

// maskedName stands for the name of somebody in a note or a path.
const maskedName = "[name]"

// A disguise puts pseudonyms in place of recruiters' and recipients' names. Within a run a person has one pseudonym.
// Recruiters are numbered as they are met. Recipients are too many to be remembered: theirs is a digest under a key made
// of the inputs, which those who have only the report cannot work out.
type disguise struct {
	key        []byte
	recruiters map[string]string          // pseudonym by name
	words      map[string]map[string]bool // folded words of recruiters' names
	names      []fullMask                 // of all recruiters, as paths may have them, each in its own place
	named      map[string][]string        // recruiters whose names a path has
	sources    map[[2]string]string       // files' names without recruiters', by both
}

// newDisguise is a disguise for recruiters of these names.
func newDisguise(key []byte, names []string) *disguise {
	d := &disguise{key: key, recruiters: map[string]string{}, words: map[string]map[string]bool{}, named: map[string][]string{}, sources: map[[2]string]string{}}
	for _, name := range names {
		d.names = append(d.names, newFullMask(name, name))
	}
	return d
}

// recruiter is the pseudonym of a recruiter.
func (d *disguise) recruiter(name string) string {
	pseudonym, ok := d.recruiters[name]
	if !ok {
		pseudonym = fmt.Sprintf("Recruiter %02d", len(d.recruiters)+1)
		d.recruiters[name] = pseudonym
		d.words[name] = nameWords(name)
	}
	return pseudonym
}

// person is the pseudonym of a recipient, "" for one without a name.
func (d *disguise) person(r *export.Request) string {
	if r.Recipient == "" {
		return ""
	}
	digest := hmac.New(sha256.New, d.key)
	fmt.Fprintf(digest, "%s\x00%s", export.NameKey(r.Recipient), r.RecipientProfile)
	return "Person " + hex.EncodeToString(digest.Sum(nil)[:4])
}

// nameWords are the folded words of a name.
func nameWords(name string) map[string]bool {
	words := map[string]bool{}
	for _, token := range text.Tokens(name) {
		if len(token.Text) > 1 {
			words[strings.TrimSuffix(token.Text, "'s")] = true
		}
	}
	return words
}

// hide is a judged request under pseudonyms. The names of its recruiter and its recipient are masked in the note, in the
// evidence, and in the file's name; names of third persons are not known and stay.
func (d *disguise) hide(j *Judged) *Judged {
	pseudonym := d.recruiter(j.Recruiter)
	m := masker{d.words[j.Recruiter], nameWords(j.Recipient)}
	request, note := *j.Request, *j.Note
	request.Source = d.source(request.Source, j.Recruiter)
	request.Recruiter, request.Recipient = pseudonym, d.person(j.Request)
	request.ID, request.RecipientProfile = "", ""
	masked := m.mask(j.Note.Note)
	request.Note = masked.text
	note.Request = &request
	hidden := &Judged{Note: &note, Verdict: j.Verdict, Later: j.Later, Standing: j.Standing, letter: j.letter, names: &m, claimed: masked.at, count: j.count, family: j.family}
	hidden.Findings = make([]habit.Finding, len(j.Findings))
	for i, f := range j.Findings {
		f.Start, f.End, f.Why = masked.at(f.Start), masked.at(f.End), m.mask(f.Why).text
		hidden.Findings[i] = f
	}
	template := j.Template
	hidden.template = func() string { return m.mask(template()).text }
	return hidden
}

// masked is a text that belongs to a request, under pseudonyms where the request is.
func (j *Judged) masked(words string, evidence []habit.Evidence) Words {
	if j.names == nil {
		return Words{words, evidence}
	}
	hidden := j.names.mask(words)
	return Words{hidden.text, moved(evidence, hidden.at, j.names)}
}

// shifted is evidence of the note, under pseudonyms where the request is.
func (j *Judged) shifted(evidence []habit.Evidence) []habit.Evidence {
	if j.names == nil {
		return evidence
	}
	return moved(evidence, j.claimed, j.names)
}

func moved(evidence []habit.Evidence, at func(int) int, names *masker) []habit.Evidence {
	all := make([]habit.Evidence, len(evidence))
	for i, e := range evidence {
		all[i] = habit.Evidence{Start: at(e.Start), End: at(e.End), Why: names.mask(e.Why).text}
	}
	return all
}

// source is the name of a file without recruiters': with the pseudonym of the one of a request, and no other's, which
// would tell whose it is.
func (d *disguise) source(path, recruiter string) string {
	masked, ok := d.sources[[2]string{path, recruiter}]
	if !ok {
		masked = fullMasks(d.in(path), func(name string) string {
			if name == recruiter {
				return d.recruiter(recruiter)
			}
			return maskedName
		})(path)
		d.sources[[2]string{path, recruiter}] = masked
	}
	return masked
}

// in is the recruiters whose names a path has: few of them all.
func (d *disguise) in(path string) []string {
	names, known := d.named[path]
	if !known {
		for _, m := range d.names {
			if m.has(path) {
				names = append(names, m.instead)
			}
		}
		d.named[path] = names
	}
	return names
}

// A masker knows the words of two names.
type masker struct{ one, other map[string]bool }

// A masked text remembers where the bytes of the original went.
type masked struct {
	text string
	cuts []cut
}

type cut struct{ start, end, by int } // a stretch of the original, and how much longer the text is behind it

// at is where a byte of the original is in the text; inside a name, its start.
func (m masked) at(offset int) int {
	by := 0
	for _, c := range m.cuts {
		if offset <= c.start {
			break
		}
		if offset < c.end {
			return c.start + by
		}
		by = c.by
	}
	return offset + by
}

func (m masker) mask(original string) masked {
	var out strings.Builder
	var cuts []cut
	at, by := 0, 0
	for _, token := range text.Tokens(original) {
		word, possessive := strings.CutSuffix(token.Text, "'s")
		if !m.one[word] && !m.other[word] {
			continue
		}
		end := token.End
		if possessive {
			end = token.Start + len(strings.TrimRight(original[token.Start:token.End], "sS")) // up to the apostrophe
			_, size := utf8.DecodeLastRuneInString(original[:end])
			end -= size
		}
		if end <= token.Start || token.Start < at {
			continue
		}
		out.WriteString(original[at:token.Start])
		out.WriteString(maskedName)
		by += len(maskedName) - (end - token.Start)
		cuts = append(cuts, cut{token.Start, end, by})
		at = end
	}
	out.WriteString(original[at:])
	return masked{out.String(), cuts}
}

// A fullMask puts something in place of a full name, as people and file names spell it.
type fullMask struct {
	name    *regexp.Regexp // nil for nobody's
	instead string
}

func newFullMask(name, instead string) fullMask {
	var parts []string
	name, _, _ = strings.Cut(norm.NFC.String(name), ",") // "Ana Ruiz, PMP" is Ana Ruiz to those who name folders
	for part := range strings.FieldsFuncSeq(name, func(r rune) bool { return strings.ContainsRune(" ._-", r) }) {
		parts = append(parts, regexp.QuoteMeta(part))
	}
	if len(parts) == 0 {
		return fullMask{}
	}
	return fullMask{regexp.MustCompile(`(?i)` + strings.Join(parts, `[ ._-]*`)), instead}
}

func (m fullMask) mask(words string) string {
	if !m.has(words) {
		return words
	}
	return m.name.ReplaceAllLiteralString(norm.NFC.String(words), m.instead)
}

// has reports whether words hold the name, also where accents are written apart, as some systems do.
func (m fullMask) has(words string) bool {
	return m.name != nil && m.name.MatchString(norm.NFC.String(words))
}

// fullMasks put something in place of each name, the longest first: one may begin with another.
func fullMasks(names []string, instead func(name string) string) func(words string) string {
	longest := slices.SortedFunc(slices.Values(names), func(a, b string) int { return cmp.Or(len(b)-len(a), strings.Compare(a, b)) })
	masks := make([]fullMask, len(longest))
	for i, name := range longest {
		masks[i] = newFullMask(name, instead(name))
	}
	return func(words string) string {
		for _, m := range masks {
			words = m.mask(words)
		}
		return words
	}
}

// unnamed is what stands for anybody.
func unnamed(string) string { return maskedName }

// disguised hides names in all that a result says outside of single requests.
func (d *disguise) disguised(r *Result) {
	hide := fullMasks(slices.Collect(maps.Keys(d.recruiters)), func(name string) string { return d.recruiters[name] })
	asked := r.Settings.Recruiters
	others := fullMasks(asked, unnamed) // those of whom there is no request
	each(r, func(words string) string { return others(hide(words)) })
	r.Settings.Recruiters = nil
	for _, name := range asked {
		hidden := hide(name)
		if hidden == name {
			hidden = maskedName
		}
		r.Settings.Recruiters = append(r.Settings.Recruiters, hidden)
	}
}

// each changes every text of a result that is not of a single request, and drops records as they stand in files.
func each(r *Result, change func(string) string) {
	for i := range r.Sources {
		s := &r.Sources[i]
		s.Path, s.AcceptanceWhy = change(s.Path), change(s.AcceptanceWhy)
		for k := range s.Connections {
			s.Connections[k] = change(s.Connections[k])
		}
		if s.Mail != nil {
			for k := range s.Mail.Paths {
				s.Mail.Paths[k] = change(s.Mail.Paths[k])
			}
		}
		for k := range s.Warnings {
			s.Warnings[k] = change(s.Warnings[k])
		}
	}
	for i := range r.Files {
		r.Files[i].Path = change(r.Files[i].Path)
	}
	for i := range r.Warnings {
		r.Warnings[i] = change(r.Warnings[i])
	}
	for i := range r.Ignored {
		r.Ignored[i].Path, r.Ignored[i].Reason = change(r.Ignored[i].Path), change(r.Ignored[i].Reason)
	}
	for i := range r.Problems {
		r.Problems[i].Source, r.Problems[i].Reason, r.Problems[i].Raw = change(r.Problems[i].Source), quoted.ReplaceAllLiteralString(change(r.Problems[i].Reason), `"…"`), ""
	}
}

// quoted is a cell in the reason why a record could not be used: where cells have moved it is anybody's name.
var quoted = regexp.MustCompile(`"(?:[^"\\]|\\.)*"`)

// leastTeam is the smallest team of which figures tell nothing about one person: with two, each could work out the other.
const leastTeam = 3

// teamOnly drops all that is about one person. The requests are still compared within recruiters, since that is a figure
// of the team.
func teamOnly(r *Result) error {
	if r.Senders < leastTeam {
		return fmt.Errorf("--team-only needs at least %d recruiters, or the team's figures would be those of a person; the files have %d", leastTeam, r.Senders)
	}
	var names []string
	for i := range r.Recruiters {
		names = append(names, r.Recruiters[i].Name)
	}
	each(r, fullMasks(names, unnamed))
	r.Recruiters, r.Flagged = nil, nil
	for i := range r.Templates {
		r.Templates[i].Senders = nil
	}
	return nil
}
