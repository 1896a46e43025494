package export

import "strings"

// byOutcome turns lists of words into a table to look them up in.
func byOutcome(lists map[Outcome][]string) map[string]Outcome {
	words := map[string]Outcome{}
	for outcome, list := range lists {
		for _, word := range list {
			words[word] = outcome
		}
	}
	return words
}

// lookUp finds the outcome of a word; ok is false for words that are not known, and for "".
func lookUp(words map[string]Outcome, word string) (outcome Outcome, ok bool) {
	outcome, ok = inLower(words, word)
	if !ok && len(words) > 0 {
		outcome, ok = words[foldHeader(word)]
	}
	return outcome, ok
}

// A direction is which way an invitation went.
type direction uint8

const (
	noDirection direction = iota
	outgoing
	incoming
)

// directions are the words of a column that tells which way an invitation went. LinkedIn writes OUTGOING
// and INCOMING.
var directions = map[string]direction{
	"outgoing": outgoing, "sent": outgoing, "outbound": outgoing, "out": outgoing, "gesendet": outgoing, "ausgehend": outgoing, "sortant": outgoing,
	"envoye": outgoing, "enviado": outgoing, "enviada": outgoing, "saliente": outgoing, "verzonden": outgoing, "uitgaand": outgoing, "inviato": outgoing, "inuscita": outgoing,
	"incoming": incoming, "received": incoming, "inbound": incoming, "in": incoming, "empfangen": incoming, "eingehend": incoming, "entrant": incoming,
	"recu": incoming, "recibido": incoming, "recibida": incoming, "entrante": incoming, "recebido": incoming, "ontvangen": incoming, "inkomend": incoming, "ricevuto": incoming, "inentrata": incoming,
}

func directionOf(cell string) direction {
	if way, ok := inLower(directions, strings.TrimSpace(cell)); ok {
		return way
	}
	return directions[foldHeader(cell)]
}

// blank reports whether a cell, without blanks around it, holds nothing or what people write for that.
func blank(cell string) bool {
	if len(cell) > 5 { // most are
		return false
	}
	found, _ := inLower(placeholders, cell)
	return found || cell == ""
}
