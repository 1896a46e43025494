package text

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// A symbol is a step of a phrase: a word, or from firstClass on a class of words.
type symbol uint32

const (
	firstClass  symbol = 1 << 16
	numberClass        = firstClass
	moneyClass         = firstClass + 1
	ownClasses         = firstClass + 2 // the first that a file may define
)

// root stands for the place before a phrase's first word.
const root int32 = -1

// A building is a node while phrases are entered.
type building struct {
	edges []edge
	gaps  []int32   // nodes that any word leads to
	ends  []Section // sections of the phrases that end here
}

// A compiler enters phrases into a graph.
type compiler struct {
	intern  func(string) wordID
	classes map[string]symbol
	nodes   []building
	word    func(wordID) // told of every word of a phrase
	byWord  [][]int32    // nodes after the root, by first word
	byClass [][]int32    // the same by first class less firstClass
}

func (c *compiler) classSymbol(name string) symbol {
	if name == "number" {
		return numberClass
	}
	s, ok := c.classes[name]
	if !ok {
		s = ownClasses + symbol(len(c.classes))
		c.classes[name] = s
	}
	return s
}

// add enters a phrase under a section.
func (c *compiler) add(line string, section Section) error {
	if strings.ContainsAny(line[:1]+line[len(line)-1:], anyWord+anyWords) {
		return fmt.Errorf("a phrase begins and ends with words: %s", line)
	}
	parsed, err := parsePhrase(line)
	if err != nil {
		return err
	}
	ends, err := c.sequence(parsed, []int32{root})
	if err != nil {
		return fmt.Errorf("%s: %w", line, err)
	}
	for _, end := range ends {
		if end == root {
			return fmt.Errorf("%s: matches nothing", line)
		}
		c.nodes[end].ends = append(c.nodes[end].ends, section)
	}
	return nil
}

// sequence enters items after the nodes of from and returns the nodes they end in.
func (c *compiler) sequence(items phrase, from []int32) ([]int32, error) {
	var err error
	for _, next := range items {
		if from, err = c.item(next, from); err != nil {
			return nil, err
		}
	}
	return from, nil
}

func (c *compiler) item(next item, from []int32) ([]int32, error) {
	if next.options == nil {
		return c.single(next.word, from, c.newNode())
	}
	var ends []int32
	shared := c.newNode() // all alternatives of one word meet here
	used := false
	for _, option := range next.options {
		if len(option) == 1 && option[0].options == nil && option[0].word != anyWords {
			if _, err := c.single(option[0].word, from, shared); err != nil {
				return nil, err
			}
			used = true
			continue
		}
		more, err := c.sequence(option, from)
		if err != nil {
			return nil, err
		}
		ends = append(ends, more...)
	}
	if used {
		ends = append(ends, shared)
	}
	if next.optional {
		ends = append(ends, from...)
	}
	return ends, nil
}

func (c *compiler) single(word string, from []int32, to int32) ([]int32, error) {
	switch word {
	case anyWord:
		c.gap(from, to)
		return []int32{to}, nil
	case anyWords:
		ends := append([]int32(nil), from...)
		for range longestGap {
			to = c.newNode()
			c.gap(from, to)
			from = []int32{to}
			ends = append(ends, to)
		}
		return ends, nil
	}
	s, err := c.symbol(word)
	if err != nil {
		return nil, err
	}
	for _, node := range from {
		c.connect(node, s, to)
	}
	return []int32{to}, nil
}

func (c *compiler) gap(from []int32, to int32) {
	for _, node := range from {
		if node != root {
			c.nodes[node].gaps = append(c.nodes[node].gaps, to)
		}
	}
}

func (c *compiler) connect(from int32, s symbol, to int32) {
	switch {
	case from != root:
		c.nodes[from].edges = append(c.nodes[from].edges, edge{s, to})
	case s < firstClass:
		c.byWord = grow(c.byWord, int(s))
		c.byWord[s] = append(c.byWord[s], to)
	default:
		c.byClass = grow(c.byClass, int(s-firstClass))
		c.byClass[s-firstClass] = append(c.byClass[s-firstClass], to)
	}
}

func (c *compiler) newNode() int32 {
	c.nodes = append(c.nodes, building{})
	return int32(len(c.nodes) - 1)
}

func (c *compiler) symbol(word string) (symbol, error) {
	switch {
	case word == anyNumber:
		return numberClass, nil
	case word == anyMoney:
		return moneyClass, nil
	case word[0] == '<':
		class, ok := c.classes[strings.Trim(word, "<>")]
		if !ok {
			return 0, fmt.Errorf("no class %s above", word)
		}
		return class, nil
	}
	id := c.intern(word)
	c.word(id)
	return symbol(id), nil
}

// finish is the graph of the phrases. All that a phrase's first word leads to becomes one node, so that most words of
// a text cost a single look at the word after them.
func (c *compiler) finish() graph {
	g := graph{byWord: c.fuse(c.byWord), byClass: c.fuse(c.byClass)}
	for class, start := range g.byClass {
		if start > 0 {
			g.starts |= (firstClass + symbol(class)).set()
		}
	}
	for i := range c.nodes {
		b := &c.nodes[i]
		slices.SortStableFunc(b.edges, func(x, y edge) int { return cmp.Compare(x.symbol, y.symbol) })
		n := node{edges: int32(len(g.edges)), gaps: int32(len(g.gaps)), ends: int32(len(g.ends))}
		for _, edge := range b.edges {
			n.symbols |= edge.symbol.set()
		}
		g.nodes = append(g.nodes, n)
		g.edges, g.gaps, g.ends = append(g.edges, b.edges...), append(g.gaps, b.gaps...), append(g.ends, b.ends...)
	}
	if len(g.nodes) > 0 {
		g.nodes = append(g.nodes, node{edges: int32(len(g.edges)), gaps: int32(len(g.gaps)), ends: int32(len(g.ends))})
	}
	return g
}

func (c *compiler) fuse(starts [][]int32) []int32 {
	fused := make([]int32, len(starts))
	for i, nodes := range starts {
		switch len(nodes) {
		case 0:
			continue
		case 1:
			fused[i] = nodes[0] + 1
			continue
		}
		var all building
		for _, at := range nodes {
			b := &c.nodes[at]
			all.edges = append(all.edges, b.edges...)
			all.gaps = append(all.gaps, b.gaps...)
			all.ends = append(all.ends, b.ends...)
		}
		c.nodes = append(c.nodes, all)
		fused[i] = int32(len(c.nodes))
	}
	return fused
}
