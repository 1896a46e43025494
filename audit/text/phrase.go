package text

import (
	"fmt"
	"slices"
	"strings"
)

// The language of phrases, as lexicon files have it:
//
//	role            the word
//	(a|the|your own) one of these
//	(senior)?       this or nothing
//	<job>           any word of [class job]
//	#               a number, in figures or of [class number]
//	$               an amount of money
//	*               any one word
//	~               up to three words, whatever they are
const (
	anyWord    = "*"
	anyWords   = "~"
	longestGap = 3
	anyNumber  = "#"
	anyMoney   = "$"
)

// A phrase is a sequence of items.
type phrase []item

// An item is alternatives, of which a text has one.
type item struct {
	word     string   // the word itself, when there are no alternatives
	options  []phrase // alternatives in brackets
	optional bool     // none of them will do, too
}

func parsePhrase(line string) (phrase, error) {
	p := phraseParser{rest: line}
	parsed, err := p.sequence()
	if err == nil && p.rest != "" {
		err = fmt.Errorf("unexpected %q in %q", p.rest, line)
	}
	return parsed, err
}

type phraseParser struct{ rest string }

func (p *phraseParser) sequence() (phrase, error) {
	var items phrase
	for {
		p.rest = strings.TrimLeft(p.rest, " \t")
		if p.rest == "" || p.rest[0] == ')' || p.rest[0] == '|' {
			return items, nil
		}
		next, err := p.item()
		if err != nil {
			return nil, err
		}
		items = append(items, next)
	}
}

func (p *phraseParser) item() (item, error) {
	if p.rest[0] == '(' {
		return p.group()
	}
	end := strings.IndexAny(p.rest, " \t()|")
	if end < 0 {
		end = len(p.rest)
	}
	word := p.rest[:end]
	p.rest = p.rest[end:]
	return item{word: word}, nil
}

func (p *phraseParser) group() (item, error) {
	var group item
	for p.rest != "" && (p.rest[0] == '(' || p.rest[0] == '|') {
		p.rest = p.rest[1:]
		option, err := p.sequence()
		if err != nil {
			return item{}, err
		}
		group.options = append(group.options, option)
	}
	if p.rest == "" {
		return item{}, fmt.Errorf("a bracket is never closed")
	}
	p.rest = p.rest[1:]
	p.rest, group.optional = strings.CutPrefix(p.rest, "?")
	return group, nil
}

// variants is every sequence of words that a phrase without gaps stands for.
func (p phrase) variants() [][]string {
	all := [][]string{nil}
	for _, next := range p {
		var tails [][]string
		if next.options == nil {
			tails = [][]string{{next.word}}
		}
		for _, option := range next.options {
			tails = append(tails, option.variants()...)
		}
		if next.optional {
			tails = append(tails, nil)
		}
		all = product(all, tails)
	}
	return all
}

func product(heads, tails [][]string) [][]string {
	all := make([][]string, 0, len(heads)*len(tails))
	for _, head := range heads {
		for _, tail := range tails {
			all = append(all, slices.Concat(head, tail))
		}
	}
	return all
}
