package report

import "slices"

// printedColumns are the columns of a grid less those at its end that only charts need.
func printedColumns(blocks []Block, grid int) int {
	for _, b := range blocks {
		if t, ok := b.(*Table); ok && t.Data && len(t.Columns) == grid {
			if first := slices.IndexFunc(t.Columns, func(c Column) bool { return c.Helper }); first > 0 {
				return first
			}
		}
	}
	return grid
}

// tableWidths are the widths that a sheet's Data table asks for.
func tableWidths(blocks []Block) []float64 {
	for _, b := range blocks {
		if t, ok := b.(*Table); ok && t.Data {
			widths := make([]float64, len(t.Columns))
			for i, column := range t.Columns {
				widths[i] = column.Width
			}
			for len(widths) < widest(blocks) {
				widths = append(widths, laterWidth)
			}
			return widths
		}
	}
	return []float64{introWidth}
}

// laterWidth is that of columns which only tables under the Data table have.
const laterWidth = 11.5

// widest is how many columns of the grid the widest table takes.
func widest(blocks []Block) int {
	most := 0
	for _, b := range blocks {
		if t, ok := b.(*Table); ok {
			columns := 0
			for _, c := range t.Columns {
				columns += max(1, c.Span)
			}
			most = max(most, columns)
		}
	}
	return most
}
