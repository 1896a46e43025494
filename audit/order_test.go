package audit

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"outreachaudit/audit/export"
	"outreachaudit/audit/habit"
)

// runOn audits files that are written for it.
func runOn(t *testing.T, files map[string]string) *Result {
	t.Helper()
	folder := t.TempDir()
	for name, content := range files {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	result, err := Run(context.Background(), Options{Paths: []string{folder}, MaturityDays: 30})
	if err != nil {
		t.Fatal(err)
	}
	return result
}

// TestKnownOutcomesCount: a file that cannot tell acceptance takes no outcome away, whatever it is called and however new.
func TestKnownOutcomesCount(t *testing.T) {
	const known = "Recruiter,Sent,Recipient,Profile URL,Note,Status\n" +
		"Ana Ruiz,2026-01-05 10:00,Bo Li,https://www.linkedin.com/in/bo-li,hi,Accepted\nAna Ruiz,2026-03-06 10:00,Cy Ng,https://www.linkedin.com/in/cy-ng,hi,Pending\n"
	const blind = "Recruiter,Sent,Recipient,Profile URL,Note\n" +
		"Ana Ruiz,2026-01-05 10:00,Bo Li,https://www.linkedin.com/in/bo-li,hi\nAna Ruiz,2026-06-06 10:00,Di Oz,https://www.linkedin.com/in/di-oz,hi\n"
	for _, name := range []string{"a.csv", "z.csv"} {
		result := runOn(t, map[string]string{"m.csv": known, name: blind})
		if result.Team.Accepted != 1 || result.Team.Requests != 3 || result.AsOf.String() != "2026-06-06" {
			t.Errorf("%s: %d accepted of %d, as of %s", name, result.Team.Accepted, result.Team.Requests, result.AsOf)
		}
	}
}

// TestSettingsNameNobody: pseudonyms hold in what settings say and in why records could not be used.
func TestSettingsNameNobody(t *testing.T) {
	folder := t.TempDir()
	const rows = "Recruiter,Sent,Recipient,Note,Status\nAna Ruiz,2026-01-05,Bo Li,hi,Accepted\nAna Ruiz,Zoe Quirk,2026-01-06,hi,Pending\nAna Ruiz,2026-03-05,Cy Ng,hi,Pending\n"
	if err := os.WriteFile(filepath.Join(folder, "a.csv"), []byte(rows), 0o600); err != nil {
		t.Fatal(err)
	}
	rules, err := habit.NewRules(habit.Settings{Free: []string{"Joost Farber"}})
	if err != nil {
		t.Fatal(err)
	}
	for _, pseudonyms := range []bool{false, true} {
		result, err := Run(context.Background(), Options{Paths: []string{folder}, MaturityDays: 30, Rules: rules, Pseudonyms: pseudonyms,
			Reading: export.Settings{Files: []export.FileSettings{{Match: "joost*.csv", Reading: export.Reading{Recruiter: "Joost Farber"}}}}})
		if err != nil {
			t.Fatal(err)
		}
		words := fmt.Sprint(result.Settings, result.Problems)
		for _, name := range []string{"Joost Farber", "joost*", "Zoe Quirk"} {
			if strings.Contains(words, name) == pseudonyms {
				t.Errorf("pseudonyms %t: %s in %s", pseudonyms, name, words)
			}
		}
	}
}

// TestFilesOfNobody: what two files of unknown recruiters have in common counts once, and is mentioned.
func TestFilesOfNobody(t *testing.T) {
	const rows = "Sent,Recipient,Note,Status\n2026-01-05,Maya Lee,,Accepted\n2026-01-05,Tom Poe,,Pending\n2026-03-05,Zoe Quirk,,Pending\n"
	result := runOn(t, map[string]string{"ana.csv": rows, "ben.csv": rows})
	if warnings := strings.Join(result.Warnings, "\n"); result.Team.Requests != 3 || !strings.Contains(warnings, "3 rows of files that name no recruiter") {
		t.Errorf("%d requests, %s", result.Team.Requests, warnings)
	}
}

// TestInvitationsAlone: an Invitations.csv that is named by itself is read with what lies beside it, as its folder is.
func TestInvitationsAlone(t *testing.T) {
	folder := filepath.Join("..", "samples", "Basic_LinkedInDataExport_10-30-2026")
	var seen []string
	for _, path := range []string{folder, filepath.Join(folder, "Invitations.csv")} {
		result, err := Run(context.Background(), Options{Paths: []string{path}, MaturityDays: 30})
		if err != nil {
			t.Fatal(err)
		}
		if result.After == nil || result.After.Team.Followed == 0 || len(result.Files) != 3 {
			t.Errorf("%s: %+v, %d files", path, result.After, len(result.Files))
		}
		seen = append(seen, fmt.Sprint(result.Team.Accepted, result.Team.Mature, result.After.Team))
	}
	if seen[0] != seen[1] {
		t.Errorf("the folder %s, the file %s", seen[0], seen[1])
	}
}
