package export

import (
	"strings"
	"time"
)

// replyWords are the words of a column for replies that tell more than yes and no.
var replyWords = map[string]Answer{
	"messagereply": Yes, "messagereplied": Yes, "replied": Yes, "messagesent": No, "none": No, "noreply": No, "notreplied": No,
}

// answerOf reads a yes or a no.
func answerOf(cell string) Answer {
	cell = strings.TrimSpace(cell)
	if cell == "" {
		return NotKnown
	}
	if answer, ok := replyWords[foldHeader(cell)]; ok {
		return answer
	}
	switch outcome, _ := lookUp(answers, cell); outcome {
	case Accepted:
		return Yes
	case NotAccepted:
		return No
	}
	return NotKnown
}

// noteLater looks at what a row of an outreach tool tells of the time after acceptance.
func (s *Source) noteLater(r *row, seen *survey) {
	s.messaged.add(r.Messaged)
	s.replied.add(r.Replied)
	for _, cell := range []string{r.Replied, r.HasReplied} {
		switch answerOf(cell) {
		case Yes:
			seen.replied++
		case No:
			seen.unreplied++
		}
	}
	switch {
	case answerOf(r.Messaged) == No:
		seen.unmessaged++
	case r.FirstMessage != "" || r.Messaged != "":
		seen.messaged++
	}
}

// concludeLater settles whether the table of an outreach tool tells of the time after acceptance. A table
// that has dates of replies and nothing else does not tell who gave none.
func (s *Source) concludeLater(seen *survey) {
	other := s.sent.order
	for field, column := range map[Field]*dateColumn{FieldMessaged: &s.messaged, FieldReplied: &s.replied} {
		column.decide(s.table.nameOf(field), s.table.mapping.format.Order, other, s.table.layout.delimiter)
	}
	s.tells = Telling{Messages: seen.unmessaged > 0, Replies: seen.unreplied > 0, Texts: s.table.has(FieldFirstMessage)}
	s.Info.FollowedUp = s.Info.Acceptance != NoAcceptance && s.Info.Acceptance != ByConnections &&
		(seen.replied+seen.unreplied+seen.messaged+seen.unmessaged+s.replied.dates > 0)
	if s.Info.FollowedUp && !s.tells.Replies && s.table.has(FieldReplied) {
		s.warn("replies: the file tells who replied but not who did not, so no share of replies is computed from it")
	}
}

// told is what a row of an outreach tool tells of the time after acceptance; nil when it tells nothing.
func (s *Source) told(r *row, into *Request) *FollowUp {
	if !s.Info.FollowedUp || into.Outcome != Accepted {
		return nil
	}
	f := &FollowUp{Accepted: momentOf(into.Accepted), Until: (s.Info.OutcomeAsOf + 1).Time(), Tells: s.tells, Written: answerOf(r.Messaged)}
	if sent, ok := s.messaged.parse(r.Messaged); ok {
		f.Own = []Message{{momentOf(sent), PlainText(r.FirstMessage)}}
	} else if strings.TrimSpace(r.FirstMessage) != "" {
		f.Own = []Message{{Text: PlainText(r.FirstMessage)}}
	}
	if len(f.Own) > 0 {
		f.Written = Yes
	}
	f.Replied = max(answerOf(r.HasReplied), answerOf(r.Replied))
	if replied, ok := s.replied.parse(r.Replied); ok {
		f.Replied = Yes
		f.Replies = []Moment{momentOf(replied)}
	}
	if f.Written == NotKnown && f.Replied == NotKnown {
		return nil
	}
	return f
}

// momentOf is a time as precise as it is written: one without a time of day is any time of that day.
func momentOf(t time.Time) Moment {
	switch {
	case t.IsZero():
		return Moment{}
	case t.Hour()+t.Minute()+t.Second() > 0:
		return Moment{At: t}
	}
	return Moment{At: t, Span: aDay}
}
