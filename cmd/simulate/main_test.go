package main

import (
	"bytes"
	"runtime"
	"strings"
	"testing"
)

// The tables are the same on every run and on any number of cores, and complete.
func TestTablesAreDeterministic(t *testing.T) {
	var one, two bytes.Buffer
	simulate(&one, 20, 7)
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	simulate(&two, 20, 7)
	if one.String() != two.String() {
		t.Errorf("the same seed gives\n%s\nand\n%s", one.String(), two.String())
	}
	for _, table := range []string{"odds ratio, adjusted", "drawn rates", "by a day", "Habits reported"} {
		if !strings.Contains(one.String(), table) {
			t.Errorf("there is no %q", table)
		}
	}
	if strings.Contains(one.String(), "NaN") {
		t.Error("a number is missing")
	}
}

// The simulation notices intervals that are wrong.
func TestBoundsAreNoticed(t *testing.T) {
	for _, test := range []struct {
		held, estimable, runs int
		most                  float64
		want                  bool
	}{
		{3800, 4000, 4000, mostCoverage, true}, {3680, 4000, 4000, mostCoverage, false}, {3980, 4000, 4000, mostCoverage, false},
		{3980, 4000, 4000, 1, true}, {100, 400, 4000, mostCoverage, true}, {0, 0, 4000, mostCoverage, true},
	} {
		if got := line(&bytes.Buffer{}, test.held, test.estimable, test.runs, test.most); got != test.want {
			t.Errorf("%+v: %v", test, got)
		}
	}
}
