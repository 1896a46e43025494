package export

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"
)

// A Source is one export of sent requests: a CSV, or the tables of a LinkedIn archive that belong together.
// Survey it once, Unite it with the others, then Read it.
type Source struct {
	Info     Info
	table    *table
	friends  []*table   // Connections.csv of a LinkedIn archive, or its parts
	unpaired string     // why there are none
	letters  []*table   // messages.csv of a LinkedIn archive, or its parts
	invitees *invitees  // whose messages are looked for; nil where there are none
	mail     *mail      // what was written to and by them, after ReadMessages
	network  *network   // what they hold, after Survey
	newer    []*network // of newer archives of the same owner, the newest first
	owner    string     // whose LinkedIn archive it is, as a NameKey; "" for other exports

	ownerProfile string // the slug of the owner's profile, "" when unknown

	sent     dateColumn
	agreed   dateColumn // dates of acceptance
	messaged dateColumn // of the first message after it, as outreach tools tell
	replied  dateColumn // of the reply
	later    bool       // it has a column for what followed acceptances
	tells    Telling    // what of that it tells of all
	lastSent Day        // requests sent after it are typing errors; 0 when there is no limit
	surveyed int64      // records that Survey counted
	noStatus bool       // the column for the status is empty in every row
}

// SurveySize is the number of bytes that Survey reads and reports.
func (s *Source) SurveySize() int64 {
	size := s.table.size
	for _, t := range s.friends {
		size += t.size
	}
	return size
}

// MessagesSize is the number of bytes of messages that ReadMessages may read and report.
func (s *Source) MessagesSize() int64 {
	var size int64
	for _, t := range s.letters {
		size += t.size
	}
	return size
}

// ReadSize is the number of bytes that Read reads and reports.
func (s *Source) ReadSize() int64 { return s.table.size }

// Size is the number of bytes of its requests and messages, unpacked.
func (s *Source) Size() int64 { return s.ReadSize() + s.MessagesSize() }

// Records is how many records Survey counted.
func (s *Source) Records() int64 { return s.surveyed }

// Path is the file as the user named it.
func (s *Source) Path() string { return s.table.path }

// Files are the files on disk that the source is read from.
func (s *Source) Files() []string {
	var files []string
	if s.table.file != "" {
		files = append(files, s.table.file)
	}
	for _, t := range slices.Concat(s.friends, s.letters) {
		if t.file != "" && t.file != s.table.file {
			files = append(files, t.file)
		}
	}
	return files
}

// A survey counts what decides how the cells of a source are to be understood.
type survey struct {
	records    int64
	sound      int64 // records that could be split into the columns of the header
	mended     int64 // of them those whose cells had to be put together
	outcomes   map[Outcome]int64
	words      int64            // status cells that are not blank
	unknown    map[string]int64 // status words that are not known
	notes      int64
	messaged   int64 // rows with a message after acceptance
	replied    int64 // cells that say yes
	unreplied  int64 // that say no
	unmessaged int64 // rows that say that no message was sent
	slugs      int64
	owners     map[string]int64 // who sent the requests of a LinkedIn archive, by NameKey
	profiles   map[string]int64 // their profiles
}

// maxWords bounds the words that a survey remembers: a column with more is no status.
const maxWords = 10_000

// Survey reads the source once and settles what no single row can tell: the order of its dates, when
// it was made, whether it can tell acceptance. The error names the file.
func (s *Source) Survey(ctx context.Context, progress func(bytes int64)) (err error) {
	defer caught(s.table.path, &err)
	zone := s.table.mapping.format.Zone
	if zone == nil {
		zone = time.UTC
	}
	s.sent = dateColumn{zone: zone, chosen: orderNamed(s.table.reading.DateOrder)}
	s.agreed, s.messaged, s.replied = s.sent, s.sent, s.sent
	s.later = s.table.has(FieldFirstMessage) || s.table.has(FieldMessaged) || s.table.has(FieldReplied) || s.table.has(FieldHasReplied)
	seen := survey{outcomes: map[Outcome]int64{}, unknown: map[string]int64{}, owners: map[string]int64{}, profiles: map[string]int64{}}
	err = s.table.each(ctx, progress, func(records []record, rows []row) error {
		for i := range rows {
			if records[i].sound() {
				seen.sound++
				if records[i].mended {
					seen.mended++
				}
				s.look(&rows[i], &seen)
			}
		}
		seen.records += int64(len(records))
		return nil
	})
	if err != nil {
		return err
	}
	s.surveyed = seen.records
	if seen.records == 0 {
		return fmt.Errorf("%s: the file has a header but no rows; export it again", s.table.path)
	}
	if len(s.friends) > 0 {
		if s.network, err = readNetwork(ctx, s.friends, progress); err != nil {
			return err
		}
	}
	s.conclude(&seen)
	return nil
}

func (s *Source) look(r *row, seen *survey) {
	s.sent.add(r.Sent) // also of incoming invitations: still a date of this export
	outcome, known := s.stated(r)
	if s.left(r, outcome) != "" {
		return
	}
	s.agreed.add(r.Accepted)
	if r.Accepted != "" {
		s.sent.compare(r.Sent, r.Accepted)
	}
	if s.later {
		s.noteLater(r, seen)
	}
	if profileSlug(r.Profile) != "" {
		seen.slugs++
	}
	if strings.TrimSpace(r.Note) != "" {
		seen.notes++
	}
	if s.table.mapping.format.ID == linkedInInvitations {
		if s.invitees != nil {
			s.invitees.add(profileSlug(r.Profile), r.Recipient)
		}
		seen.owners[NameKey(r.Recruiter)]++
		if slug := profileSlug(r.RecruiterProfile); slug != "" {
			seen.profiles[slug]++
		}
	}
	word := strings.TrimSpace(r.Status)
	if word != "" {
		seen.words++
	}
	switch {
	case known:
		seen.outcomes[outcome]++
	case word == "":
		seen.outcomes[Unknown]++
	case len(seen.unknown) < maxWords || seen.unknown[Shorten(word, 40)] > 0:
		seen.unknown[Shorten(word, 40)]++
	}
}

// left says why a row is left out, "" when it is a request that was sent.
func (s *Source) left(r *row, stated Outcome) Skip {
	switch {
	case r.Direction != "" && directionOf(r.Direction) == incoming:
		return Incoming
	case stated == neverSent, strings.TrimSpace(r.Error) != "", s.table.mapping.format.Unsent && blank(strings.TrimSpace(r.Sent)):
		return NotSent
	}
	return ""
}

// stated is the outcome that the cells of a row state. A date of acceptance is stronger than a status.
func (s *Source) stated(r *row) (Outcome, bool) {
	if accepted := strings.TrimSpace(r.Accepted); !blank(accepted) {
		if _, ok := parseWritten(accepted); ok && len(accepted) > 4 {
			return Accepted, true
		}
		if outcome, ok := lookUp(answers, accepted); ok {
			return outcome, true
		}
		if outcome, ok := s.table.mapping.status(accepted); ok {
			return outcome, true
		}
		return Unknown, false // dropping the row would drop those not accepted only
	}
	if status := strings.TrimSpace(r.Status); status != "" {
		return s.table.mapping.status(status)
	}
	if s.table.has(FieldStatus) && !s.noStatus {
		return Unknown, false
	}
	return NotAccepted, s.table.has(FieldAccepted)
}
