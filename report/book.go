// Package report says what an audit found: as an Excel workbook, as JSON and as a few lines of text.
//
// The sheets are built as a [Book], which knows nothing of files; the files named xlsx*.go, and they
// alone, turn a book into a workbook with excelize.
package report

import "time"

// A Book is what a workbook says, without saying how it is stored.
type Book struct {
	Title   string
	Version string    // of the program, for the foot of every page
	AsOf    time.Time // midnight UTC of the day the report is of; the workbook's only date
	Sheets  []*Sheet
}

// A Sheet is one page of a book. Its title stands in A1 and its introduction in A2.
type Sheet struct {
	Name    string
	Title   string
	Intro   string         // one sentence
	Grid    []float64      // widths of the columns in characters; empty means those of the sheet's Data table
	Blocks  []Block        // from top to bottom
	OnePage bool           // printed on one page; otherwise one page wide
	Anchors map[string]int // rows of the Data table that links lead to, counted from 0
	Tall    bool           // holds one Data table only, too long to keep in memory
}

// A Block is one thing on a sheet: a [Text], [Figures], a [*Table], a [*Chart], a [*Plot], a [*Beside] or a [NewPage].
type Block interface{ block() }

// A Text is lines that run over the whole width they are given.
type Text []Cell

// Figures are the key figures of a page, side by side.
type Figures []Figure

// A Figure is one number that a reader should take away.
type Figure struct {
	Label  string
	Value  Cell
	Format Format
	Detail string // what it is out of, or how sure it is
}

// A Table is rows under a header. Rows are made when they are asked for, so that a long table takes no memory.
type Table struct {
	Columns []Column
	Len     int
	Row     func(i int) []Cell // as many cells as there are columns
	Name    string             // by which plots find it; "" for the Data table and for tables that none draws
	Tones   []Tone             // of a Tall sheet's table: those that its cells may have, beside Normal
	Data    bool               // the sheet's one table: filtered, its header frozen and repeated in print
}

// A Column is a column of a table.
type Column struct {
	Title  string // with the unit
	Width  float64
	Span   int // columns of the sheet's grid it takes; 0 means 1
	Format Format
	Bar    bool // shares are drawn as bars in their cells, beside the number; of a Data table that is not Tall
	Helper bool // for a chart only; such columns come last and are not printed
}

// A Chart is a bar chart of columns of a Data table, with 95 % intervals as error bars.
type Chart struct {
	Title      string
	AltText    string // says what the chart shows to those who do not see it
	Source     string // name of the sheet whose Data table is drawn
	Categories string // title of the column with the names of the bars
	AxisTitle  string // of the categories
	ValueTitle string // of the shares, 0 to 100 %
	Series     []Series
	Horizontal bool
	Height     float64 // in points
}

// A Series is the bars of one colour.
type Series struct {
	Name         string
	Column       string // title of the column with the values
	Below, Above string // titles of the columns with the lengths of the error bars
	Tone         Tone   // With or Without
}

// A Beside puts blocks side by side.
type Beside struct {
	Left, Right []Block
	Split       int // columns of the grid that Left takes
}

// NewPage ends a page in print.
type NewPage struct{}

func (NewPage) block() {}
func (Text) block()    {}
func (Figures) block() {}
func (*Table) block()  {}
func (*Chart) block()  {}
func (*Beside) block() {}

// A Cell is one value. A nil Value is an empty cell.
type Cell struct {
	Value any // nil, string, int64, float64, time.Time or Rich
	Tone  Tone
	Link  string // name of the sheet it leads to

	Anchor string // what links call this cell
	To     string // anchor on the sheet that it leads to; "" for the sheet's first cell, and for anchors that are not there
}

// Rich is text of which parts are strong.
type Rich []Part

// A Part is a piece of rich text.
type Part struct {
	Text   string
	Strong bool
}

// String is the text without its looks.
func (r Rich) String() string {
	var text string
	for _, part := range r {
		text += part.Text
	}
	return text
}

// A Format says how the values of a column are shown.
type Format uint8

// The formats.
const (
	Plain   Format = iota // text, wrapped
	Count                 // whole number with thousands separators
	Percent               // share with one decimal: 31.4%
	Whole                 // share in whole percents: 31%
	Points                // percentage points with their sign: -7.0
	Number                // two decimals
	Precise               // three decimals, for probabilities
	Date                  // 2026-10-31
	Month                 // 2026-10
)

// A Tone is how a cell looks. It never carries a meaning that the words do not.
type Tone uint8

// The tones.
const (
	Normal   Tone = iota
	Muted         // less important
	Strong        // bold
	Heading       // of a section
	Headline      // the one sentence to read
	With          // orange: requests with a habit, or accepted less often
	Without       // blue: requests without it, or accepted more often
)
