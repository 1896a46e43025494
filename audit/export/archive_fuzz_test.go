package export

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"
)

// FuzzArchive: whatever the bytes of an archive, nothing is unpacked beyond the limits, every table in it reads to an end
// or to an error, and what is opened is closed again.
func FuzzArchive(f *testing.F) {
	pack := func(entries map[string]string) []byte {
		var out bytes.Buffer
		w := zip.NewWriter(&out)
		for name, content := range entries {
			if part, err := w.Create(name); err == nil {
				_, _ = io.WriteString(part, content)
			}
		}
		if err := w.Close(); err != nil {
			f.Fatal(err)
		}
		return out.Bytes()
	}
	plain := pack(map[string]string{"Invitations.csv": "From,To,Sent At,Message,Direction\nAna,Bo,\"1/9/26, 7:05 PM\",,OUTGOING\n"})
	f.Add(plain)
	f.Add(plain[:len(plain)-9])
	f.Add(pack(map[string]string{"../../x.csv": "a,b\n1,2\n", "/abs.csv": "a,b\n"}))
	f.Add(pack(map[string]string{"inner.zip": string(plain)}))
	f.Add(pack(map[string]string{"bomb.csv": strings.Repeat("0,", 1<<16)}))
	damaged := bytes.Clone(plain)
	damaged[len(damaged)/2] ^= 0xff
	f.Add(damaged)
	f.Fuzz(func(t *testing.T, data []byte) {
		limits := Limits{Unpacked: 1 << 20, Entries: 50, ZipRatio: 50}.filled()
		var kept spool
		l := lister{limits: limits, spool: &kept}
		opened := 0
		at := handles{spooled{io.NewSectionReader(bytes.NewReader(data), 0, int64(len(data)))}, &opened}
		entries, err := l.archive(&entry{path: "a.zip", container: "a.zip"}, at, 1)
		if err != nil && len(entries) > 0 {
			t.Errorf("entries beside the error %v", err)
		}
		for _, e := range entries {
			in, err := e.open()
			if err != nil {
				continue
			}
			n, err := io.Copy(io.Discard, in)
			if n > limits.Unpacked+1<<16 {
				t.Errorf("%s unpacks to %d bytes", e.path, n)
			}
			if closed := in.Close(); err == nil && closed != nil && !errors.Is(closed, zip.ErrChecksum) {
				t.Errorf("%s: %v", e.path, closed)
			}
			if strings.Contains(e.name(), "/") || e.name() == ".." {
				t.Errorf("%q is a path", e.name())
			}
			if table, err := openTable(e, Settings{Limits: limits}); err == nil {
				s := &Source{table: table}
				if err := s.Survey(t.Context(), nil); err == nil {
					err = s.Read(t.Context(), nil, func([]Item) error { return nil })
					if _, fault := errors.AsType[Fault](err); fault {
						t.Error(err)
					}
				} else if _, fault := errors.AsType[Fault](err); fault {
					t.Error(err)
				}
			}
		}
		if opened != 0 {
			t.Errorf("%d handles stay open", opened)
		}
		if err := kept.close(); err != nil {
			t.Error(err)
		}
	})
}

// handles counts handles that are open.
type handles struct {
	spooled
	open *int
}

func (h handles) acquire() error { *h.open++; return nil }
func (h handles) release() error { *h.open--; return nil }
