package report

import (
	"strings"
	"testing"

	"outreachaudit/audit"
)

func TestChartsDrawTheirIntervals(t *testing.T) {
	book := Sheets(usual(), testRun)
	all := parts(t, writeBook(t, book))
	for part, bars := range map[string]int{"xl/charts/chart1.xml": 2, "xl/charts/chart4.xml": 1} {
		chart := all[part]
		if got := strings.Count(chart, "<c:errBars>"); got != bars {
			t.Errorf("%s has %d error bars, want %d", part, got, bars)
		}
		for _, want := range []string{`<c:max val="1"/>`, "95% intervals", "'!$A$5:$A$"} {
			if !strings.Contains(strings.ReplaceAll(chart, "&#39;", "'"), want) {
				t.Errorf("%s lacks %q", part, want)
			}
		}
	}
	if drawing := all["xl/drawings/drawing1.xml"]; !strings.Contains(drawing, `descr="Bar chart of the acceptance rate`) {
		t.Error("the chart has no text for those who do not see it")
	}
	merge := all["xl/charts/chart1.xml"] // the last habit has 3 of 4: no bar, and no label
	if !strings.Contains(merge, `<c:dLbl><c:idx val="4"/><c:delete val="1"/></c:dLbl>`) {
		t.Error("a rate that is not shown has a label")
	}
}

func TestNothingToDrawIsNoChart(t *testing.T) {
	for name, result := range map[string]*audit.Result{"empty": empty(), "unknown": unknownAcceptance()} {
		for part, content := range parts(t, writeBook(t, Sheets(result, testRun))) {
			if strings.HasPrefix(part, "xl/charts/") && !strings.Contains(content, "How many habits requests show") {
				t.Errorf("%s: there is a %s", name, part)
			}
		}
	}
}

// Plots draw the columns they name, and no two lines of a plot differ in colour alone.
func TestPlotsDrawTheirColumns(t *testing.T) {
	all := parts(t, writeBook(t, Sheets(usual(), testRun)))
	for part, want := range map[string][]string{
		"xl/charts/chart2.xml": {"Acceptance rate by number of requests", "scatterChart", `val="dash"`, `val="sysDot"`, "Requests in the rates", `rot="-5400000"`},
		"xl/charts/chart3.xml": {"How many habits requests show", "percentStacked", "Share of requests", "1F3A5F"},
		"xl/charts/chart5.xml": {"Time until acceptance", "scatterChart", "Days after sending"},
	} {
		for _, words := range want {
			if !strings.Contains(all[part], words) {
				t.Errorf("%s lacks %q", part, words)
			}
		}
	}
	for part, content := range all {
		if strings.HasPrefix(part, "xl/drawings/drawing") && strings.Contains(content, `descr=""`) {
			t.Errorf("%s has a chart without words", part)
		}
	}
}
