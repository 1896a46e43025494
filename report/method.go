package report

import (
	"fmt"
	"strings"

	"outreachaudit/audit"
	"outreachaudit/audit/habit"
	"outreachaudit/audit/template"
)

var methodGrid = []float64{26, 42, 36, 36, 12, 12, 12, 12, 12, 12}

// methodSpan is how many columns of the grid lie beside the first.
const methodSpan = 9

// method says how each number is made, and what it cannot say.
func method(result *audit.Result) *Sheet {
	return &Sheet{
		Name:  methodSheet,
		Title: "Method: how each number is made, and what it cannot say",
		Intro: "Two questions are kept apart: does a note follow the rules of good outreach, and were requests with a habit accepted less often in these exports?",
		Grid:  methodGrid,
		Blocks: []Block{
			Text{{Value: "The habits", Tone: Heading}},
			habitTable(result),
			Text{{Value: "How the numbers are made", Tone: Heading}},
			pairs("Number", "How it is made", methodSpan, numbers(result)),
			Text{{Value: "What the numbers cannot say", Tone: Heading}},
			pairs("Limit", "What it means", methodSpan, limits()),
			Text{{Value: "Words used in this report", Tone: Heading}},
			pairs("Word", "Meaning", methodSpan, glossary(result)),
			Text{{Value: "For statisticians", Tone: Heading}},
			detailTable(result),
			Text{
				{Value: "All habits together", Tone: Heading},
				{Value: "A note can show several habits. This compares requests with a habit to requests of the same recruiter that are alike in all other habits, " +
					"by logistic regression with Firth's penalty and profile intervals; it answers another question than the difference within recruiters, which compares with all other requests. " +
					adjustedBasis(result)},
			},
			adjustedTable(result),
			Text{{Value: "The team's rate by other rules of counting", Tone: Heading}},
			sensitivityTable(result),
		},
	}
}

// pairs is a table of a word and what is to be said about it, which takes span columns of the grid.
func pairs(left, right string, span int, texts [][2]string) *Table {
	var cells [][]Cell
	for _, pair := range texts {
		cells = append(cells, []Cell{{Value: pair[0], Tone: Strong}, {Value: pair[1]}})
	}
	return rows([]Column{{Title: left}, {Title: right, Span: span}}, cells)
}

func habitTable(result *audit.Result) *Table {
	var cells [][]Cell
	for i := range result.Habits {
		h := &result.Habits[i]
		cells = append(cells, []Cell{{Value: h.Title, Tone: Strong}, {Value: h.Doc}, {Value: example(h.Bad)}, {Value: h.Good}})
	}
	if result.After != nil {
		for _, h := range result.After.Habits {
			cells = append(cells, []Cell{{Value: h.Title, Tone: Strong}, {Value: h.Doc}, {Value: example(h.Bad)}, {Value: h.Good}})
		}
	}
	return rows([]Column{{Title: "Habit"}, {Title: "What is flagged, and what to do instead", Span: 2}, {Title: "A note that shows it"}, {Title: "A better note", Span: 6}}, cells)
}

func example(note string) string {
	if note == "" {
		return "(sent without a note)"
	}
	return note
}

func numbers(result *audit.Result) [][2]string {
	days := result.Settings.MaturityDays
	return [][2]string{
		{"In the rates", fmt.Sprintf("Requests sent at least %d days before the export was made, with a known outcome. Only the date of sending decides: "+
			"a younger request is left out even if it has been accepted already, since keeping it would make the rate too high.", days)},
		{"Several archives of one person", "LinkedIn lists invitations in full for 180 days. Archives of one recruiter complete each other: a request counts when any of them " +
			"lists its time in full, and the newest one tells whether it has been accepted since."},
		{"Listed twice", "A request that several files list counts once, by its identifier, else by recruiter, recipient and minute of sending, and between files of different formats by profile and day, which may differ by one; the newest export's outcome counts."},
		{"Acceptance rate", "Accepted requests out of those in the rates. Pending, declined and withdrawn requests count as not accepted: " +
			"LinkedIn does not tell a sender of a decline, and requests are withdrawn when nobody answers."},
		{"95% interval", "Wilson's interval for a rate, Newcombe's for a difference of two. The fewer the requests, the wider it is. " +
			"Each interval stands on its own; none is adjusted for the number of habits."},
		{"Few requests", fmt.Sprintf("Below %d requests no rate is shown, only the counts. From %d to %d it is marked as small.", fewRequests, fewRequests, smallRequests-1)},
		{"With and without", "The default message is compared with all other requests, the other habits only among notes in the recruiter's own words. " +
			"Requests on which a habit could not be judged are in neither group."},
		{"Difference within recruiters", "Each recruiter's requests with the habit are compared with the same recruiter's requests without it, and the differences are " +
			"averaged with Mantel-Haenszel weights. That keeps apart what a note says and who sends it."},
		{"Verdict", "Accepted less or more often: such a difference within recruiters is unlikely to be chance, even among this many habits " +
			"(Cochran-Mantel-Haenszel or exact test, false discovery rate of 5% after Benjamini and Hochberg). Weak evidence: unlikely to be chance on its own, " +
			"but not among this many habits. No clear difference: chance could be all there is. Not enough data: worth less than 20 requests against 20, " +
			"or fewer than 5 accepted or not accepted."},
		{"Still there beside other habits", "Whether a habit's difference is still seen among requests of the same recruiter that are alike in all other habits: " +
			"yes, unclear, or in the other direction; \"only there\" where no difference is clear but among those. The verdict does not rest on it."},
		{"Rate drawn to the team", "A rate of few requests is mostly chance. It is drawn to the mean of all recruiters, the more the fewer its requests, and its interval includes how " +
			"unsure it is how much recruiters differ (hierarchical beta-binomial model)."},
		{"Beside the team", "Whether a recruiter's rate lies outside of where chance would leave 998 in 1,000 recruiters like the team (above or below), or only 95 in 100 (possibly above or below). " +
			"With fewer than five recruiters each is compared with the others by Newcombe's interval."},
		{"Time until acceptance", "Kaplan and Meier's estimate of the share accepted by a day after sending, with the interval of Greenwood's variance on the log-log scale. " +
			"Requests that were not accepted are followed up to the day of the export, whatever became of them."},
		{"Shortfall", "How many more of a habit's requests would have been accepted at the rate of the same recruiters' other requests. " +
			"It compares past requests. Shortfalls of different habits must not be added up: a request can show several habits."},
		{"Templates", "Notes of one wording, or nearly one, are a family: greeting, names, companies, places and numbers left out, most runs of three words in common " +
			"(3 in 4 nearly always, half of them seldom; MinHash). The same wording is found among all notes, a nearly equal one among the latest " +
			number(template.MostLeaders) + " wordings. Its acceptance rate follows the same rules as all others."},
		{"After acceptance", afterMethod(result)},
		{"Change from the month shown before", "The rate of a month minus that of the last month before it with enough requests, with Newcombe's interval. Months follow the date of sending as written in the export."},
	}
}

func limits() [][2]string {
	return [][2]string{
		{"No proof", "Recruiters choose what to write to whom. Requests with a habit may have gone to other people, in other weeks, for other roles. " +
			"The report compares past requests; it does not prove that another note would have been answered differently."},
		{"Judging of notes", "A habit is recognised by rules and by a model learned from labelled notes, not by a reader. Some notes are missed and some flagged wrongly, " +
			"which usually makes differences look smaller than they are. " + measuredHabits() + " Read the marked words before you draw a conclusion about one note."},
		{"Languages", "Pitches, specifics and hidden intent are judged only in languages that were learned. Other notes count as not judged, never as clean."},
		{"LinkedIn archives", "An archive does not state outcomes: a request counts as accepted when the person is among the connections. " +
			"Connections who hide their profile cannot be matched, so their requests count as not accepted."},
		{"Requests are not independent", "Requests of one campaign resemble each other, so intervals may be somewhat too narrow."},
		{"People", "Recruiters contact different people. No figure here is a measure of a person's skill, and none is a ranking."},
	}
}

// measuredHabits says how often the habits were right on notes that nothing was learned from.
func measuredHabits() string {
	var said []string
	for _, h := range habit.All {
		if h.Corpus.Measured() {
			precision, recall := Measured(h)
			said = append(said, fmt.Sprintf("%s %s and %s", strings.ToLower(h.Title), precision, recall))
		}
	}
	return fmt.Sprintf("On %d labelled notes that were kept aside, the share of flags that were right and the share of such notes that were flagged: %s; "+
		"notes made to mislead do worse.", habit.CorpusNotes, strings.Join(said, ", "))
}

func glossary(result *audit.Result) [][2]string {
	return [][2]string{
		{"Request", "One connection request that was sent."},
		{"Note", "The message sent with a request, in one of three kinds: no note, LinkedIn's stock text, or the recruiter's own words."},
		{"Habit", "One thing that notes do against the rules of good outreach."},
		{"Judged", "The habit could be looked for. A request without a note, for one, has no length to judge."},
		{"Flagged", "The habit was found, and the words and the reason are kept."},
		{"Too young", fmt.Sprintf("Sent less than %d days before the export: still waiting for its chance.", result.Settings.MaturityDays)},
		{"Too old", "Older than the time for which the export lists requests in full: those still listed are not typical."},
		{"Percentage point", "The difference of two percentages: from 30% to 27% is a difference of 3 percentage points."},
	}
}

// detailTable has what a statistician would ask for and a manager need not read.
func detailTable(result *audit.Result) *Table {
	var cells [][]Cell
	for i := range result.Habits {
		cells = append(cells, detailRow(&result.Habits[i]))
	}
	return rows([]Column{
		{Title: "Habit"},
		{Title: "Difference across the team, in percentage points; odds ratio; risk ratio (95% intervals)"},
		{Title: "Within recruiters: odds ratio (95% interval); recruiters compared, informative"},
		{Title: "Test; smallest difference found with 80% power, in percentage points"},
		{Title: "Phi", Format: Number}, {Title: "Fisher's exact p", Format: Precise}, {Title: "Chi-square (CMH)", Format: Number},
		{Title: "p within recruiters", Format: Precise}, {Title: "q over all habits", Format: Precise}, {Title: "p of equal odds ratios", Format: Precise},
	}, cells)
}
