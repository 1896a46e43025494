package export

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
)

const sweepRows = 40

// sweepCells is a table as an outreach tool writes it: some cells quoted, some notes over lines, with
// commas, quotes and lines that look like cells.
func sweepCells() [][]string {
	notes := []string{
		`Hi %s - thanks`, `"Hi %s, your talk on parsers, and what you said of errors, was fun."`, ``,
		"\"Hi %s,\nI read your post, twice.\n\nAna\"", `"Hi %s, ""robust"" is the word."`, "\"One, two, three, %s, four, five, six\nAna, Tom\"",
	}
	cells := [][]string{{"Recruiter", "Sent At", "First Name", "Last Name", "Company", "Profile URL", "Message", "Status", "Campaign"}}
	for i := range sweepRows {
		note := notes[i%len(notes)]
		first := fmt.Sprintf("Bo%c%c", 'a'+i/26, 'a'+i%26)
		if strings.Contains(note, "%s") {
			note = fmt.Sprintf(note, first)
		}
		cells = append(cells, []string{
			"Ana Ruiz", fmt.Sprintf("2026-0%d-1%dT09:30:00Z", 1+i%9, i%10), first, "Li", `"Acme, Inc."`, "https://www.linkedin.com/in/" + strings.ToLower(first),
			note, []string{"accepted", "pending", "declined"}[i%3], fmt.Sprintf("c%d", i),
		})
	}
	return cells
}

// defects change the cell at [row][column]; what they return is the line of the row.
var defects = map[string]func(row []string, column int) string{
	"stray quote in the cell": func(row []string, c int) string {
		return at(row, c, func(s string) string { return s[:len(s)/2] + `"` + s[len(s)/2:] })
	},
	"quote before the cell": func(row []string, c int) string { return at(row, c, func(s string) string { return `"` + s }) },
	"quote behind the cell": func(row []string, c int) string { return at(row, c, func(s string) string { return s + `"` }) },
	"quotes of the cell lost": func(row []string, c int) string {
		return at(row, c, func(s string) string { return strings.Trim(s, `"`) })
	},
	"closing quote lost": func(row []string, c int) string {
		return at(row, c, func(s string) string { return strings.TrimSuffix(s, `"`) })
	},
	"extra delimiter":   func(row []string, c int) string { return at(row, c, func(s string) string { return s + "," }) },
	"missing delimiter": func(row []string, c int) string { return strings.Replace(at(row, c, mark), "\x00,", "", 1) },
	"line break":        func(row []string, c int) string { return at(row, c, func(s string) string { return s + "\n" }) },
	"row cut":           func(row []string, c int) string { return strings.Join(row[:c+1], ",") },
	"cell gone":         func(row []string, c int) string { return strings.Join(slices.Delete(slices.Clone(row), c, c+1), ",") },
}

func mark(s string) string { return s + "\x00" }

func at(row []string, column int, change func(string) string) string {
	changed := slices.Clone(row)
	changed[column] = change(changed[column])
	return strings.ReplaceAll(strings.Join(changed, ","), "\x00\n", "")
}

// One defect at every row and column: at least 39 of 40 rows must be intact in 99 of 100 files, no row
// that was not touched may come out changed, and every record is accounted for.
func TestSweepOfDefects(t *testing.T) {
	cells := sweepCells()
	clean := sweepRead(t, joined(cells, -1, ""))
	if len(clean) != sweepRows {
		t.Fatalf("%d rows in the sound file, want %d", len(clean), sweepRows)
	}
	files, good, changed := 0, 0, 0
	for name, defect := range defects {
		for row := 1; row <= sweepRows; row++ {
			for column := range cells[0] {
				files++
				got := sweepRead(t, joined(cells, row, strings.ReplaceAll(defect(cells[row], column), "\x00", "")))
				intact := 0
				for i, want := range clean {
					if slices.Contains(got, want) {
						intact++
					} else if i+1 != row {
						t.Errorf("%s in row %d, column %d: row %d is gone or changed", name, row, column, i+1)
					}
				}
				if intact >= sweepRows-1 {
					good++
				}
				if made := len(got) - intact; made > 1 {
					t.Errorf("%s in row %d, column %d: %d rows that were never written", name, row, column, made)
				} else {
					changed += made
				}
			}
		}
	}
	t.Logf("%d of %d files with at least %d rows intact (%.2f %%); the defective row is read, other than it was, in %d", good, files, sweepRows-1, 100*float64(good)/float64(files), changed)
	if good*100 < files*99 {
		t.Errorf("only %d of %d files have %d rows intact", good, files, sweepRows-1)
	}
}

func joined(cells [][]string, changed int, line string) string {
	var text strings.Builder
	for i, row := range cells {
		if i == changed {
			text.WriteString(line + "\n")
		} else {
			text.WriteString(strings.Join(row, ",") + "\n")
		}
	}
	return text.String()
}

// inMemory is a source whose file is text.
func inMemory(text string) (*Source, error) {
	t, err := openTable(&entry{
		path: "memory.csv", container: "memory", size: int64(len(text)),
		open: func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(text)), nil },
	}, Settings{Limits: Limits{}.filled()})
	if err != nil {
		return nil, err
	}
	return &Source{table: t}, nil
}

// sweepRead gives the audited requests of a table, and checks the accounting on the way.
func sweepRead(t *testing.T, text string) (requests []string) {
	t.Helper()
	s, err := inMemory(text)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Survey(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	for _, item := range readAll(t, s) {
		if r := item.Request; r != nil {
			requests = append(requests, strings.Join([]string{r.Recruiter, r.Sent.String(), r.Recipient, r.Company, r.RecipientProfile, r.Note, r.Outcome.String()}, "|"))
		}
	}
	return requests
}
