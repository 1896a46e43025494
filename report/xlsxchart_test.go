package report

import (
	"strings"
	"testing"
)

func TestChartsDrawTheirIntervals(t *testing.T) {
	book := Sheets(usual(), testRun)
	all := parts(t, writeBook(t, book))
	for part, bars := range map[string]int{"xl/charts/chart1.xml": 2, "xl/charts/chart2.xml": 1} {
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
	for part := range parts(t, writeBook(t, Sheets(unknownAcceptance(), testRun))) {
		if strings.HasPrefix(part, "xl/charts/") {
			t.Errorf("there is a %s", part)
		}
	}
}
