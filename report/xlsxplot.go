package report

import (
	"bytes"
	"cmp"
	"fmt"

	"github.com/xuri/excelize/v2"
)

// partColours go from light to dark, so that they can be told apart in print and with any colour vision.
var partColours = map[PlotLook]string{Part1: "DCEBF7", Part2: "9CC9EC", Part3: "3F87BF", Part4: "1F3A5F"}

// plot adds a native chart of points and lines, or of stacked bars.
func (x *workbook) plot(sheet string, p placedPlot) error {
	source, ok := x.layouts[p.Source]
	if !ok {
		return fmt.Errorf("the chart %q needs the sheet %s", p.Title, p.Source)
	}
	letters := func(size float64) excelize.Font { return excelize.Font{Family: fontName, Size: size, Color: ink} }
	heading := func(words string, size float64, bold bool) excelize.ChartTitle {
		font := letters(size)
		font.Bold = bold
		return excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: cellText(words), Font: &font}}}
	}
	least, most, same := 0.0, 1.0, false
	shares := excelize.ChartAxis{
		Minimum: &least, Maximum: &most, MajorUnit: 0.2, MajorGridLines: true, Font: letters(9),
		NumFmt: excelize.ChartNumFmt{CustomNumFmt: "0%"}, Title: heading(p.UpTitle, 9, false),
	}
	across := excelize.ChartAxis{Font: letters(9), Title: heading(p.AcrossTitle, 9, false), Minimum: &least}
	chart := &excelize.Chart{
		Type: excelize.Scatter, XAxis: across, YAxis: shares,
		Title: heading(p.Title, 12, true), Legend: excelize.ChartLegend{Position: "top"},
		Format:       excelize.GraphicOptions{AltText: cellText(p.AltText), Name: cellText(p.Title)},
		Dimension:    excelize.ChartDimension{Width: uint(p.width*4/3) - 12, Height: uint(p.height * rowPixels)},
		VaryColors:   &same,
		ShowBlanksAs: "gap", Border: excelize.LineOptions{Type: excelize.LineNone},
	}
	if p.Kind == Shares {
		gap, overlap := uint(40), 100
		across.ReverseOrder, across.Minimum = true, nil
		chart.Type, chart.XAxis, chart.GapWidth, chart.Overlap = excelize.BarPercentStacked, across, &gap, &overlap
	}
	for _, s := range p.Series {
		series, err := source.plotSeries(p.Source, s)
		if err != nil {
			return fmt.Errorf("the chart %q: %w", p.Title, err)
		}
		chart.Series = append(chart.Series, series)
	}
	if err := x.AddChart(sheet, name(p.column, p.row), chart); err != nil {
		return err
	}
	x.charts++
	return x.turnTitles(fmt.Sprintf("xl/charts/chart%d.xml", x.charts), p.Kind)
}

// turnTitles mends the titles of axes. excelize says a second time, and wrongly, that they are not turned, and takes the
// axis of shares for an upright one, which that of bars is not.
func (x *workbook) turnTitles(part string, kind PlotKind) error {
	content, ok := x.Pkg.Load(part)
	written, isBytes := content.([]byte)
	if !ok || !isBytes {
		return fmt.Errorf("there is no %s", part)
	}
	const wrong = `<txPr><a:bodyPr anchorCtr="false" rot="0" spcFirstLastPara="false"></a:bodyPr><a:p></a:p></txPr></title>`
	mended := bytes.ReplaceAll(written, []byte(wrong), []byte("</title>"))
	if kind == Shares {
		mended = bytes.ReplaceAll(mended, []byte(`rot="-5400000"`), []byte(`rot="0"`))
	}
	x.Pkg.Store(part, mended)
	return nil
}

func (l *layout) plotSeries(sheet string, s PlotSeries) (excelize.ChartSeries, error) {
	table, ok := l.tables[s.Table]
	if !ok {
		return excelize.ChartSeries{}, fmt.Errorf("there is no table %q", s.Table)
	}
	across, err := table.area(sheet, s.Across, s.Rows)
	if err != nil {
		return excelize.ChartSeries{}, err
	}
	up, err := table.area(sheet, s.Up, s.Rows)
	if err != nil {
		return excelize.ChartSeries{}, err
	}
	series := excelize.ChartSeries{Name: table.heading(sheet, s.Up), Categories: across, Values: up}
	series.Line, series.Marker, series.Fill = looks(s.Look)
	return series, nil
}

func looks(look PlotLook) (line excelize.LineOptions, marker excelize.ChartMarker, fill excelize.Fill) {
	solid := func(colour string) excelize.Fill {
		return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}}
	}
	line, fill = excelize.LineOptions{Type: excelize.LineSolid, Width: 1.5}, solid(navy)
	marker = excelize.ChartMarker{Symbol: "none"}
	switch look {
	case Marks:
		line = excelize.LineOptions{Type: excelize.LineNone}
		marker = excelize.ChartMarker{Symbol: "diamond", Size: 8, Fill: solid(barOrange), Border: excelize.LineOptions{Type: excelize.LineSolid, Width: 0.75, Fill: solid(ink)}}
	case Dashed:
		line.Dash, line.Width = excelize.LineDashDash, 1.25
	case Dotted:
		line.Dash, line.Width = excelize.LineDashSysDot, 1.25
	case Part1, Part2, Part3, Part4:
		fill = solid(partColours[look])
		line = excelize.LineOptions{Type: excelize.LineSolid, Width: 0.5, Fill: solid(ink)}
	}
	return line, marker, fill
}

// A placedTable is where a table is on its sheet.
type placedTable struct {
	*Table
	header, column int // row of its header, and its first column
}

// heading is where the heading of a column is.
func (t placedTable) heading(sheet, heading string) string {
	return fmt.Sprintf("'%s'!$%s$%d", sheet, columnName(t.columnOf(heading)), t.header)
}

// columnOf is the column of the sheet under a heading, 0 where there is none.
func (t placedTable) columnOf(heading string) int {
	column := t.column
	for _, c := range t.Columns {
		if c.Title == heading {
			return column
		}
		column += max(1, c.Span)
	}
	return 0
}

// area is where the values of the column with a heading are, in so many rows, 0 meaning all.
func (t placedTable) area(sheet, heading string, rows int) (string, error) {
	column := t.columnOf(heading)
	if column == 0 {
		return "", fmt.Errorf("there is no column %q", heading)
	}
	letters := columnName(column)
	return fmt.Sprintf("'%s'!$%s$%d:$%s$%d", sheet, letters, t.header+1, letters, t.header+min(t.Len, cmp.Or(rows, t.Len))), nil
}
