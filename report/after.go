package report

import (
	"cmp"
	"fmt"
	"strings"

	"outreachaudit/audit"
	"outreachaudit/audit/stat"
	"outreachaudit/audit/tally"
)

// afterGrid has the columns of the steps, which all tables of the sheet share.
var afterGrid = []float64{46, 13, 13, 12, 14, 14, 20, 62, 12, 12}

const stepColumn = "Step"

// A step is one share of what followed acceptances.
type step struct {
	name string
	part tally.Part
	says string
}

// steps are what followed, each out of those of whom it is known.
func steps(result *audit.Result, c *tally.AfterCount) []step {
	a := result.After
	return []step{
		{"Accepted", tally.Part{Yes: c.Accepted, Known: c.Mature}, "of requests in the rates, sent in exports that tell what followed"},
		{"Were sent a message", c.Messaged, fmt.Sprintf("of accepted requests whose messages are known for at least %s", counted(int64(a.RapportDays), "day", "days"))},
		{"Pitched within 24 hours", c.Day, "of those whose note tells the moment of acceptance; the first message that sells counts"},
		{fmt.Sprintf("Pitched within %s", counted(int64(a.RapportDays), "day", "days")), c.Rapport, "of accepted requests whose messages are known for so long"},
		{"Pitched before any reply", c.Before, "of the same, at whatever time"},
		{"Wrote back", c.Replied, "of the same: the new connection wrote after accepting, asked or not"},
		{"First messages nearly alike", c.Alike, fmt.Sprintf("of first messages: went to at least %d people of this recruiter in nearly the same words", result.Settings.Copies)},
	}
}

// after is what followed acceptances; nil where no export tells.
func after(result *audit.Result) *Sheet {
	if result.After == nil {
		return nil
	}
	blocks := []Block{teamSteps(result), stepChart(result)}
	blocks = append(blocks, Text{{Value: "Do first messages that sell get fewer replies?", Tone: Heading}})
	blocks = append(append(blocks, replies(result)...), NewPage{})
	if questions := gameQuestions(result); questions != nil {
		blocks = append(blocks, questions...)
	}
	if len(result.After.Recruiters) > 0 {
		blocks = append(blocks, Text{{Value: "Each recruiter", Tone: Heading}}, recruiterSteps(result))
	}
	return &Sheet{
		Name:  afterSheet,
		Title: "After acceptance: rapport first, or a pitch at once?",
		Intro: "What recruiters wrote to people who had accepted, and whether these wrote back, in exports that hold messages or replies. " +
			"A request cannot have been accepted for a message sent later, so nothing here is compared with acceptance.",
		Grid:   afterGrid,
		Blocks: append(blocks, quotes(result)...),
	}
}

func partRate(p tally.Part) stat.Rate { return stat.Rate{Accepted: p.Yes, Mature: p.Known} }

func stepColumns() []Column {
	return []Column{
		{Title: "Number", Format: Count}, {Title: "Out of", Format: Count}, {Title: "Share", Format: Percent, Bar: true},
		{Title: "95% interval, low", Format: Percent}, {Title: "95% interval, high", Format: Percent}, {Title: "Amount of data"},
	}
}

// stepCells are a share with what it rests on.
func stepCells(p tally.Part) []Cell {
	cells := rateCells(partRate(p))
	cells[0], cells[1] = cells[1], cells[0]
	return cells
}

func teamSteps(result *audit.Result) *Table {
	columns := append(append([]Column{{Title: stepColumn}}, stepColumns()...), Column{Title: "What it counts"})
	columns = append(columns, whiskerColumns("")...)
	var cells [][]Cell
	for _, s := range steps(result, &result.After.Team.AfterCount) {
		row := append([]Cell{{Value: s.name, Tone: Strong}}, stepCells(s.part)...)
		row = append(row, Cell{Value: s.says})
		cells = append(cells, append(row, whiskerCells(partRate(s.part))...))
	}
	return dataTable(columns, cells)
}

func stepChart(result *audit.Result) Block {
	words, drawn := "Bar chart of the steps after a request was sent, for the team.", false
	for _, s := range steps(result, &result.After.Team.AfterCount) {
		words += fmt.Sprintf(" %s: %s.", s.name, rate(partRate(s.part)))
		drawn = drawn || s.part.Known >= fewRequests
	}
	if !drawn {
		return Text{{Value: "There is no chart: too few requests were accepted and followed up."}}
	}
	return &Chart{
		Title: "After acceptance", AltText: words, Source: afterSheet, Categories: stepColumn, AxisTitle: stepColumn,
		ValueTitle: "Share, each out of those of whom it is known; lines are 95% intervals", Horizontal: true, Height: 300,
		Series: []Series{{
			Name: "Share", Column: "Share", Tone: Without, Below: whiskerPrefix + belowRate, Above: whiskerPrefix + aboveRate,
		}},
	}
}

// replies compares first messages that sell at once with the others.
func replies(result *audit.Result) []Block {
	a := result.After
	h := a.Habits[0]
	line := func(name string, r stat.Rate) []Cell {
		return append([]Cell{{Value: name, Tone: Strong}}, stepCells(tally.Part{Yes: r.Accepted, Known: r.Mature})...)
	}
	lines := Text{{Value: minus(string(h.Verdict) + ". " + h.Explanation), Tone: Strong}}
	for _, warning := range h.Warnings {
		lines = append(lines, Cell{Value: warning})
	}
	lines = append(lines, Cell{Value: fmt.Sprintf("Counted are first messages sent at least %d days before the export, to people who had not written before. "+
		"Recruiters choose to whom they pitch; this compares past messages and is no proof.", a.ReplyDays)})
	table := rows(append([]Column{{Title: "First message"}}, stepColumns()...), [][]Cell{
		line("Sells at once (fast pitch): answered", h.Total.With()), line("Does not: answered", h.Total.Without()),
	})
	table.Name = "replies"
	return []Block{table, lines}
}

// recruiterSteps has the same steps for each recruiter, a row each.
func recruiterSteps(result *audit.Result) *Table {
	var cells [][]Cell
	for i := range result.After.Recruiters {
		r := &result.After.Recruiters[i]
		for _, s := range steps(result, &r.AfterCount) {
			if s.part.Known == 0 {
				continue
			}
			cells = append(cells, append([]Cell{{Value: r.Name + ": " + strings.ToLower(s.name[:1]) + s.name[1:], Tone: Strong}}, stepCells(s.part)...))
		}
	}
	return rows(append([]Column{{Title: "Recruiter and step"}}, stepColumns()...), cells)
}

// gameQuestions are about the pattern of the numbers game, as questions.
func gameQuestions(result *audit.Result) []Block {
	var lines Text
	for i := range result.After.Recruiters {
		if r := &result.After.Recruiters[i]; r.Game {
			lines = append(lines, Cell{Value: "• " + r.Name + ": " + gameQuestion(result, r)})
		}
	}
	if lines == nil && result.Settings.TeamOnly && result.After.Team.Game {
		lines = Text{{Value: "• The team: " + gameQuestion(result, &result.After.Team)}}
	}
	if lines == nil {
		return nil
	}
	rule := Cell{Tone: Muted, Value: fmt.Sprintf("Asked where, of at least %d new connections, half or more were pitched within %s, and half or more of the first messages were nearly alike. "+
		"It is a question to talk about and no verdict on a person.", audit.LeastGame, counted(int64(result.After.RapportDays), "day", "days"))}
	return []Block{Text{{Value: "Questions to talk about", Tone: Heading}}, append(lines, rule)}
}

func gameQuestion(result *audit.Result, r *audit.AfterGroup) string {
	return fmt.Sprintf("of %s, %s were pitched within %s, and of %s, %s are nearly alike. "+
		"What would a first message look like that only its reader can get?",
		counted(r.Rapport.Known, "new connection", "new connections"), withInterval(r.Rapport), counted(int64(result.After.RapportDays), "day", "days"),
		counted(r.Alike.Known, "first message", "first messages"), withInterval(r.Alike))
}

// withInterval is a share in words with its interval.
func withInterval(p tally.Part) string {
	words := share(p.Yes, p.Known)
	if i, ok := partRate(p).Interval(); ok && p.Known >= fewRequests {
		words = strings.TrimSuffix(words, ")") + fmt.Sprintf("; 95%% interval %s)", interval(i))
	}
	return words
}

// ownAfter is what followed one recruiter's acceptances, in a line for a talk.
func ownAfter(result *audit.Result, g *audit.AfterGroup) string {
	words := fmt.Sprintf("Of %s followed up, %s were sent a message and %s were pitched within %s.", counted(g.Followed, "new connection", "new connections"),
		share(g.Messaged.Yes, g.Messaged.Known), share(g.Rapport.Yes, g.Rapport.Known), counted(int64(result.After.RapportDays), "day", "days"))
	if with, without := g.Replies.With(), g.Replies.Without(); with.Mature > 0 && without.Mature > 0 {
		words += fmt.Sprintf(" First messages that sold at once were answered by %s, others by %s.", answers(with), answers(without))
	}
	if g.Game {
		words += " To talk about: " + gameQuestion(result, g)
	}
	return words
}

const nothingFollowed = "Nothing is known of what followed acceptances."

// afterMethod says how the figures of what followed acceptances are made, or why there are none.
func afterMethod(result *audit.Result) string {
	a := result.After
	if a == nil {
		return cmp.Or(result.NoAfter, nothingFollowed)
	}
	return fmt.Sprintf("Messages are joined to requests by profile address, by name where there is none, and not at all where several people have that name. "+
		"Drafts, spam, advertisements and conversations of more than two are left out. The note of an accepted request stands first in its conversation: its time is the moment of acceptance, and it is no message; "+
		"elsewhere only the day of acceptance is known, and the share pitched within 24 hours leaves those out. Shares are out of accepted requests in the rates whose messages are known for at least %s after the acceptance. "+
		"A fast pitch is a first message that sells within that time to somebody who has not written. It is compared with other first messages by whether they were answered, among those that had %s, "+
		"within recruiters and by the same tests as habits and acceptance.",
		counted(int64(a.RapportDays), "day", "days"), counted(int64(a.ReplyDays), "day", "days"))
}

// afterLink is what the first page says of the sheet.
func afterLink(result *audit.Result) string {
	h := result.After.Habits[0]
	with, without := h.Total.With(), h.Total.Without()
	if h.Q == nil {
		return "Sheet " + afterSheet + ": what was written to new connections, and whether they wrote back"
	}
	return fmt.Sprintf("Sheet %s: first messages that sell at once were answered by %s, others by %s", afterSheet, answers(with), answers(without))
}

// answers is a rate of replies in words.
func answers(r stat.Rate) string { return withInterval(tally.Part{Yes: r.Accepted, Known: r.Mature}) }

// ownPitch is one of a recruiter's own first messages that sell, for a talk; nothing where none is kept.
func ownPitch(result *audit.Result, name string) any {
	for i := range result.After.Pitches {
		if q := &result.After.Pitches[i]; q.Recruiter == name {
			return markedWords(q.Message)
		}
	}
	return ""
}

// afterLine is what followed acceptances in a line; "" where too little is known.
func afterLine(result *audit.Result) string {
	if result.After == nil {
		return ""
	}
	h := result.After.Habits[0]
	with, without := h.Total.With(), h.Total.Without()
	if with.Mature == 0 || without.Mature == 0 {
		return ""
	}
	return fmt.Sprintf("After acceptance: first messages that sell at once were answered by %s, others by %s. %s.",
		share(with.Accepted, with.Mature), share(without.Accepted, without.Mature), h.Verdict)
}
