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
	for _, part := range archive.File {
		end, err := lastBytes(part)
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

// lastBytes reads a part to its end, which checks its checksum, and returns how it ends.
func lastBytes(part *zip.File) ([]byte, error) {
	in, err := part.Open()
	if err != nil {
		return nil, err
	}
	defer in.Close()
	var end []byte
	buffer := make([]byte, 1<<15)
	for {
		n, err := in.Read(buffer)
		end = append(end, buffer[:n]...)
		end = bytes.Clone(end[max(0, len(end)-32):])
		if err == io.EOF {
			return end, nil
		}
		if err != nil {
			return nil, err
		}
	}
}
