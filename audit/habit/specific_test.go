package habit

import (
	"testing"

	"outreachaudit/audit/export"
)

// TestNamesCompany: a company is known by its name as notes write it.
func TestNamesCompany(t *testing.T) {
	for _, test := range []struct {
		company, note string
		want          bool
	}{
		{"Acme GmbH", "I have seen Acme grow.", true},
		{"Acme GmbH", "I have seen Initech grow.", false},
		{"Siemens AG", "I have seen Siemens' trains.", true},
		{"St. Brendan's Hospice", "I see you are at St. Brendan's Hospice now.", true},
		{"St Colman's Parish", "The roof of St Colman's would qualify for that.", true},
		{"St Colman's Parish", "The roof of St Mary's would qualify for that.", false},
		{"St Colman's Parish", "The street would qualify for that.", false},
		{"McDonald's", "I have seen McDonald's grow.", true},
		{"North Sea Crew", "The north wind blows.", false},
		{"L. S. Starrett", "I have seen L. S. Starrett grow.", true},
		{"Tata Consultancy Services", "I have seen TCS grow.", true},
	} {
		n := NewNote(&export.Request{Note: "Hello there! " + test.note + " You do good work.", NoteKnown: true, Recipient: "Ana Ruiz", Company: test.company})
		if n.company != test.want {
			t.Errorf("%q names %s: %v", test.note, test.company, n.company)
		}
	}
}

// TestNamesCity: the reader's town can be checked, unless it is where a job is or where the sender recruits. A country is
// no town.
func TestNamesCity(t *testing.T) {
	for note, want := range map[string]bool{
		"I am new in Lucenza and would like to meet more people there.":             true,
		"I am new in the country and would like to meet more people.":               false,
		"I am new in Portugal and would like to meet more people there.":            false,
		"I am a recruiter for nurses in Lucenza and would like to stay in touch.":   false,
		"We are hiring nurses in Lucenza. Are you open to a quick call on Tuesday?": false,
	} {
		n := NewNote(&export.Request{Note: note, NoteKnown: true, Recipient: "Ana Ruiz", Location: "Lucenza, Portugal"})
		if n.namesCity() != want {
			t.Errorf("%q names the town: %v", note, n.namesCity())
		}
	}
}
