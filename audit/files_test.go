package audit

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"
)

// TestRecorder: a file is recorded once, whoever asks for it, and nothing is left running.
func TestRecorder(t *testing.T) {
	file := filepath.Join(t.TempDir(), "a.csv")
	if err := os.WriteFile(file, []byte("abc"), 0o600); err != nil {
		t.Fatal(err)
	}
	r := newRecorder(t.Context())
	r.begin(file)
	r.begin(file)
	r.begin(file + "x")
	r.close()
	if len(r.records) != 2 {
		t.Errorf("%d records", len(r.records))
	}
	<-r.records[file+"x"].done
	if r.records[file+"x"].err == nil {
		t.Error("a file that is not there was recorded")
	}
	q := newRecorder(t.Context())
	q.begin(file)
	<-q.records[file].done
	q.close()
	if got := q.records[file].SHA256; got != "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" {
		t.Error(got)
	}
}

// TestRecorderLeavesOthers: a large file that no source is read from keeps nobody waiting.
func TestRecorderLeavesOthers(t *testing.T) {
	file := filepath.Join(t.TempDir(), "a.csv")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(file, 64<<30); err != nil {
		t.Skip(err) // no file with holes here
	}
	r := newRecorder(t.Context())
	defer r.close()
	r.begin(file)
	if of, err := r.of(nil); err != nil || len(of) > 0 {
		t.Error(of, err)
	}
	if <-r.records[file].done; !errors.Is(r.records[file].err, context.Canceled) {
		t.Error(r.records[file].err)
	}
}
