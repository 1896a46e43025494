package report

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"outreachaudit/audit"

	"github.com/xuri/excelize/v2"

	"outreachaudit/audit/habit"
)

// old is a report from before, which must survive.
const old = "the report from before"

func oldReport(t *testing.T) (folder, path string) {
	t.Helper()
	folder = t.TempDir()
	path = filepath.Join(folder, "report.xlsx")
	if err := os.WriteFile(path, []byte(old), 0o600); err != nil {
		t.Fatal(err)
	}
	return folder, path
}

// onlyOld checks that the folder holds the old report and nothing else.
func onlyOld(t *testing.T, folder, path string) {
	t.Helper()
	if content, err := os.ReadFile(path); err != nil || string(content) != old {
		t.Errorf("the old report is now %.50q (%v)", content, err)
	}
	noOther(t, folder, filepath.Base(path))
}

func noOther(t *testing.T, folder string, names ...string) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	if len(entries) != len(names) {
		t.Errorf("%s holds %v, want %v", folder, entries, names)
	}
}

func TestExistingFileNeedsForce(t *testing.T) {
	folder, path := oldReport(t)
	err := WriteWorkbook(t.Context(), path, Sheets(usual(), testRun), false)
	if err == nil || !strings.Contains(err.Error(), "exists") {
		t.Errorf("error is %v", err)
	}
	onlyOld(t, folder, path)
	if err := WriteWorkbook(t.Context(), path, Sheets(usual(), testRun), true); err != nil {
		t.Fatal(err)
	}
	noOther(t, folder, "report.xlsx")
	if err := checkXLSX(path, len(Sheets(usual(), testRun).Sheets)); err != nil {
		t.Error(err)
	}
}

func TestReportIsReadableByItsOwnerOnly(t *testing.T) {
	for _, existed := range []bool{false, true} {
		path := filepath.Join(t.TempDir(), "report.xlsx")
		if existed {
			if err := os.WriteFile(path, nil, 0o666); err != nil {
				t.Fatal(err)
			}
		}
		if err := WriteWorkbook(t.Context(), path, Sheets(usual(), testRun), true); err != nil {
			t.Fatal(err)
		}
		if info, err := os.Stat(path); err != nil || info.Mode() != 0o600 {
			t.Errorf("mode %v, want 0600 (%v)", info.Mode(), err)
		}
	}
}

func TestFailureLeavesEverythingAsItWas(t *testing.T) {
	broken := errors.New("no space left")
	half := func(w io.Writer) error {
		if _, err := io.WriteString(w, strings.Repeat("half ", 100_000)); err != nil {
			return err
		}
		return broken
	}
	whole := func(w io.Writer) error { _, err := io.WriteString(w, "new"); return err }
	twins := &Book{Sheets: []*Sheet{{Name: "Twin"}, {Name: "Twin"}}}
	scratch := t.TempDir()
	t.Setenv("TMPDIR", scratch)
	for name, write := range map[string]func(path string) error{
		"while writing":     func(path string) error { return WriteFile(path, true, half) },
		"when checked":      func(path string) error { return replace(path, true, whole, func(string) error { return broken }) },
		"of the workbook":   func(path string) error { return WriteWorkbook(t.Context(), path, twins, true) },
		"without the force": func(path string) error { return WriteFile(path, false, whole) },
	} {
		t.Run(name, func(t *testing.T) {
			folder, path := oldReport(t)
			if err := write(path); err == nil {
				t.Error("no error")
			}
			onlyOld(t, folder, path)
		})
	}
	noOther(t, scratch)
}

// What the caller's own writing could not do must not be put down to the file.
func TestErrorsOfTheWriterAreReturnedAsTheyAre(t *testing.T) {
	broken := errors.New("exports/a.csv cannot be read")
	err := WriteFile(filepath.Join(t.TempDir(), "x"), false, func(io.Writer) error { return broken })
	if err != broken {
		t.Errorf("got %v", err)
	}
}

func TestAppearingFileIsNotReplaced(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "report.xlsx")
	err := WriteFile(path, false, func(io.Writer) error { return os.WriteFile(path, []byte(old), 0o600) })
	if err == nil {
		t.Error("no error")
	}
	onlyOld(t, folder, path)
}

func TestTargetsThatCannotBeWritten(t *testing.T) {
	folder, path := oldReport(t)
	for _, target := range []string{folder, filepath.Join(folder, "missing", "x.xlsx"), filepath.Join(path, "x.xlsx")} {
		err := WriteFile(target, true, func(io.Writer) error { return nil })
		if err == nil || !strings.Contains(err.Error(), target) || strings.Contains(err.Error(), ".tmp") {
			t.Errorf("%s: error is %v", target, err)
		}
	}
	onlyOld(t, folder, path)
}

func TestWritingLeavesNoTemporaryFiles(t *testing.T) {
	scratch := t.TempDir()
	t.Setenv("TMPDIR", scratch)
	result := usual()
	flagged := unpacked(result.Flagged)
	for _, j := range flagged {
		j.Kind, j.Note.Note = habit.Own, strings.Repeat("A long note. ", 2000)
	}
	result.Flagged = audit.NewList(flagged...)
	book := Sheets(result, testRun)
	path := writeBook(t, book)
	at := slices.IndexFunc(book.Sheets, func(s *Sheet) bool { return s.Name == flaggedSheet })
	if size := len(parts(t, path)[fmt.Sprintf("xl/worksheets/sheet%d.xml", at+1)]); size < excelize.StreamChunkSize {
		t.Fatalf("a sheet of %d bytes needs no temporary file", size)
	}
	noOther(t, scratch)
}

func TestCheckFindsWhatIsMissing(t *testing.T) {
	path := writeBook(t, Sheets(usual(), testRun))
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := checkXLSX(path, 1); err == nil {
		t.Error("a wrong number of sheets is not found")
	}
	for name, damage := range map[string]func() []byte{
		"cut off": func() []byte { return content[:len(content)/2] },
		"a byte": func() []byte {
			damaged := append([]byte{}, content...)
			damaged[len(damaged)/2] ^= 0x55
			return damaged
		},
	} {
		if err := os.WriteFile(path, damage(), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := checkXLSX(path, len(Sheets(usual(), testRun).Sheets)); err == nil {
			t.Errorf("%s: not found", name)
		}
	}
}

// TestLateTwin: without force a file that comes to be while another is written stays.
func TestLateTwin(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.json")
	err := WriteFile(path, false, func(w io.Writer) error {
		if err := os.WriteFile(path, []byte("another's"), 0o600); err != nil {
			return err
		}
		_, err := io.WriteString(w, "mine")
		return err
	})
	if content, _ := os.ReadFile(path); err == nil || !strings.Contains(err.Error(), "exists already") || string(content) != "another's" {
		t.Errorf("%q, %v", content, err)
	}
	if entries, _ := os.ReadDir(filepath.Dir(path)); len(entries) != 1 {
		t.Errorf("%d files", len(entries))
	}
}

// TestReadOnlyReport: a report that its owner has locked is not replaced, not even with force.
func TestReadOnlyReport(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.json")
	if err := os.WriteFile(path, []byte("old"), 0o400); err != nil {
		t.Fatal(err)
	}
	err := WriteFile(path, true, func(io.Writer) error { return nil })
	if content, _ := os.ReadFile(path); err == nil || !strings.Contains(err.Error(), "is read-only") || string(content) != "old" {
		t.Errorf("%q, %v", content, err)
	}
}

// TestOneSheetIsStreamed: of two, excelize would write now the one and now the other first, and no run would give the
// bytes of the one before for sure.
func TestOneSheetIsStreamed(t *testing.T) {
	for name, result := range map[string]*audit.Result{"usual": usual(), "large": large()} {
		tall := 0
		for _, s := range Sheets(result, testRun).Sheets {
			if s.Tall {
				tall++
			}
		}
		if tall > 1 {
			t.Errorf("%s: %d sheets are tall", name, tall)
		}
	}
	book := Sheets(usual(), testRun)
	for _, s := range book.Sheets[:2] {
		s.Tall = true
	}
	if err := WriteWorkbook(t.Context(), filepath.Join(t.TempDir(), "x.xlsx"), book, false); err == nil || !strings.Contains(err.Error(), "both tall") {
		t.Errorf("two tall sheets: %v", err)
	}
}
