package export

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"
)

// A MailInfo says what became of the rows of messages.csv. Read = Used + all LeftOut.
type MailInfo struct {
	Paths   []string
	Until   Day   // up to when messages are known
	Read    int64 // rows
	Used    int64 // of them written between a recruiter and somebody who accepted
	LeftOut map[Skip]int64
}

// The reasons to leave out a row of messages.csv, besides those for rows of any table.
const (
	Draft       Skip = "draft"        // never sent
	Spam        Skip = "spam"         // in the folder for it
	Sponsored   Skip = "sponsored"    // an advertisement
	Group       Skip = "group"        // to several people
	SystemText  Skip = "system"       // by nobody, such as "Message request accepted"
	OtherPeople Skip = "other-people" // with people whose acceptance is not in the export
	Namesakes   Skip = "namesakes"    // with one of several people of a name, where nothing tells them apart
	Unreadable  Skip = "unreadable"   // a damaged row, or one without a time
)

// invitees are the people whom an archive lists as invited, as far as they can be found in messages.
type invitees struct {
	bySlug map[string]string // name key by profile
	byName map[string]bool   // those without a profile: whether the archive lists one alone of that name
}

func newInvitees() *invitees {
	return &invitees{bySlug: map[string]string{}, byName: map[string]bool{}}
}

func (v *invitees) add(slug, name string) {
	if slug != "" {
		v.bySlug[slug] = NameKey(name)
		return
	}
	if key := NameKey(name); key != "" {
		_, twin := v.byName[key]
		v.byName[key] = !twin
	}
}

// A mail is what was written between the owner of archives and the people who accepted.
type mail struct {
	info         MailInfo
	until        time.Time
	owner        string // NameKey
	ownerProfile string
	bySlug       map[string]*thread
	byName       map[string]*thread
	byNameOnly   bool  // some people are known by their name alone
	whole        bool  // no row is skimmed
	guessed      bool  // the day of the archive is the newest date of its other tables
	cut          bool  // a file ends in the middle of a row
	undated      int64 // letters of people who accepted that were lost for their dates
	dates        dateColumn
}

// A thread is all that was written between two people.
type thread struct {
	slug    string // of the other one; "" when unknown
	unclear bool   // several people have that name
	letters []letter
	groups  map[uint64]bool // conversations in which others took part
}

type letter struct {
	conversation uint64
	date         string
	sent         time.Time
	own          bool
	subject      bool // InMail has one; a message between connections has not
	text         string
}

// usualLetters is how many two people write at first.
const usualLetters = 4

// longestLetter is how much of a message is kept; LinkedIn allows 8,000 characters.
const longestLetter = 32 << 10

// ReadMessages reads what followed acceptances, where archives hold messages. Of several archives of one
// owner the newest with messages has them all. The sources must be united. They may be read meanwhile; what
// was found is theirs once attach is called, which returns the files that could not be read. They cost the requests
// nothing: the messages of an older archive are taken, or a warning says that there are none.
func ReadMessages(ctx context.Context, sources []*Source, progress func(int64)) (attach func() []Ignored, err error) {
	var found []func()
	var unread []Ignored
	for _, archives := range byOwner(sources) {
		slices.SortStableFunc(archives, newestFirst)
		from, m, failed, err := newestMail(ctx, archives, progress)
		if err != nil {
			return nil, err
		}
		unread = append(unread, failed...)
		switch {
		case m != nil:
			found = append(found, func() {
				from.Info.Mail = &m.info
				if doubts := m.doubts(); doubts != "" {
					from.warn(doubts)
				}
				for _, s := range archives {
					s.mail, s.invitees, s.Info.FollowedUp = m, nil, true
				}
			})
		case len(failed) > 0:
			found = append(found, func() {
				archives[0].warn("what followed acceptances is unknown: " + failed[0].Path + " could not be read: " + failed[0].Reason)
			})
		}
	}
	return func() []Ignored {
		for _, attach := range found {
			attach()
		}
		return unread
	}, nil
}

// newestMail is the messages of the newest archive of which all can be read, nil where there is none. An error is only
// that the context is done.
func newestMail(ctx context.Context, archives []*Source, progress func(int64)) (from *Source, m *mail, unread []Ignored, err error) {
	for _, from := range archives {
		if len(from.letters) == 0 {
			continue
		}
		m, failed := readMail(ctx, from, archives, progress)
		if err := ctx.Err(); err != nil {
			return nil, nil, nil, err
		}
		if failed == nil {
			return from, m, unread, nil
		}
		unread = append(unread, *failed)
	}
	return nil, nil, unread, nil
}

// readMail reads the messages of one archive: all parts, or none and why. Where the encoding of a part turns out to be
// another one, all are read again.
func readMail(ctx context.Context, from *Source, archives []*Source, progress func(int64)) (*mail, *Ignored) {
	parts := slices.Clone(from.letters)
	for {
		m, at, err := readParts(ctx, from, archives, parts, progress)
		if err == nil {
			return m, nil
		}
		if errors.Is(err, errEncoding) {
			again, failed := parts[at].again()
			if err = failed; err == nil && again.mapping.format.Role == conversations {
				parts[at] = again
				continue
			}
		}
		path := parts[at].path
		return nil, &Ignored{Path: path, Reason: reason(path, err), Failed: true}
	}
}

// readParts reads messages once. With an error comes which part it is of.
func readParts(ctx context.Context, from *Source, archives []*Source, parts []*table, progress func(int64)) (m *mail, at int, err error) {
	defer caught(parts[0].path, &err)
	m = newMail(from, archives)
	at, err = m.read(ctx, parts, progress)
	return m, at, err
}

// newMail prepares a thread for each person who accepted. People with a profile come first, so that a name
// alone is taken for the person who has that name there.
func newMail(from *Source, archives []*Source) *mail {
	day := from.Info.Exported
	m := &mail{
		info: MailInfo{Until: day, LeftOut: map[Skip]int64{}}, until: (day + 1).Time(), guessed: !from.Info.ExportedKnown, owner: from.owner, ownerProfile: from.ownerProfile,
		bySlug: map[string]*thread{}, byName: map[string]*thread{}, dates: dateColumn{zone: time.UTC},
	}
	for _, t := range from.letters {
		m.info.Paths = append(m.info.Paths, t.path)
	}
	for _, s := range archives {
		if s.invitees == nil {
			continue
		}
		for slug, name := range s.invitees.bySlug {
			if s.accepted(slug, name) {
				m.person(slug, name)
			}
		}
	}
	for _, s := range archives {
		if s.invitees == nil {
			continue
		}
		for name, alone := range s.invitees.byName {
			if !s.accepted("", name) {
				continue
			}
			if m.byName[name] == nil {
				m.byName[name] = &thread{}
			}
			m.byNameOnly = true
			if !alone {
				m.byName[name].unclear = true
			}
		}
	}
	return m
}

func (m *mail) person(slug, name string) {
	if m.bySlug[slug] != nil {
		return
	}
	t := &thread{slug: slug}
	m.bySlug[slug] = t
	switch twin := m.byName[name]; {
	case name == "":
	case twin == nil:
		m.byName[name] = t
	case twin.slug != slug:
		m.byName[name] = &thread{unclear: true} // a name alone tells neither
	}
}

// accepted reports whether somebody is a connection in any archive of the owner.
func (s *Source) accepted(slug, name string) bool {
	for _, n := range append(s.newer[:len(s.newer):len(s.newer)], s.network) {
		if _, ok := n.connected(slug, name, 0); ok {
			return true
		}
	}
	return false
}

// read reads the parts of messages. With an error comes which part it is of.
func (m *mail) read(ctx context.Context, parts []*table, progress func(int64)) (at int, err error) {
	for i, t := range parts {
		if err := m.part(ctx, t, progress); err != nil {
			return i, err
		}
	}
	m.end(parts[len(parts)-1])
	return 0, nil
}

func (m *mail) part(ctx context.Context, t *table, progress func(int64)) (err error) {
	defer caught(t.path, &err)
	if order := orderNamed(t.reading.DateOrder); order != undecided {
		m.dates.chosen = order
	}
	columns, broken := t.mapping.columns, false // whether the last row so far is
	err = t.records(ctx, progress, m.skimmer(t), func(batch split) error {
		for i := range batch.records {
			broken = batch.records[i].code != ""
			rows := 1 + int64(batch.records[i].more)
			m.info.Read += rows
			if reason := m.add(&batch.records[i], columns); reason != "" {
				m.info.LeftOut[reason] += rows
			} else {
				m.info.Used++
			}
		}
		return nil
	})
	m.cut = m.cut || broken
	return err
}

// mostLost is the share of messages that may be lost before nothing follows from there being none.
const mostLost = 0.01

// lacks reports whether so many messages could not be read, or a file is so plainly cut off, that nobody can be said not
// to have written.
func (m *mail) lacks() bool {
	lost := m.info.LeftOut[Unreadable]
	return m.cut || float64(lost) > mostLost*float64(m.info.Read) || float64(m.undated) > mostLost*float64(m.info.Used+m.undated)
}

// doubts says what could not be read, "" when all could.
func (m *mail) doubts() string {
	lost := m.info.LeftOut[Unreadable]
	words := fmt.Sprintf("%d of %d rows of messages.csv could not be read", lost, m.info.Read)
	switch {
	case lost == 0:
		return ""
	case m.cut:
		return words + ", the last one among them, so that the file seems cut off: who has not written is unknown; export it again"
	case m.lacks():
		return words + ": who has not written is unknown; export it again"
	}
	return words + ": what they say is unknown"
}

// end settles what only all parts tell, of which the last one is given.
func (m *mail) end(last *table) {
	m.dates.decide(last.nameOf(FieldSent), last.mapping.format.Order, undecided, last.layout.delimiter)
	if newest := m.dates.newestDay(); m.guessed && newest > m.info.Until {
		m.info.Until, m.until = newest, (newest + 1).Time()
	}
	m.finish()
}

// finish dates all letters, drops those of groups, and puts the rest in order.
func (m *mail) finish() {
	done := map[*thread]bool{}
	for _, byKey := range []map[string]*thread{m.bySlug, m.byName} {
		for _, t := range byKey {
			if !done[t] {
				done[t] = true
				m.tidy(t)
			}
		}
	}
}

func (m *mail) tidy(t *thread) {
	if t.unclear {
		m.leave(Namesakes, int64(len(t.letters)))
		t.letters = nil
	}
	kept := t.letters[:0]
	for _, l := range t.letters {
		sent, ok := m.dates.parse(l.date)
		switch {
		case t.groups[l.conversation]:
			m.leave(Group, 1)
		case !ok || sent.After(m.until):
			m.leave(Unreadable, 1)
			m.undated++
		default:
			l.sent, l.date = sent.UTC(), ""
			kept = append(kept, l)
		}
	}
	t.letters = kept
	slices.SortStableFunc(t.letters, func(a, b letter) int { return a.sent.Compare(b.sent) })
}

// leave takes letters that were used back out of the account.
func (m *mail) leave(reason Skip, letters int64) {
	if letters > 0 {
		m.info.Used -= letters
		m.info.LeftOut[reason] += letters
	}
}
