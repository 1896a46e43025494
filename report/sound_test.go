package report

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"io"
	"strconv"
	"strings"
	"testing"

	"outreachaudit/audit"
)

// Every part of every workbook is well-formed XML, whatever names and notes hold.
func TestEveryPartIsWellFormed(t *testing.T) {
	results := map[string]*audit.Result{
		"usual": usual(), "unknown": unknownAcceptance(), "single": single(), "empty": empty(), "hostile": hostile(), "large": large(),
	}
	for name, result := range results {
		books := []*Book{Sheets(result, testRun)}
		for i := range result.Recruiters {
			if i < 3 {
				books = append(books, coachingBook(result, &result.Recruiters[i], audit.NewList(unpacked(result.Flagged)[:min(5, result.Flagged.Len())]...), testRun))
			}
		}
		for _, book := range books {
			for part, content := range parts(t, writeBook(t, book)) {
				decoder := xml.NewDecoder(strings.NewReader(content))
				for {
					_, err := decoder.Token()
					if err == io.EOF {
						break
					}
					if err != nil {
						t.Fatalf("%s, %s: %s: %v", name, book.Title, part, err)
					}
				}
			}
		}
	}
}

// The workbook, read back, has the totals of the JSON.
func TestWorkbookAndJSONAgree(t *testing.T) {
	result := usual()
	var out bytes.Buffer
	if err := WriteJSON(&out, result, testRun); err != nil {
		t.Fatal(err)
	}
	var document struct {
		Habits     []struct{ Judged, Flagged int64 }
		Recruiters []struct {
			Name                       string
			Requests, Mature, Accepted int64
		}
	}
	if err := json.Unmarshal(out.Bytes(), &document); err != nil {
		t.Fatal(err)
	}
	file := reopen(t, writeBook(t, Sheets(result, testRun)))
	number := func(sheet, cell string) int64 {
		t.Helper()
		text, err := file.GetCellValue(sheet, cell)
		if err != nil {
			t.Fatal(err)
		}
		n, err := strconv.ParseInt(strings.ReplaceAll(text, ",", ""), 10, 64)
		if err != nil {
			t.Fatalf("%s!%s is %q", sheet, cell, text)
		}
		return n
	}
	for i, h := range document.Habits {
		row := strconv.Itoa(firstRow + 1 + i)
		if judged, flagged := number(habitsSheet, "B"+row), number(habitsSheet, "C"+row); judged != h.Judged || flagged != h.Flagged {
			t.Errorf("habit %d: %d of %d, JSON has %d of %d", i, flagged, judged, h.Flagged, h.Judged)
		}
	}
	found := 0
	for i := range result.Recruiters {
		row := strconv.Itoa(firstRow + 1 + i)
		name, err := file.GetCellValue(recruitersSheet, "A"+row)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range document.Recruiters {
			if r.Name == name {
				found++
				if number(recruitersSheet, "D"+row) != r.Requests || number(recruitersSheet, "E"+row) != r.Mature || number(recruitersSheet, "F"+row) != r.Accepted {
					t.Errorf("row %s of the recruiters does not agree with %+v", row, r)
				}
			}
		}
	}
	if found != len(document.Recruiters) {
		t.Errorf("%d of %d recruiters found", found, len(document.Recruiters))
	}
}
