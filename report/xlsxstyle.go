package report

import (
	"fmt"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"
)

// Arial has the same widths in Excel and in LibreOffice, so text breaks at the same places.
const (
	fontName = "Arial"
	fontSize = 10
)

// The colours: blue and orange can be told apart with any colour vision, and all text on them is dark
// on light or light on dark.
const (
	ink         = "1F2933"
	mutedInk    = "52606D"
	navy        = "1F3A5F"
	linkBlue    = "0B5394"
	paleBlue    = "DCEBF7"
	paleOrange  = "FCE4C8"
	paleGrey    = "F2F5F8"
	line        = "BCC6D0"
	barOrange   = "E69F00"
	barBlue     = "56B4E9"
	paperA4     = 9
	paperA3     = 8
	widestForA4 = 260 // characters that can still be read on a page of A4
)

// style is the number of the style for a place, made when it is first needed.
func (x *workbook) style(p place) (int, error) {
	if id, err := x.known(p); err == nil {
		return id, nil
	}
	id, err := x.NewStyle(styleOf(p.Look, p.Link != ""))
	if err == nil {
		x.styles[p.styleKey()] = id
	}
	return id, err
}

// known is the number of a style that was made before.
func (x *workbook) known(p place) (int, error) {
	id, ok := x.styles[p.styleKey()]
	if !ok {
		return 0, fmt.Errorf("the looks %+v are not among those of the table", p.Look)
	}
	return id, nil
}

// styleKey tells styles apart.
func (p place) styleKey() look {
	key := p.Look
	if p.Link != "" {
		key.role |= 1 << 7
	}
	return key
}

func styleOf(l look, linked bool) *excelize.Style {
	s := &excelize.Style{
		Font:      &excelize.Font{Family: fontName, Size: fontSize, Color: ink},
		Alignment: &excelize.Alignment{Vertical: "top", WrapText: true},
	}
	applyFormat(s, l.format)
	applyTone(s, l.tone)
	applyRole(s, l.role)
	if linked {
		s.Font.Color, s.Font.Underline = linkBlue, "single"
	}
	return s
}

func applyFormat(s *excelize.Style, f Format) {
	codes := map[Format]string{
		Count: "#,##0", Percent: "0.0%", Whole: "0%", Points: "+0.0;-0.0;0.0", Number: "0.00", Precise: "0.000",
		Date: "yyyy-mm-dd", Month: "yyyy-mm",
	}
	if code, ok := codes[f]; ok {
		s.CustomNumFmt = &code
		s.Alignment = &excelize.Alignment{Vertical: "top", Horizontal: "right", Indent: 1}
	}
	if f == Date || f == Month {
		s.Alignment.Horizontal = "left"
	}
}

func applyTone(s *excelize.Style, t Tone) {
	switch t {
	case Muted:
		s.Font.Color = mutedInk
	case Strong:
		s.Font.Bold = true
	case Heading:
		s.Font.Bold, s.Font.Size, s.Font.Color = true, 12, navy
		s.Alignment.Vertical = "bottom"
	case Headline:
		s.Font.Bold, s.Font.Size, s.Font.Color = true, 15, navy
		s.Alignment.Vertical = "center"
	case With:
		s.Fill = solid(paleOrange)
	case Without:
		s.Fill = solid(paleBlue)
	}
}

func applyRole(s *excelize.Style, r role) {
	switch r {
	case title:
		s.Font.Bold, s.Font.Size, s.Font.Color = true, 16, navy
		s.Alignment = &excelize.Alignment{Vertical: "center"}
	case intro:
		s.Font.Color = mutedInk
	case header:
		s.Font.Bold, s.Font.Color, s.Fill = true, "FFFFFF", solid(navy)
		s.Alignment.Vertical, s.Alignment.WrapText = "center", true
		if s.Alignment.Horizontal == "" {
			s.Alignment.Horizontal, s.Alignment.Indent = "left", 1
		}
	case data:
		if s.Alignment.Horizontal == "" {
			s.Alignment.Horizontal, s.Alignment.Indent = "left", 1
		}
		s.Border = []excelize.Border{{Type: "bottom", Color: line, Style: 1}}
	case figureLabel, figureValue, figureDetail:
		s.Fill = solid(paleGrey)
		s.Alignment = &excelize.Alignment{Horizontal: "center", Vertical: "center", WrapText: true}
		s.Border = []excelize.Border{{Type: "left", Color: "FFFFFF", Style: 5}, {Type: "right", Color: "FFFFFF", Style: 5}}
		s.Font.Color = mutedInk
	}
	if r == figureValue {
		s.Font.Bold, s.Font.Size, s.Font.Color = true, 20, navy
	}
}

func solid(colour string) excelize.Fill {
	return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}}
}

// page sets how a sheet looks on the screen and on paper.
func (x *workbook) page(s *Sheet, l *layout) error {
	var total float64
	for _, width := range l.widths {
		total += width
	}
	paper, landscape, wide, high := paperA4, "landscape", 1, 0
	if total > widestForA4 {
		paper = paperA3
	}
	if s.OnePage {
		high = 1
	}
	if err := x.SetPageLayout(s.Name, &excelize.PageLayoutOptions{Size: &paper, Orientation: &landscape, FitToWidth: &wide, FitToHeight: &high}); err != nil {
		return err
	}
	fit, margin, bottom, footer := true, 0.4, 0.65, 0.3
	if err := x.SetSheetProps(s.Name, &excelize.SheetPropsOptions{FitToPage: &fit}); err != nil {
		return err
	}
	if err := x.SetPageMargins(s.Name, &excelize.PageLayoutMarginsOptions{Left: &margin, Right: &margin, Top: &margin, Bottom: &bottom, Footer: &footer}); err != nil {
		return err
	}
	version := strings.ReplaceAll(cellText(x.book.Version), "&", "&&")
	foot := fmt.Sprintf("&L&8&F, outreachaudit %s&C&8confidential: personal data&R&8&A, page &P of &N", version)
	if err := x.SetHeaderFooter(s.Name, &excelize.HeaderFooterOptions{OddFooter: foot}); err != nil {
		return err
	}
	grid := l.table != nil
	return x.SetSheetView(s.Name, -1, &excelize.ViewOptions{ShowGridLines: &grid})
}

const (
	// mostPrinted is how many rows of a table are printed; more is no reading for paper.
	mostPrinted = 2000
	// fewForTitles: a shorter table is printed on its first page, and its header does not belong over other tables.
	fewForTitles = 40
)

// shareBars draws the shares of columns as bars behind their numbers, from 0 to 100 %.
func (x *workbook) shareBars(sheet string, l *layout) error {
	for i, c := range l.table.Columns {
		if !c.Bar || l.table.Len == 0 {
			continue
		}
		area := fmt.Sprintf("%s:%s", name(i+1, l.header+1), name(i+1, l.header+l.table.Len))
		err := x.SetConditionalFormat(sheet, area, []excelize.ConditionalFormatOptions{{
			Type: "data_bar", Criteria: "=", MinType: "num", MinValue: "0", MaxType: "num", MaxValue: "1", BarColor: "#" + paleBlue,
		}})
		if err != nil {
			return err
		}
	}
	return nil
}

// asTable makes the Data table one as Excel knows tables: with a name and a filter. Its looks are those of its cells.
func (x *workbook) asTable(sheet string, l *layout) error {
	for i, c := range l.table.Columns { // its columns are named after the cells
		if err := x.SetCellStr(sheet, name(i+1, l.header), cellText(c.Title)); err != nil {
			return err
		}
	}
	return x.AddTable(sheet, &excelize.Table{
		Range: fmt.Sprintf("A%d:%s", l.header, name(len(l.table.Columns), l.header+max(1, l.table.Len))),
		Name:  strings.ReplaceAll(sheet, " ", "_"),
	})
}

// dataTable makes a sheet's one table a table of Excel's, and freezes and repeats its header. Columns that only charts
// need are not printed.
func (x *workbook) dataTable(sheet string, l *layout) error {
	if err := x.asTable(sheet, l); err != nil {
		return err
	}
	if err := x.shareBars(sheet, l); err != nil {
		return err
	}
	last := l.header + l.table.Len
	printed := slices.IndexFunc(l.table.Columns, func(c Column) bool { return c.Helper })
	long := l.table.Len > mostPrinted
	if printed > 0 || long {
		if printed < 0 {
			printed = len(l.widths)
		}
		end := max(last, l.last)
		if long {
			end = l.header + mostPrinted
		}
		area := fmt.Sprintf("'%s'!$A$1:$%s$%d", sheet, columnName(printed), end)
		if err := x.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Area", Scope: sheet, RefersTo: area}); err != nil {
			return err
		}
	}
	if l.table.Len < fewForTitles && len(l.tables) > 1 {
		return x.freeze(sheet, l)
	}
	titles := fmt.Sprintf("'%s'!$%d:$%d", sheet, l.header, l.header)
	if err := x.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", Scope: sheet, RefersTo: titles}); err != nil {
		return err
	}
	return x.freeze(sheet, l)
}

// freeze keeps the header and the first column in sight.
func (x *workbook) freeze(sheet string, l *layout) error {
	return x.SetPanes(sheet, &excelize.Panes{
		Freeze: true, XSplit: 1, YSplit: l.header, TopLeftCell: name(2, l.header+1), ActivePane: "bottomRight",
	})
}
