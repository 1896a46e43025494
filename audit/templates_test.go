package audit

import (
	"fmt"
	"strings"
	"testing"
)

// bulk is a table of one recruiter's notes to so many people, each note made by write.
func bulk(people int, write func(i int) string) string {
	var table strings.Builder
	table.WriteString("Recruiter,Name,Company,Sent,Status,Note\n")
	for i := range people {
		fmt.Fprintf(&table, "Ana Ruiz,Reader%c%c,Firm%d,2026-01-%02d,accepted,\"%s\"\n", 'a'+i/26, 'a'+i%26, i, i%28+1, write(i))
	}
	return table.String()
}

func TestTemplates(t *testing.T) {
	pasted := func(i int) string {
		return fmt.Sprintf("Hi Reader%c%c, I came across your profile at Firm%d and was impressed by %d years of experience in logistics, so I thought we should be connected.", 'a'+i/26, 'a'+i%26, i, i+3)
	}
	for _, test := range []struct {
		name              string
		people            int
		write             func(int) string
		flagged, families int
	}{
		{"names, companies and numbers do not count", 12, pasted, 12, 1},
		{"a word that varies does not count", 12, func(i int) string {
			return strings.Replace(pasted(i), "impressed", []string{"impressed", "struck", "taken"}[i%3], 1)
		}, 12, 1},
		{"too few", 9, pasted, 0, 0},
		{"short notes", 30, func(int) string { return "Hi, let's connect and stay in touch!" }, 0, 0},
		{"no notes", 30, func(int) string { return "" }, 0, 0},
		{"own words for everybody", 12, func(i int) string {
			return fmt.Sprintf("Your %s about %s taught %s something, and %s still talk of it here", strings.Repeat("a", i+1), strings.Repeat("b", i+2), strings.Repeat("c", i+3), strings.Repeat("d", i+4))
		}, 0, 0},
	} {
		t.Run(test.name, func(t *testing.T) {
			folder := exports(t, map[string]string{"sent.csv": bulk(test.people, test.write)})
			_, result := outcomes(t, folder)
			flagged := int64(-1)
			for _, h := range result.Habits {
				if h.ID == "bulk-template" {
					flagged = h.Flagged
				}
			}
			if flagged != int64(test.flagged) || len(result.Templates) != test.families {
				t.Errorf("%d flagged and %d families, want %d and %d", flagged, len(result.Templates), test.flagged, test.families)
			}
		})
	}
}

func TestTemplateHistory(t *testing.T) {
	write := func(i int) string {
		return fmt.Sprintf("Hi Reader%c%c, I came across your profile at Firm%d and was impressed by your long experience in logistics.", 'a'+i/26, 'a'+i%26, i)
	}
	one := bulk(30, write)
	two := strings.ReplaceAll(bulk(5, func(i int) string { return write(i + 40) }), "Ana Ruiz", "Ben Adu")
	folder := exports(t, map[string]string{"a.csv": one, "b.csv": two})
	_, result := outcomes(t, folder+"/a.csv")
	if len(result.Templates) != 1 {
		t.Fatalf("%d families", len(result.Templates))
	}
	h := result.Templates[0]
	if h.Notes != 30 || h.First.String() != "2026-01-01" || h.Last.String() != "2026-01-28" || h.OnBusiest != 2 || h.Busiest.String() != "2026-01-01" || len(h.Senders) != 1 {
		t.Errorf("%+v", h)
	}
	if want := "I came across your profile at … and was impressed by your long experience in logistics."; h.Wording != want {
		t.Errorf("wording %q, want %q", h.Wording, want)
	}
	if _, err := Run(t.Context(), Options{Paths: []string{folder}, MaturityDays: 30, Each: func(j *Judged) error {
		if want := map[string]int{"Ana Ruiz": 30, "Ben Adu": 5}[j.Recruiter]; j.Copies != want {
			t.Errorf("%s: %d copies, want %d", j.Recruiter, j.Copies, want)
		}
		return nil
	}}); err != nil {
		t.Error(err)
	}
}
