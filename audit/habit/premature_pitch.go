package habit

import (
	"sort"

	"outreachaudit/audit/model"
	"outreachaudit/audit/text"
)

// PrematurePitch is a note that sells a job or a service, or asks for time, before there is a connection.
var PrematurePitch = Habit{
	ID:    "premature-pitch",
	Title: "Premature pitch",
	Doc: "The note itself offers a job, an opportunity or a service, or asks for a call, a CV, an interview or a slot in the calendar. " +
		"Connect first, say openly that you recruit, and keep the vacancy for when you know that the reader wants to hear about it. " +
		"Judged in " + modelLanguages + "; elsewhere it counts as not judged.",
	Mend:    "Leave the job, the offer and the question for a call out; say that you recruit, and ask once you are connected.",
	Bad:     "Hi Lena, we're hiring a senior data engineer in Berlin, €85k plus bonus. Are you free for a quick call this week?",
	Good:    "Hi Lena, your post on moving Kafka pipelines off-site saved us a week. I recruit data engineers in Berlin and would like to follow your work.",
	Corpus:  Score{Right: 26, Unexpected: 2},
	Applies: isRead,
	Judge:   judgePrematurePitch,
	Shows:   (*Note).pitches,
}

// A pitch is what a kind of phrase gives away, and what takes the force out of it.
type pitch struct {
	section text.Section
	why     string
	spared  sparing
}

// A sparing is a set of contexts in which a phrase is no pitch.
type sparing uint8

const (
	spareLater    sparing = 1 << iota // the sentence speaks of another day
	spareDisclose                     // the sentence says what the sender does
	spareTopic                        // the sentence speaks of what the reader wrote or said
	spareReader                       // the words go on about the reader: "a chat about your talk"
	spareSender                       // it is the sender who wants: "I'd be keen to hear more"
	spareOwned                        // the job is somebody's: "your role", "Anna's job"
	spareGeneral                      // after saying what the sender does, it speaks of many at once
)

// pitches, the plainest first: where two overlap, the first is shown.
var pitches = []pitch{
	{text.Offer, "offers a job", spareLater | spareGeneral},
	{text.Hiring, "says that somebody is hiring", spareLater | spareGeneral},
	{text.Service, "sells a service", 0},
	{text.Demo, "offers a demonstration or a trial", 0},
	{text.Pay, "names what a job pays", spareTopic},
	{text.Resume, "asks for a CV", 0},
	{text.Interview, "asks for an interview", spareTopic},
	{text.Call, "asks for a call", spareReader},
	{text.Slot, "asks for time in the calendar", spareReader},
	{text.Talk, "asks for a talk", spareLater | spareReader},
	{text.Move, "asks whether the reader would move", spareLater | spareReader | spareSender},
	{text.Fit, "calls the reader a fit for something on offer", spareLater | spareTopic},
	{text.Interest, "asks whether the reader wants to hear more", spareReader | spareSender | spareLater},
	{text.Job, "brings up a job", spareLater | spareDisclose | spareTopic | spareOwned},
}

// judgePrematurePitch leaves the verdict to the model, which has heard what the rules say, and shows the
// words that the rules found; where they found none, those that weigh most.
func judgePrematurePitch(n *Note) []Evidence {
	if !n.pitches() {
		return nil
	}
	if own := n.own(model.Pitch); len(own) > 0 {
		return own
	}
	if ruled := n.ruled(); len(ruled) > 0 {
		return ruled
	}
	return n.words(model.Pitch, 1, "reads like an offer, or a request for time", anyItem)
}

// ruled is what the rules say of a pitch in all passages.
func (n *Note) ruled() (all []Evidence) {
	for i := range n.passages {
		p := &n.passages[i]
		for _, e := range p.pitches {
			all = append(all, p.moved(e))
		}
	}
	return all
}

// pitches is the verdict of the model, or of the user's phrases, or of rules that are right by themselves.
func (n *Note) pitches() bool {
	return n.scores[model.Pitch] > 0 || n.understood && n.pitchesPlainly() || len(n.own(model.Pitch)) > 0
}

// pitchesPlainly reports whether rules leave no doubt: one finds what nobody can take for anything else, or two find
// something each. Of 4,867 labelled notes that nothing was learned from, 137 are such, all of them pitches.
func (n *Note) pitchesPlainly() bool {
	first := ""
	for i := range n.passages {
		for _, e := range n.passages[i].pitches {
			if plainly[e.Why] || first != "" && e.Why != first {
				return true
			}
			first = e.Why
		}
	}
	return false
}

var plainly = setOf("links to a calendar", "links to a job")

// rules are what phrases, links and sums of money give away in a passage: a pitch, what the sender does, and whether that is
// recruiting.
func (c *context) rules(p *passage) (found []Evidence, tells, discloses bool) {
	found = linkPitches(p)
	if len(p.Phrases) == 0 && len(found) == 0 && !mayAskBriefly(p) {
		return nil, false, false
	}
	c.set(p)
	defer func() { c.passage = nil }()
	for _, of := range pitches {
		for _, match := range c.Phrases {
			if match.Section == of.section && !c.spares(match, of.spared) {
				found = append(found, evidence(&c.Prose, match.First, match.Last, of.why))
			}
		}
	}
	found = append(found, c.briefAsks()...)
	found = append(found, c.salaries()...)
	tells, discloses = c.discloses()
	return apart(found), tells, discloses
}

// Words that phrases may need at their end to be told apart, and that say nothing there.
var trailing = tokensOf("a", "an", "the", "our", "my", "its", "for", "with", "to", "in", "at", "on", "if", "as", "and", "who", "that", "this",
	"of", "your", "from", "is", "are", "me", "some")

// evidence is the words of tokens first to last, less the small ones at their end.
func evidence(n *text.Prose, first, last int, why string) Evidence {
	for last > first+1 && trailing.has(&n.Tokens[last]) {
		last--
	}
	return Evidence{Start: n.Tokens[first].Start, End: n.Tokens[last].End, Why: why}
}

// apart drops evidence that overlaps some before it, and puts the rest in order.
func apart(all []Evidence) []Evidence {
	kept := all[:0]
next:
	for _, e := range all {
		for _, k := range kept {
			if e.Start < k.End && k.Start < e.End {
				continue next
			}
		}
		kept = append(kept, e)
	}
	sort.SliceStable(kept, func(i, j int) bool { return kept[i].Start < kept[j].Start })
	return kept
}
