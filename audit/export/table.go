package export

import (
	"context"
	"fmt"
	"io"
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
	reading Reading
	limits  Limits
}

// openTable finds out how a file is to be read. The error does not name the file.
func openTable(e *entry, settings Settings) (t *table, err error) {
	defer caught(e.path, &err)
	in, err := e.open()
	if err != nil {
		return nil, cause(err)
	}
	defer in.Close()
	reading := settings.reading(e.path, e.name())
	found, err := detect(in, reading.Encoding)
	if err != nil {
		return nil, err
	}
	e.size = found.size
	d, err := findDialect(found, reading, settings.Limits)
	if err != nil {
		return nil, err
	}
	return &table{entry: e, dialect: d, reading: reading, limits: settings.Limits}, nil
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
	records := t.splitter(decoder(&metered{in, progress}, t.encoding), t.limits)
	records.again, records.skim = t.anotherHeader, skim
	for range t.skip {
		if _, err := records.lines.next(); err != nil {
			return fmt.Errorf("%s cannot be read: the file was changed while it was read", t.path)
		}
	}
	ctx, cancel := context.WithCancel(ctx)
	batches := make(chan split, 2)
	var splitting sync.WaitGroup
	splitting.Go(func() { t.split(ctx, records, batches) })
	defer splitting.Wait()
	defer cancel()
	for batch := range batches {
		if batch.err != nil {
			return batch.err
		}
		if err := visit(batch); err != nil {
			return err
		}
	}
	if t.changed() {
		return fmt.Errorf("%s cannot be read: %w", t.path, errChanged)
	}
	return ctx.Err()
}

// A split is some records in a row, or why no more can be had.
type split struct {
	records []record
	err     error
}

// split cuts a table into records until it ends, fails, or ctx does.
func (t *table) split(ctx context.Context, records *splitter, batches chan<- split) {
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
		next := split{}
		next.records, end, next.err = t.nextBatch(records)
		if next.err != nil {
			next.err, end = fmt.Errorf("%s cannot be read after line %d: %w", t.path, records.lines.number, cause(next.err)), true
		}
		send(next)
	}
}

func (t *table) nextBatch(records *splitter) (batch []record, end bool, err error) {
	batch = make([]record, 0, batchSize)
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
