package report

import (
	"context"
	"errors"
	"io"
	"testing"
	"time"
)

// TestCellsAsSheetsHoldThem: what is written of each kind of value.
func TestCellsAsSheetsHoldThem(t *testing.T) {
	for _, test := range []struct {
		value any
		want  string
	}{
		{nil, `<c r="AB7" s="3"/>`}, {"", `<c r="AB7" s="3"/>`}, {Rich(nil), `<c r="AB7" s="3"/>`}, {Rich{{}}, `<c r="AB7" s="3"/>`},
		{int64(-12), `<c r="AB7" s="3"><v>-12</v></c>`}, {0.1, `<c r="AB7" s="3"><v>0.1</v></c>`}, {1e-9, `<c r="AB7" s="3"><v>0.000000001</v></c>`},
		{"a & b", `<c r="AB7" s="3" t="inlineStr"><is><t>a &amp; b</t></is></c>`},
		{"=1+1", `<c r="AB7" s="3" t="inlineStr"><is><t>=1+1</t></is></c>`},
		{"a\n", `<c r="AB7" s="3" t="inlineStr"><is><t xml:space="preserve">` + "a\n" + `</t></is></c>`},
		{Rich{{Text: "a "}, {}, {Text: "b", Strong: true}}, `<c r="AB7" s="3" t="inlineStr"><is>` +
			`<r><rPr><sz val="10"/><color rgb="FF1F2933"/><rFont val="Arial"/><family val="2"/></rPr><t xml:space="preserve">a </t></r>` +
			`<r><rPr><b/><sz val="10"/><color rgb="FF1F2933"/><rFont val="Arial"/><family val="2"/></rPr><t>b</t></r></is></c>`},
	} {
		var w rowWriter
		w.cell(&place{Cell: Cell{Value: test.value}, Column: 28}, 7, 3)
		if got := string(w.out); got != test.want {
			t.Errorf("%v:\ngot  %s\nwant %s", test.value, got, test.want)
		}
	}
}

// TestRows: merged cells have the looks of the first, and no two cells are in one place.
func TestRows(t *testing.T) {
	w := rowWriter{style: func(p place) (int, error) { return int(p.Look.tone), nil }}
	merged, next := place{Column: 1, Last: 3, Look: look{tone: Strong}}, place{Cell: Cell{Value: int64(1)}, Column: 4, Last: 4}
	if err := w.row(2, 15.5, []place{merged, next}); err != nil {
		t.Fatal(err)
	}
	want := `<row r="2" ht="15.5" customHeight="1"><c r="A2" s="2"/><c r="B2" s="2"/><c r="C2" s="2"/><c r="D2" s="0"><v>1</v></c></row>`
	if got := string(w.out); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	next.Column = 3
	if err := w.row(3, 15, []place{merged, next}); err == nil {
		t.Error("a cell in merged ones is no error")
	}
}

// A smallDisk takes so many bytes and no more.
type smallDisk int

func (d *smallDisk) Write(p []byte) (int, error) {
	if *d -= smallDisk(len(p)); *d < 0 {
		return 0, errSmall
	}
	return len(p), nil
}

var errSmall = errors.New("no space left")

// TestFullDiskIsTold: wherever a disk ends, writing does, with its error; excelize passes over those of most parts.
func TestFullDiskIsTold(t *testing.T) {
	for _, room := range []smallDisk{0, 100, 5_000, 20_000} {
		disk := room
		if err := writeXLSX(t.Context(), &disk, Sheets(usual(), testRun), time.Unix(0, 0)); !errors.Is(err, errSmall) {
			t.Errorf("room for %d bytes: error %v", room, err)
		}
	}
}

// TestStoppedWriting: a run that is stopped while a long sheet is written ends with the reason.
func TestStoppedWriting(t *testing.T) {
	book := Sheets(usual(), testRun)
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	for _, s := range book.Sheets {
		if s.Tall {
			table := s.Blocks[0].(*Table)
			row := table.Row
			table.Len *= 1000
			table.Row = func(i int) []Cell {
				if i == 1000 {
					cancel()
				}
				return row(i % (table.Len / 1000))
			}
		}
	}
	if err := writeXLSX(ctx, io.Discard, book, time.Unix(0, 0)); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
}
