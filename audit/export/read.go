package export

import "github.com/gocarina/gocsv"

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

// UnmarshalCSVWithFields sets the cell of one column. gocsv prefers it to setting fields by
// reflection, which costs about twice the time.
func (r *row) UnmarshalCSVWithFields(column, cell string) error {
	if target := r.cell(Field(column)); target != nil {
		*target = cell
	}
	return nil
}

func (r *row) cell(field Field) *string {
	switch field {
	case FieldID:
		return &r.ID
	case FieldRecruiter:
		return &r.Recruiter
	case FieldRecruiterProfile:
		return &r.RecruiterProfile
	case FieldDirection:
		return &r.Direction
	case FieldSent:
		return &r.Sent
	case FieldRecipient:
		return &r.Recipient
	case FieldFirstName:
		return &r.FirstName
	case FieldLastName:
		return &r.LastName
	case FieldProfile:
		return &r.Profile
	case FieldCompany:
		return &r.Company
	case FieldTitle:
		return &r.Title
	case FieldLocation:
		return &r.Location
	case FieldNote:
		return &r.Note
	case FieldStatus:
		return &r.Status
	case FieldAccepted:
		return &r.Accepted
	case FieldError:
		return &r.Error
	case FieldFirstMessage:
		return &r.FirstMessage
	case FieldMessaged:
		return &r.Messaged
	case FieldReplied:
		return &r.Replied
	case FieldHasReplied:
		return &r.HasReplied
	}
	return nil
}

// A rowReader turns records into rows through gocsv. It hands gocsv a header in our own names and cells
// that are already counted and put in order, because gocsv by itself passes over unknown headers and
// ragged rows in silence. None of gocsv's package-wide settings is touched.
type rowReader struct {
	header  []string
	columns []int
	cells   [][]string // header and rows of the batch, reused
	rows    []row
}

func newRowReader(m mapping) *rowReader {
	r := &rowReader{}
	for field, column := range m.columns {
		r.header = append(r.header, string(field))
		r.columns = append(r.columns, column)
	}
	return r
}

// read maps a batch of sound records. The rows are valid until the next call.
func (r *rowReader) read(batch []record) ([]row, error) {
	if len(batch) == 0 {
		return nil, nil
	}
	r.cells = append(r.cells[:0], r.header)
	flat := make([]string, 0, len(batch)*len(r.columns))
	for _, rec := range batch {
		start := len(flat)
		for _, column := range r.columns {
			flat = append(flat, rec.fields[column])
		}
		r.cells = append(r.cells, flat[start:])
	}
	clear(r.rows) // a reused slice would keep the cells of the batch before
	if err := gocsv.UnmarshalCSV(batchReader{r.cells}, &r.rows); err != nil {
		return nil, err
	}
	return r.rows[:len(batch)], nil
}

// A batchReader gives gocsv one batch as if it were a whole file.
type batchReader struct{ cells [][]string }

// Read is part of gocsv's CSVReader, which UnmarshalCSV does not call.
func (b batchReader) Read() ([]string, error) { return b.cells[0], nil }

// ReadAll is the header and all rows of the batch.
func (b batchReader) ReadAll() ([][]string, error) { return b.cells, nil }
