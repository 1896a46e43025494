package audit

import (
	"slices"
	"testing"
	"time"

	"outreachaudit/audit/export"
)

func TestDuplicates(t *testing.T) {
	at := time.Date(2026, 1, 5, 9, 0, 10, 0, time.UTC)
	base := export.Request{Recruiter: "Ana", RecruiterKnown: true, Timed: true, Recipient: "Bo Li", RecipientProfile: "bo", Sent: at, Note: "hi"}
	with := func(change func(*export.Request)) export.Request {
		r := base
		change(&r)
		return r
	}
	for _, c := range []struct {
		name          string
		first, second export.Request
		want          bool
	}{
		{"the same row", base, base, true},
		{"another outcome in a later export", base, with(func(r *export.Request) { r.Outcome = export.Accepted }), true},
		{"seconds apart, in another zone", base, with(func(r *export.Request) { r.Sent = at.Add(20 * time.Second).In(time.FixedZone("", 3600)) }), true},
		{"an hour apart", base, with(func(r *export.Request) { r.Sent = at.Add(time.Hour) }), false},
		{"another recruiter", base, with(func(r *export.Request) { r.Recruiter = "Tom" }), false},
		{"another profile, same name", base, with(func(r *export.Request) { r.RecipientProfile = "bo-2" }), false},
		{"same id, other time", with(func(r *export.Request) { r.ID = "7" }), with(func(r *export.Request) { r.ID = "7"; r.Sent = at.Add(time.Hour) }), true},
		{"another id, same time", with(func(r *export.Request) { r.ID = "7" }), with(func(r *export.Request) { r.ID = "8" }), false},
		{"same id, other person", with(func(r *export.Request) { r.ID = "7" }), with(func(r *export.Request) { r.ID = "7"; r.RecipientProfile = "cy" }), false},
		{"one name, two companies", with(func(r *export.Request) { r.RecipientProfile = "" }), with(func(r *export.Request) { r.RecipientProfile, r.Company = "", "Acme" }), false},
		{"a name only in one of the two", with(func(r *export.Request) { r.RecipientProfile = "" }), base, true},
		{"the same, the other way round", base, with(func(r *export.Request) { r.RecipientProfile = "" }), true},
		{"a full name and a day", with(func(r *export.Request) { r.RecipientProfile, r.Timed = "", false }), with(func(r *export.Request) { r.RecipientProfile, r.Timed = "", false }), true},
		{"a first name and a day", export.Request{Recruiter: "Ana", Recipient: "Bo", Sent: at}, export.Request{Recruiter: "Ana", Recipient: "Bo", Sent: at}, false},
		{"nobody named", export.Request{Recruiter: "Ana", Sent: at}, export.Request{Recruiter: "Ana", Sent: at}, false},
		{"no date, no id", with(func(r *export.Request) { r.Sent = time.Time{} }), with(func(r *export.Request) { r.Sent = time.Time{} }), false},
	} {
		d := newDuplicates(true, false)
		if d.seen(&c.first) {
			t.Errorf("%s: the first is a duplicate", c.name)
		}
		if got := d.seen(&c.second); got != c.want {
			t.Errorf("%s: %t, want %t", c.name, got, c.want)
		}
	}
}

// Rows that tell little are different requests of one file, but not of two files.
func TestRowsThatTellLittleAreCountedPerSource(t *testing.T) {
	row := export.Request{Recruiter: "Ana", RecruiterKnown: true, Recipient: "Bo", Sent: time.Date(2026, 1, 5, 0, 0, 0, 0, time.UTC)}
	d := newDuplicates(false, false)
	var got []bool
	for _, rows := range []int{2, 3} {
		d.next()
		for range rows {
			got = append(got, d.seen(&row))
		}
	}
	if want := []bool{false, false, true, true, false}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestConflictsAreCountedWithinASource(t *testing.T) {
	row := export.Request{Recruiter: "Ana", RecruiterKnown: true, RecipientProfile: "bo", Sent: time.Date(2026, 1, 5, 0, 0, 0, 0, time.UTC)}
	later := row
	later.Outcome = export.Accepted
	d := newDuplicates(false, false)
	d.next()
	if d.seen(&row) || !d.seen(&later) || d.conflicts != 1 {
		t.Errorf("%d conflicts, want 1", d.conflicts)
	}
	d.next()
	if !d.seen(&later) || d.conflicts != 1 {
		t.Errorf("another source: %d conflicts, want 1", d.conflicts)
	}
}

// TestDuplicatesRepeat: asked the same again, it answers the same, and of what it was not asked it knows nothing.
func TestDuplicatesRepeat(t *testing.T) {
	var rows []export.Request
	for i := range 200 {
		rows = append(rows, export.Request{Recruiter: "Ana", RecruiterKnown: true, ID: string(rune('a' + i*i%37)), Recipient: "Bo Li", Sent: time.Date(2026, 1, 5, 9, 0, 0, 0, time.UTC)})
	}
	d := newDuplicates(false, false)
	ask := func() (answers []bool) {
		for i := range rows {
			answers = append(answers, d.seen(&rows[i]))
		}
		return answers
	}
	first := ask()
	d = d.repeat()
	if again := ask(); !slices.Equal(again, first) || !slices.Contains(first, true) || !slices.Contains(first, false) {
		t.Errorf("first %v, again %v", first, again)
	}
	if d.seen(&rows[0]) {
		t.Error("a row that was not there the first time is a repetition")
	}
}

// TestSameDay: a tool that tells days, or times of another zone, repeats an archive; one file repeats nothing by the day.
func TestSameDay(t *testing.T) {
	sent := func(day, hour int, profile string) *export.Request {
		at := time.Date(2026, 3, day, hour, 30, 0, 0, time.UTC)
		return &export.Request{Recruiter: "Ana Ruiz", RecruiterKnown: true, Recipient: "Bo Li", RecipientProfile: profile, Sent: at, Timed: hour > 0}
	}
	for _, formats := range []bool{false, true} {
		d := newDuplicates(false, formats)
		if d.seen(sent(5, 23, "bo-li")) || d.seen(sent(5, 9, "bo-li")) || d.seen(sent(20, 9, "cy-ng")) {
			t.Error("one file repeats itself")
		}
		d.next()
		if d.seen(sent(6, 0, "bo-li")) != formats || d.seen(sent(19, 0, "cy-ng")) != formats {
			t.Errorf("several formats %t: found otherwise", formats)
		}
		if d.seen(sent(8, 0, "bo-li")) || d.seen(sent(5, 0, "di-oz")) {
			t.Error("another day, or another person, is the same")
		}
	}
}
