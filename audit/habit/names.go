package habit

import (
	_ "embed"
	"strings"
	"unicode"
	"unicode/utf8"

	"outreachaudit/audit/text"
)

// honorifics may stand between a greeting and a name.
var honorifics = wordSet(`mr mrs ms miss mx dr prof professor sir madam herr frau hr fr sr sra srta don dona senor senora senorita
	signor signora signorina sig dott dottor dottoressa ing monsieur madame mademoiselle mme mlle m pan pani panie panu panna
	heer mevrouw mw dhr mijnheer med doktor doctor doctora senhor senhora exmo exma`)

// everybody is who is greeted without a name.
var everybody = wordSet(`there all team everyone everybody folks sir sirs madam friend friends neighbour neighbor neighbours neighbors
	colleague colleagues doctor professor candidate connection you again ladies gentlemen mate buddy dear fellow linkedin hiring manager
	to whom it and in on from fellow my a the community member members future new network world partner
	zusammen alle kollege kollegin kollegen damen herren leute tous toutes collegue colleagues confrere todos todas colega colegas amigo
	amiga gente allemaal collega iedereen tutti tutte collega panstwo wszyscy wszystkim
	ma'am maam sis bro sister brother father captain capt kapitan kaptn kapt'n kapitein capitaine capitan capitano comandante
	commandant skipper doc chef chief coach maestro maestra reverend rev pastor padre boss profe docteur docteure doutor doutora
	hochwurden judge officer nurse mecenas mecenasie doktorze profesorze ksieze siostro`)

//go:embed first_names.txt
var firstNamesFile string

// firstNames are first names that notes open with, folded: those of two or more of the invented readers of the labelled
// notes, less the words that a lexicon has.
var firstNames = wordSet(firstNamesFile)

// addresseeOf is the name that a note greets, behind its greeting and an honorific; where there is none
// it is empty and stands behind the greeting.
func addresseeOf(n *Note, greeting int) text.Span {
	i := n.behindHonorifics(greeting)
	none := text.Span{Start: n.Tokens[i-1].End, End: n.Tokens[i-1].End}
	first := i
	if first == len(n.Tokens) || honorifics[n.Tokens[first-1].Text] && idea(n.Lexicon.IdeaOf(&n.Tokens[first])).String() == "title" { // "Szanowna Pani Sędzio"
		return none
	}
	between := strings.TrimSpace(n.Note[n.Tokens[greeting-1].End:n.Tokens[greeting].Start])
	if between != "" && (between != "," || greeting > 1) || text.SignOff(n.Tokens[first:]) > 0 {
		return none // "Hi there! Cheers, Tom"
	}
	for i < len(n.Tokens) && i < first+longestName && isName(n, i) && (i == first || nearby(n.Note[n.Tokens[i-1].End:n.Tokens[i].Start])) {
		i++
	}
	if i == first {
		return none
	}
	name := text.Span{Start: n.Tokens[first].Start, End: n.Tokens[i-1].End}
	if between != "" && !closed(n, name.End) {
		return none
	}
	if !closed(n, name.End) {
		// "Hi Amanda hope you are well": only a word that is no other can be the name
		if n.Tokens[first].Known() || i > first+2 {
			return none
		}
	}
	return name
}

// behindHonorifics is the first token from one on that is no honorific.
func (n *Note) behindHonorifics(token int) int {
	for token < len(n.Tokens) && honorifics[n.Tokens[token].Text] {
		token++
	}
	return token
}

// isName reports whether a word can be a name: written like one, and not a word for anybody.
func isName(n *Note, at int) bool {
	token := n.Tokens[at]
	word := n.Note[token.Start:token.End]
	first, size := utf8.DecodeRuneInString(word)
	return token.Kind == text.Word && unicode.IsUpper(first) && !everybody[token.Text] && !nobody[token.Text] && (size < len(word) || closed(n, token.End) && token.Text != "i" || nextIsDot(n, token.End))
}

func nextIsDot(n *Note, at int) bool { return strings.HasPrefix(n.Note[at:], ".") }

// nearby reports whether two words can be of one name, going by what stands between them.
func nearby(between string) bool {
	return between == " " || between == "-" || between == ". " || between == "." || between == "\u00a0"
}

// closed reports whether a greeting ends at byte at.
func closed(n *Note, at int) bool {
	rest := n.Note[at:]
	trimmed := strings.TrimLeft(rest, " \u00a0")
	if trimmed == "" || len(rest)-len(trimmed) > 1 {
		return true
	}
	r, _ := utf8.DecodeRuneInString(trimmed)
	return r == '\n' || r == '\r' || r != '\'' && r != '’' && r != '&' && r != '/' && r != '(' && !unicode.IsLetter(r) && !unicode.IsDigit(r)
}

// recipientNames are the folded words of the recipient's name.
func (n *Note) recipientNames() []string {
	if n.Kind == Own {
		return n.reader.names
	}
	return nameWords(n.Recipient)
}

// isNamed reports whether a greeting's name can be that of somebody with these words in the name: any word of the one
// goes with any word of the other. Where nobody can tell, as without a recipient or in another script, it can.
func (r *Rules) isNamed(theirs []string, greeted string) bool {
	if len(theirs) == 0 {
		return true
	}
	initials := ""
	for _, word := range theirs {
		first, _ := utf8.DecodeRuneInString(word)
		if !unicode.Is(unicode.Latin, first) {
			return true
		}
		initials += string(first)
	}
	joined := strings.Join(theirs, "")
	for _, word := range nameWords(greeted) {
		if first, _ := utf8.DecodeRuneInString(word); !unicode.Is(unicode.Latin, first) {
			return true
		}
		if len(word) > 1 && (strings.HasPrefix(initials, word) || strings.HasPrefix(joined, word)) {
			return true
		}
		for _, other := range theirs {
			if sameName(word, other) || shareNickname(r.nicknames, word, other) {
				return true
			}
		}
	}
	return false
}

// nameWords are the words of a name, folded, without what is written around names.
func nameWords(name string) []string { return appendNameWords(nil, text.Fold(name)) }

// appendNameWords puts the words of a folded name behind others.
func appendNameWords(words []string, folded string) []string {
	start := -1
	for i, r := range folded {
		switch isLetter := unicode.IsLetter(r); {
		case isLetter && start < 0:
			start = i
		case !isLetter && start >= 0:
			words = append(words, folded[start:i])
			start = -1
		}
	}
	if start >= 0 {
		words = append(words, folded[start:])
	}
	return words
}

// sameName allows for short forms, spellings, a letter wrong, case endings, initials and nicknames.
func sameName(a, b string) bool {
	if spelled(a) == spelled(b) {
		return true
	}
	short, long := a, b
	if len(short) > len(long) {
		short, long = long, short
	}
	switch {
	case strings.HasPrefix(long, short) && (len(short) > 2 || len(short) == 1 || len(long) < 6):
		return true
	case short[0] == long[0] && len(long) <= longestCompare && distance(short, long) <= 1 && (len(short) >= 6 || len(short) >= shortestTypo && len(short) != len(long)):
		return true
	}
	return shareNickname(nicknames, a, b)
}

// spelled is a name without what differs between its spellings: Katharina and Catarina, Stephan and Stefan.
func spelled(name string) string {
	name = spellings.Replace(name)
	var single strings.Builder
	for i := range len(name) {
		if i == 0 || name[i] != name[i-1] {
			single.WriteByte(name[i])
		}
	}
	return strings.TrimSuffix(single.String(), "h")
}

var spellings = strings.NewReplacer("ae", "a", "oe", "o", "ue", "u", "ph", "f", "th", "t", "ck", "k", "ch", "k", "c", "k", "y", "i", "w", "v", "z", "s", "j", "i")
