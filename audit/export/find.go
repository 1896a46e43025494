package export

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"outreachaudit/audit/parallel"
)

// Found is what lies under the paths that a user named.
type Found struct {
	Sources []*Source
	Ignored []Ignored
	spool   spool
}

// Close frees what was kept of input that can be read only once. No source can be read after it.
func (f *Found) Close() error { return f.spool.close() }

// Find finds the sources under paths: CSV files, zip archives, folders with any of them, patterns of
// such names, and "-" for stdin, which is nil where there is none. The error names a path that does not
// exist or cannot be opened, or a folder without an export. A file that is no export is an error when it
// is the only thing asked for; otherwise it is among the ignored. What is found is to be closed. Of each file on disk
// that may be a source opening hears before it is read; it may be nil.
func Find(ctx context.Context, paths []string, settings Settings, stdin io.Reader, opening func(file string)) (*Found, error) {
	found := &Found{}
	if err := found.find(ctx, paths, settings, stdin, opening); err != nil {
		return nil, errors.Join(err, found.Close())
	}
	return found, nil
}

func (f *Found) find(ctx context.Context, paths []string, settings Settings, stdin io.Reader, opening func(file string)) error {
	if err := settings.Check(); err != nil {
		return err
	}
	settings.Limits = settings.Limits.filled()
	named, err := expand(paths)
	if err != nil {
		return err
	}
	s := finder{settings: settings, opening: opening, seen: map[string]bool{}, lister: lister{limits: settings.Limits, stdin: stdin, spool: &f.spool}}
	for _, path := range named {
		if err := s.add(ctx, path); err != nil {
			return err
		}
	}
	f.Sources = s.sources()
	f.Ignored = s.ignored
	if len(f.Sources) == 0 {
		return s.nothing(paths)
	}
	return s.unmapped()
}

// expand puts the files that match a pattern in its place, where no file has the pattern as its name.
func expand(paths []string) (named []string, err error) {
	for _, path := range paths {
		if _, err := os.Lstat(path); err == nil || !strings.ContainsAny(path, "*?[") || path == standardInput {
			named = append(named, path)
			continue
		}
		matches, err := filepath.Glob(path)
		matches = slices.DeleteFunc(matches, func(match string) bool { return hidden(filepath.Base(match)) })
		switch {
		case err != nil:
			return nil, fmt.Errorf("%s is neither a file nor a pattern of file names: %w", path, err)
		case len(matches) == 0:
			return nil, fmt.Errorf("%s: no file or folder matches; check the path", path)
		}
		named = append(named, matches...)
	}
	return named, nil
}

type finder struct {
	lister
	settings Settings
	opening  func(file string)
	tables   []*table
	seen     map[string]bool // real paths, so that a file named twice is read once
}

func (f *finder) add(ctx context.Context, path string) error {
	if f.seen[path] {
		return nil
	}
	f.seen[path] = true
	entries, err := f.list(path)
	if err != nil {
		return err
	}
	entries = slices.DeleteFunc(entries, f.known)
	if f.opening != nil {
		for _, e := range entries {
			if e.file != "" {
				f.opening(e.file)
			}
		}
	}
	tables, failed := make([]*table, len(entries)), make([]error, len(entries))
	parallel.Each(len(entries), func(i int) {
		if ctx.Err() == nil {
			tables[i], failed[i] = openTable(entries[i], f.settings)
		}
	})
	if err := ctx.Err(); err != nil {
		return err
	}
	for i, e := range entries {
		switch t, err := tables[i], failed[i]; {
		case err != nil:
			f.ignored = append(f.ignored, leftOut(e.path, err, e.path == path))
		case t.mapping.format.Role == noRequests:
			f.ignored = append(f.ignored, Ignored{Path: e.path, Reason: t.mapping.format.Doc + "; it holds no requests"})
		default:
			f.tables = append(f.tables, t)
		}
	}
	return nil
}

// known reports whether an entry was found before, under whatever path.
func (f *finder) known(e *entry) bool {
	real := e.path
	if e.file != "" { // only its own path is cleaned: in an archive a/../b.csv is another one than b.csv
		file, err := filepath.EvalSymlinks(e.file)
		if err != nil {
			file = e.file
		}
		if absolute, err := filepath.Abs(file); err == nil {
			file = absolute
		}
		real = file + strings.TrimPrefix(e.path, e.file)
	}
	real = "entry " + real // apart from the paths that the user named
	before := f.seen[real]
	f.seen[real] = true
	return before
}

// sources makes a source of every table of requests, and pairs those of LinkedIn with the connections
// and the messages of the same archive.
func (f *finder) sources() []*Source {
	var sources []*Source
	used := map[*table]bool{}
	letters := slices.ContainsFunc(f.tables, func(t *table) bool { return t.mapping.format.Role == conversations })
	for _, t := range f.tables {
		if t.mapping.format.Role != requests {
			continue
		}
		s := &Source{table: t}
		if t.mapping.format.ID == linkedInInvitations {
			s.friends, s.unpaired = f.companionsOf(t, connectionsFile)
			s.letters, _ = f.companionsOf(t, messagesFile)
			for _, friends := range slices.Concat(s.friends, s.letters) {
				used[friends] = true
			}
		}
		if letters || len(s.letters) > 0 {
			s.invitees = newInvitees()
		}
		sources = append(sources, s)
	}
	for _, t := range f.tables {
		switch {
		case used[t]:
		case t.mapping.format.Role == connections:
			f.ignored = append(f.ignored, Ignored{Path: t.path, Reason: "connections without the Invitations.csv they belong to"})
		case t.mapping.format.Role == conversations:
			f.ignored = append(f.ignored, Ignored{Path: t.path, Reason: "messages without the Invitations.csv they belong to"})
		}
	}
	return sources
}

// unmapped is an error when a column that the user named is in no file: a misspelt name would
// otherwise change nothing, in silence.
func (f *finder) unmapped() error {
	for _, field := range Fields {
		name := f.settings.All.Columns[field]
		if name == "" || name == "-" {
			continue
		}
		if !slices.ContainsFunc(f.tables, func(t *table) bool { return t.mapping.named(name, t.header) >= 0 }) {
			return fmt.Errorf("--map %s=%q: no file has that column; columns of %s: %s", FlagName(field), name, f.tables[0].path, columnsSeen(f.tables[0].header))
		}
	}
	for _, t := range f.tables {
		for _, field := range Fields {
			name := t.reading.Columns[field]
			has := func(t *table) bool { return t.reading.Columns[field] == name && t.mapping.named(name, t.header) >= 0 }
			if t.mapping.format.Role == requests && name != "" && name != "-" && !slices.ContainsFunc(f.tables, has) {
				return fmt.Errorf("%s is to hold %s in the column %q by the config file, and has no such column; its columns: %s", t.path, FlagName(field), name, columnsSeen(t.header))
			}
		}
	}
	return nil
}

// leftOut is a file that is not read. A folder may hold tables of any kind, so a header that is not
// ours needs a long explanation only where the user named the file.
func leftOut(path string, err error, named bool) Ignored {
	ignored := Ignored{Path: path, Reason: err.Error(), Failed: named || !perhaps(path)}
	var unknown unknownHeader
	if errors.As(err, &unknown) && !named {
		ignored.Failed = false
		ignored.Reason, ignored.detail = "no table of sent requests"+nearestText(unknown), err.Error()
	}
	return ignored
}

// nothing explains why no source was found.
func (f *finder) nothing(paths []string) error {
	if !slices.ContainsFunc(f.ignored, func(x Ignored) bool { return x.Failed || !perhaps(x.Path) }) {
		return fmt.Errorf("%s: no export found; a CSV of sent requests, or LinkedIn's archive as zip or folder, is needed", strings.Join(paths, ", "))
	}
	first := f.ignored[max(0, slices.IndexFunc(f.ignored, func(x Ignored) bool { return x.Failed }))]
	why := cmp.Or(first.detail, first.Reason)
	if len(f.ignored) == 1 {
		return fmt.Errorf("%s: %s", first.Path, why)
	}
	return fmt.Errorf("%s: no export among the %d files found there; %s: %s", strings.Join(paths, ", "), len(f.ignored), first.Path, why)
}
