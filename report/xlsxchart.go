package report

import (
	"fmt"
	"slices"
	"time"

	"github.com/xuri/excelize/v2"
)

// rowPixels is how many pixels excelize takes a point of a row's height for.
const rowPixels = 4 / 3.4

// chart adds a native bar chart that draws the columns of a Data table. excelize makes its place in the
// workbook; what it would draw itself has no error bars, so the drawing is ours.
func (x *workbook) chart(sheet string, c placedChart) error {
	drawing, err := x.drawing(c.Chart)
	if err != nil {
		return err
	}
	first := excelize.ChartSeries{Name: drawing.CategoryRange, Categories: drawing.CategoryRange, Values: drawing.CategoryRange}
	err = x.AddChart(sheet, name(c.column, c.row), &excelize.Chart{
		Type: excelize.Col, Series: []excelize.ChartSeries{first},
		Format:    excelize.GraphicOptions{AltText: cellText(c.AltText), Name: cellText(c.Title)},
		Dimension: excelize.ChartDimension{Width: uint(c.width*4/3) - 12, Height: uint(c.height * rowPixels)},
	})
	if err != nil {
		return err
	}
	x.charts++
	part := fmt.Sprintf("xl/charts/chart%d.xml", x.charts)
	if _, ok := x.Pkg.Load(part); !ok {
		return fmt.Errorf("there is no %s", part)
	}
	content, err := drawing.xml()
	if err != nil {
		return err
	}
	x.Pkg.Store(part, content)
	return nil
}

// drawing gathers what a chart draws: where its values are, and the values themselves for programs that
// show a chart without reading its sheet.
func (x *workbook) drawing(c *Chart) (*drawing, error) {
	source, ok := x.layouts[c.Source]
	if !ok || source.table == nil {
		return nil, fmt.Errorf("the chart %q needs the table of sheet %s", c.Title, c.Source)
	}
	d := &drawing{Chart: c}
	categories, err := source.column(c.Categories)
	if err != nil {
		return nil, err
	}
	d.CategoryRange = source.area(c.Source, categories)
	for i := range source.table.Len {
		value := source.table.Row(i)[categories].Value
		if _, ok := value.(time.Time); ok {
			d.Dated = true
		}
		d.Labels = append(d.Labels, fmt.Sprint(stored(value)))
	}
	for i, s := range c.Series {
		bars := bars{Index: i, Name: s.Name, Colour: barColour(s.Tone)}
		for heading, into := range map[string]*values{s.Column: &bars.Values, s.Below: &bars.Below, s.Above: &bars.Above} {
			column, err := source.column(heading)
			if err != nil {
				return nil, err
			}
			*into = source.values(c.Source, column)
		}
		d.Series = append(d.Series, bars)
	}
	return d, nil
}

// values are the numbers of a column; cells that hold something else are not shown.
func (l *layout) values(sheet string, column int) values {
	v := values{Range: l.area(sheet, column), Len: l.table.Len}
	for i := range l.table.Len {
		value, shown := l.table.Row(i)[column].Value.(float64)
		v.Points = append(v.Points, point{Index: i, Shown: shown, Value: value})
	}
	return v
}

// column is the index of the column with a heading.
func (l *layout) column(heading string) (int, error) {
	i := slices.IndexFunc(l.table.Columns, func(c Column) bool { return c.Title == heading })
	if i < 0 {
		return 0, fmt.Errorf("there is no column %q", heading)
	}
	return i, nil
}

// area is where the values of a column are.
func (l *layout) area(sheet string, column int) string {
	letters := columnName(column + 1)
	return fmt.Sprintf("'%s'!$%s$%d:$%s$%d", sheet, letters, l.header+1, letters, l.header+l.table.Len)
}

func barColour(t Tone) string {
	if t == With {
		return barOrange
	}
	return barBlue
}
