package report

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"outreachaudit/audit"
	"outreachaudit/audit/export"
)

var update = flag.Bool("update", false, "write the goldens anew")

// golden compares with a file under testdata, or writes it.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got == string(want) {
		return
	}
	gotLines, wantLines := strings.Split(got, "\n"), strings.Split(string(want), "\n")
	for i := range max(len(gotLines), len(wantLines)) {
		if i >= len(gotLines) || i >= len(wantLines) || gotLines[i] != wantLines[i] {
			t.Fatalf("%s differs from line %d on\ngot:  %q\nwant: %q", path, i+1, gotLines[i:min(i+1, len(gotLines))], wantLines[i:min(i+1, len(wantLines))])
		}
	}
}

// dump writes a book as text. Of a long table it shows the first rows.
func dump(book *Book) string {
	var out strings.Builder
	fmt.Fprintf(&out, "%s (%s, %s)\n", book.Title, book.Version, book.AsOf.Format(time.DateOnly))
	for _, s := range book.Sheets {
		fmt.Fprintf(&out, "\n=== %s\n%s\n%s\n", s.Name, s.Title, s.Intro)
		dumpBlocks(&out, s.Blocks)
	}
	return out.String()
}

func dumpBlocks(out *strings.Builder, blocks []Block) {
	for _, b := range blocks {
		out.WriteString("\n")
		switch b := b.(type) {
		case Text:
			for _, cell := range b {
				fmt.Fprintf(out, "%s\n", dumpCell(cell, Plain))
			}
		case Figures:
			for _, f := range b {
				fmt.Fprintf(out, "[%s: %s; %s]\n", f.Label, dumpCell(f.Value, f.Format), f.Detail)
			}
		case *Table:
			dumpTable(out, b)
		case *Plot:
			fmt.Fprintf(out, "plot %q of %s: %s; %+v\n", b.Title, b.Source, b.AltText, b.Series)
		case NewPage:
			out.WriteString("<page>\n")
		case *Chart:
			fmt.Fprintf(out, "chart %q of %s/%s: %s; %+v\n", b.Title, b.Source, b.Categories, b.AltText, b.Series)
		case *Beside:
			out.WriteString("<left>")
			dumpBlocks(out, b.Left)
			out.WriteString("<right>")
			dumpBlocks(out, b.Right)
		}
	}
}

func dumpTable(out *strings.Builder, t *Table) {
	for _, c := range t.Columns {
		fmt.Fprintf(out, "| %s ", c.Title)
	}
	out.WriteString("|\n")
	for i := range min(t.Len, 12) {
		for k, cell := range t.Row(i) {
			fmt.Fprintf(out, "| %s ", dumpCell(cell, t.Columns[k].Format))
		}
		out.WriteString("|\n")
	}
	if t.Len > 12 {
		fmt.Fprintf(out, "... %d rows\n", t.Len)
	}
}

func dumpCell(c Cell, f Format) string {
	text := ""
	switch value := c.Value.(type) {
	case nil:
	case float64:
		switch f {
		case Percent, Whole:
			text = fmt.Sprintf("%.1f%%", 100*value)
		case Points:
			text = fmt.Sprintf("%+.1f", value)
		default:
			text = fmt.Sprintf("%.3f", value)
		}
	case time.Time:
		text = value.Format(time.DateOnly)
	default:
		text = fmt.Sprint(value)
	}
	if c.Link != "" {
		text += " -> " + c.Link
		if c.To != "" {
			text += ", " + c.To
		}
	}
	return text
}

func TestBookSaysWhatTheGoldenSays(t *testing.T) {
	for name, result := range map[string]*audit.Result{"usual": usual(), "unknown": unknownAcceptance(), "single": single(), "empty": empty()} {
		t.Run(name, func(t *testing.T) { golden(t, name+".book", dump(Sheets(result, testRun))) })
	}
}

// allText is every word that a result can bring into a report: sheets in full, JSON and terminal.
func allText(t *testing.T, result *audit.Result) string {
	t.Helper()
	var out strings.Builder
	out.WriteString(dump(Sheets(result, testRun)))
	for _, j := range result.Flagged.All() {
		fmt.Fprintln(&out, flaggedRow(result, j, ""))
	}
	var more bytes.Buffer
	if err := WriteJSON(&more, result, testRun); err != nil {
		t.Fatal(err)
	}
	if err := WriteSummary(&more, result, "report.xlsx"); err != nil {
		t.Fatal(err)
	}
	return out.String() + more.String()
}

// The data are observations, so no word may say that one thing brought the other about.
func TestNoWordClaimsACause(t *testing.T) {
	banned := regexp.MustCompile(`(?i)\b(raised|caused|causes?|costs?|lost|would gain|because of|impact|effects?|uplift|drives?|NaN|Inf|%!\w)\b`)
	for _, result := range []*audit.Result{usual(), unknownAcceptance(), single(), empty(), large(), everyVerdict()} {
		if found := banned.FindString(allText(t, result)); found != "" {
			t.Errorf("the report says %q", found)
		}
	}
	if !banned.MatchString("this habit costs acceptance") {
		t.Error("the expression finds nothing")
	}
}

func TestNoRateWithoutKnownAcceptance(t *testing.T) {
	result := unknownAcceptance()
	for _, s := range Sheets(result, testRun).Sheets {
		for _, b := range s.Blocks {
			table, ok := b.(*Table)
			if !ok || !table.Data {
				continue
			}
			for k, column := range table.Columns {
				if !strings.Contains(column.Title, "rate") || strings.Contains(column.Title, "rates") {
					continue
				}
				for i := range table.Len {
					if _, number := table.Row(i)[k].Value.(float64); number {
						t.Errorf("%s has a number under %q", s.Name, column.Title)
					}
				}
			}
		}
	}
	for _, words := range []string{headline(result), dump(Sheets(result, testRun))} {
		if !strings.Contains(words, "Acceptance is unknown") {
			t.Errorf("it is not said that acceptance is unknown: %.200s", words)
		}
	}
	var summary bytes.Buffer
	if err := WriteSummary(&summary, result, "x.xlsx"); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(summary.String(), "Not enough data") {
		t.Error("unknown acceptance is shown as too little data")
	}
}

func TestEveryVerdictHasANextStep(t *testing.T) {
	result := everyVerdict()
	seen := map[string]bool{}
	for i := range result.Habits {
		h := &result.Habits[i]
		next := nextStep(result, h)
		if next == "" || seen[next] {
			t.Errorf("%s: next step %q", h.Verdict, next)
		}
		seen[next] = true
	}
	if len(seen) != len(advice) {
		t.Errorf("%d of %d verdicts tried", len(seen), len(advice))
	}
}

func TestFlaggedSheetSaysWhatItLeavesOut(t *testing.T) {
	result := usual()
	result.Flagged = audit.NewList(unpacked(result.Flagged)[:3]...)
	if intro := flagged(result).Intro; !strings.Contains(intro, "first 3 of 819") || !strings.Contains(intro, "--requests") {
		t.Error(intro)
	}
	if intro := flagged(usual()).Intro; strings.Contains(intro, "first") {
		t.Error(intro)
	}
}

func TestNotJudgedIsNotShownAsClean(t *testing.T) {
	result := usual()
	for _, j := range result.Flagged.All() {
		row := flaggedRow(result, j, "")
		for i := range result.Habits {
			want := "-"
			switch {
			case j.Flagged.Has(i):
				want = "yes"
			case !j.Judged.Has(i):
				want = "not judged"
			}
			if got := row[5+i].Value; got != want {
				t.Fatalf("habit %d of line %d: %v, want %s", i, j.Line, got, want)
			}
		}
	}
}

func TestSmallNumbersAreCounts(t *testing.T) {
	for _, test := range []struct {
		part, whole int64
		want        string
	}{
		{0, 0, "-"}, {0, 9, "0 of 9"}, {3, 7, "3 of 7"}, {3, 10, "30% (3 of 10)"}, {0, 1200, "0% (0 of 1,200)"},
		{1, 1200, "<1% (1 of 1,200)"}, {1199, 1200, ">99% (1,199 of 1,200)"}, {1200, 1200, "100% (1,200 of 1,200)"}, {1234567, 2469134, "50% (1,234,567 of 2,469,134)"},
	} {
		if got := share(test.part, test.whole); got != test.want {
			t.Errorf("share(%d, %d) = %q, want %q", test.part, test.whole, got, test.want)
		}
	}
}

func TestFilesAreNamedWithoutTheirCommonFolder(t *testing.T) {
	for _, test := range []struct {
		paths []string
		want  string
	}{
		{nil, ""}, {[]string{"a.csv"}, ""}, {[]string{"x/a.csv"}, "x/"}, {[]string{"/t/x/a.csv", "/t/x/b.csv"}, "/t/x/"},
		{[]string{"/t/x/a.csv", "/t/xy/b.csv"}, "/t/"}, {[]string{"a.csv", "/t/b.csv"}, ""}, {[]string{"/a/a.csv", "/t/b.csv"}, ""}, {[]string{"x/a.csv", "y/a.csv"}, ""}, {[]string{`c:\t\a.csv`, `c:\t\u\b.csv`}, `c:\t\`},
	} {
		result := &audit.Result{}
		for _, path := range test.paths {
			result.Sources = append(result.Sources, audit.SourceResult{Info: export.Info{Path: path}})
		}
		if got := folder(result); got != test.want {
			t.Errorf("folder of %q is %q, want %q", test.paths, got, test.want)
		}
	}
}
