package text

import (
	"strings"
	"sync"
)

// A Match is a phrase found: tokens First to Last, both included.
type Match struct {
	Section     Section
	First, Last int
}

// A graph holds phrases as paths from its root; paths part and meet where a
// phrase has alternatives, so a phrase takes about as many nodes as words.
type graph struct {
	nodes   []node    // and one behind the last, so that each ends where the next begins
	edges   []edge    // of each node, sorted by symbol
	gaps    []int32   // of each node: nodes that any word leads to
	ends    []Section // of each node: sections of the phrases that end there
	byWord  []int32   // node after the root + 1, by first word
	byClass []int32   // the same by first class less firstClass
	starts  symbolSet // classes that phrases begin with
}

type node struct {
	symbols           symbolSet // of the edges
	edges, gaps, ends int32     // where they begin
}

// A symbolSet holds at least the symbols that were put in: most words of a text lead nowhere, which it tells quickly.
type symbolSet uint64

func (s symbol) set() symbolSet { return 1 << (s % 64) }

type edge struct {
	symbol symbol
	to     int32
}

// after is those of a node's edges that a symbol leads along.
func after(edges []edge, s symbol) []edge {
	low, high := 0, len(edges)
	for low < high {
		if middle := (low + high) / 2; edges[middle].symbol < s {
			low = middle + 1
		} else {
			high = middle
		}
	}
	for high < len(edges) && edges[high].symbol == s {
		high++
	}
	return edges[low:high]
}

// A step is a word of the text as phrases see it: spellings undone ("we're" is
// two steps), with the place it came from.
type step struct {
	symbols symbolSet // the word and its classes
	word    wordID
	token   int32
	kind    TokenKind
	first   bool // begins a piece: no phrase goes on here
	apart   bool // punctuation before it: no gap goes on here
}

// appendMatches puts the phrases in a text behind other matches: from each place the longest of each section.
// No phrase crosses the border of a piece.
func (l *Lexicon) appendMatches(matches []Match, s string, tokens []Token, pieces []Piece) []Match {
	if l == nil || len(l.phrases.nodes) == 0 {
		return matches
	}
	search := finders.Get().(*finder)
	defer finders.Put(search)
	search.lexicon, search.matches = l, matches
	search.steps = l.steps(search.steps[:0], s, tokens, pieces)
	for i := range search.steps {
		search.from(i)
	}
	matches, search.matches = search.matches, nil
	return matches
}

func (l *Lexicon) steps(steps []step, s string, tokens []Token, pieces []Piece) []step {
	piece := 0
	for i, token := range tokens {
		next := step{word: token.plain, token: int32(i), kind: token.Kind}
		for piece < len(pieces) && pieces[piece].Start <= token.Start {
			next.first = true
			piece++
		}
		next.apart = i > 0 && separated(s[tokens[i-1].End:token.Start])
		meaning := l.spelled(next.word)
		if meaning == nil {
			next.symbols = l.symbolsOf(&next)
			steps = append(steps, next)
		}
		for _, word := range meaning {
			next.word = word
			next.symbols = l.symbolsOf(&next)
			steps = append(steps, next)
			next.first, next.apart = false, false
		}
	}
	return steps
}

func (l *Lexicon) spelled(word wordID) []wordID {
	if int(word) < len(l.spellings) {
		return l.spellings[word]
	}
	return nil
}

// separated reports whether punctuation stands between two words that a gap must not leap over.
func separated(between string) bool {
	if between == " " {
		return false
	}
	return strings.ContainsAny(between, ",;:.!?()\n—–…") || strings.Contains(between, " - ")
}

type finder struct {
	lexicon *Lexicon
	steps   []step
	matches []Match
	best    [sectionCount]int32 // last step + 1 of the longest match from here
	found   bool
}

var finders = sync.Pool{New: func() any { return new(finder) }}

func (f *finder) from(start int) {
	f.found = false
	phrases, s := &f.lexicon.phrases, &f.steps[start]
	if int(s.word) < len(phrases.byWord) {
		if next := phrases.byWord[s.word]; next > 0 {
			f.walk(next-1, start+1)
		}
	}
	if s.symbols&phrases.starts != 0 {
		for _, class := range f.lexicon.classesOf(s) {
			if int(class-firstClass) < len(phrases.byClass) {
				if next := phrases.byClass[class-firstClass]; next > 0 {
					f.walk(next-1, start+1)
				}
			}
		}
	}
	if !f.found {
		return
	}
	for section, end := range f.best {
		if end > 0 {
			f.matches = append(f.matches, Match{Section(section), int(f.steps[start].token), int(f.steps[end-1].token)})
			f.best[section] = 0
		}
	}
}

var (
	numberSymbols = []symbol{numberClass}
	moneySymbols  = []symbol{moneyClass}
)

// symbolsOf is the word of a step, if it has a number, and its classes.
func (l *Lexicon) symbolsOf(s *step) (set symbolSet) {
	if s.word != 0 {
		set = symbol(s.word).set()
	}
	for _, class := range l.classesOf(s) {
		set |= class.set()
	}
	return set
}

func (l *Lexicon) classesOf(s *step) []symbol {
	switch {
	case s.kind == Number:
		return numberSymbols
	case s.kind == Money:
		return moneySymbols
	case int(s.word) < len(l.classes):
		return l.classes[s.word]
	}
	return nil
}

// walk goes on from a node with the step at i, and notes the phrases that end there.
func (f *finder) walk(at int32, i int) {
	g := &f.lexicon.phrases
	n, following := &g.nodes[at], &g.nodes[at+1]
	for _, section := range g.ends[n.ends:following.ends] {
		f.best[section] = max(f.best[section], int32(i))
		f.found = true
	}
	if i == len(f.steps) || f.steps[i].first {
		return
	}
	s := &f.steps[i]
	if n.symbols&s.symbols != 0 {
		f.follow(g.edges[n.edges:following.edges], s, i)
	}
	if !s.apart {
		for _, next := range g.gaps[n.gaps:following.gaps] {
			f.walk(next, i+1)
		}
	}
}

// follow goes on along edges with the word of a step and its classes.
func (f *finder) follow(edges []edge, s *step, i int) {
	if s.word != 0 {
		for _, next := range after(edges, symbol(s.word)) {
			f.walk(next.to, i+1)
		}
	}
	for _, class := range f.lexicon.classesOf(s) {
		for _, next := range after(edges, class) {
			f.walk(next.to, i+1)
		}
	}
}
