package export

import (
	"errors"
	"fmt"
	"io"
	"os"
)

// A spool keeps what can be read only once, such as standard input or an archive inside an archive, in
// one temporary file. The file has no name as soon as it is made, where the system allows it, so that
// nothing is left behind however the run ends.
type spool struct {
	file  *os.File
	size  int64
	named bool // the system could not unlink an open file
}

// keep copies r to the end of the spool and returns the copy. More than limit bytes are an error.
func (s *spool) keep(r io.Reader, limit int64) (*io.SectionReader, error) {
	if s.file == nil {
		file, err := os.CreateTemp("", "outreachaudit-*")
		if err != nil {
			return nil, fmt.Errorf("no temporary file can be made in %s: %w", os.TempDir(), cause(err))
		}
		s.file, s.named = file, os.Remove(file.Name()) != nil
	}
	n, err := io.Copy(io.NewOffsetWriter(s.file, s.size), io.LimitReader(r, limit+1))
	if err != nil {
		return nil, err
	}
	if n > limit {
		return nil, limitError{"more than " + bytesText(limit) + " when unpacked", "unpacked"}
	}
	kept := io.NewSectionReader(s.file, s.size, n)
	s.size += n
	return kept, nil
}

// close gives the space back.
func (s *spool) close() error {
	if s.file == nil {
		return nil
	}
	err := s.file.Close()
	if s.named {
		err = errors.Join(err, os.Remove(s.file.Name()))
	}
	s.file = nil
	return err
}
