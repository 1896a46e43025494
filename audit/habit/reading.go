package habit

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"outreachaudit/audit/model"
	"outreachaudit/audit/text"
)

// longestReading is how many items of a note are read; more is no note that LinkedIn would send.
const longestReading = 250

// An item is a word of a note, or several that are one name, as the model sees it.
type item struct {
	word     string
	wordKey  model.Key
	idea     idea // what the word stands for; without one, the word itself
	first    int  // token; -1 for a mark
	last     int
	sentence int  // which one it is in
	small    bool // stands for something that carries sentences and says nothing alone
	content  bool // has an idea of its own that is not small, or is a name
}

// An idea is what an item stands for: one of a lexicon's, or one of those below, or nothing but its word.
type idea struct {
	name string
	key  model.Key
}

func newIdea(name string) idea { return idea{name, model.Word(name)} }

// ideas are the lexicons' by number.
var ideas = func() []idea {
	all := []idea{{}}
	for _, known := range text.Ideas() {
		all = append(all, newIdea(known.String()))
	}
	return all
}()

// The ideas of items that no lexicon has.
var (
	beginning   = newIdea("^")
	question    = newIdea("?")
	quotation   = newIdea("<quoted>")
	readersName = newIdea("<reader>")
	itsCompany  = newIdea("<company>")
	itsCity     = newIdea("<city>")
	properName  = newIdea("<name>")
	germanNoun  = newIdea("<noun>")
	amount      = newIdea("<money>")
	link        = newIdea("<link>")
	number      = newIdea("<number>")
)

// A reading is a note laid out for the model: words with what they stand for, what is known of the reader
// named as such, so that "at Acme" and "at Initech" are the same to it.
type reading struct {
	note     *Note
	items    []item
	sentence int  // the one being laid out
	company  bool // names the reader's company
	model    *model.Weights
	pitches  []Evidence   // what the rules say of a pitch
	features []feature    // those that the model knows, each once
	seen     []uint64     // bit set of places in the weights
	scores   model.Scores // sum of their weights
	learning bool         // collect names rather than weights
	names    []model.Name
}

// readings are those that nobody needs any more: half of what judging a note would allocate.
var readings = sync.Pool{New: func() any { return new(reading) }}

// Release gives back what only judging needs, once a note is judged. The note cannot be judged again.
func (n *Note) Release() {
	if n.reading == nil {
		return
	}
	r := n.reading
	n.reading = nil
	clear(r.items)
	*r = reading{items: r.items[:0], features: r.features[:0]}
	readings.Put(r)
}

// newReading lays out a note; nil where its language is not one that the model knows.
func newReading(n *Note) *reading {
	if !n.Lexicon.HasIdeas() {
		return nil
	}
	r := readings.Get().(*reading)
	*r = reading{note: n, items: r.items[:0], features: r.features[:0], sentence: -1}
	if n.Lexicon.Has(text.Offer) {
		r.pitches = rulePitches(n)
	}
	r.layOut()
	return r
}

// seenPool holds bit sets that are all zero.
var seenPool = sync.Pool{New: func() any { return new([]uint64) }}

// weigh asks a model about a note that is laid out.
func (r *reading) weigh(model *model.Weights) *reading {
	r.model, r.scores = model, model.Bias()
	scratch := seenPool.Get().(*[]uint64)
	if len(*scratch) <= model.Places()/64 {
		*scratch = make([]uint64, model.Places()/64+1)
	}
	r.seen = *scratch
	r.collect()
	for _, found := range r.features {
		r.seen[found.place/64] = 0
	}
	r.seen = nil
	seenPool.Put(scratch)
	return r
}

// layOut turns the tokens behind the greeting into items.
func (r *reading) layOut() {
	n := r.note
	for i := text.Greeting(n.Tokens); i < len(n.Tokens) && len(r.items) < longestReading; i++ {
		starts := r.begin(i)
		token := n.Tokens[i]
		word := token.Text
		if stem, found := strings.CutSuffix(word, "'s"); found && !isContraction[word] {
			word = stem
		}
		next := item{word: word, wordKey: model.Key(token.Hash()), first: i, last: i}
		if word != token.Text {
			next.wordKey = model.Word(word)
		}
		if end := n.reader.company.end(n, i); end > i {
			next.last, next.idea, r.company = end-1, itsCompany, true
		} else if known := n.Lexicon.IdeaOf(token); known != 0 {
			next.idea, next.small = ideas[known], known.Small()
		} else {
			next.idea, next.last = r.strange(i, word, starts)
		}
		r.push(next)
		i = next.last
		if i+1 < len(n.Tokens) && strings.Contains(n.Note[n.Tokens[i].End:n.Tokens[i+1].Start], "?") || i+1 == len(n.Tokens) && strings.Contains(n.Note[n.Tokens[i].End:], "?") {
			r.push(item{word: "?", wordKey: question.key, idea: question, first: -1, last: -1})
		}
	}
}

// begin marks what begins at token i: a sentence, a quotation. It reports whether a sentence does.
func (r *reading) begin(i int) bool {
	n, starts := r.note, false
	for r.sentence+1 < len(n.Sentences) && n.Sentences[r.sentence+1].Start <= n.Tokens[i].Start {
		r.sentence++
		starts = true
	}
	if starts {
		r.push(item{word: "^", wordKey: beginning.key, idea: beginning, first: -1, last: -1})
	}
	from := 0
	if i > 0 {
		from = n.Tokens[i-1].End
	}
	if opensQuotation(n.Note[from:n.Tokens[i].Start]) && n.capital(i) {
		r.push(item{word: "<quoted>", wordKey: quotation.key, idea: quotation, first: -1, last: -1})
	}
	return starts
}

// opensQuotation reports whether a quotation begins in what stands between two words.
func opensQuotation(between string) bool {
	at := strings.LastIndexAny(between, "\"“„«‘")
	return at >= 0 && !strings.ContainsAny(between[at:], " \t\n")
}

// strange is the idea of a word that no list has, and the last token of the name that it begins.
func (r *reading) strange(i int, word string, starts bool) (idea, int) {
	n := r.note
	switch token := n.Tokens[i]; {
	case token.Kind == text.Money:
		return amount, i
	case token.Kind == text.Link:
		return link, i
	case slices.Contains(n.reader.names, word):
		return readersName, i
	case token.Kind == text.Number && !n.capital(i):
		return number, i
	case !n.capital(i):
		return idea{}, i
	case len(word) >= shortestStem && slices.Contains(n.reader.places, word):
		return itsCity, i
	case r.isGerman() && r.isPlainNoun(i):
		return germanNoun, i
	}
	last := i
	for last+1 < len(n.Tokens) && n.capital(last+1) && n.Note[n.Tokens[last].End:n.Tokens[last+1].Start] == " " && n.Lexicon.IdeaOf(n.Tokens[last+1]) == 0 {
		last++
	}
	if starts && last == i && !strings.HasSuffix(n.Tokens[i].Text, "'s") && i+1 < len(n.Tokens) {
		return idea{}, i
	}
	return properName, last
}

func (r *reading) isGerman() bool { return r.note.Lexicon.Language() == "de" }

// isPlainNoun reports whether a capital in German says only that the word is a noun: most do, unless
// another follows or the word stands behind one that places and companies stand behind.
func (r *reading) isPlainNoun(i int) bool {
	n := r.note
	if i+1 < len(n.Tokens) && n.capital(i+1) && n.Note[n.Tokens[i].End:n.Tokens[i+1].Start] == " " && n.Lexicon.IdeaOf(n.Tokens[i+1]) == 0 {
		return false
	}
	return i == 0 || !germanPlaces[n.Tokens[i-1].Text]
}

var germanPlaces = setOf("in", "bei", "aus", "nach", "von")

func (r *reading) push(next item) {
	next.sentence = r.sentence
	next.content = next.idea.name != "" && !next.small && next.first >= 0
	if next.idea.name == "" {
		next.idea = idea{next.word, next.wordKey}
	} else if next.idea == properName || next.idea == itsCompany || next.idea == readersName || next.idea == itsCity {
		next.word, next.wordKey = next.idea.name, next.idea.key
	}
	r.items = append(r.items, next)
}

// capital reports whether a token is written with a capital.
func (n *Note) capital(token int) bool {
	first, _ := utf8.DecodeRuneInString(n.Note[n.Tokens[token].Start:])
	return unicode.IsUpper(first) || n.Tokens[token].Kind == text.Number && strings.ContainsFunc(n.Note[n.Tokens[token].Start:n.Tokens[token].End], unicode.IsUpper)
}
