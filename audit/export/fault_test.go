package export

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// A mine is a file that makes its reader panic, at the n-th opening.
type mine struct {
	io.Reader
	armed bool
}

func (m mine) Read(p []byte) (int, error) {
	if m.armed {
		panic("a mine")
	}
	return m.Reader.Read(p)
}

func (m mine) Close() error { return nil }

// mined is a source of which the n-th opening is a mine.
func mined(t *testing.T, n int) *Source {
	t.Helper()
	opened := 0
	e := &entry{path: "mined.csv", container: "memory", open: func() (io.ReadCloser, error) {
		opened++
		return mine{strings.NewReader("sent at,name,status\n2026-01-09,Bo A,accepted\n2026-01-09,Cy B,pending\n"), opened == n}, nil
	}}
	table, err := openTable(e, Settings{Limits: Limits{}.filled()})
	if n == 1 {
		if _, ok := errors.AsType[Fault](err); !ok {
			t.Errorf("opening gives %v", err)
		}
		return nil
	}
	if err != nil {
		t.Fatal(err)
	}
	return &Source{table: table}
}

// TestFaults: a panic while a file is read, in whatever goroutine, is an error that names the file.
func TestFaults(t *testing.T) {
	mined(t, 1)
	if _, ok := errors.AsType[Fault](mined(t, 2).Survey(context.Background(), nil)); !ok {
		t.Error("the survey does not name the file")
	}
	s := mined(t, 3)
	if err := s.Survey(context.Background(), nil); err != nil {
		t.Fatal(err)
	}
	err := s.Read(context.Background(), nil, func([]Item) error { return nil })
	if f, ok := errors.AsType[Fault](err); !ok || f.Path != "mined.csv" || !strings.Contains(err.Error(), "mined.csv shows a fault of this program (a mine); please report it") {
		t.Errorf("reading gives %v", err)
	}
	s = mined(t, 9)
	if err := s.Survey(context.Background(), nil); err != nil {
		t.Fatal(err)
	}
	if _, ok := errors.AsType[Fault](s.Read(context.Background(), nil, func([]Item) error { panic("behind the reader") })); !ok {
		t.Error("a panic behind the reader is no error")
	}
}

// TestChangedFile: a file that somebody wrote to between two readings is refused by name; one that is gone after it was
// read is not.
func TestChangedFile(t *testing.T) {
	for name, change := range map[string]func(path string) error{
		"grows": func(path string) error {
			return os.WriteFile(path, []byte(changing+"2026-01-10,Di C,pending\n"), 0o600)
		},
		"is newer": func(path string) error { return os.Chtimes(path, time.Now(), time.Now().Add(time.Hour)) },
		"vanishes": os.Remove,
		"stays":    func(string) error { return nil },
	} {
		path := filepath.Join(t.TempDir(), "a.csv")
		if err := os.WriteFile(path, []byte(changing), 0o600); err != nil {
			t.Fatal(err)
		}
		s := surveyOne(t, path)
		err := s.Read(context.Background(), nil, func([]Item) error { return change(path) })
		if refused := errors.Is(err, errChanged); refused != (name == "grows" || name == "is newer") {
			t.Errorf("a file that %s: %v", name, err)
		}
		if err != nil && !strings.Contains(err.Error(), path) {
			t.Errorf("%v does not name the file", err)
		}
	}
}

const changing = "sent at,name,status\n2026-01-09,Bo A,accepted\n2026-01-09,Cy B,pending\n"
