package export

import (
	"context"
	"errors"
	"io"
	"strings"
	"testing"
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
