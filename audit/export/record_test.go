package export

import (
	"io"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"
)

// testSplitter cuts a table of commas whose header has been read.
func testSplitter(text string, width int) *splitter {
	lines := newLineReader(strings.NewReader(text), lineEnds([]byte(text))[0], maxRecord)
	return &splitter{lines: lines, layout: layout{delimiter: ','}, width: width, named: width, rooms: new(rooms)}
}

const maxRecord = 1 << 20

// readRecords splits a table whose header has been read, as "line:field|field" or "line!code".
func readRecords(text string, width int) []string {
	s := testSplitter(text, width)
	var got []string
	for {
		rec, err := s.next()
		if err == io.EOF {
			return got
		}
		number := strconv.Itoa(rec.line)
		if rec.code != "" {
			got = append(got, number+"!"+string(rec.code))
		} else {
			got = append(got, number+":"+strings.Join(rec.fields, "|"))
		}
	}
}

func TestSplitter(t *testing.T) {
	for _, c := range []struct {
		name, text string
		width      int
		want       []string
	}{
		{"plain", "a,b\nc,d\n", 2, []string{"1:a|b", "2:c|d"}},
		{"no line end at the end", "a,b\nc,d", 2, []string{"1:a|b", "2:c|d"}},
		{"carriage returns and line feeds", "a,b\r\nc,d\r\n", 2, []string{"1:a|b", "2:c|d"}},
		{"carriage returns only", "a,b\rc,d\r", 2, []string{"1:a|b", "2:c|d"}},
		{"quoted delimiter and doubled quote", `"a,""x""",b` + "\n", 2, []string{`1:a,"x"|b`}},
		{"quoted lines keep their start", "\"one\ntwo\",b\nc,d\n", 2, []string{"1:one\ntwo|b", "3:c|d"}},
		{"a note of three lines with commas", "1,\"Hi, Ana,\nlet us talk, soon\nTom\",x\n2,b,y\n", 3, []string{"1:1|Hi, Ana,\nlet us talk, soon\nTom|x", "4:2|b|y"}},
		{"a line of a note that reads like a row of a narrow table", "\"Hi\nHello, friend\nBye\",x\n", 2, []string{"1:Hi\nHello, friend\nBye|x"}},
		{"two such lines", "\"Hi\nHello, friend\nBye, now\nAna\",x\n", 2, []string{"1:Hi\nHello, friend\nBye, now\nAna|x"}},
		{"a line of a note with as many commas as a wide table", "1,\"Hi,\na, b, c, d\nAna\",3,4\n5,6,7,8\n", 4, []string{"1:1|Hi,\na, b, c, d\nAna|3|4", "4:5|6|7|8"}},
		{"a ragged record over lines is one record", "1,\"Hi,\nAna\",3\n5,6,7,8\n", 4, []string{"1!too-few-fields", "3:5|6|7|8"}},
		{"two quoted fields over lines", "\"a\nb\",\"c\nd\"\ne,f\n", 2, []string{"1:a\nb|c\nd", "4:e|f"}},
		{"blank lines are no records", "a,b\n\n  \nc,d\n", 2, []string{"1:a|b", "4:c|d"}},
		{"quote inside an unquoted field", "5\" pipe,b\n", 2, []string{"1:5\" pipe|b"}},
		{"quote inside a quoted field", `"say "hi" now",b` + "\n", 2, []string{`1:say "hi" now|b`}},
		{"empty cells beyond the header", "a,b,,\n", 2, []string{"1:a|b"}},
		{"short and long rows", "a\na,b,c\na,b\n", 2, []string{"1!too-few-fields", "2!too-many-fields", "3:a|b"}},
		{"unclosed quote costs its line only", "a,\"b,c,d\ne,f,g,h\ni,\"j\",k,l\n", 4, []string{"1!unclosed-quote", "2:e|f|g|h", "3:i|j|k|l"}},
		{"unclosed quote before a quoted row", "a,\"b,c,d\ne,\"f\",g,h\n", 4, []string{"1!unclosed-quote", "2:e|f|g|h"}},
		{"unclosed quote in the last line", "a,b\nc,\"d\n", 2, []string{"1:a|b", "2!unclosed-quote"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := readRecords(c.text, c.width); !slices.Equal(got, c.want) {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}

func TestSplitterRefusesAnEndlessLine(t *testing.T) {
	text := "a,b\n" + strings.Repeat("x", maxRecord+1) + "\nc,d\n"
	want := []string{"1:a|b", "2!too-long", "3:c|d"}
	if got := readRecords(text, 2); !slices.Equal(got, want) {
		t.Errorf("got %.100q, want %q", got, want)
	}
}

// One defect in one row may cost that row, never another, and must never change another.
func TestOneDefectCostsOneRow(t *testing.T) {
	const rows, width = 12, 5
	var clean []string
	for i := range rows {
		n := string(rune('a' + i))
		clean = append(clean, n+"1,\"Hi "+n+", nice\",3,\"say \"\"x\"\"\","+n)
	}
	want := readRecords(strings.Join(clean, "\n")+"\n", width)
	if len(want) != rows {
		t.Fatalf("%d records in the clean table, want %d", len(want), rows)
	}
	for row := range rows {
		for at := range len(clean[row]) + 1 {
			for _, defect := range []string{`"`, ",", "\n"} {
				broken := slices.Clone(clean)
				broken[row] = broken[row][:at] + defect + broken[row][at:]
				got := readRecords(strings.Join(broken, "\n")+"\n", width)
				for i, record := range want {
					_, fields, _ := strings.Cut(record, ":")
					if i != row && !slices.ContainsFunc(got, func(g string) bool { return strings.HasSuffix(g, ":"+fields) }) {
						t.Fatalf("%q put into row %d at %d: row %d is gone or changed: %q", defect, row+1, at, i+1, got)
					}
				}
			}
		}
	}
}

// FuzzSplitter: whatever the bytes, the records hold all of them but blanks and line ends, in order.
func FuzzSplitter(f *testing.F) {
	for _, seed := range []string{"a,b\nc,d\n", "\"a\nb\",c\n", "a,\"b\nc,d\n", "\"\"\"\n,\n", "a\rb\r", "a,b\rc,d\n\"e\nf\",g\rh,i\n"} {
		f.Add(seed, 2)
	}
	f.Fuzz(func(t *testing.T, text string, width int) {
		if width < 1 || width > 50 || !utf8.ValidString(text) { // as the decoder leaves it
			t.Skip()
		}
		s := testSplitter(text, width)
		var raw strings.Builder
		last := 0
		for {
			rec, err := s.next()
			if err == io.EOF {
				break
			}
			if rec.line <= last {
				t.Fatalf("a record in line %d follows one in line %d", rec.line, last)
			}
			last = rec.line
			raw.WriteString(rec.raw)
			if rec.sound() && len(rec.fields) != width {
				t.Fatalf("%d fields, want %d", len(rec.fields), width)
			}
		}
		if got, want := withoutBlanks(raw.String()), withoutBlanks(text); got != want {
			t.Fatalf("records hold %q, want %q", got, want)
		}
	})
}

func withoutBlanks(s string) string { return strings.Join(strings.Fields(s), "") }

// FuzzGlance: what is told of a line at a glance is what splitting it tells.
func FuzzGlance(f *testing.F) {
	for _, seed := range []string{"a,\"b", "a,\"b\",\"c\"\"d", "\"", "a\"b,c", "b\",c", "b\"\",c\"", "\"a\\\"b", "a, \"b"} {
		f.Add(seed, false, false)
		f.Add(seed, true, true)
	}
	f.Fuzz(func(t *testing.T, line string, backslash, blanks bool) {
		s := splitter{layout: layout{delimiter: ',', backslash: backslash, blanks: blanks}}
		if _, open, _ := s.layout.split(line); s.layout.opens([]byte(line)) && !open {
			t.Errorf("%q does not end inside quotes", line)
		}
		closed, stray := s.closes([]byte(line))
		if wantClosed, wantStray := s.layout.closes(line); closed != wantClosed || stray != wantStray {
			t.Errorf("%q closes: %t, stray %t; want %t, %t", line, closed, stray, wantClosed, wantStray)
		}
	})
}
