package export

import (
	"archive/zip"
	"bytes"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// A look is what a file in a folder or an archive may be, going by its name. Files that the user names
// are read whatever they are called.
type look uint8

const (
	neither  look = iota
	tabular       // or an archive of tables
	workbook      // which cannot be read, and is often meant to be
)

func looksLike(name string) look {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".csv", ".tsv", ".tab", ".txt", ".zip", ".gz":
		return tabular
	case ".xlsx", ".xls", ".xlsm", ".ods", ".numbers":
		return workbook
	}
	return neither
}

// perhaps a table: text files rarely are, so one that is not is no failure.
func perhaps(name string) bool { return strings.EqualFold(filepath.Ext(name), ".txt") }

// hidden files and folders are nobody's export: dot files, the shadow tree of macOS zips, lock files.
func hidden(name string) bool {
	return strings.HasPrefix(name, ".") && strings.Trim(name, ".") != "" || strings.HasPrefix(name, "~$") || name == "__MACOSX"
}

// folder lists a folder with all that is below it. Links to folders in it are not followed, since they
// may lead anywhere and round in circles; they are named.
func (l *lister) folder(folder string) (entries []*entry, err error) {
	root, err := filepath.EvalSymlinks(folder)
	if err != nil {
		root = folder
	}
	err = filepath.WalkDir(root, func(file string, d fs.DirEntry, err error) error {
		shown := folder
		if relative, err := filepath.Rel(root, file); err == nil {
			shown = filepath.Join(folder, relative)
		}
		if err != nil {
			l.ignored = append(l.ignored, Ignored{Path: shown, Reason: cause(err).Error(), Failed: true})
			return nil
		}
		if file != root && hidden(d.Name()) {
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		if !d.IsDir() {
			entries = append(entries, l.inFolder(shown, d)...)
		}
		return nil
	})
	return entries, err
}

func (l *lister) inFolder(file string, d fs.DirEntry) []*entry {
	if d.Type()&fs.ModeSymlink != 0 && leadsToFolder(file) {
		l.ignored = append(l.ignored, Ignored{Path: file, Reason: "a link to a folder; name the folder itself to have it read"})
		return nil
	}
	if looksLike(d.Name()) != tabular {
		l.note(file, d.Name())
		return nil
	}
	found, err := l.list(file)
	if err != nil {
		l.ignored = append(l.ignored, Ignored{Path: file, Reason: reason(file, err), Failed: !perhaps(d.Name())})
	}
	return found
}

// note mentions what cannot be read but may be meant to be.
func (l *lister) note(shown, name string) {
	if looksLike(name) == workbook && !ownReport(shown, name) {
		l.ignored = append(l.ignored, Ignored{Path: shown, Reason: "a spreadsheet; save it as CSV to have it read"})
	}
}

// ownReport reports whether a workbook was written by this program: by its usual name or by its creator.
func ownReport(file, name string) bool {
	if strings.HasPrefix(name, "outreach-audit-") {
		return true
	}
	reader, err := zip.OpenReader(file)
	if err != nil {
		return false
	}
	defer reader.Close()
	core, err := reader.Open("docProps/core.xml")
	if err != nil {
		return false
	}
	defer core.Close()
	properties, err := io.ReadAll(io.LimitReader(core, 64<<10))
	return err == nil && bytes.Contains(properties, []byte("<dc:creator>outreachaudit"))
}

func leadsToFolder(link string) bool {
	stat, err := os.Stat(link)
	return err == nil && stat.IsDir()
}
