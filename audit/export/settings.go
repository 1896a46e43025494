package export

import (
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"
)

// Settings say how files are to be read where the user knows better than the program. The zero value
// leaves everything to be found out.
type Settings struct {
	Limits Limits
	Files  []FileSettings // for files of a name; all that match apply, later ones over earlier ones
	All    Reading        // for every file, over Files
}

// FileSettings are for the files whose name matches a pattern.
type FileSettings struct {
	Match string // as of filepath.Match, without regard to case; with a slash, for the whole path
	Reading
}

// A Reading overrides what would be found out about a file. An empty field overrides nothing.
type Reading struct {
	Format     string             // id of a Format
	Columns    map[Field]string   // name of the column that holds a field, "#3" for the third; "-" for none
	Statuses   map[string]Outcome // meaning of status words
	Recruiter  string             // who sent the requests of a file without a column that says so
	Encoding   Encoding
	Delimiter  string // comma, semicolon, tab or pipe
	Escape     string // doubled or backslash: how a quote is written inside quotes
	HeaderLine *int   // line of the header, 1-based; 0 means that there is none
	DateOrder  string // day-first or month-first
}

// reading is the one for a file.
func (s Settings) reading(path, name string) Reading {
	var reading Reading
	for _, file := range s.Files {
		if file.matches(path, name) {
			reading = reading.over(file.Reading)
		}
	}
	return reading.over(s.All)
}

func (f FileSettings) matches(path, name string) bool {
	if strings.Contains(f.Match, "/") {
		name = filepath.ToSlash(path)
	}
	matched, err := filepath.Match(strings.ToLower(f.Match), strings.ToLower(name))
	return err == nil && matched
}

// over lays the settings of more over those of r.
func (r Reading) over(more Reading) Reading {
	setIf(&r.Format, more.Format)
	setIf(&r.Recruiter, more.Recruiter)
	setIf(&r.Encoding, more.Encoding)
	setIf(&r.Delimiter, more.Delimiter)
	setIf(&r.Escape, more.Escape)
	setIf(&r.DateOrder, more.DateOrder)
	if more.HeaderLine != nil {
		r.HeaderLine = more.HeaderLine
	}
	r.Columns = merged(r.Columns, more.Columns)
	r.Statuses = merged(r.Statuses, more.Statuses)
	return r
}

func setIf[T comparable](into *T, value T) {
	var zero T
	if value != zero {
		*into = value
	}
}

func merged[K comparable, V any](a, b map[K]V) map[K]V {
	if len(b) == 0 {
		return a
	}
	both := make(map[K]V, len(a)+len(b))
	maps.Copy(both, a)
	maps.Copy(both, b)
	return both
}

// Check finds mistakes in the settings. The error says what would be right.
func (s Settings) Check() error {
	if err := s.All.check(); err != nil {
		return err
	}
	for _, file := range s.Files {
		if _, err := filepath.Match(file.Match, ""); err != nil || file.Match == "" {
			return fmt.Errorf("%q is not a pattern of file names, such as \"*tool*.csv\"", file.Match)
		}
		if err := file.check(); err != nil {
			return fmt.Errorf("files matching %q: %w", file.Match, err)
		}
	}
	return nil
}

func (r Reading) check() error {
	for field, name := range r.Columns {
		if _, ok := FieldNamed(string(field)); !ok {
			return fmt.Errorf("there is no field %q; the fields are %s", field, FieldNames())
		}
		if name == "" || name == "#0" {
			return fmt.Errorf("the field %s needs the name of a column, its number as in #3, or - for none", FlagName(field))
		}
	}
	for _, choice := range []struct {
		what, value string
		choices     []string
	}{
		{"delimiter", r.Delimiter, delimiterNames()},
		{"escape", r.Escape, []string{"doubled", "backslash"}},
		{"date order", r.DateOrder, []string{"day-first", "month-first"}},
		{"format", r.Format, formatIDs()},
		{"encoding", string(r.Encoding), encodingNames()},
	} {
		if choice.value != "" && !contains(choice.choices, choice.value) {
			return fmt.Errorf("there is no %s %q; choose %s", choice.what, choice.value, strings.Join(choice.choices, ", "))
		}
	}
	if r.HeaderLine != nil && *r.HeaderLine < 0 {
		return fmt.Errorf("the line of the header must be 1 or more, or 0 for a file without one")
	}
	return nil
}

func contains(choices []string, value string) bool {
	for _, choice := range choices {
		if strings.EqualFold(choice, value) {
			return true
		}
	}
	return false
}

// ParseOutcome reads an outcome's name as the report writes it, with or without blanks. "never sent" is
// for rows of people who were not invited.
func ParseOutcome(name string) (Outcome, error) {
	folded := foldHeader(name)
	for outcome := Unknown; outcome <= neverSent; outcome++ {
		if foldHeader(outcome.String()) == folded {
			return outcome, nil
		}
	}
	return Unknown, fmt.Errorf("there is no outcome %q; the outcomes are accepted, pending, declined, withdrawn, not-accepted, unknown, never-sent", name)
}

// Words are the settings in words, one line each, for the record; none when everything is found out. People, whose names
// files may have, are named only where that is wanted.
func (s Settings) Words(named bool) (lines []string) {
	for _, limit := range AllLimits {
		if value := *limit.field(&s.Limits); value != 0 {
			lines = append(lines, fmt.Sprintf("limit %s is %d", limit.Name, value))
		}
	}
	for _, file := range s.Files {
		which := "files " + file.Match
		if !named {
			which = "some files"
		}
		for _, line := range file.words(named) {
			lines = append(lines, which+": "+line)
		}
	}
	return append(lines, s.All.words(named)...)
}

func (r Reading) words(named bool) (lines []string) {
	if !named && r.Recruiter != "" {
		r.Recruiter = "set"
	}
	for _, set := range []struct{ what, value string }{
		{"format", r.Format}, {"recruiter", r.Recruiter}, {"encoding", string(r.Encoding)},
		{"delimiter", r.Delimiter}, {"escape", r.Escape}, {"date order", r.DateOrder},
	} {
		if set.value != "" {
			lines = append(lines, set.what+" is "+set.value)
		}
	}
	if r.HeaderLine != nil {
		lines = append(lines, fmt.Sprintf("header line is %d", *r.HeaderLine))
	}
	for _, field := range Fields {
		if column := r.Columns[field]; column != "" {
			lines = append(lines, fmt.Sprintf("%s is in column %q", field, column))
		}
	}
	for _, word := range slices.Sorted(maps.Keys(r.Statuses)) {
		lines = append(lines, fmt.Sprintf("status %q is %s", word, r.Statuses[word]))
	}
	return lines
}
