package report

import (
	"context"
	"fmt"
	"io"
	"math"
	"sort"
	"time"

	"github.com/xuri/excelize/v2"
)

// A workbook is a book on its way to a file. All use of excelize is in the files xlsx*.go.
type workbook struct {
	*excelize.File
	ctx     context.Context // of the writing
	book    *Book
	layouts map[string]*layout
	styles  map[look]int
	rows    map[string]func(io.Writer) error // what writes the rows of sheets, by part of the file
	charts  int                              // added so far
}

// writeXLSX writes a book.
func writeXLSX(ctx context.Context, w io.Writer, book *Book, stamp time.Time) (err error) {
	file := excelize.NewFile()
	defer file.Close()
	x := &workbook{File: file, ctx: ctx, book: book, layouts: map[string]*layout{}, styles: map[look]int{}, rows: map[string]func(io.Writer) error{}}
	if err := x.prepare(stamp); err != nil {
		return err
	}
	for i, s := range book.Sheets {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := x.sheet(s, x.layouts[s.Name], fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1)); err != nil {
			return fmt.Errorf("sheet %s: %w", s.Name, err)
		}
	}
	if types := file.ContentTypes; types != nil { // with a chart, excelize lists them in the order of a map
		sort.SliceStable(types.Defaults, func(i, k int) bool { return types.Defaults[i].Extension < types.Defaults[k].Extension })
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	file.SetZipWriter(func(io.Writer) excelize.ZipWriter { return newZipWriter(w, x.rows) })
	return file.Write(io.Discard)
}

// prepare makes the empty sheets, so that links and charts can refer to any of them.
func (x *workbook) prepare(stamp time.Time) error {
	front := x.book.Sheets[0].Name
	for i, s := range x.book.Sheets {
		if _, taken := x.layouts[s.Name]; taken {
			return fmt.Errorf("there are two sheets named %s", s.Name)
		}
		x.layouts[s.Name] = lay(s, front)
		if i == 0 {
			if err := x.SetSheetName(x.GetSheetName(0), s.Name); err != nil {
				return err
			}
		} else if _, err := x.NewSheet(s.Name); err != nil {
			return err
		}
	}
	if err := x.SetDefaultFont(fontName); err != nil {
		return err
	}
	at := stamp.Format(time.RFC3339)
	return x.SetDocProps(&excelize.DocProperties{
		Title: cellText(x.book.Title), Subject: "Connection requests", Creator: "outreachaudit", LastModifiedBy: "outreachaudit",
		Description: "Confidential: personal data", Language: "en", Created: at, Modified: at,
	})
}

// sheet makes one sheet, of which part is the file's part.
func (x *workbook) sheet(s *Sheet, l *layout, part string) error {
	if l.table != nil {
		if err := x.dataTable(s.Name, l); err != nil {
			return err
		}
	}
	if err := x.page(s, l); err != nil { // after the filter, which forgets that a sheet is fitted to its page
		return err
	}
	for i, width := range l.widths {
		if err := x.SetColWidth(s.Name, columnName(i+1), columnName(i+1), width); err != nil {
			return err
		}
	}
	for _, p := range l.places {
		if err := x.place(s.Name, p); err != nil {
			return err
		}
	}
	if err := x.drawings(s.Name, l); err != nil {
		return err
	}
	for _, row := range l.breaks {
		if err := x.InsertPageBreak(s.Name, name(1, row)); err != nil {
			return err
		}
	}
	return x.fill(s, l, part)
}

// place tells excelize of a cell what it is not told by the rows.
func (x *workbook) place(sheet string, p place) error {
	if p.Link == "" && p.Last == p.Column {
		return nil
	}
	at := name(p.Column, p.Row)
	if p.Link != "" {
		target := fmt.Sprintf("'%s'!A%d", p.Link, x.layouts[p.Link].row(p.To))
		if err := x.SetCellHyperLink(sheet, at, target, "Location"); err != nil {
			return err
		}
	}
	if p.Last > p.Column {
		return x.MergeCell(sheet, at, name(p.Last, p.Row))
	}
	return nil
}

// drawings adds the charts of a sheet, whose places follow from the heights of its rows.
func (x *workbook) drawings(sheet string, l *layout) error {
	for row := range l.drawn() { // excelize keeps what it is told of a row
		if err := x.SetRowHeight(sheet, row+1, l.height(row+1)); err != nil {
			return err
		}
	}
	for _, c := range l.charts {
		if err := x.chart(sheet, c); err != nil {
			return err
		}
	}
	for _, p := range l.plots {
		if err := x.plot(sheet, p); err != nil {
			return err
		}
	}
	return nil
}

// fullPiece is how many bytes of rows are kept in one piece: one that grows is copied again and again.
const fullPiece = 64 << 10

// fill writes the rows of a sheet, or finds out how those of a Tall one are to be written: excelize makes the styles of
// a workbook before its sheets go to the file.
func (x *workbook) fill(s *Sheet, l *layout, part string) error {
	rows, places, written := rowWriter{style: x.style}, byRow(l.places), [][]byte(nil)
	for row := 1; row <= l.last; row++ {
		end := 0
		for end < len(places) && places[end].Row == row {
			end++
		}
		if err := rows.row(row, l.height(row), places[:end]); err != nil {
			return err
		}
		places = places[end:]
		if len(rows.out) > fullPiece {
			written, rows.out = append(written, rows.out), make([]byte, 0, fullPiece*5/4)
		}
	}
	written = append(written, rows.out)
	last := l.last
	x.rows[part] = func(w io.Writer) error { return writeAll(w, written) }
	if s.Tall {
		last += l.table.Len
		x.rows[part] = x.tall(l, written)
		if err := x.tallStyles(l.table); err != nil {
			return err
		}
	}
	return x.SetSheetDimension(s.Name, "A1:"+name(len(l.widths), last))
}

func writeAll(w io.Writer, pieces [][]byte) error {
	for _, piece := range pieces {
		if _, err := w.Write(piece); err != nil {
			return err
		}
	}
	return nil
}

// tallStyles makes all styles that the cells of a Tall sheet's table may have.
func (x *workbook) tallStyles(t *Table) error {
	for _, c := range t.Columns {
		for _, tone := range append([]Tone{Normal}, t.Tones...) {
			if _, err := x.style(place{Look: look{tone: tone, format: c.Format, role: data}}); err != nil {
				return err
			}
		}
	}
	return nil
}

// stored is a value as a cell can hold it. Text stays text, whatever it begins with.
func stored(value any) any {
	switch value := value.(type) {
	case string:
		return cellText(value)
	case Rich:
		safe := make(Rich, len(value))
		for i, part := range value {
			safe[i] = Part{Text: cellText(part.Text), Strong: part.Strong}
		}
		return safe
	case float64:
		if math.IsNaN(value) || math.IsInf(value, 0) {
			return "-"
		}
	case time.Time:
		if value.Year() <= 1900 {
			return value.Format(time.DateOnly)
		}
		return serial(value)
	}
	return value
}

// name is a cell's name, such as B3.
func name(column, row int) string { return fmt.Sprintf("%s%d", columnName(column), row) }

// columnName is a column's letters; column is 1 or more.
func columnName(column int) string {
	letters := ""
	for ; column > 0; column = (column - 1) / 26 {
		letters = string(rune('A'+(column-1)%26)) + letters
	}
	return letters
}
