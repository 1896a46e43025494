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

// fileRecords are those of the files on disk that the sources are read from, by path; standard input is none of them.
func fileRecords(ctx context.Context, sources []*export.Source) ([]FileRecord, error) {
	paths := files(sources)
	slices.Sort(paths)
	var records []FileRecord
	for _, path := range slices.Compact(paths) {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		record, err := recordOf(path)
		if err != nil {
			return nil, fmt.Errorf("%s cannot be read again: %w", path, err)
		}
		records = append(records, record)
	}
	return records, nil
}

func recordOf(path string) (FileRecord, error) {
	file, err := os.Open(path)
	if err != nil {
		return FileRecord{}, err
	}
	defer file.Close()
	digest := sha256.New()
	n, err := io.Copy(digest, file)
	return FileRecord{path, n, hex.EncodeToString(digest.Sum(nil))}, err
}

// keyOf is the key of pseudonyms: known only to those who have the files.
func keyOf(records []FileRecord) []byte {
	digest := sha256.New()
	for _, r := range records {
		fmt.Fprintln(digest, r.SHA256)
	}
	return digest.Sum(nil)
}
