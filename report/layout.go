package report

import "iter"

// A sheet begins with its title, its introduction and a way back; its blocks follow.
const (
	titleRow = 1
	introRow = 2
	backRow  = 3
	firstRow = 4
)

const (
	introWidth    = 110.0 // characters after which an introduction is wrapped
	widestChart   = 720.0 // points; a wider one is harder to read
	pointsPerChar = 6.0   // width of one character of a column, in points
)

// A place is where a cell goes, and all that its looks depend on. Its value is stored as it will be.
type place struct {
	Cell
	Row, Column, Last int // 1-based; a Last beyond Column means merged cells
	Look              look
}

// A look is what a cell's style is made of.
type look struct {
	tone   Tone
	format Format
	role   role
}

// A role is what a cell is on its sheet.
type role uint8

const (
	body role = iota
	title
	intro
	header
	data        // in a table
	figureLabel // in a key figure, from top to bottom
	figureValue
	figureDetail
)

// A layout is where everything of a sheet goes.
type layout struct {
	sheet   *Sheet
	widths  []float64
	places  []place
	heights map[int]float64 // in points; rows not listed have standardRow
	charts  []placedChart
	plots   []placedPlot
	tables  map[string]placedTable
	breaks  []int          // rows that begin a page in print
	anchors map[string]int // rows that links lead to
	header  int            // row of the Data table's header; 0 without one
	table   *Table         // the Data table
	last    int            // last row
}

type placedChart struct {
	*Chart
	row, column   int
	width, height float64 // in points
}

type placedPlot struct {
	*Plot
	row, column   int
	width, height float64 // in points
}

// lay places everything on a sheet but the rows of a Tall sheet's table.
func lay(s *Sheet, front string) *layout {
	l := &layout{sheet: s, widths: s.Grid, heights: map[int]float64{}, anchors: map[string]int{}, tables: map[string]placedTable{}}
	if len(l.widths) == 0 {
		l.widths = tableWidths(s.Blocks)
	}
	whole := printedColumns(s.Blocks, len(l.widths))
	wide := 1
	for wide < whole && l.width(1, wide) < introWidth {
		wide++
	}
	l.put(place{Cell: Cell{Value: s.Title}, Row: titleRow, Column: 1, Last: wide, Look: look{role: title}})
	l.heights[titleRow] = 28
	l.put(place{Cell: Cell{Value: s.Intro}, Row: introRow, Column: 1, Last: wide, Look: look{role: intro}})
	if s.Name != front {
		l.put(place{Cell: Cell{Value: "Back to " + front, Link: front}, Row: backRow, Column: 1, Last: wide})
	}
	row := firstRow
	if s.Name == front {
		row = introRow + 1
	}
	l.last = l.stack(s.Blocks, row, 1, whole, s.Tall) - 1
	return l
}

// stack places blocks under each other, an empty row between them, and returns the next free row.
func (l *layout) stack(blocks []Block, row, from, to int, headOnly bool) int {
	for i, b := range blocks {
		if i > 0 {
			if !heads(blocks[i-1]) {
				row++
			}
		}
		switch b := b.(type) {
		case Text:
			row = l.text(b, row, from, to)
		case Figures:
			row = l.figures(b, row, from, to)
		case *Table:
			row = l.putTable(b, row, from, headOnly)
		case *Chart:
			row = l.chart(b, row, from, to)
		case *Plot:
			l.plots = append(l.plots, placedPlot{Plot: b, row: row, column: from, width: l.chartWidth(from, to), height: b.Height})
			row = l.below(row, b.Height)
		case NewPage:
			l.breaks = append(l.breaks, row)
		case *Beside:
			right := l.stack(b.Right, row, from+b.Split, to, headOnly) // first: a chart on the left has to know its rows
			row = max(right, l.stack(b.Left, row, from, from+b.Split-1, headOnly))
		}
	}
	return row
}

// heads reports whether a block is the heading of the next one.
func heads(b Block) bool {
	t, ok := b.(Text)
	return ok && len(t) == 1 && t[0].Tone == Heading
}

func (l *layout) text(t Text, row, from, to int) int {
	for _, cell := range t {
		l.put(place{Cell: cell, Row: row, Column: from, Last: to, Look: look{tone: cell.Tone}})
		row++
	}
	return row
}

func (l *layout) figures(figures Figures, row, from, to int) int {
	span := max(1, (to-from+1)/max(1, len(figures)))
	for i, figure := range figures {
		left := from + i*span
		right := left + span - 1
		l.put(place{Cell: Cell{Value: figure.Label}, Row: row, Column: left, Last: right, Look: look{role: figureLabel}})
		l.put(place{Cell: figure.Value, Row: row + 1, Column: left, Last: right, Look: look{role: figureValue, format: figure.Format}})
		l.put(place{Cell: Cell{Value: figure.Detail}, Row: row + 2, Column: left, Last: right, Look: look{role: figureDetail}})
	}
	l.heights[row+1] = 30
	return row + 3
}

func (l *layout) putTable(t *Table, row, from int, headOnly bool) int {
	column := from
	for _, c := range t.Columns {
		last := column + max(1, c.Span) - 1
		l.put(place{Cell: Cell{Value: c.Title}, Row: row, Column: column, Last: last, Look: look{role: header, format: c.Format}})
		column = last + 1
	}
	if t.Data {
		l.header, l.table = row, t
	}
	if t.Data {
		for anchor, i := range l.sheet.Anchors {
			l.anchors[anchor] = row + 1 + i
		}
	}
	if t.Data || t.Name != "" {
		l.tables[t.Name] = placedTable{t, row, from}
	}
	if headOnly {
		return row + 1
	}
	for places := range t.places(row+1, from) {
		for _, p := range places {
			l.put(p)
		}
	}
	return row + 1 + t.Len
}

// places are the rows of a table from the given row on, each valid until the next one.
func (t *Table) places(row, from int) iter.Seq[[]place] {
	return func(yield func([]place) bool) {
		places := make([]place, 0, len(t.Columns))
		for i := range t.Len {
			places = places[:0]
			column := from
			for k, cell := range t.Row(i) {
				last := column + max(1, t.Columns[k].Span) - 1
				cell.Value = stored(cell.Value)
				places = append(places, place{
					Cell: cell, Row: row + i, Column: column, Last: last,
					Look: look{tone: cell.Tone, format: t.Columns[k].Format, role: data},
				})
				column = last + 1
			}
			if !yield(places) {
				return
			}
		}
	}
}

// chart reserves as many rows as the chart is high.
func (l *layout) chart(c *Chart, row, from, to int) int {
	l.charts = append(l.charts, placedChart{Chart: c, row: row, column: from, width: l.chartWidth(from, to), height: c.Height})
	return l.below(row, c.Height)
}

func (l *layout) chartWidth(from, to int) float64 {
	return min(widestChart, l.width(from, to)*pointsPerChar)
}

// below is the first row under something of a height in points.
func (l *layout) below(row int, height float64) int {
	for taken := 0.0; taken < height+6; row++ {
		taken += l.height(row)
	}
	return row
}

// drawn is the last row that a chart lies on.
func (l *layout) drawn() (last int) {
	for _, c := range l.charts {
		last = max(last, l.below(c.row, c.height))
	}
	for _, p := range l.plots {
		last = max(last, l.below(p.row, p.height))
	}
	return last
}

// put places a cell and makes its row high enough.
func (l *layout) put(p place) {
	p.Last, p.Value = max(p.Column, p.Last), stored(p.Value)
	l.places = append(l.places, p)
	if p.Anchor != "" {
		l.anchors[p.Anchor] = p.Row
	}
	if need := p.height(l.width(p.Column, p.Last)); need > l.height(p.Row) {
		l.heights[p.Row] = need
	}
}

func (l *layout) height(row int) float64 {
	if height, ok := l.heights[row]; ok {
		return height
	}
	return standardRow
}

func (l *layout) width(from, to int) float64 {
	var width float64
	for _, w := range l.widths[from-1 : min(to, len(l.widths))] {
		width += w
	}
	return width
}

// row is where an anchor is, the first row where there is none.
func (l *layout) row(anchor string) int {
	if l == nil {
		return 1
	}
	return max(1, l.anchors[anchor])
}
