package export

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// A writer writes tables as one program out of many does.
type tableWriter struct {
	delimiter, end string
	backslash, all bool // quotes escaped with a backslash; every cell quoted
	encoding       Encoding
	preamble       string
	trailing       bool // an empty cell at the end of every line
	noLastEnd      bool
	blankLines     bool
}

func anyWriter(r *rand.Rand) tableWriter {
	pick := func(choices ...string) string { return choices[r.IntN(len(choices))] }
	return tableWriter{
		delimiter: pick(",", ",", ";", "\t", "|"), end: pick("\n", "\n", "\r\n", "\r"),
		backslash: r.IntN(4) == 0, all: r.IntN(3) == 0,
		encoding: Encoding(pick(string(UTF8), string(UTF8), string(UTF8Marked), string(UTF16Little), string(UTF16Big), string(Windows1252))),
		preamble: pick("", "", "", "Monthly report\n\n", "sep=\x00\n", "\"Requests, sent by the team\"\nPeriod: 2026\n\n"),
		trailing: r.IntN(5) == 0, noLastEnd: r.IntN(3) == 0, blankLines: r.IntN(6) == 0,
	}
}

func (w tableWriter) cell(s string) string {
	if !w.all && !strings.ContainsAny(s, w.delimiter+"\"\n\r") {
		return s
	}
	if w.backslash {
		s = strings.ReplaceAll(strings.ReplaceAll(s, `\`, `\\`), `"`, `\"`)
	} else {
		s = strings.ReplaceAll(s, `"`, `""`)
	}
	return `"` + s + `"`
}

func (w tableWriter) write(rows [][]string) (string, error) {
	var out strings.Builder
	out.WriteString(strings.ReplaceAll(strings.ReplaceAll(w.preamble, "\x00", w.delimiter), "\n", w.end))
	for i, row := range rows {
		for j, cell := range row {
			if j > 0 {
				out.WriteString(w.delimiter)
			}
			out.WriteString(w.cell(cell))
		}
		if w.trailing {
			out.WriteString(w.delimiter)
		}
		if i+1 < len(rows) || !w.noLastEnd {
			out.WriteString(w.end)
		}
		if w.blankLines && i%3 == 0 {
			out.WriteString(w.end)
		}
	}
	text := out.String()
	switch w.encoding {
	case UTF8Marked:
		return byteOrderMark + text, nil
	case UTF16Little:
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(text)
	case UTF16Big:
		return unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewEncoder().String(text)
	case Windows1252:
		return charmap.Windows1252.NewEncoder().String(text)
	}
	return text, nil
}

// notes that have misled readers of CSV.
var hardNotes = []string{
	"", "Hi", "Hi Bo, nice to meet you", "Hi \"Bo\"", "\"Hi\" she said, \"you\"", "one\ntwo", "one\n\ntwo, three\n", "a,b,c,d,e,f,g\na,b,c,d,e,f,g",
	"a;b;c;d;e;f;g\nh;i;j;k;l;m;n\n", "\"", "\"\"", ",", "a\",\"b", "\",\n\"", "C:\\temp\\", "\\", "\\\"x", "Grüße, José\nZoë", "5\" pipe", " lead and trail ",
	"Sent,Recipient,Note\nlike a header", "=1+1", "a|b\tc", "'single'", "Total", "2026-01-05,Bo,hi", "line one,\nline \"two\",\nline three", "\n\nend", "- a, b\n- c, d\n- e, f",
}

// Whatever writes a table, every cell comes back as it was.
func TestTablesComeBackWhole(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 11))
	files := 3000
	if testing.Short() {
		files = 300
	}
	for n := range files {
		w := anyWriter(r)
		columns := [][]string{{"Recruiter", "Sent At", "Recipient", "Note", "Status", "Company"}, {"Note", "Sent At", "Recipient", "Recruiter"}, {"Sent At", "Recipient", "Company", "Note"}, {"Recipient", "Sent At", "Message"}}[r.IntN(4)]
		rows, notes := [][]string{columns}, []string{}
		for i := range 1 + r.IntN(30) {
			note := hardNotes[r.IntN(len(hardNotes))]
			notes = append(notes, note)
			var row []string
			for _, column := range columns {
				row = append(row, map[string]string{
					"Recruiter": "Ana Ruiz", "Sent At": time.Date(2026, 1, 1+i, 9, 30, 0, 0, time.UTC).Format("2006-01-02 15:04"), "Recipient": fmt.Sprintf("Bo Li %d", i),
					"Note": note, "Message": note, "Status": []string{"accepted", "pending"}[i%2], "Company": []string{"Acme", "Acme, Inc.", `The "A" Team`}[i%3],
				}[column])
			}
			rows = append(rows, row)
		}
		text, err := w.write(rows)
		if err != nil {
			t.Fatal(err)
		}
		s, err := inMemory(text)
		if err != nil {
			t.Errorf("file %d, %+v: %v\n%q", n, w, err, text)
			continue
		}
		if err := s.Survey(t.Context(), nil); err != nil {
			t.Fatal(err)
		}
		escaped := false // a quote within quotes tells how they are written
		for _, row := range rows {
			escaped = escaped || strings.Contains(strings.Join(row, ""), `"`)
		}
		i := 0
		for _, item := range readAll(t, s) {
			request := item.Request
			if i < len(notes) && w.backslash && !s.table.layout.backslash && !escaped && strings.HasPrefix(w.cell(notes[i]), `"`) {
				notes[i] = strings.ReplaceAll(notes[i], `\`, `\\`) // nothing in the file tells what a backslash means
			}
			if request == nil || i >= len(notes) || unified(request.Note) != unified(notes[i]) || request.Recipient != fmt.Sprintf("Bo Li %d", i) {
				want := "nothing"
				if i < len(notes) {
					want = notes[i]
				}
				t.Errorf("file %d, %+v, layout %+v, row %d: got %+v, want note %q\n%.1000q", n, w, s.table.layout, i, item, want, text)
				break
			}
			i++
		}
	}
}

// unified has one kind of line ends, as notes come in.
func unified(note string) string {
	return strings.ReplaceAll(strings.ReplaceAll(note, "\r\n", "\n"), "\r", "\n")
}
