package audit

import (
	"slices"
	"strings"
	"testing"
)

func TestNamesAskedForAreHiddenToo(t *testing.T) {
	asked := []string{"devin marsh-kapoor", "Nobody Known"}
	r := runSamples(t, func(o *Options) { o.Pseudonyms, o.Recruiters = true, asked })
	if !slices.Equal(r.Settings.Recruiters, []string{"Recruiter 01", maskedName}) || asked[1] != "Nobody Known" {
		t.Errorf("%q, asked for %q", r.Settings.Recruiters, asked)
	}
	if all := strings.Join(r.Warnings, "\n"); strings.Contains(all, "Nobody") || !strings.Contains(all, maskedName) {
		t.Error(all)
	}
}

func TestNamesAreMaskedWhereTheyStand(t *testing.T) {
	m := masker{nameWords("Ana Ruiz-Pérez"), nameWords("Dr. Jürgen O'Brien")}
	for original, want := range map[string]string{
		"Hi Jürgen, it's Ana.":             "Hi [name], it's [name].",
		"JURGEN: O'Brien's talk":           "[name]: [name]'s talk",
		"dear dr. o’brien, best, ana ruiz": "dear [name]. [name], best, [name] [name]",
		"Banana and Anatomy":               "Banana and Anatomy",
		"":                                 "",
		"Ana":                              "[name]",
	} {
		if got := m.mask(original); got.text != want {
			t.Errorf("%q becomes %q, want %q", original, got.text, want)
		}
	}
	masked := m.mask("Hi Jürgen, a role. Ana")
	for original, want := range map[string]string{"a role": "a role", "role": "role", "Hi": "Hi"} {
		start := indexIn("Hi Jürgen, a role. Ana", original)
		if got := masked.text[masked.at(start):masked.at(start+len(original))]; got != want {
			t.Errorf("%q is at %q", original, got)
		}
	}
	if got := masked.at(len("Hi Jürgen, a role. Ana")); got != len(masked.text) {
		t.Errorf("the end is at %d of %d", got, len(masked.text))
	}
}

func indexIn(text, word string) int {
	for i := range text {
		if len(text)-i >= len(word) && text[i:i+len(word)] == word {
			return i
		}
	}
	return -1
}

func TestFullNamesInPaths(t *testing.T) {
	for path, want := range map[string]string{
		"exports/Ana Ruiz.csv": "exports/X.csv", "exports/ana_ruiz-2026.csv": "exports/X-2026.csv", "Ana.Ruiz/x.csv": "X/x.csv", "Ana/Ruiz.csv": "Ana/Ruiz.csv",
	} {
		if got := newFullMask("Ana Ruiz", "X").mask(path); got != want {
			t.Errorf("%s becomes %s, want %s", path, got, want)
		}
	}
	for _, path := range []string{"Joost F\u00e4rber/a.csv", "Joost Fa\u0308rber/a.csv", "joost_färber/a.csv"} {
		if got := newFullMask("Joost Färber, MBA", "X").mask(path); got != "X/a.csv" {
			t.Errorf("%q: %q", path, got)
		}
	}
	d := newDisguise(nil, []string{"Ana Ruiz", "Bo Li"})
	if got := d.source("Ana Ruiz/Bo Li.csv", "Bo Li"); got != maskedName+"/Recruiter 01.csv" {
		t.Errorf("%q", got)
	}
	if got := newFullMask("", "X").mask("a path"); got != "a path" {
		t.Errorf("nobody's name changes a path to %q", got)
	}
}
