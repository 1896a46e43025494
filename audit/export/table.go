package export

import (
	"fmt"
	"io"
)

// batchSize is how many records go through the reader at a time.
const batchSize = 512

// A table is one CSV whose dialect and columns are known.
type table struct {
	*entry
	dialect
}

// openTable finds out how a file is to be read. The error does not name the file.
func openTable(e *entry) (*table, error) {
	in, err := e.open()
	if err != nil {
		return nil, cause(err)
	}
	defer in.Close()
	found, head, err := detect(in)
	if err != nil {
		return nil, err
	}
	d, err := findDialect(found, head)
	if err != nil {
		return nil, err
	}
	return &table{entry: e, dialect: d}, nil
}

// has reports whether the table has a column for the field.
func (t *table) has(field Field) bool {
	_, ok := t.mapping.columns[field]
	return ok
}

// each reads the table once, in batches. Of every pair, records[i] tells where rows[i] comes from; for
// a record with a code the row is empty. Both are valid until visit returns.
func (t *table) each(progress func(bytes int64), visit func(records []record, rows []row) error) error {
	in, err := t.open()
	if err != nil {
		return fmt.Errorf("%s cannot be read: %w", t.path, cause(err))
	}
	defer in.Close()
	lines := newLineReader(decoder(&counting{in, progress}, t.encoding), t.end)
	for range t.skip {
		if _, err := lines.next(); err != nil {
			return fmt.Errorf("%s cannot be read: the file was changed while it was read", t.path)
		}
	}
	records := &splitter{lines: lines, delimiter: t.delimiter, width: len(t.header), named: t.named()}
	reader := newRowReader(t.mapping)
	for {
		batch, end, err := nextBatch(records)
		if err != nil {
			return fmt.Errorf("%s cannot be read after line %d: %w", t.path, lines.number, cause(err))
		}
		rows, err := reader.readAround(batch)
		if err != nil {
			return fmt.Errorf("%s cannot be read near line %d: %w", t.path, lines.number, err)
		}
		if err := visit(batch, rows); err != nil {
			return err
		}
		if end {
			return nil
		}
	}
}

func nextBatch(records *splitter) (batch []record, end bool, err error) {
	batch = make([]record, 0, batchSize)
	for len(batch) < batchSize {
		next, err := records.next()
		if err == io.EOF {
			return batch, true, nil
		}
		if err != nil {
			return nil, false, err
		}
		batch = append(batch, next)
	}
	return batch, false, nil
}

// readAround reads the sound records of a batch and leaves empty rows in the places of the others.
func (r *rowReader) readAround(batch []record) ([]row, error) {
	sound := make([]record, 0, len(batch))
	for _, rec := range batch {
		if rec.code == "" {
			sound = append(sound, rec)
		}
	}
	rows, err := r.read(sound)
	if err != nil || len(sound) == len(batch) {
		return rows, err
	}
	all := make([]row, len(batch))
	for i, rec := range batch {
		if rec.code == "" {
			all[i], rows = rows[0], rows[1:]
		}
	}
	return all, nil
}

// counting reports how many bytes have been read.
type counting struct {
	io.Reader
	report func(bytes int64)
}

func (c *counting) Read(p []byte) (int, error) {
	n, err := c.Reader.Read(p)
	if c.report != nil {
		c.report(int64(n))
	}
	return n, err
}
