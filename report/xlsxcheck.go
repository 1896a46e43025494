package report

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"strings"
)

// checkXLSX reopens a workbook and looks whether it is all there: every part with the right checksum,
// every sheet to its end.
func checkXLSX(path string, sheets int) error {
	archive, err := zip.OpenReader(path)
	if err != nil {
		return err
	}
	defer archive.Close()
	room := make([]byte, 64<<10)
	for _, part := range archive.File {
		end, err := lastBytes(part, room)
		if err != nil {
			return fmt.Errorf("%s: %w", part.Name, err)
		}
		if strings.HasPrefix(part.Name, "xl/worksheets/sheet") {
			sheets--
			if !bytes.HasSuffix(end, []byte("</worksheet>")) {
				return fmt.Errorf("%s is not complete", part.Name)
			}
		}
	}
	if sheets != 0 {
		return fmt.Errorf("%d sheets too few", sheets)
	}
	return nil
}

// lastBytes reads a part to its end, which checks its checksum, and returns how it ends. They are valid until the room is
// used again.
func lastBytes(part *zip.File, room []byte) ([]byte, error) {
	const last = 32
	in, err := part.Open()
	if err != nil {
		return nil, err
	}
	defer in.Close()
	for kept := 0; ; {
		n, err := in.Read(room[kept:])
		end := room[:kept+n]
		if err == io.EOF {
			return end, nil
		}
		if err != nil {
			return nil, err
		}
		kept = copy(room, end[max(0, len(end)-last):])
	}
}
