package report

import (
	"archive/zip"
	"encoding/xml"
	"io"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"outreachaudit/audit"
)

// writeBook writes a book into the test's own folder.
func writeBook(t *testing.T, book *Book) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "report.xlsx")
	if err := WriteWorkbook(t.Context(), path, book, false); err != nil {
		t.Fatal(err)
	}
	return path
}

func reopen(t *testing.T, path string) *excelize.File {
	t.Helper()
	file, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { file.Close() })
	return file
}

// results are all that a workbook must be able to hold.
func results() map[string]*audit.Result {
	return map[string]*audit.Result{
		"usual": usual(), "unknown": unknownAcceptance(), "single": single(), "empty": empty(), "large": large(),
		"hostile": hostile(), "every verdict": everyVerdict(),
	}
}

func TestWorkbookHoldsTheBook(t *testing.T) {
	for name, result := range results() {
		t.Run(name, func(t *testing.T) {
			book := Sheets(result, testRun)
			path := writeBook(t, book)
			file := reopen(t, path)
			var names []string
			for _, s := range book.Sheets {
				names = append(names, s.Name)
				compareSheet(t, file, s, lay(s, summarySheet))
			}
			if got := file.GetSheetList(); !slices.Equal(got, names) {
				t.Errorf("sheets %v, want %v", got, names)
			}
			wellFormed(t, path)
		})
	}
}

// compareSheet compares every cell, both ways.
func compareSheet(t *testing.T, file *excelize.File, s *Sheet, l *layout) {
	t.Helper()
	places := slices.Clone(l.places)
	if s.Tall {
		for row := range l.table.places(l.header+1, 1) {
			places = append(places, row...)
		}
	}
	want := map[string]any{}
	for _, p := range places {
		if value := p.Value; value != nil && value != "" {
			if words, ok := value.(string); !ok || cellText(words) != "" {
				want[name(p.Column, p.Row)] = value
			}
		}
	}
	rows, err := file.GetRows(s.Name, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for r, row := range rows {
		for c, got := range row {
			if got == "" {
				continue
			}
			found++
			if at := name(c+1, r+1); !sameCell(got, want[at]) {
				t.Fatalf("%s!%s holds %.100q, want %.100q", s.Name, at, got, want[at])
			}
		}
	}
	if found != len(want) {
		t.Errorf("%s has %d cells, want %d", s.Name, found, len(want))
	}
}

func sameCell(got string, want any) bool {
	var number float64
	switch value := want.(type) {
	case string:
		return got == cellText(value)
	case Rich:
		return got == cellText(value.String())
	case int64:
		number = float64(value)
	case float64:
		number = value
	case time.Time:
		number = value.Sub(time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)).Hours() / 24
	default:
		return false
	}
	parsed, err := strconv.ParseFloat(got, 64)
	return err == nil && math.Abs(parsed-number) <= 1e-14*math.Abs(number) // reading rounds to 15 digits
}

// wellFormed reads every part, and looks for what no report may hold.
func wellFormed(t *testing.T, path string) {
	t.Helper()
	for part, content := range parts(t, path) {
		decoder := xml.NewDecoder(strings.NewReader(content))
		for {
			if _, err := decoder.Token(); err == io.EOF {
				break
			} else if err != nil {
				t.Errorf("%s: %v", part, err)
				break
			}
		}
		for _, bad := range []string{"<f>", "TargetMode=\"External\"", "<!DOCTYPE"} {
			if strings.HasPrefix(part, "xl/charts/") && bad == "<f>" {
				continue // where a chart's values are
			}
			if strings.Contains(content, bad) {
				t.Errorf("%s holds %s", part, bad)
			}
		}
		if strings.Contains(part, "external") || strings.Contains(part, "vba") {
			t.Errorf("there is a part %s", part)
		}
	}
}

func parts(t *testing.T, path string) map[string]string {
	t.Helper()
	archive, err := zip.OpenReader(path)
	if err != nil {
		t.Fatal(err)
	}
	defer archive.Close()
	all := map[string]string{}
	for _, part := range archive.File {
		in, err := part.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(in)
		if err != nil {
			t.Fatal(err)
		}
		all[part.Name] = string(content)
	}
	return all
}

func TestEverySheetIsReadyToPrint(t *testing.T) {
	book := Sheets(usual(), testRun)
	path := writeBook(t, book)
	file := reopen(t, path)
	for i, s := range book.Sheets {
		layout, err := file.GetPageLayout(s.Name)
		if err != nil {
			t.Fatal(err)
		}
		props, err := file.GetSheetProps(s.Name)
		if err != nil {
			t.Fatal(err)
		}
		if *layout.Orientation != "landscape" || *layout.FitToWidth != 1 || !*props.FitToPage {
			t.Errorf("%s: orientation %s, %d wide, fitted %v", s.Name, *layout.Orientation, *layout.FitToWidth, *props.FitToPage)
		}
		footer, err := file.GetHeaderFooter(s.Name)
		if err != nil || !strings.Contains(footer.OddFooter, "confidential: personal data") || !strings.Contains(footer.OddFooter, "1.2.3") {
			t.Errorf("%s: footer %+v, %v", s.Name, footer, err)
		}
		l := lay(s, summarySheet)
		if l.table == nil {
			continue
		}
		if panes, err := file.GetPanes(s.Name); err != nil || !panes.Freeze || panes.YSplit != l.header {
			t.Errorf("%s: panes %+v, %v", s.Name, panes, err)
		}
		part := parts(t, path)["xl/worksheets/sheet"+strconv.Itoa(i+1)+".xml"]
		if !strings.Contains(part, "<tablePart ") {
			t.Errorf("%s has no table", s.Name)
		}
		repeats := slices.ContainsFunc(file.GetDefinedName(), func(d excelize.DefinedName) bool {
			return d.Name == "_xlnm.Print_Titles" && d.Scope == s.Name
		})
		if wanted := l.table.Len >= fewForTitles || len(l.tables) == 1; repeats != wanted {
			t.Errorf("%s repeats its header: %v", s.Name, repeats)
		}
	}
}

func TestColumnsKeepTheirWidthsAndFormats(t *testing.T) {
	book := Sheets(usual(), testRun)
	file := reopen(t, writeBook(t, book))
	for _, s := range book.Sheets {
		l := lay(s, summarySheet)
		for i, want := range l.widths {
			if got, err := file.GetColWidth(s.Name, columnName(i+1)); err != nil || got != want {
				t.Fatalf("%s: column %d is %v wide, want %v (%v)", s.Name, i+1, got, want, err)
			}
		}
	}
	for _, want := range []struct{ sheet, cell, shown string }{
		{habitsSheet, "D5", "36.1%"}, {habitsSheet, "B5", "1,457"}, {trendSheet, "A5", "2026-03"}, {flaggedSheet, "B5", "2026-10-25"}, {habitsSheet, "Q5", "-15.6"},
	} {
		if got, err := file.GetCellValue(want.sheet, want.cell); err != nil || got != want.shown {
			t.Errorf("%s!%s shows %q, want %q (%v)", want.sheet, want.cell, got, want.shown, err)
		}
	}
}

func TestLinksLeadToSheetsThatExist(t *testing.T) {
	for name, result := range map[string]*audit.Result{"usual": usual(), "unknown": unknownAcceptance(), "single": single(), "empty": empty()} {
		book := Sheets(result, testRun)
		file := reopen(t, writeBook(t, book))
		links := 0
		for _, s := range book.Sheets {
			for _, p := range lay(s, summarySheet).places {
				if p.Link == "" {
					continue
				}
				links++
				ok, target, err := file.GetCellHyperLink(s.Name, columnName(p.Column)+strconv.Itoa(p.Row))
				sheet, cell, _ := strings.Cut(strings.TrimPrefix(target, "'"), "'!")
				if index, _ := file.GetSheetIndex(sheet); !ok || err != nil || index < 0 {
					t.Errorf("%s: %s leads to %q", name, s.Name, target)
				}
				if p.To == "" && cell != "A1" {
					t.Errorf("%s: %s leads to %q, not to the top", name, s.Name, target)
				}
				if there, err := file.GetCellValue(sheet, cell); p.To != "" && (err != nil || there != cellText(p.To)) {
					t.Errorf("%s: %s leads to %q, which says %q and not %q (%v)", name, s.Name, target, there, p.To, err)
				}
			}
		}
		if links < len(book.Sheets) {
			t.Errorf("%s: only %d links", name, links)
		}
	}
}

func TestSameBookSameBytes(t *testing.T) {
	for name, result := range map[string]*audit.Result{"usual": usual(), "hostile": hostile()} {
		var first []byte
		for range 3 {
			content, err := os.ReadFile(writeBook(t, Sheets(result, testRun)))
			if err != nil {
				t.Fatal(err)
			}
			if first != nil && !slices.Equal(first, content) {
				t.Fatalf("%s: the same book gives other bytes", name)
			}
			first = content
		}
	}
}

func TestTimestampIsThatOfTheData(t *testing.T) {
	for epoch, want := range map[string]string{"": "2026-10-31T00:00:00Z", "86400": "1970-01-02T00:00:00Z"} {
		t.Setenv("SOURCE_DATE_EPOCH", epoch)
		props, err := reopen(t, writeBook(t, Sheets(usual(), testRun))).GetDocProps()
		if err != nil || props.Created != want || props.Modified != want {
			t.Errorf("%q: created %s, modified %s, want %s (%v)", epoch, props.Created, props.Modified, want, err)
		}
	}
	t.Setenv("SOURCE_DATE_EPOCH", "yesterday")
	if err := WriteWorkbook(t.Context(), filepath.Join(t.TempDir(), "x.xlsx"), Sheets(usual(), testRun), false); err == nil {
		t.Error("a wrong SOURCE_DATE_EPOCH is no error")
	}
}
