package report

import (
	"strings"
	"testing"
	"unicode/utf16"
)

func TestCellTextIsWhatACellCanHold(t *testing.T) {
	for give, want := range map[string]string{
		"=cmd|' /C calc'!A0": "=cmd|' /C calc'!A0", "a\x00b\x1b[31mc\x7f\u0085": "ab[31mc", "one\r\ntwo\rthree\nfour\t": "one\ntwo\nthree\nfour\t",
		"\u202egnp.exe\u202c": "gnp.exe", "שלום": "שלום", "👩\u200d💻": "👩\u200d💻", "bad\xff": "bad\ufffd", "\ufffe\uffff": "", "_x000D_": "_x000D_",
	} {
		if got := cellText(give); got != want {
			t.Errorf("cellText(%q) = %q, want %q", give, got, want)
		}
	}
}

func TestLongTextIsCutVisibly(t *testing.T) {
	for _, letter := range []string{"a", "ж", "长", "👩"} {
		got := cellText(strings.Repeat(letter, 40_000))
		if units := len(utf16.Encode([]rune(got))); units > maxCell || units < maxCell-2 || !strings.HasSuffix(got, cutMark) {
			t.Errorf("%s: %d units, ends in %q", letter, units, got[len(got)-30:])
		}
	}
	if whole := strings.Repeat("a", maxCell); cellText(whole) != whole {
		t.Error("a text that fits is cut")
	}
}

func TestEscapesAreEscaped(t *testing.T) {
	for give, want := range map[string]string{
		"_x000D_": "_x005F_x000D_", "a_x000d_b": "a_x005F_x000d_b", "_x000D_x000A_": "_x005F_x000D_x005F_x000A_",
		"_x000G_": "_x000G_", "x_x": "x_x", "_x00": "_x00", "é_x0041_": "é_x005F_x0041_", "a<b>&c": "a&lt;b&gt;&amp;c",
	} {
		if got := string(appendEscaped(nil, give)); got != want {
			t.Errorf("appendEscaped(%q) = %q, want %q", give, got, want)
		}
	}
}

func TestColumnNames(t *testing.T) {
	for column, want := range map[int]string{1: "A", 26: "Z", 27: "AA", 52: "AZ", 53: "BA", 702: "ZZ", 703: "AAA", 16384: "XFD"} {
		if got := columnName(column); got != want {
			t.Errorf("columnName(%d) = %s, want %s", column, got, want)
		}
	}
}

func TestRowsAreHighEnough(t *testing.T) {
	long := strings.Repeat("word ", 100)
	for _, test := range []struct {
		text  string
		width float64
		want  float64
	}{
		{"", 10, 1}, {"short", 10, 1}, {"one\ntwo\nthree", 50, 3}, {long, 1000, 1}, {long, 50, 10}, {strings.Repeat("x", 100), 10, 11},
	} {
		if got := lines(test.text, test.width); got != test.want {
			t.Errorf("lines(%.20q, %v) = %v, want %v", test.text, test.width, got, test.want)
		}
	}
}
