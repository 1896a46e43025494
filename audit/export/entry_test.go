package export

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"context"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

const twoRows = "Recruiter,Sent,Recipient,Note,Status\nAna,2026-01-05,Bo Li,hi,accepted\nAna,2026-01-06,Cy Ng,hi,pending\n"

// zippedBytes is an archive in memory.
func zippedBytes(t *testing.T, files map[string]string) string {
	t.Helper()
	text, err := os.ReadFile(packed(t, "x.zip", files))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func gzippedBytes(t *testing.T, text string) string {
	t.Helper()
	var out bytes.Buffer
	writer := gzip.NewWriter(&out)
	if _, err := writer.Write([]byte(text)); err != nil {
		t.Fatal(err)
	}
	if err := writer.Close(); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// What a file is goes by its content, whatever its name.
func TestContentDecides(t *testing.T) {
	for name, content := range map[string]string{
		"plain":                   twoRows,
		"gzip":                    gzippedBytes(t, twoRows),
		"zip":                     zippedBytes(t, map[string]string{"a.csv": twoRows}),
		"zip below folders":       zippedBytes(t, map[string]string{"x/y/a.csv": twoRows, "x/readme.pdf": "no"}),
		"zip in a zip":            zippedBytes(t, map[string]string{"x/in.zip": zippedBytes(t, map[string]string{"a.csv": twoRows})}),
		"tabs in a zip":           zippedBytes(t, map[string]string{"a.tsv": strings.ReplaceAll(twoRows, ",", "\t")}),
		"gzip in a zip":           zippedBytes(t, map[string]string{"a.csv.gz": gzippedBytes(t, twoRows)}),
		"backslashes in its name": zippedBytes(t, map[string]string{`x\a.csv`: twoRows}),
	} {
		t.Run(name, func(t *testing.T) {
			folder := write(t, map[string]string{"export.csv": content})
			for _, from := range []string{folder, filepath.Join(folder, "export.csv"), filepath.Join(folder, "*.csv"), "-"} {
				found, err := Find(context.Background(), []string{from}, Settings{}, strings.NewReader(content), nil)
				if err != nil {
					t.Fatal(err)
				}
				if len(found.Sources) != 1 || len(found.Ignored) != 0 {
					t.Fatalf("%s: %d sources, ignored %+v", from, len(found.Sources), found.Ignored)
				}
				s := found.Sources[0]
				if err := s.Survey(context.Background(), nil); err != nil {
					t.Fatal(err)
				}
				if items := readAll(t, s); len(items) != 2 || items[1].Request == nil {
					t.Errorf("%s: items %+v", from, items)
				}
				if err := found.Close(); err != nil {
					t.Error(err)
				}
			}
		})
	}
}

func TestForeignContentIsNamed(t *testing.T) {
	for want, content := range map[string]string{
		"Excel workbook":  zippedBytes(t, map[string]string{"[Content_Types].xml": "<x/>"}),
		"old Excel":       "\xD0\xCF\x11\xE0 and more",
		"PDF":             "%PDF-1.7",
		"web page":        "\n <!DOCTYPE html><html>",
		"JSON":            `[{"sent": "2026-01-05"}]`,
		"not a text file": "a\x00\x01\x02\x03" + strings.Repeat("\x00\x00\x00\x01", 50),
		"without the Inv": friends,
		"depth":           zippedBytes(t, map[string]string{"a.zip": zippedBytes(t, map[string]string{"b.zip": zippedBytes(t, map[string]string{"c.csv": twoRows})})}),
	} {
		path := filepath.Join(write(t, map[string]string{"export.csv": content}), "export.csv")
		if _, err := find(path); err == nil || !strings.Contains(err.Error(), want) || !strings.Contains(err.Error(), path) {
			t.Errorf("want an error with %q, got %v", want, err)
		}
	}
}

func TestLimitsAreNamed(t *testing.T) {
	zeros := strings.Repeat(strings.Repeat(" ", 100)+"\n", 200_000)
	bomb := packed(t, "bomb.zip", map[string]string{"a.csv": twoRows + zeros})
	wide := write(t, map[string]string{"a.csv": "Sent,Recipient" + strings.Repeat(",x", 20) + "\n"})
	for _, c := range []struct {
		path, want string
		limits     Limits
	}{
		{bomb, "--limit zip-ratio", Limits{}},
		{bomb, "--limit unpacked", Limits{ZipRatio: 10_000, Unpacked: 1 << 20}},
		{write(t, map[string]string{"a.gz": gzippedBytes(t, twoRows+zeros)}), "--limit zip-ratio", Limits{}},
		{packed(t, "many.zip", map[string]string{"a.csv": twoRows, "b.csv": twoRows}), "--limit entries", Limits{Entries: 1}},
		{packed(t, "deep.zip", map[string]string{"a.zip": zippedBytes(t, map[string]string{"a.csv": twoRows})}), "--limit depth", Limits{Depth: 1}},
		{wide, "--limit columns", Limits{Columns: 10}},
	} {
		_, err := Find(context.Background(), []string{c.path}, Settings{Limits: c.limits}, nil, nil)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("want %q, got %v", c.want, err)
		}
	}
	if found, err := Find(context.Background(), []string{bomb}, Settings{Limits: Limits{ZipRatio: 10_000}}, nil, nil); err != nil || len(found.Sources) != 1 {
		t.Errorf("the limit raised: %v", err)
	}
	long := write(t, map[string]string{"a.csv": twoRows + "Ana,2026-01-05,Bo," + strings.Repeat("x", 200) + ",accepted\n"})
	found, err := Find(context.Background(), []string{long}, Settings{Limits: Limits{Record: 100}}, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := found.Sources[0].Survey(context.Background(), nil); err != nil {
		t.Fatal(err)
	}
	if p := readAll(t, found.Sources[0])[2].Problem; p == nil || p.Code != TooLong || !strings.Contains(p.Reason, "--limit record") {
		t.Errorf("problem %+v", p)
	}
}

func TestLinksAndPipes(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("links need rights there")
	}
	folder := write(t, map[string]string{"real/a.csv": twoRows, "other/b.csv": strings.ReplaceAll(twoRows, "Ana", "Tom")})
	for name, target := range map[string]string{"real/loop": folder + "/real", "real/round.csv": folder + "/real/round.csv", "real/again.csv": folder + "/real/a.csv", "link": folder + "/real"} {
		if err := os.Symlink(target, filepath.Join(folder, name)); err != nil {
			t.Fatal(err)
		}
	}
	found, err := find(filepath.Join(folder, "link"))
	if err != nil {
		t.Fatal(err)
	}
	if len(found.Sources) != 1 || !strings.HasPrefix(found.Sources[0].Path(), filepath.Join(folder, "link")) {
		t.Errorf("%d sources, first %s", len(found.Sources), found.Sources[0].Path())
	}
	reasons := ""
	for _, i := range found.Ignored {
		reasons += filepath.Base(i.Path) + ": " + i.Reason + "\n"
	}
	if !strings.Contains(reasons, "loop: a link to a folder") || !strings.Contains(reasons, "round.csv: ") {
		t.Errorf("ignored:\n%s", reasons)
	}
}

// Nothing is left behind, and standard input is read once.
func TestSpoolLeavesNothing(t *testing.T) {
	folder := t.TempDir()
	t.Setenv("TMPDIR", folder)
	found, err := Find(context.Background(), []string{"-", "-"}, Settings{}, strings.NewReader(twoRows), nil)
	if err != nil || len(found.Sources) != 1 {
		t.Fatalf("%+v, %v", found, err)
	}
	if err := found.Close(); err != nil {
		t.Error(err)
	}
	if left, err := os.ReadDir(folder); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
	if _, err := Find(context.Background(), []string{"-"}, Settings{}, strings.NewReader(""), nil); err == nil || !strings.Contains(err.Error(), "standard input") {
		t.Errorf("empty standard input: %v", err)
	}
}

func TestArchiveThatChangesIsNoticed(t *testing.T) {
	path := packed(t, "a.zip", map[string]string{"a.csv": twoRows})
	found, err := find(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte("PK\x03\x04 something else"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := found.Sources[0].Survey(context.Background(), nil); err == nil || !strings.Contains(err.Error(), "changed") {
		t.Errorf("error %v", err)
	}
}

func TestSpreadsheetsInArchivesAreNamed(t *testing.T) {
	found, err := find(packed(t, "a.zip", map[string]string{"a.csv": twoRows, "b.xlsx": "PK\x03\x04"}))
	if err != nil || len(found.Ignored) != 1 || !strings.Contains(found.Ignored[0].Reason, "save it as CSV") || found.Ignored[0].Failed {
		t.Errorf("%+v, %v", found, err)
	}
}

func TestDamagedEntriesAreNamed(t *testing.T) {
	archive := []byte(zippedBytes(t, map[string]string{"a.csv": strings.Repeat(twoRows, 50)}))
	for i := 40; i < 60; i++ {
		archive[i] ^= 0xff
	}
	path := filepath.Join(write(t, map[string]string{"a.zip": string(archive)}), "a.zip")
	if _, err := find(path); err == nil || !strings.Contains(err.Error(), "a.zip/a.csv") || !strings.Contains(err.Error(), "download it again") {
		t.Errorf("error %v", err)
	}
}

func TestEncryptedEntriesAreNamed(t *testing.T) {
	var out bytes.Buffer
	writer := zip.NewWriter(&out)
	entry, err := writer.CreateRaw(&zip.FileHeader{Name: "a.csv", Flags: 1, CompressedSize64: 3, UncompressedSize64: 3})
	if err == nil {
		_, err = io.WriteString(entry, "abc")
	}
	if err != nil || writer.Close() != nil {
		t.Fatal(err)
	}
	if _, err := find(filepath.Join(write(t, map[string]string{"a.zip": out.String()}), "a.zip")); err == nil || !strings.Contains(err.Error(), "encrypted") {
		t.Errorf("error %v", err)
	}
}

// TestNamesInArchivesAreNotCleaned: two entries of an archive whose names differ are two tables, whatever their names are.
func TestNamesInArchivesAreNotCleaned(t *testing.T) {
	found, err := find(packed(t, "a.zip", map[string]string{"b.csv": twoRows, "a/../b.csv": twoRows, "a//b.csv": twoRows}))
	if err != nil || len(found.Sources)+len(found.Ignored) != 3 {
		t.Errorf("%+v, %v", found, err)
	}
}
