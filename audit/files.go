package audit

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"slices"
	"sync"

	"outreachaudit/audit/export"
)

// A FileRecord says which file was processed, for the record.
type FileRecord struct {
	Path   string
	Bytes  int64
	SHA256 string // of its content, in hexadecimal digits
}

// A recorder makes the records of files, one after the other, while they are read for other reasons.
type recorder struct {
	ctx     context.Context
	cancel  context.CancelFunc
	turn    sync.Mutex // of the file that is read
	reading sync.WaitGroup
	records map[string]*record
}

// A record is that of a file, or why there is none, once it is done.
type record struct {
	FileRecord
	err    error
	cancel context.CancelFunc
	done   chan struct{}
}

// newRecorder makes a recorder that is to be closed.
func newRecorder(ctx context.Context) *recorder {
	r := &recorder{records: map[string]*record{}}
	r.ctx, r.cancel = context.WithCancel(ctx)
	return r
}

// begin has a file on disk recorded, if it has not begun before.
func (r *recorder) begin(path string) {
	if r.records[path] != nil {
		return
	}
	ctx, cancel := context.WithCancel(r.ctx)
	made := &record{cancel: cancel, done: make(chan struct{})}
	r.records[path] = made
	r.reading.Go(func() {
		defer close(made.done)
		r.turn.Lock()
		defer r.turn.Unlock()
		made.FileRecord, made.err = recordOf(ctx, path)
	})
}

// of is the records of the files on disk that sources are read from; standard input is none of them. The recording of
// others ends: one of them may be large, and the next in turn.
func (r *recorder) of(sources []*export.Source) ([]FileRecord, error) {
	all := paths(sources)
	slices.Sort(all)
	for path, made := range r.records {
		if _, read := slices.BinarySearch(all, path); !read {
			made.cancel()
		}
	}
	var of []FileRecord
	for _, path := range slices.Compact(all) {
		r.begin(path) // one that was found beside another, such as the connections of an archive, was not asked for
		made := r.records[path]
		if <-made.done; made.err != nil {
			return nil, fmt.Errorf("%s cannot be read again: %w", path, made.err)
		}
		of = append(of, made.FileRecord)
	}
	return of, nil
}

// close ends what is still being recorded.
func (r *recorder) close() {
	r.cancel()
	r.reading.Wait()
}

func recordOf(ctx context.Context, path string) (FileRecord, error) {
	file, err := os.Open(path)
	if err != nil {
		return FileRecord{}, err
	}
	defer file.Close()
	digest := sha256.New()
	n, err := io.Copy(digest, interruptible{ctx, file})
	return FileRecord{path, n, hex.EncodeToString(digest.Sum(nil))}, err
}

// interruptible ends reading when a context does.
type interruptible struct {
	context.Context
	io.Reader
}

func (i interruptible) Read(p []byte) (int, error) {
	if err := i.Err(); err != nil {
		return 0, err
	}
	return i.Reader.Read(p)
}

// keyOf is the key of pseudonyms: known only to those who have the files.
func keyOf(records []FileRecord) []byte {
	digest := sha256.New()
	for _, r := range records {
		fmt.Fprintln(digest, r.SHA256)
	}
	return digest.Sum(nil)
}
