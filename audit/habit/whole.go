package habit

import (
	"slices"
	"strings"
	"sync"

	"outreachaudit/audit/text"
)

// What may hold for a note as a whole, and where the counted ones begin.
const (
	aboutCompany = iota
	aboutAsking
	aboutRules
	aboutTwoQuestions
	aboutEndsAsking
	aboutSmall
	aboutSentences
	aboutWords    = aboutSentences + 5
	aboutMarks    = aboutWords + 5
	aboutLanguage = aboutMarks + markCount
	aboutCount    = aboutLanguage + mostLanguages
)

// mostLanguages is room for lexicons.
const mostLanguages = 16

// abouts are their names in files of weights.
var abouts = sync.OnceValue(func() *[aboutCount]string {
	names := new([aboutCount]string)
	copy(names[:], []string{"company-unknown", "asks-nothing", "rules", "mark:??", "mark:ends-asking", "mark:small",
		"sentences-0", "sentences-1", "sentences-2", "sentences-3", "sentences-4",
		"words-0", "words-1", "words-2", "words-3", "words-4"})
	copy(names[aboutMarks:], markNames[:])
	for i, lexicon := range text.Lexicons() {
		names[aboutLanguage+i] = "language:" + lexicon.Language()
	}
	return names
})

// abouts are what holds for the note as a whole.
func (n *Note) abouts(ruled bool) []int {
	all := append(n.work.abouts[:0], aboutSentences+min(4, len(n.Sentences)), aboutWords+min(4, len(n.Tokens)/12), aboutLanguage+n.Lexicon.Index())
	hold := func(what int, holds bool) {
		if holds {
			all = append(all, what)
		}
	}
	hold(aboutCompany, n.Company == "")
	hold(aboutAsking, n.questions == 0)
	hold(aboutTwoQuestions, n.questions > 1)
	hold(aboutEndsAsking, n.questions > 0 && strings.HasSuffix(strings.TrimRight(n.Text, " \t\r\n"), "?"))
	hold(aboutSmall, n.marks&markCapital == 0)
	hold(aboutRules, ruled)
	for i := range markNames {
		hold(aboutMarks+i, n.marks>>i&1 == 1)
	}
	n.work.abouts = all
	return all
}

// standing visits the items of the first and of the last sentence: what opens a note and what it ends on tell more than
// what stands between.
func (n *Note) standing(visit func(kind byte, p *passage, it *item)) {
	if len(n.Sentences) == 0 {
		return
	}
	n.visit(n.Sentences[0].Start, featureFirst, visit)
	n.visit(n.Sentences[len(n.Sentences)-1].Start, featureLast, visit)
}

// visit visits the items of the sentence that begins at a byte of the note.
func (n *Note) visit(start int, kind byte, visit func(kind byte, p *passage, it *item)) {
	last := len(n.passages) - 1
	for last > 0 && n.passages[last].at > start {
		last--
	}
	p := &n.passages[last]
	piece := slices.IndexFunc(p.Pieces, func(piece text.Piece) bool { return piece.Start+p.at == start })
	for i := range p.items {
		if it := &p.items[i]; it.first >= 0 && int(it.piece) == piece {
			visit(kind, p.passage, it)
		}
	}
}

// marks are a set of the marks that a text is written with.
type marks uint32

// markNames are the names of marks in files of weights. The first ones are those of single bytes, in the order of
// markBytes.
var markNames = [markCount]string{"mark:!", "mark:?", "mark::", "mark:;", "mark:(", "mark:)", "mark:&", "mark:%", "mark:#", "mark:/", "mark:-", "mark:@",
	"mark:...", "mark:--", "mark:emoji"}

const (
	markCount          = len(markBytes) + 3
	markBytes          = "!?:;()&%#/-@"
	markEllipsis marks = 1 << (iota + len(markBytes) - 2) // …
	markDash                                              // —
	markEmoji                                             // or another rune of four bytes
	markCapital                                           // a capital of ASCII; it has no name, since few notes have none
)

// byteMarks are the marks of bytes.
var byteMarks = func() (all [256]marks) {
	for i := range len(markBytes) {
		all[markBytes[i]] = 1 << i
	}
	for c := 'A'; c <= 'Z'; c++ {
		all[c] = markCapital
	}
	for c := 0xf0; c < 0x100; c++ {
		all[c] = markEmoji
	}
	return all
}()

// marksOf are the marks of a text.
func marksOf(s string) marks {
	var found marks
	for i := range len(s) {
		found |= byteMarks[s[i]]
	}
	if strings.Contains(s, "…") {
		found |= markEllipsis
	}
	if strings.Contains(s, "—") {
		found |= markDash
	}
	return found
}
