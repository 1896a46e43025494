package export

import (
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"time"
)

// An entry is one file: on disk, inside an archive, or standard input.
type entry struct {
	path      string      // as the user sees it: the archive's path and the entry's name for a zip
	file      string      // the file on disk that holds it; "" for standard input
	container string      // the archive or the folder it lies in; entries of one LinkedIn archive share it
	size      int64       // bytes, unpacked, or unknownSize
	packed    bool        // to be unpacked as it is read
	modified  time.Time   // for entries of a zip: when the archive was made; zero for files on disk
	found     os.FileInfo // of the file on disk, when it was found; nil for what is no file by itself
	open      func() (io.ReadCloser, error)
}

// unknownSize is that of a packed file which does not tell how long it is unpacked.
const unknownSize = -1

// errChanged is of a file that somebody wrote to between two readings: they would not be of one table.
var errChanged = errors.New("it was changed while it was read; run again when nobody writes to it")

// changed reports whether the file on disk is another than the one that was found. One that is gone by now was read to
// its end before.
func (e *entry) changed() bool {
	if e.found == nil {
		return false
	}
	now, err := os.Stat(e.file)
	return err == nil && (now.Size() != e.found.Size() || !now.ModTime().Equal(e.found.ModTime()))
}

// name is the file's own name without folders.
func (e *entry) name() string { return path.Base(filepath.ToSlash(e.path)) }

// standardInput is how the user names it, and what messages call it.
const (
	standardInput     = "-"
	standardInputName = "standard input"
)

// A lister finds the entries that paths stand for.
type lister struct {
	limits  Limits
	stdin   io.Reader
	spool   *spool
	ignored []Ignored
}

// list gives the entries that a path given by the user stands for, in a stable order. What lies in a
// folder or an archive and cannot be read is noted in ignored; the error is about the path itself.
func (l *lister) list(userPath string) ([]*entry, error) {
	if userPath == standardInput {
		return l.input()
	}
	stat, err := os.Stat(userPath)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("%s: no such file or folder; check the path", userPath)
	case err != nil:
		return nil, fmt.Errorf("%s cannot be read: %w", userPath, cause(err))
	case stat.IsDir():
		return l.folder(userPath)
	case !stat.Mode().IsRegular() && ownPipe(userPath):
		return l.pipe(userPath)
	case !stat.Mode().IsRegular():
		return nil, fmt.Errorf("%s is neither a file nor a folder; save its content to a file first", userPath)
	}
	return l.onDisk(userPath, filepath.Dir(userPath))
}

// ownPipe reports whether a path is an open file of this very process, as shells make them for <(...).
// Any other pipe may have nobody at its other end and would be waited for without end.
func ownPipe(userPath string) bool {
	clean := filepath.Clean(userPath)
	return clean == "/dev/stdin" || strings.HasPrefix(clean, "/dev/fd/") || strings.HasPrefix(clean, "/proc/self/fd/")
}

func (l *lister) pipe(userPath string) ([]*entry, error) {
	file, err := os.Open(userPath)
	if err != nil {
		return nil, fmt.Errorf("%s cannot be read: %w", userPath, cause(err))
	}
	defer file.Close()
	return l.once(file, userPath)
}

func (l *lister) input() ([]*entry, error) {
	if l.stdin == nil {
		return nil, fmt.Errorf("%s cannot be read here", standardInputName)
	}
	in := l.stdin
	l.stdin = nil
	return l.once(in, standardInputName)
}

// once spools what cannot be read twice.
func (l *lister) once(in io.Reader, shown string) ([]*entry, error) {
	kept, err := l.spool.keep(in, l.limits.Unpacked)
	if err != nil {
		return nil, fmt.Errorf("%s cannot be read: %w", shown, cause(err))
	}
	return l.contents(&entry{
		path: shown, container: shown, size: kept.Size(),
		open: func() (io.ReadCloser, error) { return io.NopCloser(io.NewSectionReader(kept, 0, kept.Size())), nil },
	}, spooled{kept}, 1)
}

func (l *lister) onDisk(file, container string) ([]*entry, error) {
	stat, err := os.Stat(file)
	if err != nil {
		return nil, fmt.Errorf("%s cannot be read: %w", file, cause(err))
	}
	return l.contents(&entry{
		path: file, file: file, container: container, size: stat.Size(), found: stat,
		open: func() (io.ReadCloser, error) { return os.Open(file) },
	}, &archiveFile{path: file, size: stat.Size(), modified: stat.ModTime()}, 1)
}

// contents tells by its first bytes what an entry is: itself, a packed file, or an archive of others,
// which is read at random through at; nil has the entry spooled for that.
func (l *lister) contents(e *entry, at randomReader, depth int64) ([]*entry, error) {
	head, err := e.head()
	if err != nil {
		return nil, fmt.Errorf("%s cannot be read: %w", e.path, cause(err))
	}
	kind, err := sniff(head)
	switch {
	case err != nil:
		return nil, fmt.Errorf("%s: %w", e.path, err)
	case kind == zipped:
		return l.archive(e, at, depth)
	case kind == gzipped:
		return []*entry{l.unzipped(e)}, nil
	}
	return []*entry{e}, nil
}

// head is the first bytes of an entry.
func (e *entry) head() ([]byte, error) {
	in, err := e.open()
	if err != nil {
		return nil, err
	}
	defer in.Close()
	head := make([]byte, sniffSize)
	n, err := io.ReadFull(in, head)
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) && !errors.Is(err, io.EOF) {
		return nil, err
	}
	return head[:n], nil
}

// unzipped is a gzip file as what it holds.
func (l *lister) unzipped(e *entry) *entry {
	packed, size := e.open, e.size
	unpacked := *e
	unpacked.size, unpacked.packed = unknownSize, true
	unpacked.open = func() (io.ReadCloser, error) {
		in, err := packed()
		if err != nil {
			return nil, err
		}
		out, err := gzip.NewReader(in)
		if err != nil {
			in.Close()
			return nil, fmt.Errorf("not a sound gzip file (%w); download it again", err)
		}
		return &bounded{in: out, packed: size, limits: l.limits, close: func() error { return errors.Join(out.Close(), in.Close()) }}, nil
	}
	return &unpacked
}

// bounded is what comes out of a packed file, as long as the limits allow.
type bounded struct {
	in       io.Reader
	packed   int64 // bytes that went in
	unpacked int64 // bytes that came out
	limits   Limits
	close    func() error
}

func (b *bounded) Read(p []byte) (int, error) {
	n, err := b.in.Read(p)
	b.unpacked += int64(n)
	if overLimit := b.limits.unpacking(b.packed, b.unpacked); overLimit != nil {
		return 0, overLimit
	}
	if err != nil && err != io.EOF {
		err = fmt.Errorf("it is damaged (%w); download it again", err)
	}
	return n, err
}

func (b *bounded) Close() error { return b.close() }

// unpacking checks what came out of a packed file against what went in.
func (l Limits) unpacking(packed, unpacked int64) error {
	switch {
	case unpacked > l.Unpacked:
		return limitError{"more than " + bytesText(l.Unpacked) + " when unpacked", "unpacked"}
	case unpacked > ratioFrom && unpacked/max(packed, 1) >= l.ZipRatio:
		return limitError{fmt.Sprintf("unpacks to more than %d times its size, as no table of requests does", l.ZipRatio), "zip-ratio"}
	}
	return nil
}

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
