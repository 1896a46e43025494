package export

import (
	"io"
	"sync"

	"github.com/klauspost/compress/flate"
)

// inflaters are those that are not in use: each takes 40 KB.
var inflaters sync.Pool

// inflate unpacks a member of an archive, faster than the standard library's way. Close gives it back.
func inflate(packed io.Reader) io.ReadCloser {
	in, _ := inflaters.Get().(io.ReadCloser)
	if in == nil {
		in = flate.NewReader(packed)
	} else if err := in.(flate.Resetter).Reset(packed, nil); err != nil {
		in = flate.NewReader(packed)
	}
	return &inflater{in}
}

type inflater struct{ io.ReadCloser }

func (i *inflater) Read(p []byte) (int, error) {
	if i.ReadCloser == nil {
		return 0, io.ErrClosedPipe
	}
	return i.ReadCloser.Read(p)
}

func (i *inflater) Close() error {
	if i.ReadCloser == nil {
		return nil
	}
	err := i.ReadCloser.Close()
	inflaters.Put(i.ReadCloser)
	i.ReadCloser = nil
	return err
}
