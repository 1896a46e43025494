package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"

	"outreachaudit/audit/export"
	"outreachaudit/audit/habit"
)

// A config is the YAML file of --config. A word that is not known is an error, since a misspelt
// setting would otherwise change nothing, in silence.
type config struct {
	Purpose   string                         `yaml:"purpose"` // of the processing, for the record
	Limits    map[string]string              `yaml:"limits"`
	Files     []configFiles                  `yaml:"files"`
	Habits    configHabits                   `yaml:"habits"`
	Accounts  map[string]string              `yaml:"accounts"`
	Nicknames [][]string                     `yaml:"nicknames"`
	Phrases   map[string]map[string][]string `yaml:"phrases"`
}

// configHabits say how notes are judged.
type configHabits struct {
	Off        []string `yaml:"off"`
	Sentences  int      `yaml:"sentences"`
	Characters int      `yaml:"characters"`
	Copies     int      `yaml:"copies"`
	Rapport    int      `yaml:"rapport-days"`
	Stock      []string `yaml:"stock"`
	Ignore     []string `yaml:"ignore"`
}

// The tiers of accounts.
const (
	freeAccount = "free" // notes of 200 characters, and few of them
	paidAccount = "paid"
)

// configFiles say how files of a name are to be read.
type configFiles struct {
	Match      string            `yaml:"match"`
	Format     string            `yaml:"format"`
	Columns    map[string]string `yaml:"columns"`
	Statuses   map[string]string `yaml:"statuses"`
	Recruiter  string            `yaml:"recruiter"`
	Encoding   string            `yaml:"encoding"`
	Delimiter  string            `yaml:"delimiter"`
	Escape     string            `yaml:"escape"`
	HeaderLine *int              `yaml:"header-line"`
	DateOrder  string            `yaml:"date-order"`
}

// configured is what a config file says.
type configured struct {
	reading export.Settings
	rules   *habit.Rules
	purpose string
}

// readConfig reads the file of --config; "" is none. The error names the file, and the line where it
// is no YAML.
func readConfig(path string) (found configured, err error) {
	var c config
	if path != "" {
		text, err := os.ReadFile(path)
		if err != nil {
			return found, usagef("--config: %w", err)
		}
		err = yaml.NewDecoder(bytes.NewReader(text), yaml.Strict()).Decode(&c)
		if err != nil && !errors.Is(err, io.EOF) {
			return found, usagef("--config %s: %s", path, yaml.FormatError(err, false, false))
		}
	}
	if found.reading, err = c.settings(); err != nil {
		return found, usagef("--config %s: %w", path, err)
	}
	if found.rules, err = c.rules(); err != nil {
		return found, usagef("--config %s: %w", path, err)
	}
	found.purpose = strings.TrimSpace(c.Purpose)
	return found, nil
}

func (c config) rules() (*habit.Rules, error) {
	var free []string
	for _, name := range slices.Sorted(maps.Keys(c.Accounts)) {
		switch tier := c.Accounts[name]; tier {
		case freeAccount:
			free = append(free, name)
		case paidAccount:
		default:
			return nil, fmt.Errorf("accounts: %s: %q is no tier; write %s or %s", name, tier, freeAccount, paidAccount)
		}
	}
	return habit.NewRules(habit.Settings{
		Sentences: c.Habits.Sentences, Characters: c.Habits.Characters, Copies: c.Habits.Copies, RapportDays: c.Habits.Rapport, Off: c.Habits.Off,
		StockTexts: c.Habits.Stock, Ignored: c.Habits.Ignore, Free: free, Nicknames: c.Nicknames, Phrases: c.Phrases,
	})
}

func (c config) settings() (settings export.Settings, err error) {
	for name, value := range c.Limits {
		if err := setLimit(&settings.Limits, name, value); err != nil {
			return settings, fmt.Errorf("limits: %s: %w", name, err)
		}
	}
	for _, files := range c.Files {
		reading, err := files.reading()
		if err != nil {
			return settings, fmt.Errorf("files matching %q: %w", files.Match, err)
		}
		settings.Files = append(settings.Files, export.FileSettings{Match: files.Match, Reading: reading})
	}
	return settings, settings.Check()
}

func (f configFiles) reading() (export.Reading, error) {
	reading := export.Reading{
		Format: f.Format, Recruiter: f.Recruiter, Encoding: export.Encoding(f.Encoding), Delimiter: f.Delimiter,
		Escape: f.Escape, HeaderLine: f.HeaderLine, DateOrder: f.DateOrder,
		Columns: map[export.Field]string{}, Statuses: map[string]export.Outcome{},
	}
	for name, column := range f.Columns {
		field, ok := export.FieldNamed(name)
		if !ok {
			return reading, fmt.Errorf("there is no field %q; the fields are %s", name, export.FieldNames())
		}
		reading.Columns[field] = column
	}
	for word, name := range f.Statuses {
		outcome, err := export.ParseOutcome(name)
		if err != nil {
			return reading, err
		}
		reading.Statuses[word] = outcome
	}
	return reading, nil
}
