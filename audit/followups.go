package audit

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"time"

	"outreachaudit/audit/export"
	"outreachaudit/audit/habit"
	"outreachaudit/audit/stat"
	"outreachaudit/audit/tally"
	"outreachaudit/audit/template"
)

const (
	// DefaultReplyDays is how long a message must have had to be answered.
	DefaultReplyDays = 14
	// mostQuoted bounds the messages that are kept for the sheet, of each kind.
	mostQuoted = 200

	// LeastGame, GamePitched and GameAlike make the numbers game: of so many new connections at least, such a share was
	// pitched within the days of rapport, and such a share of first messages went to many in nearly the same words.
	LeastGame   = 20
	GamePitched = 0.5
	GameAlike   = 0.5
)

// An AfterResult is what followed acceptances.
type AfterResult struct {
	ReplyDays      int // days that a message must have had to be answered
	RapportDays    int // days that a new connection is given before a pitch
	Team           AfterGroup
	Recruiters     []AfterGroup // by name; nil when only the team was asked for
	Habits         []AfterHabit // in the order of habit.AfterAcceptance
	Pitches        []Quoted     // fast pitches in input order, at most mostQuoted
	PitchesTotal   int64
	Contradictions []Quoted   // notes that give networking as their reason, or deny a job, and a pitch before any reply; at most mostQuoted
	Contradicted   int64      // all of them
	Promised       tally.Part // accepted requests with such a note, by whether a pitch came before any reply
}

// An AfterGroup is what followed the requests of a team or a recruiter.
type AfterGroup struct {
	Name string // of the recruiter; "" for the team
	tally.AfterCount
	Game bool // the pattern of the numbers game holds
}

// An AfterHabit is how often a habit of messages is seen, and whether it goes with replies.
type AfterHabit struct {
	*habit.Habit
	Judged, Flagged int64 // accepted requests
	stat.Comparison       // of first messages that had their time, by recruiter; the rates are of replies
}

// A Quoted is a message after an acceptance, with the note before it.
type Quoted struct {
	*Judged
	Note    Words // of the request, with the words that promise no pitch
	Message Words // with the words that pitch
	At      export.Moment
	Hours   float64 // after the acceptance, in the middle of what is known

	HoursKnown bool // the moments of both are known, if only by the day
	Reply      export.Answer
	Waited     float64 // hours until the reply, where there is one
}

// Words are a text and what in it is evidence.
type Words struct {
	Text     string
	Evidence []habit.Evidence
}

// followUps gathers what followed acceptances.
type followUps struct {
	rapport, replies time.Duration
	byRecruiter      map[string]*tally.AfterCount
	families         *template.Families  // of first messages
	letters          map[string][]uint64 // wordings of those in the rates by recruiter; 0 for short ones
	found            AfterResult
	seen             bool
}

func newFollowUps(rapportDays, replyDays int) *followUps {
	const day = 24 * time.Hour
	return &followUps{
		rapport: time.Duration(rapportDays) * day, replies: time.Duration(replyDays) * day,
		byRecruiter: map[string]*tally.AfterCount{}, families: template.NewFamilies(), letters: map[string][]uint64{},
		found: AfterResult{ReplyDays: replyDays, RapportDays: rapportDays},
	}
}

// add counts a request of a source that tells what followed.
func (f *followUps) add(j *Judged, quote bool) {
	f.seen = true
	count := f.byRecruiter[j.Recruiter]
	if count == nil {
		count = &tally.AfterCount{}
		f.byRecruiter[j.Recruiter] = count
	}
	own := tally.AfterOf(j.Note, j.Later, j.count, f.rapport, f.replies)
	*count = count.Plus(own)
	a := j.After
	if a == nil {
		return
	}
	if a.First != nil && a.First.Note.Note != "" {
		f.families.Add(&j.letter, j.Recruiter)
		if own.Followed > 0 {
			f.letters[j.Recruiter] = append(f.letters[j.Recruiter], j.letter.Key)
		}
	}
	if j.Later.Flagged.Has(0) {
		f.found.PitchesTotal++
		if quote && len(f.found.Pitches) < mostQuoted {
			f.found.Pitches = append(f.found.Pitches, j.quoted(a.First, nil))
		}
	}
	claims := a.Claims()
	if len(claims) == 0 {
		return
	}
	f.found.Promised.Add(a.PitchedUnasked())
	if a.PitchedUnasked() == export.Yes {
		f.found.Contradicted++
		if quote && len(f.found.Contradictions) < mostQuoted {
			f.found.Contradictions = append(f.found.Contradictions, j.quoted(a.Pitch, claims))
		}
	}
}

// quoted is a message with its note, under pseudonyms where the request is.
func (j *Judged) quoted(f *habit.Followed, claims []habit.Evidence) Quoted {
	q := Quoted{Judged: j.keep(), At: f.Moment, HoursKnown: !f.IsZero() && !j.After.Accepted.IsZero()}
	if q.HoursKnown {
		q.Hours = export.Hours(j.After.Accepted, f.Moment)
	}
	q.Note, q.Message = Words{j.Note.Note, j.shifted(claims)}, j.masked(f.Note.Note, f.Evidence)
	reply, answer := j.After.ReplyAfter(f.Moment)
	q.Reply = answer
	if answer == export.Yes {
		q.Waited = export.Hours(f.Moment, reply)
	}
	return q
}

// FirstMessage is the first message after the acceptance; nil where none is known.
func (j *Judged) FirstMessage() *Quoted {
	if j.After == nil || j.After.First == nil {
		return nil
	}
	q := j.quoted(j.After.First, j.After.Claims())
	return &q
}

// result is nil where no export tells what followed.
func (f *followUps) result(copies int, teamOnly bool) *AfterResult {
	if !f.seen {
		return nil
	}
	r := &f.found
	var strata []stat.Table
	for _, name := range slices.Sorted(maps.Keys(f.byRecruiter)) {
		count := *f.byRecruiter[name]
		for _, key := range f.letters[name] {
			count.Alike.Known++
			if f.families.Copies(f.families.Of(key), name) >= copies {
				count.Alike.Yes++
			}
		}
		r.Team.AfterCount = r.Team.Plus(count)
		r.Recruiters = append(r.Recruiters, AfterGroup{name, count, isGame(count)})
		strata = append(strata, count.Replies)
	}
	r.Team.Game = isGame(r.Team.AfterCount)
	for i, c := range stat.FirstMessages.CompareAll([][]stat.Table{strata}) {
		r.Habits = append(r.Habits, AfterHabit{habit.AfterAcceptance[i], r.Team.Judged, r.Team.Flagged, c.Seen(r.Team.Flagged)})
	}
	if teamOnly {
		r.Recruiters = nil
	}
	return r
}

func isGame(c tally.AfterCount) bool {
	return c.Rapport.Known >= LeastGame && c.Alike.Known > 0 &&
		float64(c.Rapport.Yes) >= GamePitched*float64(c.Rapport.Known) && float64(c.Alike.Yes) >= GameAlike*float64(c.Alike.Known)
}

// ByName finds a recruiter's group; nil where nothing is known of what followed.
func (r *AfterResult) ByName(name string) *AfterGroup {
	if r == nil {
		return nil
	}
	i, found := slices.BinarySearchFunc(r.Recruiters, name, func(g AfterGroup, name string) int { return cmp.Compare(g.Name, name) })
	if !found {
		return nil
	}
	return &r.Recruiters[i]
}

// hoped is said where no export tells what followed acceptances.
func hoped(sources []SourceResult) string {
	archives := slices.ContainsFunc(sources, func(s SourceResult) bool { return strings.HasPrefix(s.Format, "linkedin") })
	if archives {
		return "What followed acceptances is not in these exports: ask LinkedIn for messages.csv as well, and keep it beside Invitations.csv."
	}
	return "What followed acceptances is not in these exports: they have neither messages nor dates of replies."
}
