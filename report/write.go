package report

import (
	"bufio"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"time"
)

// A Pending file is written beside the one whose place it is to take, readable by its owner only. Unless force was set an
// existing file is an error; whatever goes wrong, it stays as it was. It must be kept, or else dropped.
type Pending struct {
	path  string
	force bool
	file  *os.File // the temporary one
	out   *bufio.Writer
	kept  bool
}

// Begin makes room for a file that is to be written.
func Begin(path string, force bool) (*Pending, error) {
	if err := vacant(path, force); err != nil {
		return nil, err
	}
	folder := filepath.Dir(path)
	sweep(folder)
	file, err := os.CreateTemp(folder, temporaryName("*.tmp")) // of mode 0600
	if err != nil {
		return nil, fmt.Errorf("%s cannot be written: %w", path, cause(err))
	}
	return &Pending{path: path, force: force, file: file, out: bufio.NewWriterSize(file, 1<<16)}, nil
}

// Write writes to the file.
func (p *Pending) Write(b []byte) (int, error) { return p.out.Write(b) }

// Store ends the writing, and writes the file through to the disk, since a full disk may only be told of at the very end.
// It is given how writing went: what was not the file's fault is returned as it is.
func (p *Pending) Store(written error) error {
	stored := p.out.Flush()
	if stored == nil && written == nil {
		stored = errors.Join(p.file.Sync(), p.file.Close())
	}
	if stored != nil {
		return fmt.Errorf("%s cannot be written: %w", p.path, cause(stored))
	}
	return written
}

// Keep gives a file that is stored its name.
func (p *Pending) Keep() error {
	if err := giveName(p.file.Name(), p.path, p.force); err != nil {
		return err
	}
	p.kept = true
	syncFolder(filepath.Dir(p.path))
	return nil
}

// Drop leaves nothing of a file that was not kept.
func (p *Pending) Drop() {
	if !p.kept {
		_ = p.file.Close()
		_ = os.Remove(p.file.Name())
	}
}

// WriteWorkbook writes a book as an Excel workbook, under the rules of [Pending]. The same book gives
// the same bytes: the only date in it is the day the report is of, or that of SOURCE_DATE_EPOCH if set.
// It ends with the error of ctx when that ends first.
func WriteWorkbook(ctx context.Context, path string, book *Book, force bool) error {
	stamp, err := timestamp(book.AsOf, os.Getenv("SOURCE_DATE_EPOCH"))
	if err != nil {
		return err
	}
	write := func(w io.Writer) error { return writeXLSX(ctx, w, book, stamp) }
	check := func(written string) error { return checkXLSX(written, len(book.Sheets)) }
	return replace(path, force, write, check)
}

func timestamp(asOf time.Time, epoch string) (time.Time, error) {
	if epoch == "" {
		return asOf.UTC(), nil
	}
	seconds, err := strconv.ParseInt(epoch, 10, 64)
	if err != nil || seconds < 0 {
		return time.Time{}, fmt.Errorf("SOURCE_DATE_EPOCH is %q, which is not a number of seconds", epoch)
	}
	return time.Unix(seconds, 0).UTC(), nil
}

// replace writes a file as a whole or not at all.
func replace(path string, force bool, write func(io.Writer) error, check func(written string) error) error {
	p, err := Begin(path, force)
	if err != nil {
		return err
	}
	defer p.Drop()
	if err := p.Store(write(p)); err != nil {
		return err
	}
	if err := check(p.file.Name()); err != nil {
		return fmt.Errorf("%s was not written soundly: %w", path, err)
	}
	return p.Keep()
}

// giveName gives a file its name. Without force another one of that name stays, even one that came to be meanwhile.
func giveName(temporary, path string, force bool) error {
	if !force {
		err := os.Link(temporary, path)
		if err == nil {
			return os.Remove(temporary)
		}
		if !errors.Is(err, fs.ErrExist) {
			err = vacant(path, force) // some systems have no links; then somebody may be quicker by a moment
		}
		if err != nil {
			return cmp.Or(vacant(path, force), err)
		}
	} else if err := vacant(path, force); err != nil {
		return err
	}
	if err := os.Rename(temporary, path); err != nil {
		return fmt.Errorf("%s cannot be written: %w", path, cause(err))
	}
	return nil
}

// syncFolder makes a new name in a folder last. Some systems cannot, and then the name lasts as long as theirs do.
func syncFolder(folder string) {
	if opened, err := os.Open(folder); err == nil {
		_ = opened.Sync()
		_ = opened.Close()
	}
}

// cause is an error without the name of the temporary file, which tells the user nothing.
func cause(err error) error {
	if inner, ok := errors.AsType[*fs.PathError](err); ok {
		return inner.Err
	}
	return err
}

func vacant(path string, force bool) error {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return fmt.Errorf("%s cannot be written: %w", path, cause(err))
	case info.IsDir():
		return fmt.Errorf("%s is a folder; name a file in it", path)
	case !info.Mode().IsRegular():
		return fmt.Errorf("%s is not an ordinary file; choose another name", path)
	case info.Mode().Perm()&0o222 == 0:
		return fmt.Errorf("%s is read-only; choose another name, or make it writable first", path)
	case !force:
		return fmt.Errorf("%s exists already; choose another name, or replace it with --force", path)
	}
	return nil
}
