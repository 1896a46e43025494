package report

import (
	"context"
	"io"
)

// tallBatch is how many rows of a Tall sheet's table are laid out at a time.
const tallBatch = 256

// tall writes the rows of a Tall sheet, the first ones of which are written already. Those of its table are laid out in
// another goroutine while the ones before them are compressed, which takes as long; none of them is kept.
func (x *workbook) tall(l *layout, first [][]byte) func(io.Writer) error {
	return func(w io.Writer) error {
		if err := writeAll(w, first); err != nil {
			return err
		}
		ctx, cancel := context.WithCancel(x.ctx)
		batches, written := make(chan batch, 2), make(chan []byte, 4)
		defer func() {
			cancel()
			for range batches { // until the other goroutine has ended
			}
		}()
		go func() {
			defer close(batches)
			x.layTall(ctx, l, batches, written)
		}()
		for b := range batches {
			if b.fault != nil {
				panic(b.fault) // in the goroutine that somebody watches
			}
			if b.err != nil {
				return b.err
			}
			if _, err := w.Write(b.rows); err != nil {
				return err
			}
			written <- b.rows // there is room for all that are on their way
		}
		return ctx.Err()
	}
}

// A batch is some rows, or why there are none.
type batch struct {
	rows  []byte
	err   error
	fault any // what laying them out panicked with
}

// layTall lays out the rows of a table, until ctx ends, in the room of those that are written.
func (x *workbook) layTall(ctx context.Context, l *layout, batches chan<- batch, written <-chan []byte) {
	send := func(next batch) bool {
		select {
		case batches <- next:
			return true
		case <-ctx.Done():
			return false
		}
	}
	defer func() {
		if value := recover(); value != nil {
			send(batch{fault: value})
		}
	}()
	rows := rowWriter{style: x.known}
	number := l.header
	for places := range l.table.places(l.header+1, 1) {
		number++
		height := standardRow
		for i := range places {
			p := &places[i]
			height = max(height, p.height(l.width(p.Column, p.Last)))
		}
		if err := rows.row(number, height, places); err != nil {
			send(batch{err: err})
			return
		}
		if (number-l.header)%tallBatch == 0 {
			if !send(batch{rows: rows.out}) {
				return
			}
			select {
			case room := <-written:
				rows.out = room[:0]
			default:
				rows.out = make([]byte, 0, len(rows.out)*5/4)
			}
		}
	}
	send(batch{rows: rows.out})
}
