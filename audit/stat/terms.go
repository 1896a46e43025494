package stat

import "strings"

// Terms are what the sentences of a comparison call its unit and its success. They are written for requests that are
// accepted, and hold no words but our own.
type Terms struct{ Unit, Units, Done string }

// FirstMessages are the terms of messages after an acceptance, which are answered or not.
var FirstMessages = Terms{"first message", "first messages", "answered"}

// CompareAll is the function of that name, in these terms. It works out no shortfall.
func (t Terms) CompareAll(habits [][]Table) []Comparison {
	words := strings.NewReplacer("requests", t.Units, "request", t.Unit, "Accepted", upper(t.Done), "accepted", t.Done)
	all := CompareAll(habits)
	for i := range all {
		c := &all[i]
		c.Shortfall = nil
		c.Verdict, c.Explanation = Verdict(words.Replace(string(c.Verdict))), words.Replace(c.Explanation)
		for k := range c.Warnings {
			c.Warnings[k] = words.Replace(c.Warnings[k])
		}
	}
	return all
}

func upper(word string) string { return strings.ToUpper(word[:1]) + word[1:] }
