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

// mostLike is how many texts of a language a note is compared with at most, the likest first.
const mostLike = 12

// StockWords are words of a text that LinkedIn's own texts in a language have as well. Those of several texts together
// are theirs joined by "or".
type StockWords uint64

// StockWords are those of some tokens.
func (l *Lexicon) StockWords(tokens []Token) (shared StockWords) {
	for i := range tokens {
		shared |= StockWords(l.stock.bit(tokens[i].word))
	}
	return shared
}

// LikeStock puts behind others LinkedIn's own texts in the language that have nearly all their words among tokens,
// close together, those with all of them first. shared are the tokens' StockWords.
func (l *Lexicon) LikeStock(like [][]string, shared StockWords, tokens []Token) [][]string {
	mask := uint64(shared)
	if bits.OnesCount64(mask) < fewestShared {
		return like
	}
	var found [mostMissing + 1][mostLike]int16
	var counts [mostMissing + 1]int
	for i := range l.stock.texts {
		missing := bits.OnesCount64(l.stock.texts[i].mask &^ mask)
		if missing <= mostMissing && counts[missing] < mostLike {
			found[missing][counts[missing]] = int16(i)
			counts[missing]++
		}
	}
	left := mostLike
	for missing, count := range counts {
		for _, i := range found[missing][:min(count, left)] {
			if text := &l.stock.texts[i]; l.stock.close(text, tokens) {
				like = append(like, text.words)
			}
		}
		left -= min(count, left)
	}
	return like
}

func (s *stockTexts) bit(word wordID) uint64 {
	if int(word) < len(s.bits) {
		return s.bits[word]
	}
	return 0
}

// close reports whether nearly as many tokens as the text has words are words of it, in a stretch that has hardly more
// tokens. Words that are in no text have no bit, so that a text with such words cannot be told.
func (s *stockTexts) close(text *stockText, tokens []Token) bool {
	if s.next == 64 {
		return true
	}
	stretch, hits := len(text.words)+1, 0
	for i := range tokens {
		if s.bit(tokens[i].word)&text.mask != 0 {
			hits++
		}
		if i >= stretch && s.bit(tokens[i-stretch].word)&text.mask != 0 {
			hits--
		}
		if hits >= len(text.words)-mostMissing {
			return true
		}
	}
	return false
}
