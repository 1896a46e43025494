package export

import (
	"cmp"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
)

func (s *Source) conclude(seen *survey) {
	t := s.table
	s.sent.decide(t.nameOf(FieldSent), t.mapping.format.Order, s.agreed.sure(), t.delimiter)
	s.agreed.decide(t.nameOf(FieldAccepted), t.mapping.format.Order, s.sent.order, t.delimiter)
	s.Info = Info{
		Path:       t.path,
		Format:     t.mapping.format.ID,
		Encoding:   string(t.encoding),
		Delimiter:  t.delimiterName(),
		Header:     t.header,
		Columns:    t.mapping.list(t.header),
		WindowDays: t.mapping.format.Window,
		NoDates:    s.sent.dates == 0,
		NotesKnown: t.has(FieldNote),
		Warnings:   slices.Clone(t.mapping.doubts),
	}
	newest := max(s.sent.newestDay(), s.agreed.newestDay())
	var doubt string
	if t.mapping.format.Window > 0 {
		if s.network != nil {
			newest = max(newest, s.network.newest)
		}
		s.Info.Exported, s.Info.ExportedFrom, doubt = exportDay(t.path, t.modified, newest)
		s.Info.ExportedKnown = s.Info.ExportedFrom != newestDate
	} else {
		s.Info.Exported, s.Info.ExportedFrom = newest, newestDate
	}
	if seen.sound == 0 {
		s.Info.Acceptance = NoAcceptance
		return // its records are all listed with their reasons; nothing else can be said
	}
	s.warn(doubt, s.sent.doubt, s.agreed.doubt)
	s.concludeAcceptance(seen)
	s.concludeRest(seen)
}

// concludeAcceptance is the gate before any rate: where the files cannot tell who accepted, every
// outcome is unknown, and no share of acceptance may be computed.
func (s *Source) concludeAcceptance(seen *survey) {
	info := &s.Info
	info.Acceptance = NoAcceptance
	if s.table.mapping.format.ID == "linkedin-invitations" {
		s.concludeJoin(seen)
		return
	}
	known := seen.outcomes[Accepted] + seen.outcomes[Pending] + seen.outcomes[Declined] + seen.outcomes[Withdrawn] + seen.outcomes[NotAccepted]
	switch {
	case !s.table.has(FieldStatus) && !s.table.has(FieldAccepted):
		s.warn("acceptance is unknown: the file has no column for a status or a date of acceptance")
	case known == 0:
		s.warn("acceptance is unknown: no status in the file is known to this program")
	case seen.outcomes[Accepted] == known:
		s.warn("acceptance is unknown: the file lists accepted requests only, so no share of acceptance can be computed")
	case seen.outcomes[Pending] == known:
		s.warn("acceptance is unknown: the file lists pending requests only, so no share of acceptance can be computed")
	case seen.outcomes[Accepted] == 0 && !s.table.has(FieldStatus):
		s.warn("acceptance is unknown: the column for the date of acceptance is empty in every row")
	case s.table.has(FieldStatus):
		info.Acceptance = ByStatus
	default:
		info.Acceptance = ByDate
	}
	if words := commonest(seen.unknown, 5); words != "" {
		s.warn("status words not known, treated as unknown outcome: " + words)
	}
}

func (s *Source) concludeJoin(seen *survey) {
	n := s.network
	switch {
	case n == nil:
		s.warn("acceptance is unknown: there is no Connections.csv beside Invitations.csv")
		return
	case len(n.byName)+len(n.bySlug) == 0:
		s.warn("acceptance is unknown: Connections.csv holds no connection that could be joined")
		return
	case !s.table.has(FieldProfile) && !s.table.has(FieldRecipient):
		s.warn("acceptance is unknown: Invitations.csv does not say who was invited")
		return
	}
	s.Info.Acceptance = ByConnections
	s.Info.Join = "name"
	if seen.slugs > 0 && len(n.bySlug) > 0 {
		s.Info.Join = "profile address"
	}
	s.Info.HiddenConnections = n.hidden
	if n.bad > 0 {
		s.warn(fmt.Sprintf("%d records of Connections.csv could not be read: requests these people accepted count as not accepted", n.bad))
	}
}

func (s *Source) concludeRest(seen *survey) {
	info := &s.Info
	if info.Encoding == string(UTF8Damaged) {
		s.warn("some characters are damaged in the file and shown as \ufffd")
	}
	if info.NoDates {
		s.warn("no row has a date of sending: requests too young to judge cannot be told apart, and all known outcomes count")
	}
	switch {
	case !info.NotesKnown:
		s.warn("the file has no column for the note: no habit can be judged")
	case seen.notes == 0 && seen.records >= 20 && info.WindowDays == 0:
		s.warn("the column for the note is empty in every row: if the notes were not exported, the habit default-message is wrong here")
	}
	if !s.table.has(FieldRecruiter) {
		s.warn(fmt.Sprintf("the file has no column for the recruiter: all its requests are put down to %q", s.fallbackRecruiter()))
	}
}

func (s *Source) warn(texts ...string) {
	for _, text := range texts {
		if text != "" {
			s.Info.Warnings = append(s.Info.Warnings, text)
		}
	}
}

// fallbackRecruiter stands in where no column names the recruiter: the file's name without its ending.
func (s *Source) fallbackRecruiter() string {
	name := s.table.name()
	return strings.TrimSuffix(name, filepath.Ext(name))
}

// nameOf is the header of a field's column, for messages.
func (t *table) nameOf(field Field) string {
	if i, ok := t.mapping.columns[field]; ok {
		return strings.TrimSpace(t.header[i])
	}
	return string(field)
}

// commonest lists the most frequent words with their counts.
func commonest(words map[string]int64, most int) string {
	type counted struct {
		word  string
		count int64
	}
	var all []counted
	for word, count := range words {
		all = append(all, counted{word, count})
	}
	slices.SortFunc(all, func(a, b counted) int {
		return cmp.Or(cmp.Compare(b.count, a.count), strings.Compare(a.word, b.word))
	})
	var parts []string
	for i, c := range all {
		if i == most {
			parts = append(parts, fmt.Sprintf("and %d more", len(all)-most))
			break
		}
		parts = append(parts, fmt.Sprintf("%q (%d)", c.word, c.count))
	}
	return strings.Join(parts, ", ")
}
