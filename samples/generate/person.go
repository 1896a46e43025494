package main

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// A person is one invented LinkedIn member.
type person struct {
	first, last string // as the member typed them: with credentials, stray blanks and all
	called      string // first name as a note uses it
	slug        string // end of the profile address, not percent-encoded
	company     string
	title       string
	city        string
	country     string
	email       string // empty unless the member shows it
}

// display is the full name as LinkedIn puts it together.
func (p person) display() string { return p.first + " " + p.last }

// credentials stand after some last names, mostly behind a comma.
var credentials = []string{", PMP", ", MBA", ", PhD", ", CFA", ", RN", ", MSc", ", MBA, PMP", " (she/her)", " (he/him)", " 🚀", " 🌱"}

// A crowd makes people that differ in name and address.
type crowd struct {
	chance *dice
	seen   map[string]bool
	cp1252 bool
	plain  bool // names without stray blanks, as outreach tools clean them
}

func newCrowd(o *office) *crowd {
	return &crowd{newDice("people " + o.name), map[string]bool{}, o.cp1252, !o.linkedIn}
}

// person invents somebody of a trade whom nobody in the crowd is named like.
func (c *crowd) person(t *trade) person {
	for {
		culture := cultures[c.chance.below(len(cultures))]
		first, last := c.chance.pick(culture.first), c.chance.pick(culture.last)
		p := person{first: first, last: last, called: first}
		if second := c.chance.pick(culture.last); c.seen[p.display()] && second != last {
			p.last += " " + second
		}
		if c.seen[p.display()] || c.cp1252 && !fitsWindows1252(p.display()) {
			continue
		}
		c.seen[p.display()] = true
		c.address(&p)
		c.decorate(&p)
		c.employ(&p, t)
		return p
	}
}

// address gives the slug, in the member's own letters or in plain ones, and perhaps an e-mail.
func (c *crowd) address(p *person) {
	name := strings.ToLower(p.display())
	plain := inASCII(name)
	p.slug = plain
	if plain == "" || c.chance.chance(.2) {
		p.slug = strings.ReplaceAll(strings.ReplaceAll(name, "'", ""), " ", "-")
	}
	if c.seen[p.slug] || c.chance.chance(.7) {
		p.slug += fmt.Sprintf("-%x", 0x10000000+c.chance.below(0x20000000))
	}
	c.seen[p.slug] = true
	if plain != "" && c.chance.chance(.03) {
		p.email = strings.ReplaceAll(plain, "-", ".") + "@example.com"
	}
}

// decorate adds what real display names carry.
func (c *crowd) decorate(p *person) {
	if c.chance.chance(.045) {
		suffix := c.chance.pick(credentials)
		if !c.cp1252 || fitsWindows1252(suffix) {
			p.last += suffix
		}
	}
	if c.plain {
		return
	}
	switch roll := c.chance.below(100); {
	case roll < 3:
		p.first += " "
	case roll < 5:
		p.last += " "
	case roll < 6:
		p.first = " " + p.first
	case roll < 8:
		p.first, p.last = strings.ToUpper(p.first), strings.ToUpper(p.last)
	}
}

// employ gives a company, a title and a place.
func (c *crowd) employ(p *person, t *trade) {
	p.company = strings.TrimSpace(c.chance.pick(companyNames) + " " + c.chance.pick(t.suffixes))
	p.title = c.chance.pick(t.titles)
	p.city, p.country, _ = strings.Cut(c.chance.pick(t.cities), ", ")
}

// inASCII is a lower-case name in plain letters, empty when it has letters without a plain form.
func inASCII(name string) string {
	var plain strings.Builder
	for _, letter := range name {
		switch replaced, known := asciiLetters[letter]; {
		case known:
			plain.WriteString(replaced)
		case letter < unicode.MaxASCII:
			plain.WriteRune(letter)
		case letter == '\u0307': // the dot that lower-casing leaves of a Turkish İ
		default:
			return ""
		}
	}
	return strings.Trim(plain.String(), "-")
}

// fitsWindows1252 reports whether the text can be written in Windows-1252.
func fitsWindows1252(s string) bool {
	return !slices.ContainsFunc([]rune(s), func(letter rune) bool {
		_, ok := windows1252(letter)
		return !ok
	})
}
