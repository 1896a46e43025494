package export

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math"
	"strings"
	"sync"
)

// A batch of records goes through the reader at a time, of so many or of so many bytes.
const (
	batchSize  = 512
	batchBytes = 1 << 20
)

// A table is one CSV whose dialect and columns are known.
type table struct {
	*entry
	dialect
	reading   Reading
	limits    Limits
	unchecked bool // the encoding is what the first bytes tell: reading all may tell otherwise
}

// openTable finds out how a file is to be read. The error does not name the file.
func openTable(e *entry, settings Settings) (t *table, err error) {
	defer caught(e.path, &err)
	t = &table{entry: e, reading: settings.reading(e.path, e.name()), limits: settings.Limits}
	if err := t.detect(false); err != nil {
		return nil, err
	}
	return t, nil
}

// detect finds the encoding and the dialect. It reads the file to its end, unless it holds messages, which are many and
// read but once after it.
func (t *table) detect(whole bool) error {
	in, err := t.open()
	if err != nil {
		return cause(err)
	}
	defer in.Close()
	var seen detection
	if err := seen.read(in, headSize); err != nil {
		return err
	}
	encoding := seen.encoding(t.reading.Encoding)
	failed := t.settle(&seen, encoding)
	sound := encoding == UTF8 || encoding == UTF8Marked
	if failed == nil && sound && !seen.ended && !whole && t.size != unknownSize && t.mapping.format.Role == conversations {
		t.unchecked = true
		return nil
	}
	if err := seen.read(in, math.MaxInt64); err != nil {
		return err
	}
	t.size, t.unchecked = seen.size, false
	if now := seen.encoding(t.reading.Encoding); now != encoding {
		return t.settle(&seen, now)
	}
	return failed
}

// again is the table as all of its bytes tell.
func (t *table) again() (_ *table, err error) {
	defer caught(t.path, &err)
	again := *t
	return &again, again.detect(true)
}

// settle finds the dialect of an encoding.
func (t *table) settle(seen *detection, encoding Encoding) error {
	found, err := seen.head(encoding)
	if err == nil {
		t.dialect, err = findDialect(found, t.reading, t.limits)
	}
	return err
}

// has reports whether the table has a column for the field.
func (t *table) has(field Field) bool {
	_, ok := t.mapping.columns[field]
	return ok
}

// nameOf is the header of a field's column, for messages.
func (t *table) nameOf(field Field) string {
	if i, ok := t.mapping.columns[field]; ok {
		return strings.TrimSpace(t.header[i])
	}
	return string(field)
}

// each reads the table once, in batches. Of every pair, records[i] tells where rows[i] comes from; for
// a record that is not sound the row is empty. Both are valid until visit returns.
func (t *table) each(ctx context.Context, progress func(bytes int64), visit func(records []record, rows []row) error) error {
	reader, err := newRowReader(t.mapping)
	if err != nil {
		return fmt.Errorf("%s cannot be read: %w", t.path, err)
	}
	return t.records(ctx, progress, nil, func(batch split) error {
		return visit(batch.records, reader.read(batch.records))
	})
}

// records reads the table once, in batches that are valid until visit returns. Records are split in another
// goroutine, which has ended when records returns, and which asks skim of each row whether it has to.
func (t *table) records(ctx context.Context, progress func(bytes int64), skim func(row []byte) (Skip, bool), visit func(batch split) error) error {
	in, err := t.open()
	if err != nil {
		return fmt.Errorf("%s cannot be read: %w", t.path, cause(err))
	}
	defer in.Close()
	var bytes io.Reader = &metered{in, progress}
	check := &checked{Reader: bytes}
	if t.unchecked {
		bytes = check
	}
	ahead, err := t.ahead(bytes)
	if err != nil {
		return fmt.Errorf("%s cannot be read: %w", t.path, err)
	}
	defer ahead.Close()
	records := t.splitter(decoder(ahead, t.encoding), t.limits)
	records.again, records.skim = t.anotherHeader, skim
	for range t.skip {
		if _, err := records.lines.next(); err != nil {
			return fmt.Errorf("%s cannot be read: the file was changed while it was read", t.path)
		}
	}
	ctx, cancel := context.WithCancel(ctx)
	batches, used := make(chan split, 2), make(chan split, 4)
	var splitting sync.WaitGroup
	splitting.Go(func() { t.split(ctx, records, batches, used) })
	defer splitting.Wait()
	defer cancel()
	for batch := range batches {
		if batch.err != nil {
			return batch.err
		}
		if err := visit(batch); err != nil {
			return err
		}
		used <- batch // there is room for all that are on their way
	}
	if t.changed() {
		return fmt.Errorf("%s cannot be read: %w", t.path, errChanged)
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if check.of(t.encoding) != t.encoding {
		return fmt.Errorf("%s cannot be read: %w", t.path, errEncoding)
	}
	return nil
}

// errEncoding is of a table that was read in another encoding than its own.
var errEncoding = errors.New("its encoding is another one than its first bytes tell")

// A split is some records in a row, or why no more can be had.
type split struct {
	records []record
	rooms   rooms // of their fields
	err     error
}

// Rooms are room for the fields of many rows, which is used again: memory that is touched for the first time costs more
// than what is done with it.
type rooms struct {
	pieces [][]string
	used   int      // pieces
	left   []string // of the last one used
}

// next is room for the fields of a row.
func (r *rooms) next(width int) []string {
	if len(r.left) < width {
		if r.used == len(r.pieces) {
			r.pieces = append(r.pieces, make([]string, batchSize/8*width))
		}
		r.left = r.pieces[r.used]
		r.used++
	}
	room := r.left[:0:width]
	r.left = r.left[width:]
	return room
}

// split cuts a table into records until it ends, fails, or ctx does. The room of those that were used is used again.
func (t *table) split(ctx context.Context, records *splitter, batches chan<- split, used <-chan split) {
	defer close(batches)
	send := func(next split) {
		select {
		case batches <- next:
		case <-ctx.Done():
		}
	}
	defer func() {
		if value := recover(); value != nil {
			send(split{err: Fault{t.path, value}})
		}
	}()
	for end := false; !end && ctx.Err() == nil; {
		var next split
		select {
		case before := <-used:
			next = split{records: before.records[:0], rooms: rooms{pieces: before.rooms.pieces}}
		default:
		}
		records.rooms = &next.rooms
		next.records, end, next.err = t.nextBatch(records, next.records)
		if next.err != nil {
			next.err, end = fmt.Errorf("%s cannot be read after line %d: %w", t.path, records.lines.number, cause(next.err)), true
		}
		send(next)
	}
}

// nextBatch is the records that follow, in the room of others.
func (t *table) nextBatch(records *splitter, batch []record) (_ []record, end bool, err error) {
	for size := 0; len(batch) < batchSize && size < batchBytes; {
		next, err := records.next()
		if err == io.EOF {
			return batch, true, nil
		}
		if err != nil {
			return nil, false, err
		}
		if next.code == "" && next.skip == "" && t.isHeader(next.fields) {
			next.skip = RepeatedHeader
		}
		size += len(next.raw)
		batch = append(batch, next)
	}
	return batch, false, nil
}

// metered reports how many bytes have been read.
type metered struct {
	io.Reader
	report func(bytes int64)
}

func (m *metered) Read(p []byte) (int, error) {
	n, err := m.Reader.Read(p)
	if m.report != nil {
		m.report(int64(n))
	}
	return n, err
}
