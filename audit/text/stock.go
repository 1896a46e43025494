package text

import "math/bits"

// mostMissing is how many different words of a stock text a note may lack, or
// spell otherwise, and still be like it.
const mostMissing = 2

// fewestShared is how many words a note shares with the texts before any is looked at.
const fewestShared = 4

// A stockText is one of LinkedIn's own texts as folded words.
type stockText struct {
	words []string
	mask  uint64 // a bit for each different word
}

// stockTexts are the texts of a language. Each of their words has a bit, so
// that nearly all notes are told apart from all texts by counting bits.
type stockTexts struct {
	texts []stockText
	bits  []uint64 // by word; 0 for words that no text has
	next  int      // the next free bit; words after the 64th have none
}

func (s *stockTexts) add(words []string, ids []wordID) {
	text := stockText{words: words}
	for _, id := range ids {
		s.bits = grow(s.bits, int(id))
		if s.bits[id] == 0 && s.next < 64 {
			s.bits[id] = 1 << s.next
			s.next++
		}
		text.mask |= s.bits[id]
	}
	s.texts = append(s.texts, text)
}

// LikeStock is LinkedIn's own texts in the language that have nearly all their
// words among tokens, those with all of them first.
func (l *Lexicon) LikeStock(tokens []Token) [][]string {
	mask := uint64(0)
	for _, token := range tokens {
		if int(token.word) < len(l.stock.bits) {
			mask |= l.stock.bits[token.word]
		}
	}
	var like [mostMissing + 1][][]string
	if bits.OnesCount64(mask) < fewestShared {
		return nil
	}
	for _, text := range l.stock.texts {
		if missing := bits.OnesCount64(text.mask &^ mask); missing <= mostMissing {
			like[missing] = append(like[missing], text.words)
		}
	}
	return append(append(like[0], like[1]...), like[2]...)
}
