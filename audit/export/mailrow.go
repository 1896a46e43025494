package export

import (
	"hash/fnv"
	"strings"
)

// A mailRow is a row of messages.csv. It is not read through gocsv as the rows of requests are: most rows are of
// people who are not looked for, and two cells tell.
type mailRow struct {
	Conversation, Title, Direction                   string
	From, FromProfile, To, ToProfiles                string
	Sent, Subject, Content, Folder, Draft, AllDrafts string
}

func newMailRow(rec *record, columns map[Field]int) mailRow {
	cell := func(field Field) string {
		if column, ok := columns[field]; ok {
			return rec.fields[column]
		}
		return ""
	}
	return mailRow{
		cell(FieldID), cell(FieldConversation), cell(FieldDirection),
		cell(FieldRecruiter), cell(FieldRecruiterProfile), cell(FieldRecipient), cell(FieldProfile),
		cell(FieldSent), cell(FieldSubject), cell(FieldNote), cell(FieldStatus), cell(FieldDraft), cell(FieldConversationDraft),
	}
}

// add takes a record in, or says why not.
func (m *mail) add(rec *record, columns map[Field]int) Skip {
	switch {
	case rec.code != "":
		return Unreadable
	case rec.skip != "":
		return rec.skip
	}
	row := newMailRow(rec, columns)
	r := &row
	if strings.TrimSpace(r.From) == "" {
		return SystemText
	}
	if strings.Count(r.ToProfiles, "/in/") > 1 || r.ToProfiles == "" && severalNames(r.To) {
		m.markGroup(r)
		return Group
	}
	own := m.isOwner(r)
	profile, name := r.FromProfile, r.From
	if own {
		profile, name = r.ToProfiles, r.To
	}
	t := m.thread(profileSlug(profile), name)
	switch {
	case t == nil:
		return OtherPeople
	case yes(r.Draft) || yes(r.AllDrafts):
		return Draft
	case strings.EqualFold(strings.TrimSpace(r.Folder), "spam"):
		return Spam
	case strings.EqualFold(r.Title, "sponsored conversation") || strings.HasPrefix(r.Content, `<p class="spinmail`):
		return Sponsored
	case t.unclear:
		return Namesakes
	}
	if _, ok := parseWritten(r.Sent); !ok {
		m.undated++
		return Unreadable
	}
	m.dates.add(r.Sent)
	next := letter{conversation: conversationOf(r), date: strings.Clone(r.Sent), own: own, subject: strings.TrimSpace(r.Subject) != ""}
	if own {
		next.text = strings.Clone(PlainText(strings.ToValidUTF8(r.Content[:min(len(r.Content), longestLetter)], "")))
	}
	if t.letters == nil {
		t.letters = make([]letter, 0, usualLetters)
	}
	t.letters = append(t.letters, next)
	return ""
}

// isOwner reports whether the owner of the archive wrote a row.
func (m *mail) isOwner(r *mailRow) bool {
	if r.Direction != "" {
		return directionOf(r.Direction) == outgoing
	}
	if slug := profileSlug(r.FromProfile); slug != "" && m.ownerProfile != "" {
		return slug == m.ownerProfile
	}
	return NameKey(r.From) == m.owner
}

// thread is the one with a person, nil for people who are not looked for.
func (m *mail) thread(slug, name string) *thread {
	if slug != "" {
		if t := m.bySlug[slug]; t != nil {
			return t
		}
	}
	if slug != "" && !m.byNameOnly {
		return nil
	}
	t := m.byName[NameKey(name)]
	switch {
	case t == nil || slug == "" || t.slug == slug:
	case t.slug == "":
		t.slug = slug
	case m.bySlug[t.slug] == t:
		return nil // a namesake of somebody whose profile is known
	default:
		t.unclear = true
	}
	return t
}

// markGroup remembers that others took part in a conversation, whoever is named in it: what is left of it
// after they went looks like one between two.
func (m *mail) markGroup(r *mailRow) {
	mark := func(t *thread) {
		if t == nil || r.Conversation == "" {
			return
		}
		if t.groups == nil {
			t.groups = map[uint64]bool{}
		}
		t.groups[conversationOf(r)] = true
	}
	for slug := range strings.SplitSeq(r.FromProfile+","+r.ToProfiles, ",") {
		mark(m.bySlug[profileSlug(slug)])
	}
	for name := range strings.SplitSeq(r.From+","+r.To, ",") {
		mark(m.byName[NameKey(name)])
	}
}

// severalNames: LinkedIn parts names by a bare comma, while one before a title, as in "Ana Ruiz, PMP", has
// a blank behind it.
func severalNames(cell string) bool {
	for i := range len(cell) - 1 {
		if cell[i] == ',' && cell[i+1] != ' ' {
			return true
		}
	}
	return false
}

func yes(cell string) bool { return strings.EqualFold(strings.TrimSpace(cell), "yes") }

// conversationOf tells conversations apart, in eight bytes.
func conversationOf(r *mailRow) uint64 {
	hash := fnv.New64a()
	hash.Write([]byte(r.Conversation))
	return hash.Sum64()
}
