package main

import (
	"fmt"
	"strings"
	"unicode/utf16"
)

// A composer writes the notes of one recruiter.
type composer struct {
	office    *office
	recruiter *recruiter
	chance    *dice
	templates map[template]string // the texts that are pasted
}

// A template is a text to paste: when it was in use, and what it is.
type template struct {
	stage       int
	pitch, long bool
}

func newComposer(o *office, r *recruiter) *composer {
	return &composer{o, r, newDice("words " + r.name()), map[template]string{}}
}

// write gives a request its note: as typed, and as the export has it.
func (c *composer) write(one *request) {
	var text string
	switch one.kind {
	case blank:
		return
	case stock:
		text = c.fill(c.chance.pick(stockNotes), one.person)
	case own:
		text = c.written(one)
	}
	if c.recruiter.curly {
		text = strings.ReplaceAll(text, "'", "’")
	}
	one.typed, one.note = text, text
	if c.office.linkedIn {
		one.note = c.flatten(text)
	}
}

// written is a note of the recruiter's own that is as long or as short as planted.
func (c *composer) written(one *request) string {
	for range 5000 {
		text, sentences := c.draft(one)
		if c.recruiter.style == &spammy && c.chance.chance(.02) {
			text = strings.ReplaceAll(text, "{first}", c.chance.pick(mergeErrors))
		}
		text = c.fill(text, one.person)
		if c.fits(text, sentences, one.long) {
			return text
		}
	}
	panic(fmt.Sprintf("no note of %s fits: the sentences are too long", c.recruiter.name()))
}

// fits keeps notes clear of the limits: 3 sentences and 300 characters, which LinkedIn enforces.
func (c *composer) fits(text string, sentences int, long bool) bool {
	length := len(utf16.Encode([]rune(text)))
	switch {
	case !long:
		return sentences <= 3 && length <= 280
	case c.office.linkedIn:
		return sentences >= 4 && length <= 285
	default:
		return sentences >= 5
	}
}

// draft is a note with its gaps open, and the number of its sentences. Pasted texts change three
// times over the period, as campaigns do; only name and company differ between their copies.
func (c *composer) draft(one *request) (string, int) {
	if !one.templated {
		return c.layout(c.body(one))
	}
	pasted := template{one.age * 3 / c.office.days, one.pitch, one.long}
	text, known := c.templates[pasted]
	for !known {
		var sentences int
		text, sentences = c.layout(c.body(one))
		known = c.fits(text, sentences, one.long) && (one.long || len(text) < 240)
		text = strings.NewReplacer("{city}", "our region", "{job}", c.chance.pick(c.recruiter.trade.jobs)).Replace(text)
	}
	c.templates[pasted] = text
	if one.long {
		return text, 5 // at least: it was measured before
	}
	return text, 3 // at most
}

// body are the sentences of a note.
func (c *composer) body(one *request) []string {
	words := c.recruiter.style
	sentences := []string{c.opening(one)}
	if one.pitch {
		if !one.specific && !one.long && c.chance.chance(.4) {
			sentences = nil // straight to the point
		}
		sentences = append(sentences, c.fillers(one)...)
		sentences = append(sentences, c.chance.pick(words.pitches))
		if one.long || c.chance.chance(.7) {
			sentences = append(sentences, c.chance.pick(words.asks))
		}
		return sentences
	}
	if one.long || c.chance.chance(.5) {
		sentences = append(sentences, c.chance.pick(words.disclosures))
	}
	sentences = append(sentences, c.fillers(one)...)
	if one.long || len(sentences) == 1 || c.chance.chance(.6) {
		sentences = append(sentences, c.chance.pick(words.closers))
	}
	return sentences
}

// opening is what a note starts from.
func (c *composer) opening(one *request) string {
	words := c.recruiter.style
	switch {
	case one.specific:
		return c.chance.pick(words.specifics)
	case c.chance.chance(.25):
		return c.chance.pick(words.pretexts)
	default:
		return c.chance.pick(words.generics)
	}
}

// fillers make a long note long: different ones, after one another.
func (c *composer) fillers(one *request) []string {
	if !one.long {
		return nil
	}
	wanted := c.chance.between(1, 3)
	if !c.office.linkedIn {
		wanted = c.chance.between(2, 4)
	}
	return shuffled(c.chance, c.recruiter.style.fillers)[:wanted]
}

// layout joins sentences to a note: greeting, text, and perhaps a sign-off on a line of its own.
func (c *composer) layout(sentences []string) (string, int) {
	words := c.recruiter.style
	greeting := c.chance.pick(words.greetings)
	lines := c.chance.chance(.4)
	middle := len(sentences)
	if lines && len(sentences) > 2 {
		middle = c.chance.between(1, len(sentences))
	}
	text := strings.Join(sentences[:middle], " ")
	if rest := strings.Join(sentences[middle:], " "); rest != "" {
		text += "\n\n" + rest
	}
	switch {
	case greeting == "":
	case lines:
		text = greeting + "\n\n" + text
	case strings.HasSuffix(greeting, ","):
		text = greeting + " " + lowerStart(text)
	default:
		text = greeting + " " + text
	}
	if lines && len(sentences) != 3 { // at the limit nobody should have to guess whether it is a sentence
		text += "\n\n" + c.chance.pick(words.signoffs)
	}
	return text, len(sentences)
}

// lowerStart makes the first letter small, as after a comma, unless it is an I or a name.
func lowerStart(text string) string {
	if strings.HasPrefix(text, "I ") || strings.HasPrefix(text, "I'") || strings.HasPrefix(text, "LinkedIn") {
		return text
	}
	return strings.ToLower(text[:1]) + text[1:]
}

// fill closes the gaps of a text for a recipient.
func (c *composer) fill(text string, p person) string {
	r := c.recruiter
	event := c.chance.pick(r.trade.events)
	return strings.NewReplacer(
		"{first}", p.called, "{company}", p.company, "{city}", p.city, "{topic}", c.chance.pick(r.trade.topics),
		"{event}", event, "{fair}", strings.TrimPrefix(event, "the "), "{people}", r.trade.people,
		"{job}", c.chance.pick(r.trade.jobs), "{base}", r.base, "{firm}", r.firm, "{me}", r.first,
	).Replace(text)
}

// flatten puts a note on one line the way LinkedIn's archive does: line breaks become runs of
// blanks, and some notes keep a blank at their end.
func (c *composer) flatten(text string) string {
	for strings.Contains(text, "\n") {
		before, after, _ := strings.Cut(text, "\n")
		text = before + strings.Repeat(" ", c.chance.between(2, 4)) + strings.TrimLeft(after, "\n")
	}
	if c.chance.chance(.15) {
		text += " "
	}
	return text
}
