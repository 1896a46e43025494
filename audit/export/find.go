package export

import (
	"cmp"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
)

// Find finds the sources under paths: CSV files, zip archives, and folders with any of them. The error
// names a path that does not exist or cannot be opened, or a folder without an export. A file that is
// no export is an error when it is the only thing asked for; otherwise it is among the ignored.
func Find(paths []string) ([]*Source, []Ignored, error) {
	f := finder{seen: map[string]bool{}}
	for _, path := range paths {
		if err := f.add(path); err != nil {
			return nil, nil, err
		}
	}
	sources := f.sources()
	if len(sources) == 0 {
		return nil, nil, f.nothing(paths)
	}
	return sources, f.ignored, nil
}

type finder struct {
	tables  []*table
	ignored []Ignored
	seen    map[string]bool // real paths, so that a file named twice is read once
}

func (f *finder) add(path string) error {
	entries, ignored, err := list(path)
	if err != nil {
		return err
	}
	f.ignored = append(f.ignored, ignored...)
	for _, e := range entries {
		real, err := filepath.EvalSymlinks(e.path)
		if err != nil {
			real = e.path // inside a zip
		}
		if absolute, err := filepath.Abs(real); err == nil {
			real = absolute
		}
		if f.seen[real] {
			continue
		}
		f.seen[real] = true
		t, err := openTable(e)
		switch {
		case err != nil:
			f.ignored = append(f.ignored, leftOut(e.path, err, e.path == path))
		case t.mapping.format.Role == noRequests:
			f.ignored = append(f.ignored, Ignored{Path: e.path, Reason: t.mapping.format.Doc + " holds no requests"})
		default:
			f.tables = append(f.tables, t)
		}
	}
	return nil
}

// sources pairs the Invitations and Connections of each archive. An Invitations.csv named by itself
// finds the Connections.csv beside it, because without it nobody can tell who accepted.
func (f *finder) sources() []*Source {
	var sources []*Source
	used := map[*table]bool{}
	for _, t := range f.tables {
		if t.mapping.format.Role != requests {
			continue
		}
		s := &Source{table: t}
		if t.mapping.format.ID == "linkedin-invitations" {
			s.friends = f.connectionsOf(t)
			used[s.friends] = true
		}
		sources = append(sources, s)
	}
	for _, t := range f.tables {
		if t.mapping.format.Role == connections && !used[t] {
			f.ignored = append(f.ignored, Ignored{Path: t.path, Reason: "connections without the Invitations.csv they belong to"})
		}
	}
	return sources
}

func (f *finder) connectionsOf(invitations *table) *table {
	var found []*table
	for _, t := range f.tables {
		if t.mapping.format.Role == connections && t.container == invitations.container {
			found = append(found, t)
		}
	}
	switch {
	case len(found) > 1:
		return nil // nobody can tell whose they are: better unknown than somebody else's
	case len(found) == 1:
		return found[0]
	}
	beside, _, err := list(filepath.Join(invitations.container, "Connections.csv"))
	if err != nil || len(beside) != 1 {
		return nil
	}
	t, err := openTable(beside[0])
	if err != nil || t.mapping.format.Role != connections {
		return nil
	}
	return t
}

// leftOut is a file that is not read. A folder may hold tables of any kind, so a header that is not
// ours needs a long explanation only where the user named the file.
func leftOut(path string, err error, named bool) Ignored {
	ignored := Ignored{Path: path, Reason: err.Error(), Failed: true}
	var unknown unknownHeader
	if errors.As(err, &unknown) && !named {
		ignored.Failed = false
		ignored.Reason, ignored.detail = "no table of sent requests"+nearest(unknown), err.Error()
	}
	return ignored
}

// nothing explains why no source was found.
func (f *finder) nothing(paths []string) error {
	if len(f.ignored) == 0 {
		return fmt.Errorf("%s: no export found; a CSV of sent requests, or LinkedIn's archive as zip or folder, is needed", strings.Join(paths, ", "))
	}
	first := f.ignored[max(0, slices.IndexFunc(f.ignored, func(x Ignored) bool { return x.Failed }))]
	why := cmp.Or(first.detail, first.Reason)
	if len(f.ignored) == 1 {
		return fmt.Errorf("%s: %s", first.Path, why)
	}
	return fmt.Errorf("%s: no export among the %d files found there; %s: %s", strings.Join(paths, ", "), len(f.ignored), first.Path, why)
}
