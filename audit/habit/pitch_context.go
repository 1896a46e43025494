package habit

import (
	"slices"
	"strings"

	"outreachaudit/audit/text"
)

// A context answers what stands around a phrase in its passage. Its room is used again.
type context struct {
	*passage
	piece    []int32 // by token: the piece it is in; -1 before the first
	sections [32]bool
}

func (c *context) set(p *passage) {
	c.passage, c.piece = p, c.piece[:0]
	at := -1
	for i := range p.Tokens {
		for at+1 < len(p.Pieces) && p.Pieces[at+1].Start <= p.Tokens[i].Start {
			at++
		}
		c.piece = append(c.piece, int32(at))
	}
	c.sections = [len(c.sections)]bool{}
	for _, match := range p.Phrases {
		c.sections[match.Section] = true
	}
}

// discloses reports whether the passage has a phrase that tells what its sender does, which nothing denies, and one that
// says that it is recruiting, in a word for it: "I am a recruiter", and not "I help".
func (c *context) discloses() (tells, recruits bool) {
	for _, match := range c.Phrases {
		if match.Section != text.Disclosure || recruits || c.denied(match) {
			continue
		}
		tells = true
		recruits = slices.ContainsFunc(c.Tokens[match.First:match.Last+1], func(token text.Token) bool { return c.Lexicon.IdeaOf(&token).String() == "recruiter" })
	}
	return tells, recruits
}

// spares reports whether what stands around a match takes the pitch out of it.
func (c *context) spares(m text.Match, spared sparing) bool {
	switch {
	case c.overlaps(m, text.Theirs), c.denied(m):
		return true
	case spared&spareLater != 0 && c.inSentence(m, text.Later),
		spared&spareDisclose != 0 && c.before(m, text.Disclosure),
		spared&spareTopic != 0 && c.before(m, text.Topic),
		spared&spareReader != 0 && c.aboutReader(m),
		spared&spareSender != 0 && c.senderWants(m),
		spared&spareOwned != 0 && c.owned(m),
		spared&spareGeneral != 0 && c.general(m) && c.before(m, text.Disclosure):
		return true
	}
	return false
}

// any reports whether the note has a phrase of a section for which holds is true.
func (c *context) any(section text.Section, holds func(text.Match) bool) bool {
	if !c.sections[section] {
		return false
	}
	return slices.ContainsFunc(c.Phrases, func(other text.Match) bool { return other.Section == section && holds(other) })
}

// overlaps reports whether a phrase of a section shares words with m.
func (c *context) overlaps(m text.Match, section text.Section) bool {
	return c.any(section, func(other text.Match) bool { return other.First <= m.Last && m.First <= other.Last })
}

// inSentence reports whether a phrase of a section stands in the sentence of m.
func (c *context) inSentence(m text.Match, section text.Section) bool {
	return c.any(section, func(other text.Match) bool { return c.piece[other.First] == c.piece[m.First] })
}

// before reports whether a phrase of a section begins before m in its sentence.
func (c *context) before(m text.Match, section text.Section) bool {
	return c.any(section, func(other text.Match) bool {
		return other.First < m.First && c.piece[other.First] == c.piece[m.First]
	})
}

// denied reports whether a negation before m, in its sentence, still holds at m.
func (c *context) denied(m text.Match) bool {
	return c.any(text.Negation, func(other text.Match) bool {
		return other.First <= m.First && c.piece[other.First] == c.piece[m.First] &&
			!c.overlaps(other, text.Affirmation) && !c.turns(other.Last, m.First)
	})
}

// turns reports whether the sentence takes a turn between two tokens: a "but",
// or a comma with a new subject after it. A denial ends there.
func (c *context) turns(from, to int) bool {
	for _, other := range c.Phrases {
		if other.Section == text.Contrast && from < other.First && other.First <= to {
			return true
		}
	}
	for i := from + 1; i <= to; i++ {
		between := c.Text[c.Tokens[i-1].End:c.Tokens[i].Start]
		if strings.ContainsAny(between, ",;–—") || strings.Contains(between, " - ") {
			if opensClause.has(&c.Tokens[i]) {
				return true
			}
		}
	}
	return false
}

// Words that begin a new clause after a comma.
var opensClause = tokensOf("i", "i'm", "im", "i've", "i'd", "i'll", "we", "we're", "we've", "my", "our", "can", "could", "would", "are", "shall",
	"let", "let's", "just", "send", "call", "please", "there's", "there", "happy", "fancy", "so", "any", "how", "what")

// aboutReader reports whether the words right after m are about the reader:
// "about your talk", "more about how you did it", "from you".
func (c *context) aboutReader(m text.Match) bool {
	for i := max(m.First, m.Last-1); i < min(m.Last+4, len(c.Tokens)-1); i++ {
		if c.piece[i+1] != c.piece[m.Last] {
			return false
		}
		next := c.Tokens[i+1].Text
		switch c.Tokens[i].Text {
		case "about", "on", "regarding", "around", "over":
			if next == "your" || next == "how" || next == "you" || next == "it" && i > m.Last {
				return c.Tokens[min(i+2, len(c.Tokens)-1)].Text != "next" && !c.inSentence(m, text.Job)
			}
		case "from":
			if next == "you" {
				return true
			}
		}
	}
	return false
}

// senderWants reports whether the nearest subject before m is the sender, and
// what is wanted is not the reader ("can I tempt you").
func (c *context) senderWants(m text.Match) bool {
	for _, token := range c.Tokens[m.First : m.Last+1] {
		if token.Text == "you" || token.Text == "your" {
			return false
		}
	}
	for i := m.First; i >= 0 && m.First-i <= 5 && c.piece[i] == c.piece[m.First]; i-- {
		switch c.Tokens[i].Text {
		case "you", "you're", "youre", "u", "your", "if", "anyone", "someone":
			return false
		case "i", "i'm", "im", "i'd", "i've", "we", "we're", "we'd", "me":
			return true
		}
	}
	return false
}

// owned reports whether the job of m is the reader's or somebody else's, so
// that nobody offers it.
func (c *context) owned(m text.Match) bool {
	next := false
	for i := m.First - 1; i >= 0 && m.First-i <= 4 && c.piece[i] == c.piece[m.First]; i-- {
		word := c.Tokens[i].Text
		switch {
		case isOwner[word]:
			return !next
		case strings.HasSuffix(word, "'s") && !isContraction[word]:
			return word != "client's" && word != "company's"
		case stopsOwner[word]:
			return false
		}
		next = next || word == "next"
	}
	return false
}

// general reports whether m speaks of many at once, as a recruiter does who
// says what the day's work is: "companies looking for talent".
func (c *context) general(m text.Match) bool {
	word := c.Tokens[m.First].Text
	return len(word) > 4 && strings.HasSuffix(word, "s") && !strings.HasSuffix(word, "ss")
}

var (
	isOwner       = setOf("your", "ur", "my", "his", "her", "their", "whose")
	isContraction = setOf("it's", "that's", "there's", "here's", "he's", "she's", "what's", "who's", "let's")
	stopsOwner    = setOf("a", "an", "the", "this", "for", "in", "on", "at", "with", "to", "of", "about", "and", "or", "have", "has", "is", "are",
		"fit", "suits", "match", "any", "some", "new")
)
