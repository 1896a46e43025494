package export

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// Limits on what is read from one archive. A LinkedIn archive has under 100 tables and rarely 100 MB.
const (
	maxEntries   = 10_000
	maxEntrySize = 1 << 30 // bytes after decompression
)

// An entry is one file: on disk, or inside a zip, where it is read in place.
type entry struct {
	path      string    // as the user sees it: the archive's path and the entry's name for a zip
	file      string    // the file on disk that holds it
	container string    // the archive or the folder it lies in; entries of one LinkedIn archive share it
	size      int64     // bytes, decompressed
	modified  time.Time // for entries of a zip: when the archive was made; zero for files on disk
	open      func() (io.ReadCloser, error)
}

// name is the file's own name without folders.
func (e *entry) name() string { return path.Base(filepath.ToSlash(e.path)) }

// list gives the entries that a path given by the user stands for, in a stable order.
// For a folder it leaves out what cannot be an export, and says so where a user would wonder.
func list(userPath string) ([]*entry, []Ignored, error) {
	stat, err := os.Stat(userPath)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil, fmt.Errorf("%s: no such file or folder; check the path", userPath)
	case err != nil:
		return nil, nil, fmt.Errorf("%s cannot be read: %w", userPath, cause(err))
	case stat.IsDir():
		return listFolder(userPath)
	case !stat.Mode().IsRegular():
		return nil, nil, fmt.Errorf("%s is neither a file nor a folder; save its content to a file first", userPath)
	}
	return listFile(userPath)
}

func listFile(userPath string) ([]*entry, []Ignored, error) {
	file, err := os.Open(userPath)
	if err != nil {
		return nil, nil, fmt.Errorf("%s cannot be read: %w", userPath, cause(err))
	}
	defer file.Close()
	var magic [4]byte
	n, err := io.ReadFull(file, magic[:])
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) && !errors.Is(err, io.EOF) {
		return nil, nil, fmt.Errorf("%s cannot be read: %w", userPath, cause(err))
	}
	if string(magic[:n]) == "PK\x03\x04" || string(magic[:n]) == "PK\x05\x06" {
		return listZip(userPath)
	}
	stat, err := file.Stat()
	if err != nil {
		return nil, nil, fmt.Errorf("%s cannot be read: %w", userPath, cause(err))
	}
	return []*entry{{
		path:      userPath,
		file:      userPath,
		container: filepath.Dir(userPath),
		size:      stat.Size(),
		open:      func() (io.ReadCloser, error) { return os.Open(userPath) },
	}}, nil, nil
}

func listFolder(folder string) (entries []*entry, ignored []Ignored, err error) {
	err = filepath.WalkDir(folder, func(file string, d fs.DirEntry, err error) error {
		if err != nil {
			ignored = append(ignored, Ignored{Path: file, Reason: cause(err).Error(), Failed: true})
			return nil
		}
		if file != folder && hidden(d.Name()) {
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		if d.IsDir() {
			return nil
		}
		switch strings.ToLower(filepath.Ext(d.Name())) {
		case ".csv", ".tsv", ".zip":
			found, more, err := list(file)
			if err != nil {
				more = append(more, Ignored{Path: file, Reason: reason(file, err), Failed: true})
			}
			entries, ignored = append(entries, found...), append(ignored, more...)
		case ".xlsx", ".xls":
			if !strings.HasPrefix(d.Name(), "outreach-audit-") {
				ignored = append(ignored, Ignored{Path: file, Reason: "an Excel workbook; save it as CSV to have it read"})
			}
		}
		return nil
	})
	return entries, ignored, err
}

// hidden files and folders are nobody's export: dot files, the shadow tree of macOS zips, lock files.
func hidden(name string) bool {
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$") || name == "__MACOSX"
}

func listZip(archive string) ([]*entry, []Ignored, error) {
	reader, err := zip.OpenReader(archive)
	if err != nil {
		return nil, nil, fmt.Errorf("%s is not a sound zip archive (%w); download it again", archive, err)
	}
	defer reader.Close()
	if len(reader.File) > maxEntries {
		return nil, nil, fmt.Errorf("%s has %d entries, more than %d; unpack it and name the files to read", archive, len(reader.File), maxEntries)
	}
	var entries []*entry
	var ignored []Ignored
	for i, file := range reader.File {
		if file.Name == "[Content_Types].xml" {
			return nil, nil, fmt.Errorf("%s is an Excel workbook; save the sheet as CSV and name that file", archive)
		}
		if file.FileInfo().IsDir() || strings.ToLower(path.Ext(file.Name)) != ".csv" || slices.ContainsFunc(strings.Split(file.Name, "/"), hidden) {
			continue
		}
		shown := archive + "/" + file.Name
		switch {
		case file.Flags&1 == 1:
			ignored = append(ignored, Ignored{Path: shown, Reason: "encrypted; unpack the archive with its password first", Failed: true})
		case file.UncompressedSize64 > maxEntrySize:
			ignored = append(ignored, Ignored{Path: shown, Reason: "more than 1 GiB when unpacked; unpack it first", Failed: true})
		default:
			entries = append(entries, &entry{
				path:      shown,
				file:      archive,
				container: archive + "/" + path.Dir(file.Name),
				size:      int64(file.UncompressedSize64),
				modified:  file.Modified,
				open:      func() (io.ReadCloser, error) { return openZipped(archive, i) },
			})
		}
	}
	return entries, ignored, nil
}

// openZipped opens the archive anew for each reading, so that many archives never hold many files open.
func openZipped(archive string, index int) (io.ReadCloser, error) {
	reader, err := zip.OpenReader(archive)
	if err != nil {
		return nil, err
	}
	if index >= len(reader.File) {
		reader.Close()
		return nil, errors.New("the archive was changed while it was read")
	}
	content, err := reader.File[index].Open()
	if err != nil {
		reader.Close()
		return nil, err
	}
	return &zipped{Reader: io.LimitReader(content, maxEntrySize+1), content: content, archive: reader}, nil
}

type zipped struct {
	io.Reader
	content io.Closer
	archive io.Closer
}

func (z *zipped) Close() error { return errors.Join(z.content.Close(), z.archive.Close()) }

// cause drops the operation and the path that os errors repeat.
func cause(err error) error {
	var pathError *fs.PathError
	if errors.As(err, &pathError) {
		return pathError.Err
	}
	return err
}

// reason is an error's text without the path that it starts with.
func reason(path string, err error) string {
	return strings.TrimLeft(strings.TrimPrefix(err.Error(), path), ": ")
}
