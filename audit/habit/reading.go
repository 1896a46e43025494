package habit

import (
	"slices"
	"strings"
	"unicode"

	"outreachaudit/audit/digest"
	"outreachaudit/audit/model"
	"outreachaudit/audit/text"
)

// longestReading is how many items of a note are read; more is no note that LinkedIn would send.
const longestReading = 250

// An item is a word of a note, or several that are one name, as the model sees it.
type item struct {
	idea        idea     // what the word stands for; 0 for nothing but itself
	wordID      model.ID // of the word
	ideaID      model.ID // of the idea; without one, of the word
	first, last int32    // tokens; -1 for a mark
	sentence    int32    // which one it is in
	small       bool     // stands for something that carries sentences and says nothing alone
	content     bool     // has an idea of its own that is not small, or is a name
	person      bool     // something can belong to it: see isPerson
	denies      bool     // stands for "not"
}

// A reading is a note laid out for the model: words with what they stand for, what is known of the reader
// named as such, so that "at Acme" and "at Initech" are the same to it.
type reading struct {
	note     *Note
	model    *learned
	items    []item
	sentence int32        // the one being laid out
	company  bool         // names the reader's company
	pitches  []Evidence   // what the rules say of a pitch
	features []feature    // those that the model knows, each once
	seen     []uint64     // bit set of places in the weights; all zero when the reading is not being weighed
	asks     []bool       // by sentence
	worth    []float32    // by item, for words
	scores   model.Scores // sum of their weights
	learning bool         // collect names rather than weights
	names    []model.Name
}

func (r *reading) reset() {
	*r = reading{items: r.items[:0], features: r.features[:0], seen: r.seen, asks: r.asks, worth: r.worth}
}

// newReading lays out a note for a model; nil where its language is not one that models know.
func newReading(n *Note, model *learned) *reading {
	if !n.Lexicon.HasIdeas() {
		return nil
	}
	r := &n.work.reading
	r.reset()
	r.note, r.model, r.sentence = n, model, -1
	if n.Lexicon.Has(text.Offer) {
		r.pitches = rulePitches(n)
	}
	r.layOut()
	return r
}

// weigh asks the model about a note that is laid out.
func (r *reading) weigh() *reading {
	if places := r.model.Places(); len(r.seen)*64 <= places {
		r.seen = make([]uint64, places/64+1)
	}
	r.scores = r.model.Bias()
	r.collect()
	for _, found := range r.features {
		r.seen[found.place/64] = 0
	}
	return r
}

// layOut turns the tokens behind the greeting into items.
func (r *reading) layOut() {
	n := r.note
	for i := text.Greeting(n.Tokens); i < len(n.Tokens) && len(r.items) < longestReading; i++ {
		token := &n.Tokens[i]
		before := between(n, i)
		starts := r.begin(i, before)
		next := item{first: int32(i), last: int32(i)}
		if end := n.reader.company.end(n, i); end > i {
			next.last, next.idea, r.company = int32(end-1), itsCompany, true
		} else if known := n.Lexicon.IdeaOf(token); known != 0 {
			next.idea, next.small = idea(known), known.Small()
		} else {
			next.idea, next.last = r.strange(i, ownerless(token), starts)
		}
		r.push(next)
		i = int(next.last)
		if behind := between(n, i+1); len(behind) > 0 && strings.Contains(behind, "?") {
			r.push(item{idea: question, first: -1, last: -1})
		}
	}
}

// between is what stands before a token and behind the one before it; "" for a single blank.
func between(n *Note, token int) string {
	start, end := 0, len(n.Note)
	if token > 0 {
		start = n.Tokens[token-1].End
	}
	if token < len(n.Tokens) {
		end = n.Tokens[token].Start
	}
	if end == start+1 && n.Note[start] == ' ' {
		return ""
	}
	return n.Note[start:end]
}

// ownerless is a token's text without a possessive ending.
func ownerless(token *text.Token) string {
	if word := token.Text; strings.HasSuffix(word, "'s") && !isContraction[word] {
		return word[:len(word)-len("'s")]
	}
	return token.Text
}

// begin marks what begins at token i: a sentence, a quotation. It reports whether a sentence does.
func (r *reading) begin(i int, before string) bool {
	n, starts := r.note, false
	for int(r.sentence)+1 < len(n.Sentences) && n.Sentences[r.sentence+1].Start <= n.Tokens[i].Start {
		r.sentence++
		starts = true
	}
	if starts {
		r.push(item{idea: beginning, first: -1, last: -1})
	}
	if before != "" && opensQuotation(before) && n.capital(i) {
		r.push(item{idea: quotation, first: -1, last: -1})
	}
	return starts
}

// opensQuotation reports whether a quotation begins in what stands between two words.
func opensQuotation(between string) bool {
	at := strings.LastIndexAny(between, "\"“„«‘")
	return at >= 0 && !strings.ContainsAny(between[at:], " \t\n")
}

// strange is the idea of a word that no list has, and the last token of the name that it begins.
func (r *reading) strange(i int, word string, starts bool) (idea, int32) {
	n, at := r.note, int32(i)
	switch token := &n.Tokens[i]; {
	case token.Kind == text.Money:
		return amount, at
	case token.Kind == text.Link:
		return link, at
	case slices.Contains(n.reader.names, word):
		return readersName, at
	case token.Kind == text.Number && !n.capital(i):
		return number, at
	case !n.capital(i):
		return 0, at
	case len(word) >= shortestStem && slices.Contains(n.reader.places, word):
		return itsCity, at
	case r.isGerman() && r.isPlainNoun(i):
		return germanNoun, at
	}
	last := i
	for last+1 < len(n.Tokens) && n.capital(last+1) && n.Note[n.Tokens[last].End:n.Tokens[last+1].Start] == " " && n.Lexicon.IdeaOf(&n.Tokens[last+1]) == 0 {
		last++
	}
	if starts && last == i && !strings.HasSuffix(n.Tokens[i].Text, "'s") && i+1 < len(n.Tokens) {
		return 0, at
	}
	return properName, int32(last)
}

func (r *reading) isGerman() bool { return r.note.Lexicon.Language() == "de" }

// isPlainNoun reports whether a capital in German says only that the word is a noun: most do, unless
// another follows or the word stands behind one that places and companies stand behind.
func (r *reading) isPlainNoun(i int) bool {
	n := r.note
	if i+1 < len(n.Tokens) && n.capital(i+1) && n.Note[n.Tokens[i].End:n.Tokens[i+1].Start] == " " && n.Lexicon.IdeaOf(&n.Tokens[i+1]) == 0 {
		return false
	}
	return i == 0 || !germanPlaces.has(&n.Tokens[i-1])
}

var germanPlaces = tokensOf("in", "bei", "aus", "nach", "von")

func (r *reading) push(next item) {
	next.sentence = r.sentence
	next.content = next.idea != 0 && !next.small && next.first >= 0
	if next.idea != 0 {
		next.ideaID = r.model.ideas[next.idea]
		next.person, next.denies = ideas[next.idea].person, ideas[next.idea].denies
	}
	switch {
	case next.first < 0, next.idea.stands():
		next.wordID = next.ideaID
	default:
		token := &r.note.Tokens[next.first]
		word := ownerless(token)
		if len(word) == len(token.Text) {
			next.wordID = r.model.word(token.Number(), token.Hash())
		} else {
			next.wordID = r.model.ID(digest.Of(word))
		}
		if next.idea == 0 {
			next.ideaID, next.person, next.denies = next.wordID, isPerson(word), isDenial(word)
		}
	}
	r.items = append(r.items, next)
}

// word is what an item says, folded.
func (r *reading) word(it item) string {
	if it.first < 0 || it.idea.stands() {
		return it.idea.String()
	}
	return ownerless(&r.note.Tokens[it.first])
}

// ideaName is what an item stands for, if only for its word.
func (r *reading) ideaName(it item) string {
	if it.idea == 0 {
		return r.word(it)
	}
	return it.idea.String()
}

// capital reports whether a token is written with a capital.
func (n *Note) capital(token int) bool {
	t := &n.Tokens[token]
	return t.Capital || t.Kind == text.Number && strings.ContainsFunc(n.Note[t.Start:t.End], unicode.IsUpper)
}
