package main

import (
	"strings"
	"testing"
)

// TestSelfTestCanFail: what does not come out as planted is said, with both values, and counted.
func TestSelfTestCanFail(t *testing.T) {
	var out strings.Builder
	test := selfTest{out: &out}
	test.check("one", 1, 1)
	test.check("two", 2, 3)
	if test.passed != 1 || test.failed != 1 || out.String() != "ok   one\nFAIL two: 2, planted 3\n" {
		t.Errorf("%d passed, %d failed: %s", test.passed, test.failed, out.String())
	}
	numbers := selfTest{out: &out}
	kept := plantedNotes[2].accepted
	plantedNotes[2].accepted = 38
	numbers.numbers(t.Context())
	plantedNotes[2].accepted = kept
	if numbers.failed == 0 {
		t.Error("a pitch that goes with acceptance is not noticed")
	}
}
