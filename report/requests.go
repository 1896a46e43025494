package report

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"

	"outreachaudit/audit"
	"outreachaudit/audit/export"
	"outreachaudit/audit/habit"
	"outreachaudit/audit/tally"
)

// RequestLines writes audited requests as JSON, one to a line.
type RequestLines struct {
	lines   bytes.Buffer
	encoder *json.Encoder
	out     io.Writer
}

// maxLines is how many bytes of lines are gathered before they are written.
const maxLines = 1 << 16

// NewRequestLines returns a writer of requests to w.
func NewRequestLines(w io.Writer) *RequestLines {
	r := &RequestLines{out: w}
	r.encoder = json.NewEncoder(&r.lines)
	r.encoder.SetEscapeHTML(false)
	return r
}

type jsonRequest struct {
	ID        *string        `json:"id"`
	Source    string         `json:"source"`
	Line      int            `json:"line"`
	Recruiter string         `json:"recruiter"`
	Recipient *string        `json:"recipient"`
	Sent      *string        `json:"sent"`
	Outcome   *string        `json:"outcome"`
	Standing  string         `json:"standing"`
	Mature    bool           `json:"mature"`
	Kind      string         `json:"kind"`
	Note      *string        `json:"note"`
	Sentences *int           `json:"sentences"`
	Chars     *int           `json:"chars"`
	Habits    verdicts       `json:"habits"`
	Evidence  []jsonEvidence `json:"evidence"`
	FollowUp  *jsonFollowUp  `json:"follow_up"`
}

// jsonFollowUp is what followed an acceptance.
type jsonFollowUp struct {
	jsonMessage
	Messaged *bool          `json:"messaged"`
	Pitched  *bool          `json:"pitched"`
	Before   *bool          `json:"pitched_before_reply"`
	Wrote    *bool          `json:"wrote_back"`
	Claims   []jsonEvidence `json:"claims"` // in bytes of the note
}

type jsonEvidence struct {
	Habit string `json:"habit"`
	Start int    `json:"start"` // byte of the note in UTF-8
	End   int    `json:"end"`
	Text  string `json:"text"`
	Why   string `json:"why"`
}

// verdicts are true, false or null for each habit, in the order of habit.Every.
type verdicts struct {
	habit.Verdict
	later *habit.Verdict // of habits.AfterAcceptance; nil where there is nothing to speak of
}

// MarshalJSON keeps the order of the habits, which a map would not.
func (v verdicts) MarshalJSON() ([]byte, error) {
	out := appendVerdicts([]byte{'{'}, habit.All, v.Verdict)
	if v.later != nil {
		out = appendVerdicts(append(out, ','), habit.AfterAcceptance, *v.later)
	}
	return append(out, '}'), nil
}

func appendVerdicts(out []byte, habits []*habit.Habit, v habit.Verdict) []byte {
	for i, h := range habits {
		if i > 0 {
			out = append(out, ',')
		}
		out = fmt.Appendf(out, "%q:", h.ID)
		switch {
		case !v.Judged.Has(i):
			out = append(out, "null"...)
		case v.Flagged.Has(i):
			out = append(out, "true"...)
		default:
			out = append(out, "false"...)
		}
	}
	return out
}

// Add writes one request.
func (r *RequestLines) Add(j *audit.Judged) error {
	line := jsonRequest{
		ID: known(j.ID), Source: j.Source, Line: j.Line, Recruiter: j.Recruiter, Recipient: known(j.Recipient),
		Sent: known(j.SentDay().String()), Outcome: outcomeOrNull(j), Standing: j.Standing.String(),
		Mature: j.Standing == tally.Mature, Kind: kindName(j.Kind),
		Habits: verdicts{j.Verdict, &j.Later}, Evidence: jsonEvidenceOf(j.Note.Note, j.Verdict), FollowUp: jsonFollowUpOf(j),
	}
	if j.NoteKnown {
		sentences := j.SentenceCount
		line.Note, line.Sentences, line.Chars = &j.Note.Note, &sentences, &j.Characters
	}
	if err := r.encoder.Encode(line); err != nil {
		return err
	}
	if r.lines.Len() < maxLines {
		return nil
	}
	return r.Flush()
}

// jsonFollowUpOf is null where nothing is known of what followed.
func jsonFollowUpOf(j *audit.Judged) *jsonFollowUp {
	a := j.After
	if a == nil {
		return nil
	}
	out := &jsonFollowUp{
		Messaged: trueOrNull(a.Written), Pitched: trueOrNull(a.Pitched), Before: trueOrNull(a.PitchedUnasked()), Wrote: trueOrNull(a.Replied), Claims: []jsonEvidence{},
	}
	out.Evidence = []jsonEvidence{}
	if first := j.FirstMessage(); first != nil {
		out.jsonMessage, out.Claims = jsonMessageOf(first), quotedEvidence("claim", first.Note)
	}
	return out
}

func trueOrNull(a export.Answer) *bool {
	if a == export.NotKnown {
		return nil
	}
	yes := a == export.Yes
	return &yes
}

func jsonEvidenceOf(note string, verdict habit.Verdict) []jsonEvidence {
	evidence := make([]jsonEvidence, 0, len(verdict.Findings))
	for _, f := range verdict.Findings {
		evidence = append(evidence, jsonEvidence{habit.All[f.Habit].ID, f.Start, f.End, quote(note, f.Evidence), f.Why})
	}
	return evidence
}

// Flush writes what has been gathered.
func (r *RequestLines) Flush() error {
	_, err := r.lines.WriteTo(r.out)
	return err
}

func outcomeOrNull(j *audit.Judged) *string {
	if j.Outcome == 0 {
		return nil
	}
	return known(j.Outcome.String())
}
