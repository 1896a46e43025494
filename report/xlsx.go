package report

import (
	"context"
	"fmt"
	"io"
	"math"
	"os"
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
	charts  int // added so far
}

// writeXLSX writes a book. The temporary files that a long sheet needs hold personal data, so they are
// in a folder of their own that nobody else can read, and are gone at the end.
func writeXLSX(ctx context.Context, w io.Writer, book *Book, stamp time.Time) (err error) {
	folder, err := TemporaryFolder()
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	file := excelize.NewFile(excelize.Options{TmpDir: folder})
	defer file.Close()
	x := &workbook{File: file, ctx: ctx, book: book, layouts: map[string]*layout{}, styles: map[look]int{}}
	if err := x.prepare(stamp); err != nil {
		return err
	}
	if err := x.richTexts(); err != nil {
		return err
	}
	for _, s := range book.Sheets {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := x.sheet(s, x.layouts[s.Name]); err != nil {
			return fmt.Errorf("sheet %s: %w", s.Name, err)
		}
	}
	if types := file.ContentTypes; types != nil { // with a chart, excelize lists them in the order of a map
		sort.SliceStable(types.Defaults, func(i, k int) bool { return types.Defaults[i].Extension < types.Defaults[k].Extension })
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	return file.Write(w)
}

// prepare makes the empty sheets, so that links and charts can refer to any of them.
func (x *workbook) prepare(stamp time.Time) error {
	front := x.book.Sheets[0].Name
	tall := ""
	for i, s := range x.book.Sheets {
		if s.Tall && tall != "" { // excelize writes streamed sheets in the order of a map
			return fmt.Errorf("the sheets %s and %s are both tall", tall, s.Name)
		}
		if s.Tall {
			tall = s.Name
		}
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

// richTexts writes all texts with parts of their own before any other: excelize compares each with all texts that are in
// the book by then.
func (x *workbook) richTexts() error {
	for _, s := range x.book.Sheets {
		if s.Tall {
			continue
		}
		for _, p := range x.layouts[s.Name].places {
			if rich, ok := stored(p.Value).(Rich); ok {
				if err := x.SetCellRichText(s.Name, name(p.Column, p.Row), runs(rich)); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// sheet fills one sheet. What belongs to the sheet as a whole comes first: on a streamed sheet it would
// be lost without an error if it came after the rows.
func (x *workbook) sheet(s *Sheet, l *layout) error {
	if l.table != nil {
		if err := x.dataTable(s.Name, l); err != nil {
			return err
		}
	}
	if err := x.page(s, l); err != nil { // after the filter, which forgets that a sheet is fitted to its page
		return err
	}
	for i := len(l.widths); i > 0; i-- { // a streamed sheet stores them in the reverse order
		if err := x.SetColWidth(s.Name, columnName(i), columnName(i), l.widths[i-1]); err != nil {
			return err
		}
	}
	for _, p := range l.places {
		if p.Link != "" {
			target := fmt.Sprintf("'%s'!A%d", p.Link, x.layouts[p.Link].row(p.To))
			if err := x.SetCellHyperLink(s.Name, name(p.Column, p.Row), target, "Location"); err != nil {
				return err
			}
		}
	}
	if s.Tall {
		return x.stream(s.Name, l)
	}
	return x.cells(s.Name, l)
}

// cells writes a sheet cell by cell.
func (x *workbook) cells(sheet string, l *layout) error {
	for _, p := range l.places {
		if err := x.cell(sheet, p); err != nil {
			return err
		}
	}
	if l.table != nil { // after the cells: its columns are named after those of the header
		if err := x.AddTable(sheet, asTable(sheet, l)); err != nil {
			return err
		}
		if err := x.shareBars(sheet, l); err != nil {
			return err
		}
	}
	for row := 1; row <= l.last; row++ {
		if err := x.SetRowHeight(sheet, row, l.height(row)); err != nil {
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
	for _, row := range l.breaks {
		if err := x.InsertPageBreak(sheet, name(1, row)); err != nil {
			return err
		}
	}
	return nil
}

func (x *workbook) cell(sheet string, p place) error {
	at, end := name(p.Column, p.Row), name(p.Last, p.Row)
	style, err := x.style(p)
	if err != nil {
		return err
	}
	if p.Last > p.Column {
		if err := x.MergeCell(sheet, at, end); err != nil {
			return err
		}
	}
	if err := x.SetCellStyle(sheet, at, end, style); err != nil {
		return err
	}
	switch value := stored(p.Value).(type) {
	case nil:
		return nil
	case string:
		return x.SetCellStr(sheet, at, escapedText(value))
	case Rich:
		return nil // is there already
	default:
		return x.SetCellValue(sheet, at, value)
	}
}

func (x *workbook) streamRow(writer *excelize.StreamWriter, row int, places []place, height float64) error {
	var cells []any
	for _, p := range places {
		for len(cells) < p.Last {
			cells = append(cells, nil)
		}
		style, err := x.style(p)
		if err != nil {
			return err
		}
		value := stored(p.Value)
		if rich, ok := value.(Rich); ok {
			value = runs(rich)
		}
		cells[p.Column-1] = excelize.Cell{StyleID: style, Value: value}
		if p.Last > p.Column {
			if err := writer.MergeCell(name(p.Column, row), name(p.Last, row)); err != nil {
				return err
			}
		}
	}
	return writer.SetRow(name(1, row), cells, excelize.RowOpts{Height: height})
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
