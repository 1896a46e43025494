package audit

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"slices"

	"outreachaudit/audit/export"
)

// A FileRecord says which file was processed, for the record.
type FileRecord struct {
	Path   string
	Bytes  int64
	SHA256 string // of its content, in hexadecimal digits
}

// A record is that of a file, or why there is none.
type record struct {
	FileRecord
	err error
}

// recordAll makes the records of all files on disk that sources are read from; standard input is none of them.
func recordAll(ctx context.Context, sources []*export.Source) map[string]record {
	records := map[string]record{}
	for _, path := range paths(sources) {
		if _, done := records[path]; !done {
			of, err := recordOf(ctx, path)
			records[path] = record{of, err}
		}
	}
	return records
}

// fileRecords are those of the files of some sources, by path.
func fileRecords(sources []*export.Source, records map[string]record) ([]FileRecord, error) {
	all := paths(sources)
	slices.Sort(all)
	var of []FileRecord
	for _, path := range slices.Compact(all) {
		r := records[path]
		if r.err != nil {
			return nil, fmt.Errorf("%s cannot be read again: %w", path, r.err)
		}
		of = append(of, r.FileRecord)
	}
	return of, nil
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
