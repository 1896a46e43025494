package export

import (
	"fmt"
	"maps"
	"slices"
	"strconv"

	"github.com/gocarina/gocsv"
)

// A row is the cells of one record, by what they mean. All are text: values are judged later, so that
// a cell that cannot be read costs its own record only.
type row struct {
	ID               string `csv:"request id"`
	Recruiter        string `csv:"recruiter"`
	RecruiterProfile string `csv:"recruiter profile"`
	Direction        string `csv:"direction"`
	Sent             string `csv:"sent"`
	Recipient        string `csv:"recipient"`
	FirstName        string `csv:"first name"`
	LastName         string `csv:"last name"`
	Profile          string `csv:"profile"`
	Company          string `csv:"company"`
	Title            string `csv:"title"`
	Location         string `csv:"location"`
	Note             string `csv:"note"`
	Status           string `csv:"status"`
	Accepted         string `csv:"accepted"`
	Error            string `csv:"error"`
	FirstMessage     string `csv:"first message"`
	Messaged         string `csv:"messaged"`
	Replied          string `csv:"replied"`
	HasReplied       string `csv:"has replied"`
}

// cells are where a row keeps each field.
var cells = map[Field]func(*row) *string{
	FieldID:               func(r *row) *string { return &r.ID },
	FieldRecruiter:        func(r *row) *string { return &r.Recruiter },
	FieldRecruiterProfile: func(r *row) *string { return &r.RecruiterProfile },
	FieldDirection:        func(r *row) *string { return &r.Direction },
	FieldSent:             func(r *row) *string { return &r.Sent },
	FieldRecipient:        func(r *row) *string { return &r.Recipient },
	FieldFirstName:        func(r *row) *string { return &r.FirstName },
	FieldLastName:         func(r *row) *string { return &r.LastName },
	FieldProfile:          func(r *row) *string { return &r.Profile },
	FieldCompany:          func(r *row) *string { return &r.Company },
	FieldTitle:            func(r *row) *string { return &r.Title },
	FieldLocation:         func(r *row) *string { return &r.Location },
	FieldNote:             func(r *row) *string { return &r.Note },
	FieldStatus:           func(r *row) *string { return &r.Status },
	FieldAccepted:         func(r *row) *string { return &r.Accepted },
	FieldError:            func(r *row) *string { return &r.Error },
	FieldFirstMessage:     func(r *row) *string { return &r.FirstMessage },
	FieldMessaged:         func(r *row) *string { return &r.Messaged },
	FieldReplied:          func(r *row) *string { return &r.Replied },
	FieldHasReplied:       func(r *row) *string { return &r.HasReplied },
}

// A rowReader turns records into rows. It asks gocsv once which column goes where, by a table of our own names with a
// row of column numbers: going through reflection for every row takes three times as long, and gocsv by itself passes
// over unknown headers and ragged rows in silence. None of gocsv's package-wide settings is touched.
type rowReader struct {
	columns []columnCell
	rows    []row // of the batch, reused
}

// A columnCell is a column of a table and the cell that it fills.
type columnCell struct {
	column int
	cell   func(*row) *string
}

func newRowReader(m mapping) (*rowReader, error) {
	var header, numbers []string
	for _, field := range slices.Sorted(maps.Keys(m.columns)) {
		header, numbers = append(header, string(field)), append(numbers, strconv.Itoa(m.columns[field]))
	}
	var rows []row
	if err := gocsv.UnmarshalCSV(columnNumbers{header, numbers}, &rows); err != nil {
		return nil, err
	}
	r := &rowReader{}
	for _, field := range header {
		cell := cells[Field(field)]
		column, err := strconv.Atoi(*cell(&rows[0]))
		if err != nil {
			return nil, fmt.Errorf("no cell is filled from %s", field)
		}
		r.columns = append(r.columns, columnCell{column, cell})
	}
	return r, nil
}

// read maps a batch of records. For one that is not sound the row is empty. The rows are valid until the next call.
func (r *rowReader) read(batch []record) []row {
	clear(r.rows) // a reused slice would keep the cells of the batch before
	if r.rows = r.rows[:0]; cap(r.rows) < len(batch) {
		r.rows = make([]row, 0, max(len(batch), batchSize))
	}
	r.rows = r.rows[:len(batch)]
	for i := range batch {
		if !batch[i].sound() {
			continue
		}
		for _, c := range r.columns {
			*c.cell(&r.rows[i]) = batch[i].fields[c.column]
		}
	}
	return r.rows
}

// columnNumbers gives gocsv a table of one row.
type columnNumbers [2][]string

// Read is part of gocsv's CSVReader, which UnmarshalCSV does not call.
func (c columnNumbers) Read() ([]string, error) { return c[0], nil }

// ReadAll is the header and the row.
func (c columnNumbers) ReadAll() ([][]string, error) { return c[:], nil }
