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

// WriteFile writes a file as a whole or not at all: to a temporary file beside it, readable by its owner
// only, which takes the file's place once everything is on disk. Unless force is set an existing file is
// an error; whatever goes wrong, it stays as it was.
func WriteFile(path string, force bool, write func(io.Writer) error) error {
	return replace(path, force, write, func(string) error { return nil })
}

// WriteWorkbook writes a book as an Excel workbook, under the rules of [WriteFile]. The same book gives
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

func replace(path string, force bool, write func(io.Writer) error, check func(written string) error) (err error) {
	if err := vacant(path, force); err != nil {
		return err
	}
	folder := filepath.Dir(path)
	sweep(folder)
	file, err := os.CreateTemp(folder, temporaryName("*.tmp")) // of mode 0600
	if err != nil {
		return fmt.Errorf("%s cannot be written: %w", path, cause(err))
	}
	defer func() {
		if err != nil {
			file.Close()
			os.Remove(file.Name())
		}
	}()
	if err := fill(file, path, write); err != nil {
		return err
	}
	if err := check(file.Name()); err != nil {
		return fmt.Errorf("%s was not written soundly: %w", path, err)
	}
	if err := giveName(file.Name(), path, force); err != nil {
		return err
	}
	syncFolder(folder)
	return nil
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

// fill writes a file through to the disk, since a full disk may only be told of at the very end. What
// write itself could not do is not the file's fault and is returned as it is.
func fill(file *os.File, path string, write func(io.Writer) error) error {
	buffered := bufio.NewWriterSize(file, 1<<16)
	written := write(buffered)
	stored := buffered.Flush()
	if stored == nil && written == nil {
		stored = errors.Join(file.Sync(), file.Close())
	}
	if stored != nil {
		return fmt.Errorf("%s cannot be written: %w", path, cause(stored))
	}
	return written
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
