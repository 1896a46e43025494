package export

import (
	"cmp"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"
)

func (s *Source) conclude(seen *survey) {
	t := s.table
	s.sent.decide(t.nameOf(FieldSent), t.mapping.format.Order, s.agreed.sure(), t.layout.delimiter)
	s.agreed.decide(t.nameOf(FieldAccepted), t.mapping.format.Order, s.sent.order, t.layout.delimiter)
	s.Info = Info{
		Path:       t.path,
		Format:     t.mapping.format.ID,
		FormatWhy:  t.mapping.why,
		Encoding:   string(t.encoding),
		Delimiter:  t.delimiterName(),
		LineEnd:    t.ends,
		Quotes:     t.layout.quotes(),
		HeaderLine: t.skip,
		DateOrder:  s.sent.style(),
		Header:     t.header,
		Columns:    t.mapping.list(t.header),
		WindowDays: t.mapping.format.Window,
		NoDates:    s.sent.dates == 0,
		NotesKnown: t.has(FieldNote),

		ProfilesKnown: seen.slugs > 0,
		Warnings:      slices.Clone(t.mapping.doubts),
	}
	doubt := s.concludeDay()
	if seen.sound == 0 {
		s.Info.Acceptance = NoAcceptance
		return // its records are all listed with their reasons; nothing else can be said
	}
	s.warn(doubt, s.sent.doubt, s.agreed.doubt)
	s.concludeAcceptance(seen)
	if s.later {
		s.concludeLater(seen)
	}
	s.concludeRest(seen)
}

// concludeDay settles when the export was made, and which days of sending it can hold.
func (s *Source) concludeDay() (doubt string) {
	info := &s.Info
	newest := max(s.sent.newestDay(), s.agreed.newestDay())
	info.Exported, info.ExportedFrom = newest, newestDate
	s.lastSent = s.sent.newestDay()
	if info.WindowDays == 0 {
		info.OutcomeAsOf = info.Exported
		return ""
	}
	if s.network != nil {
		newest = max(newest, s.network.newest)
	}
	info.Exported, info.ExportedFrom, doubt = exportDay(s.table.path, s.table.modified, newest)
	info.ExportedKnown = info.ExportedFrom != newestDate
	s.lastSent = info.Exported + 1 // a day in Pacific time is still the next one elsewhere
	info.OutcomeAsOf = info.Exported
	info.Windows = []Period{{info.Exported - Day(info.WindowDays), s.lastSent}}
	return doubt
}

// concludeAcceptance is the gate before any rate: where the files cannot tell who accepted, every
// outcome is unknown, and no share of acceptance may be computed.
func (s *Source) concludeAcceptance(seen *survey) {
	info := &s.Info
	s.noStatus = seen.words == 0
	if s.noStatus && s.table.has(FieldAccepted) {
		seen.outcomes[NotAccepted] += seen.outcomes[Unknown]
		seen.outcomes[Unknown] = 0
	}
	joined, why := s.join(seen)
	stated := NoAcceptance
	if !joined {
		var reason string
		stated, reason = s.gate(seen)
		if why == "" || stated != NoAcceptance {
			why = reason
		}
	}
	info.Acceptance, info.AcceptanceWhy = stated, why
	if joined {
		info.Acceptance = ByConnections
	}
	if info.Acceptance == NoAcceptance {
		s.warn("acceptance is unknown: " + why)
	}
	if words := commonest(seen.unknown, 5); words != "" && !joined {
		s.warn(fmt.Sprintf("status words not known, treated as unknown outcome: %s; say what they mean with --status \"WORD=accepted\" or the like", words))
	}
}

// gate decides whether the cells of a file can tell acceptance, and why.
func (s *Source) gate(seen *survey) (Acceptance, string) {
	known := int64(0)
	for outcome, n := range seen.outcomes {
		if outcome != Unknown {
			known += n
		}
	}
	accepted := seen.outcomes[Accepted]
	status, date := s.table.has(FieldStatus) && !s.noStatus, s.table.has(FieldAccepted)
	switch {
	case !s.table.has(FieldStatus) && !date:
		return NoAcceptance, "the file has no column for a status or a date of acceptance"
	case !status && !date:
		return NoAcceptance, fmt.Sprintf("the column %q is empty in every row", s.table.nameOf(FieldStatus))
	case known == 0:
		return NoAcceptance, "no status in the file is known to this program"
	case accepted == 0 && !status:
		return NoAcceptance, "the column for the date of acceptance is empty in every row"
	case accepted == known:
		return NoAcceptance, "the file lists accepted requests only, so no share of acceptance can be computed"
	case seen.outcomes[Pending] == known:
		return NoAcceptance, "the file lists pending requests only, so no share of acceptance can be computed"
	case accepted+seen.outcomes[Declined] == known && accepted > 0:
		return NoAcceptance, "the file lists answered requests only, accepted or declined: the unanswered ones are missing, so no share of acceptance can be computed"
	case status:
		return ByStatus, fmt.Sprintf("by the words of the column %q", s.table.nameOf(FieldStatus))
	default:
		return ByDate, fmt.Sprintf("by the column %q: empty means not accepted", s.table.nameOf(FieldAccepted))
	}
}

// join decides whether a LinkedIn archive can be joined with its connections. Where it cannot, it says
// why; for other exports there is nothing to say.
func (s *Source) join(seen *survey) (ok bool, why string) {
	n := s.network
	switch {
	case s.table.mapping.format.ID != linkedInInvitations:
		return false, ""
	case n == nil:
		return false, cmp.Or(s.unpaired, "there is no Connections.csv beside it")
	case len(n.byName)+len(n.bySlug) == 0:
		return false, "Connections.csv holds no connection that could be joined"
	case !s.table.has(FieldProfile) && !s.table.has(FieldRecipient):
		return false, "Invitations.csv does not say who was invited"
	}
	info := &s.Info
	info.Join = "name"
	if seen.slugs > 0 && len(n.bySlug) > 0 {
		info.Join = "profile address"
	}
	info.HiddenConnections, info.Connected, info.LostConnections = n.hidden, n.people, n.bad
	for _, t := range s.friends {
		info.Connections = append(info.Connections, t.path)
	}
	s.owner, s.ownerProfile = most(seen.owners), most(seen.profiles)
	if n.bad > 0 {
		s.warn(fmt.Sprintf("%d records of Connections.csv could not be read: requests these people accepted count as not accepted", n.bad))
	}
	return true, fmt.Sprintf("joined with Connections.csv by %s", info.Join)
}

// most is the commonest word, of equals the first in order; "" for none.
func most(counts map[string]int64) (word string) {
	for _, candidate := range slices.Sorted(maps.Keys(counts)) {
		if counts[candidate] > counts[word] {
			word = candidate
		}
	}
	return word
}

func (s *Source) concludeRest(seen *survey) {
	info := &s.Info
	if info.Encoding == string(UTF8Damaged) {
		s.warn("some characters are damaged in the file and shown as \ufffd")
	}
	if seen.mended > 0 {
		s.warn(fmt.Sprintf("rows with a %s in a cell that is not in quotes: %d; each was read in the only way that fits its other cells", info.Delimiter, seen.mended))
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
	if !s.table.has(FieldRecruiter) && s.table.reading.Recruiter == "" {
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

// fallbackRecruiter stands in where no column names the recruiter: whom the user named, else the file's
// name without its ending.
func (s *Source) fallbackRecruiter() string {
	name := s.table.name()
	return cmp.Or(s.table.reading.Recruiter, strings.TrimSuffix(name, filepath.Ext(name)))
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
