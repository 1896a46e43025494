package export

import (
	"context"
	"fmt"
	"strings"
	"time"
)

// A Source is one export of sent requests: a CSV, or the tables of a LinkedIn archive that belong together.
// Survey it once, then Read it.
type Source struct {
	Info    Info
	table   *table
	friends *table   // Connections.csv beside a LinkedIn Invitations.csv; nil when there is none
	network *network // what it holds, after Survey
	sent    dateColumn
	agreed  dateColumn // dates of acceptance
}

// SurveySize is the number of bytes that Survey reads and reports.
func (s *Source) SurveySize() int64 {
	if s.friends == nil {
		return s.table.size
	}
	return s.table.size + s.friends.size
}

// ReadSize is the number of bytes that Read reads and reports.
func (s *Source) ReadSize() int64 { return s.table.size }

// Files are the files on disk that the source is read from.
func (s *Source) Files() []string {
	files := []string{s.table.file}
	if s.friends != nil && s.friends.file != s.table.file {
		files = append(files, s.friends.file)
	}
	return files
}

// A survey counts what decides how the cells of a source are to be understood.
type survey struct {
	records  int64
	sound    int64 // records that could be split into the columns of the header
	outcomes map[Outcome]int64
	unknown  map[string]int64 // status words that are not known
	notes    int64
	slugs    int64
}

// Survey reads the source once and settles what no single row can tell: the order of its dates, when
// it was made, whether it can tell acceptance. The error names the file.
func (s *Source) Survey(ctx context.Context, progress func(bytes int64)) error {
	format := s.table.mapping.format
	zone := format.Zone
	if zone == nil {
		zone = time.UTC
	}
	s.sent, s.agreed = dateColumn{zone: zone}, dateColumn{zone: zone}
	seen := survey{outcomes: map[Outcome]int64{}, unknown: map[string]int64{}}
	err := s.table.each(progress, func(records []record, rows []row) error {
		for i := range rows {
			if records[i].code == "" {
				seen.sound++
				s.look(&rows[i], &seen)
			}
		}
		seen.records += int64(len(records))
		return ctx.Err()
	})
	if err != nil {
		return err
	}
	if seen.records == 0 {
		return fmt.Errorf("%s: the file has a header but no rows; export it again", s.table.path)
	}
	if s.friends != nil {
		if s.network, err = readNetwork(s.friends, progress); err != nil {
			return err
		}
	}
	s.conclude(&seen)
	return nil
}

func (s *Source) look(r *row, seen *survey) {
	if strings.EqualFold(strings.TrimSpace(r.Direction), "INCOMING") {
		s.sent.add(r.Sent) // still a date of this export
		return
	}
	s.sent.add(r.Sent)
	s.agreed.add(r.Accepted)
	if profileSlug(r.Profile) != "" {
		seen.slugs++
	}
	if strings.TrimSpace(r.Note) != "" {
		seen.notes++
	}
	if outcome, ok := s.stated(r); ok {
		seen.outcomes[outcome]++
	} else if word := strings.TrimSpace(r.Status); word != "" {
		seen.unknown[shorten(word, 40)]++
	}
}

// stated is the outcome that the cells of a row state. A date of acceptance is stronger than a status.
func (s *Source) stated(r *row) (Outcome, bool) {
	if accepted := strings.TrimSpace(r.Accepted); accepted != "" {
		if _, ok := parseWritten(accepted); ok {
			return Accepted, true
		}
		if outcome, ok := lookUp(answers, accepted); ok {
			return outcome, true
		}
		if outcome, ok := lookUp(statusWords, accepted); ok {
			return outcome, true
		}
		if !placeholders[strings.ToLower(accepted)] {
			return Unknown, false // dropping the row would drop those not accepted only
		}
	}
	if status := strings.TrimSpace(r.Status); status != "" {
		return lookUp(statusWords, status)
	}
	if s.table.has(FieldStatus) {
		return Unknown, false
	}
	return NotAccepted, s.table.has(FieldAccepted)
}
