package report

import (
	"outreachaudit/audit"
	"outreachaudit/audit/export"
	"outreachaudit/audit/habit"
	"outreachaudit/audit/tally"
)

// jsonAfter is what followed acceptances.
type jsonAfter struct {
	RapportDays    int              `json:"rapport_days"`
	ReplyDays      int              `json:"reply_days"`
	Team           jsonAfterGroup   `json:"team"`
	Recruiters     []jsonAfterGroup `json:"recruiters"`
	Habits         []jsonAfterHabit `json:"habits"`
	Promised       jsonPart         `json:"promised_no_pitch"`
	Contradictions []jsonQuoted     `json:"say_one_do_another"`
	Pitches        []jsonQuoted     `json:"fast_pitches"`
	PitchesTotal   int64            `json:"fast_pitch_count"`
}

type jsonAfterGroup struct {
	Name     *string  `json:"name"`
	Sent     int64    `json:"sent"`
	Mature   int64    `json:"mature"`
	Accepted jsonPart `json:"accepted"`
	Followed int64    `json:"followed"`
	Messaged jsonPart `json:"messaged"`
	Day      jsonPart `json:"pitched_24h"`
	Rapport  jsonPart `json:"pitched_rapport"`
	Before   jsonPart `json:"pitched_before_reply"`
	Replied  jsonPart `json:"replied"`
	Alike    jsonPart `json:"alike"`
	Game     bool     `json:"numbers_game"`
}

// jsonPart is how many out of those of whom it is known.
type jsonPart struct {
	Yes   int64    `json:"yes"`
	Known int64    `json:"known"`
	Share *float64 `json:"share"`
	Low   *float64 `json:"lo"`
	High  *float64 `json:"hi"`
}

// jsonAfterHabit has rates of replies: mature messages, and those answered.
type jsonAfterHabit struct {
	ID          string     `json:"id"`
	Title       string     `json:"title"`
	Judged      int64      `json:"judged"`
	Flagged     int64      `json:"flagged"`
	With        jsonPart   `json:"with"`
	Without     jsonPart   `json:"without"`
	Within      jsonWithin `json:"within"`
	Q           *float64   `json:"q"`
	Verdict     string     `json:"verdict"`
	Tags        []string   `json:"tags"`
	Explanation string     `json:"explanation"`
	Warnings    []string   `json:"warnings"`
}

type jsonQuoted struct {
	Source    string         `json:"source"`
	Line      int            `json:"line"`
	Recruiter string         `json:"recruiter"`
	Recipient *string        `json:"recipient"`
	Note      *string        `json:"note"`
	Claims    []jsonEvidence `json:"claims"`
	jsonMessage
}

// jsonMessage is a message after an acceptance; its evidence is in bytes of it.
type jsonMessage struct {
	Message  *string        `json:"message"`
	Sent     *string        `json:"message_sent"`
	Hours    *float64       `json:"hours_after_acceptance"`
	Replied  *bool          `json:"replied"`
	Waited   *float64       `json:"hours_until_reply"`
	Evidence []jsonEvidence `json:"evidence"`
}

func jsonAfterOf(result *audit.Result) *jsonAfter {
	a := result.After
	if a == nil {
		return nil
	}
	return &jsonAfter{
		RapportDays: a.RapportDays, ReplyDays: a.ReplyDays, Team: jsonAfterGroupOf(a.Team), Recruiters: each(a.Recruiters, jsonAfterGroupOf),
		Habits: each(a.Habits, jsonAfterHabitOf), Promised: jsonPartOf(a.Promised),
		Contradictions: each(a.Contradictions, jsonQuotedOf), Pitches: each(a.Pitches, jsonQuotedOf), PitchesTotal: a.PitchesTotal,
	}
}

func jsonAfterGroupOf(g audit.AfterGroup) jsonAfterGroup {
	return jsonAfterGroup{
		Name: known(g.Name), Sent: g.Sent, Mature: g.Mature, Accepted: jsonPartOf(tally.Part{Yes: g.Accepted, Known: g.Mature}), Followed: g.Followed,
		Messaged: jsonPartOf(g.Messaged), Day: jsonPartOf(g.Day), Rapport: jsonPartOf(g.Rapport), Before: jsonPartOf(g.Before),
		Replied: jsonPartOf(g.Replied), Alike: jsonPartOf(g.Alike), Game: g.Game,
	}
}

func jsonPartOf(p tally.Part) jsonPart {
	r := jsonRateOf(partRate(p))
	return jsonPart{p.Yes, p.Known, r.Rate, r.Low, r.High}
}

func jsonAfterHabitOf(h audit.AfterHabit) jsonAfterHabit {
	with, without := h.Total.With(), h.Total.Without()
	return jsonAfterHabit{
		ID: h.ID, Title: h.Title, Judged: h.Judged, Flagged: h.Flagged,
		With: jsonPartOf(tally.Part{Yes: with.Accepted, Known: with.Mature}), Without: jsonPartOf(tally.Part{Yes: without.Accepted, Known: without.Mature}),
		Within: jsonWithinOf(h.Within), Q: h.Q, Verdict: string(h.Verdict), Tags: listed(h.Tags), Explanation: h.Explanation, Warnings: listed(h.Warnings),
	}
}

func jsonQuotedOf(q audit.Quoted) jsonQuoted {
	out := jsonQuoted{
		Source: q.Source, Line: q.Line, Recruiter: q.Recruiter, Recipient: known(q.Recipient), Claims: quotedEvidence("claim", q.Note), jsonMessage: jsonMessageOf(&q),
	}
	if q.NoteKnown {
		out.Note = &q.Note.Text
	}
	return out
}

func jsonMessageOf(q *audit.Quoted) jsonMessage {
	out := jsonMessage{Message: known(q.Message.Text), Evidence: quotedEvidence(pitchName(q.Judged), q.Message)}
	if !q.At.IsZero() {
		out.Sent = known(q.At.At.UTC().Format("2006-01-02T15:04:05Z"))
		if q.At.Span > 0 {
			out.Sent = known(export.DayOf(q.At.At).String())
		}
		if q.HoursKnown {
			out.Hours = &q.Hours
		}
	}
	if q.Reply != export.NotKnown {
		replied := q.Reply == export.Yes
		out.Replied = &replied
		if replied {
			out.Waited = &q.Waited
		}
	}
	return out
}

// pitchName is what the words of a pitch are evidence for: the habit, or a pitch that came late enough.
func pitchName(j *audit.Judged) string {
	if j.Later.Flagged.Has(0) {
		return habit.FastPitch.ID
	}
	return "pitch"
}

func quotedEvidence(name string, w audit.Words) []jsonEvidence {
	evidence := make([]jsonEvidence, 0, len(w.Evidence))
	for _, e := range w.Evidence {
		evidence = append(evidence, jsonEvidence{name, e.Start, e.End, quote(w.Text, e), e.Why})
	}
	return evidence
}
