package report

// A Plot is a chart of columns of one table: points and lines over numbers, or bars put together from parts.
type Plot struct {
	Kind        PlotKind
	Title       string
	AltText     string // says what the chart shows to those who do not see it
	Source      string // name of the sheet whose tables are drawn
	AcrossTitle string // of the axis along the bottom, or of the bars
	UpTitle     string
	Height      float64 // in points
	Series      []PlotSeries
}

func (*Plot) block() {}

// A PlotKind says how a Plot draws.
type PlotKind uint8

// The kinds of Plot.
const (
	Scatter PlotKind = iota // each series over its own Across, shares from 0 to 100 % upwards
	Shares                  // one bar a row, from left to right, of parts that make 100 %
)

// A PlotSeries is one line, one cloud of points, or one part of the bars.
type PlotSeries struct {
	Table  string // of the source; "" for its Data table
	Across string // title of the column along the bottom, or with the names of the bars
	Up     string // title of the column with the shares, which is the series' name as well
	Look   PlotLook
	Rows   int // of the table that are drawn, from the top; 0 means all
}

// A PlotLook is how a series is drawn. No two of a plot differ in colour alone: lines are solid, dashed or dotted, points
// are marks, and parts of bars get darker from left to right.
type PlotLook uint8

// The looks.
const (
	Marks PlotLook = iota
	Solid
	Dashed
	Dotted
	Part1
	Part2
	Part3
	Part4
)

// linesOf makes series of one table over one of its columns.
func linesOf(table, across string) func(up string, look PlotLook) PlotSeries {
	return func(up string, look PlotLook) PlotSeries {
		return PlotSeries{Table: table, Across: across, Up: up, Look: look}
	}
}
