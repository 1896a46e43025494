package report

import (
	"fmt"
	"math"
	"strings"

	"outreachaudit/audit"
	"outreachaudit/audit/export"
	"outreachaudit/audit/habit"
)

// quotes are the messages behind the figures: notes that say one thing and messages that do another, and fast pitches.
func quotes(result *audit.Result) []Block {
	a := result.After
	var blocks []Block
	if a.Promised.Known > 0 {
		lines := Text{
			{Value: "Say one thing, do another", Tone: Heading},
			{Value: fmt.Sprintf("Notes that give networking as their reason, or say that they are about no job: %s of accepted ones were followed by a pitch before any reply.%s",
				withInterval(a.Promised), listedOf(len(a.Contradictions), a.Contradicted))},
		}
		blocks = append(blocks, lines[:1], lines[1:])
		if len(a.Contradictions) > 0 {
			blocks = append(blocks, quoteTable(a.Contradictions, true))
		}
	}
	if len(a.Pitches) > 0 {
		blocks = append(blocks, NewPage{},
			Text{{Value: "First messages that sell at once", Tone: Heading}},
			Text{{Value: fmt.Sprintf("%s of %s.%s The words that show it stand between ‹ ›.", number(a.PitchesTotal),
				counted(a.Team.Judged, "accepted request that could be judged", "accepted requests that could be judged"), listedOf(len(a.Pitches), a.PitchesTotal))}},
			quoteTable(a.Pitches, false))
	}
	return blocks
}

func listedOf(shown int, all int64) string {
	if int64(shown) == all {
		return ""
	}
	return fmt.Sprintf(" The first %s are listed; the option --requests writes all.", number(int64(shown)))
}

// quoteTable has a row for each message, with the note before it where that matters.
func quoteTable(quoted []audit.Quoted, withNote bool) *Table {
	reason := "Why"
	if withNote {
		reason = "The note said"
	}
	columns := []Column{{Title: "Recruiter, and to whom"}, {Title: "Request, message, answer", Span: 3}, {Title: reason, Span: 3}, {Title: "The message said"}}
	return &Table{Columns: columns, Len: len(quoted), Row: func(i int) []Cell {
		q := &quoted[i]
		row := text(strings.TrimSuffix(q.Recruiter+"\nto "+q.Recipient, "\nto "), timing(q), firstWhy(q.Message.Evidence), markedWords(q.Message))
		if withNote {
			row[2].Value = markedWords(q.Note)
		}
		return row
	}}
}

// timing says when a request was sent, when the message, and what came of it, in lines.
func timing(q *audit.Quoted) string {
	lines := []string{"message sent, when is not known", answer(q)}
	if q.HoursKnown {
		lines[0] = "message " + hours(q.Hours) + " after acceptance"
	}
	if day := q.SentDay(); day != 0 {
		lines = append([]string{"request sent " + day.String()}, lines...)
	}
	return strings.Join(lines, "\n")
}

func firstWhy(evidence []habit.Evidence) string {
	if len(evidence) == 0 {
		return ""
	}
	var reasons []string
	for _, e := range evidence {
		if reason := "It " + e.Why + "."; !strings.Contains(strings.Join(reasons, " "), reason) {
			reasons = append(reasons, reason)
		}
	}
	return strings.Join(reasons, " ")
}

func answer(q *audit.Quoted) string {
	switch q.Reply {
	case export.Yes:
		return "answered after " + hours(q.Waited)
	case export.No:
		return "not answered so far"
	}
	return "answered or not: not known"
}

// hours is a length of time, no more exact than it is worth knowing.
func hours(h float64) string {
	switch {
	case h < 1:
		return "under 1 hour"
	case h < 48:
		return counted(int64(math.Round(h)), "hour", "hours")
	}
	return counted(int64(math.Round(h/24)), "day", "days")
}

// markedWords is a text with its evidence in bold and between ‹ ›, so that the mark does not rest on looks.
func markedWords(w audit.Words) any {
	var rich Rich
	at := 0
	for _, e := range w.Evidence {
		if e.Start < at || e.End > len(w.Text) || e.Start >= e.End || e.End > longestExample {
			continue
		}
		if e.Start > at {
			rich = append(rich, Part{Text: w.Text[at:e.Start]})
		}
		rich = append(rich, Part{Text: "‹" + w.Text[e.Start:e.End] + "›", Strong: true})
		at = e.End
	}
	if rest := shortened(w.Text[at:]); rest != "" {
		rich = append(rich, Part{Text: rest})
	}
	if len(rich) == 1 {
		return rich[0].Text
	}
	return rich
}
