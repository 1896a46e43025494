package report

import "context"

// A tallRow is a row of a Tall sheet's table, and its height in points.
type tallRow struct {
	places []place
	height float64
}

// tallBatch is how many of them go from one goroutine to the other at a time.
const tallBatch = 256

// stream writes a sheet row by row, which keeps none of them in memory. Rows are laid out in another goroutine, which
// takes as long as writing them.
func (x *workbook) stream(sheet string, l *layout) error {
	writer, err := x.NewStreamWriter(sheet)
	if err != nil {
		return err
	}
	byRow := map[int][]place{}
	for _, p := range l.places {
		byRow[p.Row] = append(byRow[p.Row], p)
	}
	for row := 1; row <= l.last; row++ {
		if err := x.streamRow(writer, row, byRow[row], l.height(row)); err != nil {
			return err
		}
	}
	ctx, cancel := context.WithCancel(x.ctx)
	defer cancel()
	batches := make(chan []tallRow, 2)
	fault := make(chan any, 1)
	go layTall(ctx, l, batches, fault)
	row := l.header + 1
	for batch := range batches {
		for _, r := range batch {
			if err := x.streamRow(writer, row, r.places, r.height); err != nil {
				return err
			}
			row++
		}
	}
	if value := <-fault; value != nil {
		panic(value) // in the goroutine that somebody watches
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if l.table != nil {
		if err := writer.AddTable(asTable(sheet, l)); err != nil {
			return err
		}
	}
	return writer.Flush()
}

// layTall lays out the rows of a table, until ctx ends. In the end it says what it panicked with, nil for nothing.
func layTall(ctx context.Context, l *layout, batches chan<- []tallRow, fault chan<- any) {
	defer func() {
		fault <- recover()
		close(batches)
	}()
	batch := make([]tallRow, 0, tallBatch)
	send := func() bool {
		select {
		case batches <- batch:
			batch = make([]tallRow, 0, tallBatch)
			return true
		case <-ctx.Done():
			return false
		}
	}
	for places := range l.table.places(l.header+1, 1) {
		next := tallRow{places, standardRow}
		for _, p := range places {
			next.height = max(next.height, p.height(l.width(p.Column, p.Last)))
		}
		if batch = append(batch, next); len(batch) == tallBatch && !send() {
			return
		}
	}
	send()
}
