package export

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/klauspost/compress/flate"
	"github.com/klauspost/readahead"
)

// A randomReader is the bytes of an archive. They may be read between acquire and release only, so
// that many archives never hold many files open.
type randomReader interface {
	io.ReaderAt
	Size() int64
	acquire() error
	release() error
}

// spooled bytes are always there.
type spooled struct{ *io.SectionReader }

func (spooled) acquire() error { return nil }
func (spooled) release() error { return nil }

// An archiveFile is open while somebody reads it.
type archiveFile struct {
	path     string
	size     int64
	modified time.Time
	mutex    sync.Mutex
	users    int
	file     *os.File
}

func (a *archiveFile) Size() int64 { return a.size }

func (a *archiveFile) ReadAt(p []byte, offset int64) (int, error) { return a.file.ReadAt(p, offset) }

func (a *archiveFile) acquire() error {
	a.mutex.Lock()
	defer a.mutex.Unlock()
	if a.users == 0 {
		file, err := os.Open(a.path)
		if err != nil {
			return err
		}
		stat, err := file.Stat()
		if err != nil || stat.Size() != a.size || !stat.ModTime().Equal(a.modified) {
			return errors.Join(errors.New("the archive was changed while it was read"), err, file.Close())
		}
		a.file = file
	}
	a.users++
	return nil
}

func (a *archiveFile) release() error {
	a.mutex.Lock()
	defer a.mutex.Unlock()
	a.users--
	if a.users > 0 {
		return nil
	}
	return a.file.Close()
}

// archive lists the tables in a zip archive, and in archives inside it as deep as the limit allows.
func (l *lister) archive(e *entry, at randomReader, depth int64) ([]*entry, error) {
	if depth > l.limits.Depth {
		return nil, fmt.Errorf("%s: %w", e.path, limitError{fmt.Sprintf("an archive %d deep in archives; unpack it first", depth-1), "depth"})
	}
	if at == nil {
		kept, err := l.spoolEntry(e)
		if err != nil {
			return nil, fmt.Errorf("%s cannot be read: %w", e.path, err)
		}
		at = kept
	}
	if err := at.acquire(); err != nil {
		return nil, fmt.Errorf("%s cannot be read: %w", e.path, cause(err))
	}
	defer at.release()
	reader, err := zip.NewReader(at, at.Size())
	if err != nil {
		return nil, fmt.Errorf("%s is not a sound zip archive (%w); download it again", e.path, err)
	}
	reader.RegisterDecompressor(zip.Deflate, flate.NewReader) // takes two thirds of the time of the usual one
	if len(reader.File) > int(l.limits.Entries) {
		return nil, fmt.Errorf("%s: %w", e.path, limitError{fmt.Sprintf("the archive has %d entries, more than %d", len(reader.File), l.limits.Entries), "entries"})
	}
	if slices.ContainsFunc(reader.File, func(f *zip.File) bool { return f.Name == "[Content_Types].xml" }) {
		return nil, fmt.Errorf("%s is an Excel workbook; save the sheet as CSV and name that file", e.path)
	}
	return l.members(e, at, reader, depth), nil
}

func (l *lister) spoolEntry(e *entry) (randomReader, error) {
	in, err := e.open()
	if err != nil {
		return nil, err
	}
	defer in.Close()
	kept, err := l.spool.keep(in, l.limits.Unpacked)
	if err != nil {
		return nil, err
	}
	return spooled{kept}, nil
}

// members are the entries of one archive that may be tables.
func (l *lister) members(e *entry, at randomReader, reader *zip.Reader, depth int64) (entries []*entry) {
	var unpacked int64
	var made time.Time
	for _, file := range reader.File {
		if file.Modified.After(made) {
			made = file.Modified
		}
	}
	times := map[string]int{}
	for _, file := range reader.File {
		name := strings.ReplaceAll(strings.ToValidUTF8(file.Name, "\ufffd"), `\`, "/")
		if strings.HasSuffix(name, "/") || slices.ContainsFunc(strings.Split(name, "/"), hidden) {
			continue
		}
		member := l.member(e, at, file, name)
		member.modified = made
		if times[name]++; times[name] > 1 {
			member.path += fmt.Sprintf(" (%d)", times[name]) // two entries of one name
		}
		if looksLike(name) != tabular {
			l.note(member.path, name)
			continue
		}
		found, err := l.admit(member, file, &unpacked, depth)
		if err != nil {
			l.ignored = append(l.ignored, Ignored{Path: member.path, Reason: reason(member.path, err), Failed: !perhaps(name)})
		}
		entries = append(entries, found...)
	}
	return entries
}

func (l *lister) member(e *entry, at randomReader, file *zip.File, name string) *entry {
	return &entry{
		path:      e.path + "/" + name,
		file:      e.file,
		container: e.path + "/" + path.Dir(name),
		size:      int64(min(file.UncompressedSize64, uint64(l.limits.Unpacked)+1)),
		packed:    file.Method != zip.Store,
		open: func() (io.ReadCloser, error) {
			if err := at.acquire(); err != nil {
				return nil, err
			}
			in, err := file.Open()
			if err != nil {
				return nil, errors.Join(err, at.release())
			}
			return &bounded{in: in, packed: int64(file.CompressedSize64), limits: l.limits, close: func() error { return errors.Join(in.Close(), at.release()) }}, nil
		},
	}
}

// admit checks a member against the limits before a byte of it is read.
func (l *lister) admit(member *entry, file *zip.File, unpacked *int64, depth int64) ([]*entry, error) {
	switch {
	case !file.Mode().IsRegular():
		return nil, errors.New("a link or a device, not a file; add the file itself to the archive")
	case file.Flags&1 == 1:
		return nil, errors.New("encrypted; unpack the archive with its password first")
	case file.Method != zip.Store && file.Method != zip.Deflate:
		return nil, fmt.Errorf("packed in a way this program does not know (method %d); unpack the archive first", file.Method)
	}
	if err := l.limits.unpacking(int64(file.CompressedSize64), member.size); err != nil {
		return nil, err
	}
	if *unpacked += member.size; *unpacked > l.limits.Unpacked {
		return nil, limitError{"the archive unpacks to more than " + bytesText(l.limits.Unpacked), "unpacked"}
	}
	return l.contents(member, nil, depth+1)
}

// Unpacking so many bytes is worth a goroutine, which goes so far ahead of who reads them. Others are not.
const (
	muchPacked  = 1 << 20
	aheadBlocks = 4
	aheadBlock  = 128 << 10
)

// ahead reads the bytes of an entry, in another goroutine until it is closed where they are many and packed.
func (e *entry) ahead(in io.Reader) (io.ReadCloser, error) {
	if !e.packed || e.size <= muchPacked {
		return io.NopCloser(in), nil
	}
	return readahead.NewReaderSize(in, aheadBlocks, aheadBlock)
}
