package export

import (
	"context"
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
	byNameOnly   bool // some people are known by their name alone
	whole        bool // no row is skimmed
	guessed      bool // the day of the archive is the newest date of its other tables
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
// was found is theirs once attach is called. Messages that cannot be read cost the requests nothing: a warning
// says so.
func ReadMessages(ctx context.Context, sources []*Source, progress func(int64)) (attach func(), err error) {
	var found []func()
	for _, archives := range byOwner(sources) {
		slices.SortStableFunc(archives, newestFirst)
		from := slices.IndexFunc(archives, func(s *Source) bool { return len(s.letters) > 0 })
		if from < 0 {
			continue
		}
		m := newMail(archives[from], archives)
		if err := m.read(ctx, archives[from].letters, progress); err != nil {
			if ctx.Err() != nil {
				return nil, ctx.Err()
			}
			found = append(found, func() { archives[from].warn("what followed acceptances is unknown: " + err.Error()) })
			continue
		}
		found = append(found, func() {
			archives[from].Info.Mail = &m.info
			for _, s := range archives {
				s.mail, s.invitees, s.Info.FollowedUp = m, nil, true
			}
		})
	}
	return func() {
		for _, attach := range found {
			attach()
		}
	}, nil
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

func (m *mail) read(ctx context.Context, parts []*table, progress func(int64)) (err error) {
	defer caught(parts[0].path, &err)
	for _, t := range parts {
		if order := orderNamed(t.reading.DateOrder); order != undecided {
			m.dates.chosen = order
		}
		columns := t.mapping.columns
		err := t.records(ctx, progress, m.skimmer(t), func(batch split) error {
			for i := range batch.records {
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
		if err != nil {
			return err
		}
	}
	last := parts[len(parts)-1]
	m.dates.decide(last.nameOf(FieldSent), last.mapping.format.Order, undecided, last.layout.delimiter)
	if newest := m.dates.newestDay(); m.guessed && newest > m.info.Until {
		m.info.Until, m.until = newest, (newest + 1).Time()
	}
	m.finish()
	return nil
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
