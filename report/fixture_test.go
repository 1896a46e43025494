package report

import (
	"fmt"
	"strings"

	"outreachaudit/audit"
	"outreachaudit/audit/export"
	"outreachaudit/audit/habit"
	"outreachaudit/audit/tally"
)

var testRun = Run{Version: "1.2.3", Rules: "5f2ac1"}

// testHabits are habits of the tests' own, so that goldens do not change with the rules.
var testHabits = []*habit.Habit{
	{ID: "default-message", Title: "Default message",
		Doc:  "Flags requests without a note or with LinkedIn's stock text. Write one sentence that only this person could have received.",
		Good: "Hi Ana, your talk on event sourcing at GopherCon answered a question I had for months. I recruit backend engineers in Madrid and would like to stay in touch."},
	{ID: "over-length", Title: "Over length",
		Doc: "Flags notes of more than three sentences or more characters than LinkedIn allows. Say who you are and why this person, and stop.",
		Bad: "Hi Ana. I hope you are well. I recruit engineers. I have many roles. Please write back.", Good: "Hi Ana, I recruit Go engineers and liked your article on pprof."},
	{ID: "premature-pitch", Title: "Premature pitch",
		Doc: "Flags notes that sell a job or ask for a call before there is a connection. Connect first.",
		Bad: "Hi Ana, are you free for a call about a great opportunity?", Good: "Hi Ana, I enjoyed your post on testing in production."},
	{ID: "hidden-intent", Title: "Hidden intent",
		Doc: "Flags a networking pretext without a word that the sender recruits. Say so.",
		Bad: "Hi Ana, I would like to expand my network.", Good: "Hi Ana, I recruit for Acme and follow your work on Delta."},
	{ID: "merge-error", Title: "Merge error",
		Doc: "Flags placeholders that were not filled in. Read the note before it goes out.",
		Bad: "Hi {{firstName}}, nice profile.", Good: "Hi Ana, nice to see your fix in the Go compiler."},
}

// A team is how a test says what its recruiters did.
type team struct {
	recruiters []person
	unknown    bool // acceptance
	months     int
}

type person struct {
	name     string
	requests int
	accepted int    // of 100 requests without a habit
	shows    [5]int // of 100 requests, by habit
}

// penalty is how much less often requests with a habit are accepted in the tests' team, in points.
var penalty = [5]int{14, 3, 9, 0, 0}

// build makes the result of a team. Nothing is random: the same team gives the same result.
func (t team) build() *audit.Result {
	asOf, _ := export.ParseDay("2026-10-31")
	result := &audit.Result{AsOf: asOf, Settings: audit.Settings{MaturityDays: 30, MaxFlagged: 100_000}}
	counts, waiting, clean := tally.Tally{}, tally.NewWaiting(), map[string]*audit.Judged{}
	cohort := tally.Cohort{AsOf: asOf, MaturityDays: 30}
	var flagged []*audit.Judged
	for _, p := range t.recruiters {
		for n := range p.requests {
			j := t.request(p, n, asOf)
			j.Standing = cohort.Standing(j.Request)
			counts.Add(j.Request, j.Kind, j.Verdict, cohort.Count(j.Request))
			waiting.Add(j.Request, cohort)
			if j.Flagged == 0 && clean[p.name] == nil {
				clean[p.name] = j
			}
			if j.Flagged != 0 {
				flagged = append(flagged, j)
				result.FlaggedTotal++
			}
		}
	}
	result.Flagged = audit.NewList(flagged...)
	audit.Summarise(result, testHabits, counts, waiting)
	for i := range result.Recruiters {
		r := &result.Recruiters[i]
		r.Examples = &audit.Examples{Shown: make([][]*audit.Judged, len(testHabits)), Clean: clean[r.Name]}
		for _, j := range flagged {
			for h := range testHabits {
				if j.Recruiter == r.Name && j.Flagged.Has(h) && len(r.Examples.Shown[h]) < 3 {
					r.Examples.Shown[h] = append(r.Examples.Shown[h], j)
				}
			}
		}
	}
	t.account(result)
	return result
}

// request is the nth request of a recruiter.
func (t team) request(p person, n int, asOf export.Day) *audit.Judged {
	dice := uint32(n*2654435761 + len(p.name)*40503)
	roll := func() int {
		dice = dice*1664525 + 1013904223
		return int(dice>>16) % 100
	}
	age := 5 + n*max(1, t.months)*30/max(1, p.requests)
	j := &audit.Judged{Note: &habit.Note{
		Request: &export.Request{
			Source: "exports/team.csv", Line: n + 2, Recruiter: p.name, Recipient: fmt.Sprintf("Person %d of %s", n, initials(p.name)),
			Note: "Hi, are you open to a call about a great role?", NoteKnown: true, Sent: (asOf - export.Day(age)).Time(), Outcome: export.NotAccepted,
		},
		Kind: habit.Own, Characters: 46,
	}}
	chance := p.accepted
	for h := range testHabits {
		if j.Kind != habit.Own {
			break
		}
		j.Judged = j.Judged.With(h)
		if roll() < p.shows[h] {
			j.Flagged = j.Flagged.With(h)
			chance -= penalty[h]
			if h == 0 {
				j.Kind, j.Note.Note = habit.Blank, ""
			}
			j.Findings = append(j.Findings, habit.Finding{Habit: h, Evidence: habit.Evidence{Start: min(4, len(j.Note.Note)), End: min(11, len(j.Note.Note)), Why: "asks for a call"}})
		}
	}
	if roll() < chance {
		j.Outcome = export.Accepted
		j.Request.Accepted = j.Sent.AddDate(0, 0, roll()*roll()/250)
	} else if roll() < 15 {
		j.Outcome = export.Withdrawn
	}
	if t.unknown {
		j.Outcome = export.Unknown
	}
	return j
}

// account adds what only reading the files tells.
func (t team) account(r *audit.Result) {
	accounting := export.Accounting{Audited: r.Team.Requests, Read: r.Team.Requests + 5}
	accounting.Skip(export.Duplicate)
	accounting.Skip(export.Incoming)
	accounting.Skip(export.Incoming)
	accounting.Quarantine(export.BadDate)
	accounting.Quarantine(export.TooFewFields)
	r.Accounting = accounting
	acceptance := export.ByStatus
	if t.unknown {
		acceptance = export.NoAcceptance
	}
	r.Sources = []audit.SourceResult{{
		Info: export.Info{
			Path: "exports/team.csv", Format: "generic", Encoding: "UTF-8 with byte order mark", Delimiter: "semicolon", Exported: r.AsOf,
			ExportedFrom: "newest date in the data", Acceptance: acceptance, NotesKnown: true,
			Columns: []export.Column{{Name: "Sender", Field: export.FieldRecruiter}, {Name: "Internal note"}, {Name: "Sent on", Field: export.FieldSent}},
		},
		Accounting: accounting, Requests: r.Team.Count,
	}}
	r.Problems = []export.Problem{
		{Source: "exports/team.csv", Line: 12, Code: export.BadDate, Reason: "the date of sending \"soon\" cannot be read; write it as YYYY-MM-DD", Raw: "Ana;soon;Hi"},
		{Source: "exports/team.csv", Line: 90, Code: export.TooFewFields, Reason: "the record has 2 fields, the header 7", Raw: "Ana;2026-01-01"},
	}
	r.Ignored = []export.Ignored{{Path: "exports/readme.txt", Reason: "it is not a table"}}
	r.Warnings = []string{fmt.Sprintf("2 of %d records could not be used; they are listed with the reason", accounting.Read)}
}

// usual is a team with everything a report can show.
func usual() *audit.Result {
	return team{months: 8, recruiters: []person{
		{"Ana Ruiz", 420, 44, [5]int{22, 12, 10, 8, 1}},
		{"Ben Okafor", 610, 38, [5]int{55, 20, 30, 10, 0}},
		{"Chloé Martin", 300, 51, [5]int{10, 6, 12, 5, 1}},
		{"Dieter Groß", 96, 30, [5]int{70, 30, 20, 10, 0}},
		{"Emi Sato", 24, 45, [5]int{30, 10, 10, 10, 0}},
		{"Farid Haddad", 7, 40, [5]int{0, 0, 0, 0, 0}},
	}}.build()
}

func unknownAcceptance() *audit.Result {
	return team{months: 5, unknown: true, recruiters: []person{{"Ana Ruiz", 300, 40, [5]int{30, 10, 10, 8, 1}}, {"Ben Okafor", 150, 40, [5]int{30, 10, 10, 8, 1}}}}.build()
}

func single() *audit.Result {
	return team{months: 4, recruiters: []person{{"Ana Ruiz", 1, 40, [5]int{100, 0, 0, 0, 0}}}}.build()
}

// empty is a result of which nothing is known.
func empty() *audit.Result { return &audit.Result{AsOf: usual().AsOf} }

func large() *audit.Result {
	t := team{months: 12}
	for i := range 200 {
		t.recruiters = append(t.recruiters, person{fmt.Sprintf("Recruiter %03d", i), 40, 40, [5]int{30, 10, 10, 8, 1}})
	}
	return t.build()
}

// initials tell recipients of different recruiters apart.
func initials(name string) string {
	var all []rune
	for word := range strings.FieldsSeq(name) {
		all = append(all, []rune(word)[0])
	}
	return string(all)
}

// unpacked are the requests of a list.
func unpacked(l *audit.List) (all []*audit.Judged) {
	for _, j := range l.All() {
		all = append(all, j)
	}
	return all
}
