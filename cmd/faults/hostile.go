package main

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"encoding/binary"
	"io"
	"os"
	"path/filepath"
	"strings"
)

// A hostileFile is one that was made to do harm. It is written bit by bit: what this program takes itself would count as
// what the runs take that it starts.
type hostileFile struct {
	name  string
	write func(io.Writer)
}

const header = "Recruiter,Sent At,Name,Message,Status\n"

func hostileFiles() []hostileFile {
	good := string(table(50))
	plain := func(content string) func(io.Writer) { return func(w io.Writer) { _, _ = io.WriteString(w, content) } }
	again := func(w io.Writer, piece string, bytes int) {
		piece = strings.Repeat(piece, 1+4096/len(piece))
		for n := 0; n < bytes; n += len(piece) {
			_, _ = io.WriteString(w, piece)
		}
	}
	inside := func(name string, fill func(io.Writer)) func(io.Writer) {
		return func(w io.Writer) {
			archive := zip.NewWriter(w)
			if part, err := archive.Create(name); err == nil {
				fill(part)
			}
			_ = archive.Close()
		}
	}
	return []hostileFile{
		{"bomb.zip", inside("a.csv", func(w io.Writer) { plain(header)(w); again(w, "0", 900<<20) })},
		{"nested.zip", inside("b.zip", inside("c.zip", inside("d.csv", plain(good))))},
		{"paths.zip", plain(zipped(map[string]string{"../../escape.csv": good, "/etc/escape.csv": good, `C:\escape.csv`: good}))},
		{"lying.zip", plain(lying(good))},
		{"locked.zip", plain(locked(good))},
		{"cut.zip", plain(zipped(map[string]string{"a.csv": good})[:300])},
		{"binary.csv", func(w io.Writer) { again(w, "\x00\x01\x02\xff\xfe\x07", 300_000) }},
		{"megabytes.csv", func(w io.Writer) {
			plain(good + "Ana,2025-02-01,Bo A,\"")(w)
			again(w, "We are hiring. ", 6<<20)
			plain("\",pending\n")(w)
		}},
		{"oneline.csv", func(w io.Writer) { plain(header)(w); again(w, "a", 50<<20) }},
		{"quotes.csv", func(w io.Writer) { plain(header)(w); again(w, `"`, 5<<20) }},
		{"columns.csv", func(w io.Writer) { again(w, "a,", 200_000); plain("\n")(w); again(w, "1,", 200_000) }},
		{"escapes.csv", plain(good + "\x1b[31mAna\x1b[0m\u202e,2025-02-01,\u200fBo\x07,\"=HYPERLINK(\"\"http://example.com\"\")\",pending\n@Cy,2025-02-01,+1,-2,pending\n")},
		{"many.csv", plain(manyRecruiters())},
	}
}

// hostile audits them: each is refused, or read with what is wrong listed, in little memory.
func (t *trial) hostile() {
	for _, file := range hostileFiles() {
		path, target := filepath.Join(t.folder, "hostile-"+file.name), filepath.Join(t.folder, "out", "hostile.xlsx")
		out, err := os.Create(path)
		if err != nil {
			t.trouble("%v", err)
			continue
		}
		file.write(out)
		_ = out.Close()
		before := len(t.troubles)
		o := t.do(attempt{noReport: true, leaves: true, codes: []int{0, 1, 3}, args: []string{"audit", path, "--force", "-o", target, "--json", "-"}, after: ">/dev/null"})
		if strings.ContainsAny(o.said, "\x1b\x07\u202e\u200f") {
			t.trouble("control characters reach the terminal: %q", o.said)
		}
		if _, err := os.Stat(target); (err == nil) != (o.code != 1) {
			t.trouble("exit code %d, report: %v", o.code, err)
		}
		for i := before; i < len(t.troubles); i++ {
			t.troubles[i] += " (" + file.name + ")"
		}
		for _, path := range []string{path, target} {
			_ = os.Remove(path)
		}
	}
	for _, escaped := range []string{filepath.Join(t.folder, "escape.csv"), filepath.Join(filepath.Dir(t.folder), "escape.csv")} {
		if _, err := os.Stat(escaped); err == nil {
			t.trouble("%s was unpacked", escaped)
		}
	}
}

func zipped(entries map[string]string) string {
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for name, content := range entries {
		if part, err := w.Create(name); err == nil {
			_, _ = io.WriteString(part, content)
		}
	}
	_ = w.Close()
	return out.String()
}

// lying is an archive whose entry says that it has ten bytes and unpacks to many more.
func lying(content string) string {
	var packed bytes.Buffer
	deflate, _ := flate.NewWriter(&packed, flate.BestCompression)
	_, _ = io.WriteString(deflate, content)
	for range 50 << 10 {
		_, _ = io.WriteString(deflate, strings.Repeat("0", 1<<10))
	}
	_ = deflate.Close()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	part, err := w.CreateRaw(&zip.FileHeader{Name: "a.csv", Method: zip.Deflate, CompressedSize64: uint64(packed.Len()), UncompressedSize64: 10})
	if err == nil {
		_, _ = part.Write(packed.Bytes())
	}
	_ = w.Close()
	return out.String()
}

// locked is an archive whose entry is marked as encrypted.
func locked(content string) string {
	data := []byte(zipped(map[string]string{"a.csv": content}))
	for _, signature := range []uint32{0x04034b50, 0x02014b50} {
		mark := binary.LittleEndian.AppendUint32(nil, signature)
		if at := bytes.Index(data, mark); at >= 0 {
			flags := at + 6
			if signature == 0x02014b50 {
				flags = at + 8
			}
			data[flags] |= 1
		}
	}
	return string(data)
}

// manyRecruiters has a recruiter in each row, some of them with names that sheets and files cannot have.
func manyRecruiters() string {
	var out bytes.Buffer
	out.WriteString("Recruiter,Sent At,Name,Message,Status\n")
	for i := range 5000 {
		out.WriteString(strings.Repeat("'[]:*?/\\ History", 1+i%9) + strings.Repeat("x", i%50) + ",2025-02-01,Bo A,Hello,pending\n")
	}
	out.WriteString("Ana,2025-06-01,Bo A,Hello,accepted\n")
	return out.String()
}
