package main

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/spf13/pflag"

	"outreachaudit/audit/export"
)

// readingFlags are the flags that say how files are to be read, as they are typed.
type readingFlags struct {
	config                              string
	columns, statuses, limits           []string
	format, encoding, delimiter, escape string
	dateOrder                           string
	headerLine                          int
}

// add defines the flags.
func (f *readingFlags) add(set *pflag.FlagSet) {
	set.StringVar(&f.config, "config", "", "YAML file that says how files are to be read and notes to be judged; see README")
	set.StringArrayVar(&f.columns, "map", nil, `FIELD=COLUMN: which column holds a field, as in sent="Date envoi"; #3 is the third column, - is none; may be repeated`)
	set.StringArrayVar(&f.statuses, "status", nil, `WORD=OUTCOME: what a status word means, as in "In corso"=pending; may be repeated`)
	set.StringVar(&f.format, "format", "", "format of the files (default: found by their columns)")
	set.StringVar(&f.encoding, "encoding", "", "utf-8, utf-16le, utf-16be or windows-1252 (default: found by their bytes)")
	set.StringVar(&f.delimiter, "delimiter", "", "comma, semicolon, tab or pipe (default: found by the header)")
	set.StringVar(&f.escape, "escape", "", "how a quote is written inside quotes: doubled or backslash (default: found by the rows)")
	set.IntVar(&f.headerLine, "header-line", 0, "line of the header; 0 for a file without one, whose columns are #1, #2, ... (default: found)")
	set.StringVar(&f.dateOrder, "date-order", "", "day-first or month-first, for dates such as 3/4/2026 (default: found by the whole column)")
	set.StringArrayVar(&f.limits, "limit", nil, "NAME=VALUE: raise or lower a limit ("+export.LimitNames()+"), as in unpacked=4GB; may be repeated")
}

// settings translates the flags and the config file; a mistake in them is a usageError. Flags win over
// the file.
func (f readingFlags) settings(set *pflag.FlagSet) (configured, error) {
	found, err := readConfig(f.config)
	if err != nil {
		return found, err
	}
	all := export.Reading{
		Format: f.format, Encoding: export.Encoding(f.encoding), Delimiter: f.delimiter, Escape: f.escape, DateOrder: f.dateOrder,
	}
	if set.Changed("header-line") {
		all.HeaderLine = &f.headerLine
	}
	if all.Columns, err = columns(f.columns); err != nil {
		return found, err
	}
	if all.Statuses, err = statuses(f.statuses); err != nil {
		return found, err
	}
	for _, limit := range f.limits {
		name, value, _ := strings.Cut(limit, "=")
		if err := setLimit(&found.reading.Limits, name, value); err != nil {
			return found, usagef("--limit %s: %w", limit, err)
		}
	}
	found.reading.All = all
	if err := found.reading.Check(); err != nil {
		return found, usageError{err}
	}
	return found, nil
}

func columns(pairs []string) (map[export.Field]string, error) {
	all := map[export.Field]string{}
	for _, pair := range pairs {
		name, column, ok := strings.Cut(pair, "=")
		field, known := export.FieldNamed(strings.TrimSpace(name))
		if !ok || !known {
			return nil, usagef("--map %s: write FIELD=COLUMN; the fields are %s", pair, export.FieldNames())
		}
		all[field] = strings.TrimSpace(column)
	}
	return all, nil
}

func statuses(pairs []string) (map[string]export.Outcome, error) {
	all := map[string]export.Outcome{}
	for _, pair := range pairs {
		word, name, ok := strings.Cut(pair, "=")
		if !ok || strings.TrimSpace(word) == "" {
			return nil, usagef(`--status %s: write WORD=OUTCOME, as in "In corso"=pending`, pair)
		}
		outcome, err := export.ParseOutcome(name)
		if err != nil {
			return nil, usagef("--status %s: %w", pair, err)
		}
		all[word] = outcome
	}
	return all, nil
}

func setLimit(limits *export.Limits, name, value string) error {
	n, err := parseSize(value)
	if err != nil {
		return err
	}
	return limits.Set(strings.TrimSpace(name), n)
}

// parseSize reads a number, or a size such as 16MB.
func parseSize(text string) (int64, error) {
	text = strings.ToUpper(strings.TrimSpace(text))
	unit := int64(1)
	for _, u := range []struct {
		suffix string
		bytes  int64
	}{{"KB", 1 << 10}, {"MB", 1 << 20}, {"GB", 1 << 30}} {
		if number, ok := strings.CutSuffix(text, u.suffix); ok {
			text, unit = strings.TrimSpace(number), u.bytes
			break
		}
	}
	n, err := strconv.ParseInt(text, 10, 64)
	if err != nil || n < 0 || n > math.MaxInt64/unit {
		return 0, fmt.Errorf("%q is no number or size, such as 200 or 16MB", text)
	}
	return n * unit, nil
}
