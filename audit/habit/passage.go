package habit

import (
	"slices"
	"strings"

	"outreachaudit/audit/digest"
	"outreachaudit/audit/model"
	"outreachaudit/audit/text"
)

// longestReading is how many items of a passage are read; more is no passage of a note that LinkedIn would send.
const longestReading = 250

// An item is a word of a note, or several that are one name, as the model sees it.
type item struct {
	idea        idea     // what the word stands for; 0 for nothing but itself
	wordID      model.ID // of the word
	ideaID      model.ID // of the idea; without one, of the word
	rootID      model.ID // of the word's root; 0 for an item that has none
	first, last int16    // tokens, of which a passage has fewer; -1 for a mark
	piece       int16    // which one it is in; -1 before the first
	small       bool     // stands for something that carries sentences and says nothing alone
	content     bool     // has an idea of its own that is not small, or is a name
	person      bool     // something can belong to it: see isPerson
	denies      bool     // stands for "not"
}

// A passage is a passage of a note as the model sees it. What is known of it depends on its own words, and on who the
// note went to only where it names something of that person.
type passage struct {
	text.Passage
	model     *learned     // that has read it; nil while none has
	items     []item       // of its words
	features  []feature    // those that the model knows, each once
	places    []uint16     // of the features among the weights: what is read again and again
	scores    model.Scores // sum of their weights
	pitches   []Evidence   // what the rules say of a pitch
	tells     bool         // has a phrase that says what the sender does, which nothing denies
	discloses bool         // such a phrase says that the sender recruits
	company   bool         // names the reader's company
	signs     wordSigns    // that tell whether it may name something of a reader
	stock     bool         // LinkedIn's own text: the recruiter did not choose its words
	gaps      bool         // has a sign that gaps of templates have
	marks     marks        // that it is written with
	questions int          // question marks
	units     int          // UTF-16 code units
	wording   wording      // for a reader of whom it names nothing
	keep      *shelf       // on which it will be remembered; nil for none
	hash      uint64       // of its text, where it will be remembered
}

// A reading lays a passage out for a model: words with what they stand for, what is known of the reader
// named as such, so that "at Acme" and "at Initech" are the same to it. Its room is used again.
type reading struct {
	*passage
	room     layout
	reader   *reader
	model    *learned
	piece    int16    // the one being laid out
	seen     []uint64 // bit set of places in the weights; all zero when nothing is being weighed
	asks     []bool   // by piece
	counted  []uint16 // places of features of the note as a whole
	shapes   *shapes  // that are remembered; nil for none
	learning bool     // collect names rather than weights
	names    []model.Name
	context  context
}

// A layout is what reading makes of a passage.
type layout struct {
	items    []item
	features []feature
	places   []uint16
	phrases  []text.Match
	shape    []uint64
}

// stranger is a reader of whom nothing is known.
var stranger = reader{company: new(company)}

// understand finds out all that a model can say of a passage that has been split, whoever the reader is.
func (r *reading) understand(p *passage, model *learned) {
	if p.Lexicon.Has(text.Offer) {
		p.Phrases = r.room.phrases
		p.Search(longestRead)
		p.pitches, p.tells, p.discloses = r.context.rules(p)
		p.Phrases, r.room.phrases = nil, p.Phrases
	} else {
		p.pitches, p.tells, p.discloses = nil, false, false
	}
	if _, p.stock = stockText(p.Text, p.Tokens, p.Stock, p.Lexicon, nil); p.stock {
		p.items, p.features, p.places, p.scores, p.pitches = p.items[:0], p.features[:0], p.places[:0], [len(p.scores)]int32{}, nil
	} else {
		r.read(p, &stranger, model)
	}
	p.model = model
}

// read lays a passage out and weighs it for one reader.
func (r *reading) read(p *passage, reader *reader, model *learned) {
	own, room := layout{items: p.items, features: p.features, places: p.places}, &r.room
	p.items, p.features, p.places, p.company = room.items[:0], room.features[:0], room.places[:0], false
	r.passage, r.reader, r.model, r.piece = p, reader, model, -1
	r.layOut()
	r.weigh()
	r.passage = nil
	room.items, room.features, room.places = p.items, p.features, p.places
	p.items, p.features, p.places = append(own.items[:0], p.items...), append(own.features[:0], p.features...), append(own.places[:0], p.places...)
}

// weigh asks the model about a passage that is laid out.
func (r *reading) weigh() {
	r.makeRoom(r.model)
	r.scores = model.Scores{}
	r.recall()
}

// makeRoom makes the set of what was seen large enough for a model.
func (r *reading) makeRoom(model *learned) {
	if places := model.Places(); len(r.seen)*64 <= places {
		r.seen = make([]uint64, places/64+1)
	}
}

// layOut turns the tokens into items.
func (r *reading) layOut() {
	for i := 0; i < len(r.Tokens) && len(r.items) < longestReading; i++ {
		token := &r.Tokens[i]
		before := r.Between(i)
		starts := r.begin(i, before)
		next := item{first: int16(i), last: int16(i)}
		if end := r.reader.company.end(&r.Prose, i); end > i {
			next.last, next.idea, r.company = int16(end-1), itsCompany, true
		} else if known := r.Lexicon.IdeaOf(token); known != 0 {
			next.idea, next.small = idea(known), known.Small()
		} else {
			next.idea, next.last = r.strange(i, ownerless(token), starts)
		}
		r.push(next)
		i = int(next.last)
		if behind := r.Between(i + 1); len(behind) > 0 && strings.Contains(behind, "?") {
			r.push(item{idea: question, first: -1, last: -1})
		}
	}
}

// ownerless is a token's text without a possessive ending.
func ownerless(token *text.Token) string { return withoutOwner(token.Text) }

func withoutOwner(word string) string {
	if strings.HasSuffix(word, "'s") && !isContraction[word] {
		return word[:len(word)-len("'s")]
	}
	return word
}

// begin marks what begins at token i: a piece, a quotation. It reports whether a piece does.
func (r *reading) begin(i int, before string) bool {
	starts := false
	for int(r.piece)+1 < len(r.Pieces) && r.Pieces[r.piece+1].Start <= r.Tokens[i].Start {
		r.piece++
		starts = true
	}
	if starts {
		r.push(item{idea: beginning, first: -1, last: -1})
	}
	if before != "" && opensQuotation(before) && r.Capital(i) {
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
func (r *reading) strange(i int, word string, starts bool) (idea, int16) {
	at := int16(i)
	switch token := &r.Tokens[i]; {
	case token.Kind == text.Money:
		return amount, at
	case token.Kind == text.Link:
		return link, at
	case slices.Contains(r.reader.names, word):
		return readersName, at
	case token.Kind == text.Number && !r.Capital(i):
		return number, at
	case !r.Capital(i):
		return 0, at
	case len(word) >= shortestStem && slices.Contains(r.reader.places, word):
		return itsCity, at
	case r.isGerman() && r.isPlainNoun(i, starts):
		return germanNoun, at
	}
	last := i
	for r.goesOn(last) {
		last++
	}
	if starts && last == i && !strings.HasSuffix(r.Tokens[i].Text, "'s") && i+1 < len(r.Tokens) {
		return 0, at
	}
	return properName, int16(last)
}

// goesOn reports whether the token behind another one goes on with a name: a capital letter behind a single blank,
// and nothing that it is known to stand for.
func (r *reading) goesOn(token int) bool {
	next := token + 1
	return next < len(r.Tokens) && r.Capital(next) && r.Text[r.Tokens[token].End:r.Tokens[next].Start] == " " && r.Lexicon.IdeaOf(&r.Tokens[next]) == 0
}

func (r *reading) isGerman() bool { return r.Lexicon.Language() == "de" }

// isPlainNoun reports whether a capital in German says only that the word is a noun: most do, unless
// another follows or the word stands behind one that places and companies stand behind.
func (r *reading) isPlainNoun(i int, starts bool) bool {
	return !r.goesOn(i) && (starts || i == 0 || !germanPlaces.has(&r.Tokens[i-1]))
}

var germanPlaces = tokensOf("in", "bei", "aus", "nach", "von")

func (r *reading) push(next item) {
	next.piece = r.piece
	next.content = next.idea != 0 && !next.small && next.first >= 0
	if next.idea != 0 {
		next.ideaID = r.model.ideas[next.idea]
		known := &ideas()[next.idea]
		next.person, next.denies = known.person, known.denies
	}
	switch {
	case next.first < 0, next.idea.stands():
		next.wordID = next.ideaID
	default:
		token := &r.Tokens[next.first]
		word := ownerless(token)
		if len(word) == len(token.Text) {
			next.wordID = r.model.word(token.Number(), token.Hash())
		} else {
			next.wordID = r.model.ID(digest.Of(word))
		}
		next.rootID = r.model.root(token)
		if next.idea == 0 {
			next.ideaID, next.person, next.denies = next.wordID, isPerson(word), isDenial(word)
		}
	}
	r.items = append(r.items, next)
}

// word is what an item says, folded.
func (p *passage) word(it item) string {
	if it.first < 0 || it.idea.stands() {
		return it.idea.String()
	}
	return ownerless(&p.Tokens[it.first])
}

// ideaName is what an item stands for, if only for its word.
func (p *passage) ideaName(it item) string {
	if it.idea == 0 {
		return p.word(it)
	}
	return it.idea.String()
}
