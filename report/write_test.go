package report

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"outreachaudit/audit"

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
		"while writing":     func(path string) error { return writeFile(path, true, half) },
		"when checked":      func(path string) error { return replace(path, true, whole, func(string) error { return broken }) },
		"of the workbook":   func(path string) error { return WriteWorkbook(t.Context(), path, twins, true) },
		"without the force": func(path string) error { return writeFile(path, false, whole) },
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
	err := writeFile(filepath.Join(t.TempDir(), "x"), false, func(io.Writer) error { return broken })
	if err != broken {
		t.Errorf("got %v", err)
	}
}

func TestAppearingFileIsNotReplaced(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "report.xlsx")
	err := writeFile(path, false, func(io.Writer) error { return os.WriteFile(path, []byte(old), 0o600) })
	if err == nil {
		t.Error("no error")
	}
	onlyOld(t, folder, path)
}

func TestTargetsThatCannotBeWritten(t *testing.T) {
	folder, path := oldReport(t)
	for _, target := range []string{folder, filepath.Join(folder, "missing", "x.xlsx"), filepath.Join(path, "x.xlsx")} {
		err := writeFile(target, true, func(io.Writer) error { return nil })
		if err == nil || !strings.Contains(err.Error(), target) || strings.Contains(err.Error(), ".tmp") {
			t.Errorf("%s: error is %v", target, err)
		}
	}
	onlyOld(t, folder, path)
}

// TestWritingNeedsNoTemporaryFiles: what is in a report is personal, and there is no copy of it elsewhere.
func TestWritingNeedsNoTemporaryFiles(t *testing.T) {
	path := filepath.Join(t.TempDir(), "report.xlsx")
	t.Setenv("TMPDIR", filepath.Join(t.TempDir(), "not there"))
	result := usual()
	flagged := unpacked(result.Flagged)
	for _, j := range flagged {
		j.Kind, j.Note.Note = habit.Own, strings.Repeat("A long note. ", 2000)
	}
	result.Flagged = audit.NewList(flagged...)
	if err := WriteWorkbook(t.Context(), path, Sheets(result, testRun), false); err != nil {
		t.Fatal(err)
	}
	noOther(t, filepath.Dir(path), path)
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
	err := writeFile(path, false, func(w io.Writer) error {
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
	err := writeFile(path, true, func(io.Writer) error { return nil })
	if content, _ := os.ReadFile(path); err == nil || !strings.Contains(err.Error(), "is read-only") || string(content) != "old" {
		t.Errorf("%q, %v", content, err)
	}
}

// TestTallSheetsAreLikeOthers: the rows of a sheet are the same whether they are kept in memory or not.
func TestTallSheetsAreLikeOthers(t *testing.T) {
	tall, whole := Sheets(large(), testRun), Sheets(large(), testRun)
	count := 0
	for _, s := range whole.Sheets {
		if s.Tall {
			count++
			s.Tall = false
		}
	}
	if count == 0 {
		t.Fatal("no sheet is tall")
	}
	inMemory := parts(t, writeBook(t, whole))
	for name, content := range parts(t, writeBook(t, tall)) {
		if strings.HasPrefix(name, "xl/worksheets/sheet") && withoutStyles(content) != withoutStyles(inMemory[name]) {
			t.Errorf("%s is another one", name)
		}
	}
}

// withoutStyles is a sheet without the numbers of styles, which follow the order in which they are made.
func withoutStyles(sheet string) string {
	return regexp.MustCompile(` s="\d+"`).ReplaceAllString(sheet, "")
}

// TestLooksOfTallSheets: a style that was not foreseen is an error, not a cell that looks like another.
func TestLooksOfTallSheets(t *testing.T) {
	book := Sheets(usual(), testRun)
	for _, s := range book.Sheets {
		if s.Tall {
			s.Blocks[0].(*Table).Tones = nil
		}
	}
	path := filepath.Join(t.TempDir(), "x.xlsx")
	if err := WriteWorkbook(t.Context(), path, book, false); err == nil || !strings.Contains(err.Error(), "looks") {
		t.Errorf("no error, but %v", err)
	}
	if _, err := os.Stat(path); err == nil {
		t.Error("a report was left")
	}
}

// writeFile writes a file as a whole or not at all.
func writeFile(path string, force bool, write func(io.Writer) error) error {
	return replace(path, force, write, func(string) error { return nil })
}

// TestPendingIsKeptLast: a file whose bytes are stored stands in nobody's place until it is kept, and leaves nothing when
// it is dropped.
func TestPendingIsKeptLast(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x")
	for _, keep := range []bool{false, true} {
		p, err := Begin(path, false)
		if err != nil {
			t.Fatal(err)
		}
		_, err = io.WriteString(p, "all of it")
		if err := p.Store(err); err != nil {
			t.Fatal(err)
		}
		if _, err := os.Stat(path); err == nil {
			t.Error("it is there before it is kept")
		}
		if keep {
			if err := p.Keep(); err != nil {
				t.Fatal(err)
			}
		}
		p.Drop()
		files, err := os.ReadDir(filepath.Dir(path))
		if err != nil || (len(files) == 1) != keep {
			t.Errorf("keep %t: %v, %v", keep, files, err)
		}
	}
}
