package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"outreachaudit/audit"
	"outreachaudit/audit/export"
	"outreachaudit/audit/habit"
	"outreachaudit/audit/stat"
)

const (
	// mostOnSheet is for how many recruiters one sheet is still of use; more get files of their own only.
	mostOnSheet = 25
	// leastShown and leastShare are how often a habit must be seen to be worth working on.
	leastShown = 3
	leastShare = 0.05
	// mostOfStrength is the share of notes that may show a habit which the recruiter is good at avoiding.
	mostOfStrength = 0.2
	longestExample = 1500 // bytes of a note that are shown
)

var coachingGrid = []float64{18, 62, 74}

// coaching has a block for each recruiter; nil where there are too many for a sheet.
func coaching(result *audit.Result) *Sheet {
	if !onSheet(result) {
		return nil
	}
	var blocks []Block
	firsts := result.Flagged.Firsts()
	for i, r := range byName(result.Recruiters) {
		if i > 0 {
			blocks = append(blocks, NewPage{})
		}
		heading := Text{{Value: r.Name, Tone: Heading, Anchor: r.Name, Link: recruitersSheet, To: r.Name}}
		blocks = append(append(blocks, heading), coachingBlocks(result, &r)...)
		if _, has := firsts[r.Name]; has {
			words := fmt.Sprintf("All flagged requests of %s: sheet %s, from here on; its filter shows them alone", r.Name, flaggedSheet)
			blocks = append(blocks, Text{{Value: words, Link: flaggedSheet, To: r.Name}})
		}
	}
	return &Sheet{
		Name:  coachingSheet,
		Title: "Coaching: a strength, a habit to work on, and own notes to talk about",
		Intro: "For a conversation, recruiter by recruiter. " + choosing + " The option --coach writes each recruiter a file of their own, with nothing of others.",
		Grid:  coachingGrid, Blocks: blocks,
	}
}

// onSheet reports whether there is a sheet for all recruiters together.
func onSheet(result *audit.Result) bool {
	return len(result.Recruiters) > 0 && len(result.Recruiters) <= mostOnSheet
}

// choosing says by which rule the contents of a block are chosen.
const choosing = "The habit to work on is one that requests in this team were accepted less often with, else the rule broken most often; " +
	"it must be seen in at least 3 notes and in 1 of 20. The strength is the rule kept best beside the team."

func byName(recruiters []audit.RecruiterResult) []audit.RecruiterResult {
	ordered := slices.Clone(recruiters)
	slices.SortFunc(ordered, func(a, b audit.RecruiterResult) int { return cmp.Compare(a.Name, b.Name) })
	return ordered
}

// coachingBlocks are what there is to say to one recruiter, with own figures only.
func coachingBlocks(result *audit.Result, r *audit.RecruiterResult) []Block {
	lines := [][]Cell{strengthRow(result, r)}
	if h := toWorkOn(result, r); h < 0 {
		lines = append(lines, labelled("To work on", "No habit is seen often enough to be worked on.", ""))
	} else {
		lines = append(lines, workRows(result, r, h)...)
	}
	if g := result.After.ByName(r.Name); g != nil && g.Followed > 0 {
		lines = append(lines, labelled("After acceptance", ownAfter(result, g), ownPitch(result, r.Name)))
	}
	lines = append(lines, labelled("Comment", "(for the recruiter)\n\n\n", ""))
	return []Block{
		Text{{Value: ownFigures(result, r)}},
		rows([]Column{{Title: "For the talk"}, {Title: "In short"}, {Title: "Own words"}}, lines),
	}
}

func labelled(label string, words, own any) []Cell {
	return []Cell{{Value: label, Tone: Strong}, {Value: words}, {Value: own}}
}

// ownFigures are the recruiter's own numbers in one line.
func ownFigures(result *audit.Result, r *audit.RecruiterResult) string {
	words := fmt.Sprintf("%s sent; %s show at least one habit.", counted(r.Requests, "request", "requests"), share(r.AnyHabit, r.Requests))
	switch own := rateOf(r.Group); {
	case r.Mature == 0:
		return words + " None is in the rates yet."
	case !own.Reportable():
		return words + fmt.Sprintf(" Accepted: %s in the rates, too few for a rate.", share(own.Accepted, own.Mature))
	default:
		return words + fmt.Sprintf(" Accepted: %s of those in the rates (95%% interval %s). Who is written to matters for this rate as well.",
			share(own.Accepted, own.Mature), interval(*r.Rate))
	}
}

// strengthRow is the rule that a recruiter keeps best beside the team, with a note of theirs without any habit.
func strengthRow(result *audit.Result, r *audit.RecruiterResult) []Cell {
	words := "No rule is kept so much better than the others that it stands out."
	best, h := 0.0, -1
	for i, c := range r.Habits {
		team := &result.Habits[i]
		if c.Judged < fewRequests || float64(c.Flagged) > mostOfStrength*float64(c.Judged) {
			continue
		}
		if gap := frequency(team) - float64(c.Flagged)/float64(c.Judged); gap > best {
			best, h = gap, i
		}
	}
	if h >= 0 {
		c := r.Habits[h]
		words = fmt.Sprintf("%s is rare in these requests: %s.", result.Habits[h].Title, share(c.Flagged, c.Judged))
		if c.Flagged == 0 {
			words = fmt.Sprintf("%s is in none of %s.", result.Habits[h].Title, counted(c.Judged, "request judged", "requests judged"))
		}
	}
	var own any = "There is no own note without any habit."
	if r.Examples != nil && r.Examples.Clean != nil {
		j := r.Examples.Clean
		words += " Beside this, a note of " + j.SentDay().String() + " that shows no habit at all"
		if j.Outcome == export.Accepted {
			words += "; it was accepted"
		}
		words += "."
		own = shortened(j.Note.Note)
	}
	return labelled("Strength", words, own)
}

// toWorkOn is the habit to talk about, -1 for none.
func toWorkOn(result *audit.Result, r *audit.RecruiterResult) int {
	chosen := -1
	order := func(h int) (int, float64) {
		c := r.Habits[h]
		return urgencyToCoach(result.Habits[h].Verdict), float64(c.Flagged) / float64(c.Judged)
	}
	for h, c := range r.Habits {
		if c.Flagged < leastShown || float64(c.Flagged) < leastShare*float64(c.Judged) {
			continue
		}
		if chosen < 0 {
			chosen = h
			continue
		}
		tier, often := order(h)
		bestTier, best := order(chosen)
		if tier < bestTier || tier == bestTier && often > best {
			chosen = h
		}
	}
	return chosen
}

// urgencyToCoach puts what was measured before what is a rule only, and last what the data speak against.
func urgencyToCoach(v stat.Verdict) int {
	switch v {
	case stat.AcceptedLess:
		return 0
	case stat.AcceptedMore:
		return 2
	}
	return 1
}

func workRows(result *audit.Result, r *audit.RecruiterResult, h int) [][]Cell {
	team, own := &result.Habits[h], r.Habits[h]
	why := "It is the rule that these requests break most often; acceptance in this team gives no clear reason either way."
	switch team.Verdict {
	case stat.AcceptedLess:
		why = "In this team, requests with it were accepted less often than other requests of the same recruiters."
	case stat.AcceptedMore:
		why = "It is against the rules, though in this team requests with it were accepted more often: look at who received them first."
	}
	words := fmt.Sprintf("%s: seen in %s. %s", team.Title, share(own.Flagged, own.Judged), why)
	if gap := ownShortfall(team, own); gap != "" {
		words += " " + gap
	}
	lines := [][]Cell{
		labelled("To work on", words, ""),
		labelled("How", team.Doc, "A better note: "+team.Good),
	}
	if r.Examples == nil {
		return lines
	}
	for i, j := range r.Examples.Shown[h] {
		label := fmt.Sprintf("Own note %d", i+1)
		if day := j.SentDay(); day != 0 {
			label += "\n" + day.String()
		}
		lines = append(lines, labelled(label, whyMarked(j, h), marked(j, h)))
	}
	return lines
}

// ownShortfall is what a measured habit went with for one recruiter, where there are enough requests to say.
func ownShortfall(team *audit.HabitResult, own audit.HabitCount) string {
	if team.Verdict != stat.AcceptedLess || !own.With().Reportable() || !own.Without().Reportable() {
		return ""
	}
	shortfall, ok := stat.ShortfallOf([]stat.Table{own.Table})
	if !ok {
		return ""
	}
	return minus(shortfall.Explanation())
}

// whyMarked are the reasons for one habit of a note, to whom it went first.
func whyMarked(j *audit.Judged, h int) string {
	var reasons []string
	for _, f := range j.Findings {
		if f.Habit == h && !slices.Contains(reasons, "It "+f.Why+".") {
			reasons = append(reasons, "It "+f.Why+".")
		}
	}
	words := strings.Join(reasons, " ")
	if j.Recipient != "" {
		words = "To " + j.Recipient + ". " + words
	}
	return words
}

// marked is a note with the words that show a habit in bold and between ‹ ›, so that the mark does not rest on looks.
func marked(j *audit.Judged, h int) any {
	if j.Kind == habit.Blank {
		return "(no note)"
	}
	own := audit.Words{Text: j.Note.Note}
	for _, f := range j.Findings {
		if f.Habit == h {
			own.Evidence = append(own.Evidence, f.Evidence)
		}
	}
	return markedWords(own)
}

// shortened is a note up to a length that a page bears.
func shortened(note string) string {
	if len(note) <= longestExample {
		return note
	}
	return strings.ToValidUTF8(note[:longestExample], "") + " …"
}
