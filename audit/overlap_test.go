package audit

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"outreachaudit/audit/export"
)

// exports makes files in a new folder and returns it.
func exports(t *testing.T, contents map[string]string) string {
	t.Helper()
	folder := t.TempDir()
	for name, content := range contents {
		path := filepath.Join(folder, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

// outcomes runs an audit and gives every audited request's recipient, outcome and standing.
func outcomes(t *testing.T, paths ...string) (map[string]string, *Result) {
	t.Helper()
	return outcomesAsOf(t, "", paths...)
}

// outcomesAsOf is outcomes for a day that the user gives.
func outcomesAsOf(t *testing.T, day string, paths ...string) (map[string]string, *Result) {
	t.Helper()
	got := map[string]string{}
	var asOf export.Day
	if day != "" {
		var err error
		if asOf, err = export.ParseDay(day); err != nil {
			t.Fatal(err)
		}
	}
	result, err := Run(context.Background(), Options{Paths: paths, AsOf: asOf, MaturityDays: 30, MaxFlagged: 100, Each: func(j *Judged) error {
		if _, twice := got[j.Recipient]; twice {
			t.Errorf("%s is audited twice", j.Recipient)
		}
		got[j.Recipient] = j.Outcome.String() + ", " + j.Standing.String()
		return nil
	}})
	if err != nil {
		t.Fatal(err)
	}
	return got, result
}

func invitation(to, sent string) string {
	return fmt.Sprintf("Ana Ruiz,%s,\"%s, 9:00 AM\",,OUTGOING,https://www.linkedin.com/in/ana,https://www.linkedin.com/in/%s\n", to, sent, strings.ToLower(to))
}

func connection(name, on string) string {
	return fmt.Sprintf("%s,,https://www.linkedin.com/in/%s,,,,%s\n", name, strings.ToLower(name), on)
}

const (
	invitationsHeader = "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\n"
	connectionsHeader = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
)

// Two archives of one member complete each other: the newest outcome counts, requests that only the
// older one lists in full stay in the rates, and get their acceptance from the newer connections.
func TestArchivesOfOneMemberAddUp(t *testing.T) {
	folder := exports(t, map[string]string{
		"Basic_LinkedInDataExport_03-01-2026/Invitations.csv": invitationsHeader + invitation("Early", "10/1/25") + invitation("Later", "2/20/26") + invitation("Late", "12/1/25") + invitation("Gone", "11/1/25"),
		"Basic_LinkedInDataExport_03-01-2026/Connections.csv": connectionsHeader + connection("Early", "05 Oct 2025"),
		"Basic_LinkedInDataExport_08-28-2026/Invitations.csv": invitationsHeader + invitation("Later", "2/20/26") + invitation("Fresh", "8/20/26") + invitation("Mid", "5/1/26"),
		"Basic_LinkedInDataExport_08-28-2026/Connections.csv": connectionsHeader + connection("Early", "05 Oct 2025") + connection("Later", "02 Jul 2026") + connection("Late", "03 Mar 2026") + connection("Mid", "03 May 2026"),
	})
	got, result := outcomes(t, folder)
	want := map[string]string{
		"Early": "accepted, mature",
		"Later": "accepted, mature", // listed in full by the older archive, accepted since
		"Late":  "accepted, mature", // listed by the older one only, accepted since
		"Gone":  "not accepted, mature",
		"Fresh": "not accepted, young",
		"Mid":   "accepted, mature",
	}
	for name, outcome := range want {
		if got[name] != outcome {
			t.Errorf("%s: %q, want %q", name, got[name], outcome)
		}
	}
	if n := result.Accounting.Skipped[export.Duplicate]; n != 1 || len(got) != len(want) {
		t.Errorf("%d duplicates, %d requests", n, len(got))
	}
}

// Two members of one name are two: the one's connections say nothing of the other's requests.
func TestMembersOfOneNameAreKeptApart(t *testing.T) {
	other := strings.NewReplacer("in/ana,", "in/ana-2,")
	got, _ := outcomes(t, exports(t, map[string]string{
		"Basic_LinkedInDataExport_03-01-2026/Invitations.csv": invitationsHeader + invitation("Early", "10/1/25"),
		"Basic_LinkedInDataExport_03-01-2026/Connections.csv": connectionsHeader + connection("Someone", "05 Oct 2025"),
		"Basic_LinkedInDataExport_08-28-2026/Invitations.csv": other.Replace(invitationsHeader + invitation("Mid", "5/1/26")),
		"Basic_LinkedInDataExport_08-28-2026/Connections.csv": connectionsHeader + connection("Early", "05 Mar 2026") + connection("Mid", "03 May 2026"),
	}))
	if got["Early"] != "not accepted, mature" || got["Mid"] != "accepted, mature" {
		t.Errorf("%v", got)
	}
}

// One export in several dialects and orders is one export.
func TestTheSameExportCountsOnce(t *testing.T) {
	header, rows := "Recruiter,Sent,Recipient,Note,Status", []string{}
	for i := range 20 {
		rows = append(rows, fmt.Sprintf("Ana,2026-01-%02d 09:30,Bo %d,hi,%s", i+1, i, []string{"accepted", "pending"}[i%2]))
	}
	backwards := []string{}
	for _, row := range rows {
		backwards = append([]string{row}, backwards...)
	}
	plain := header + "\n" + strings.Join(rows, "\n") + "\n"
	other := "\ufeff" + strings.ReplaceAll(header+"\r\n"+strings.Join(backwards, "\r\n"), ",", ";")
	got, result := outcomes(t, exports(t, map[string]string{"a.csv": plain, "sub/b.csv": other, "sub/a.csv": plain}))
	if len(got) != 20 || result.Accounting.Skipped[export.Duplicate] != 40 {
		t.Errorf("%d requests, %+v", len(got), result.Accounting)
	}
}

// Of the same request in two exports of a tool the newer one's outcome counts, whatever the order.
func TestTheNewestExportWins(t *testing.T) {
	older := "Request ID,Recruiter,Sent,Recipient,Note,Status\n1,Ana,2026-01-05,Bo Li,hi,pending\n2,Ana,2026-01-06,Cy Ng,hi,accepted\n"
	newer := "Request ID,Recruiter,Sent,Recipient,Note,Status\n1,Ana,2026-01-05,Bo Li,hi,accepted\n2,Ana,2026-01-06,Cy Ng,hi,accepted\n3,Ana,2026-03-06,Di Oz,hi,pending\n"
	folder := exports(t, map[string]string{"a.csv": newer, "b.csv": older})
	for _, paths := range [][]string{{folder}, {folder + "/b.csv", folder + "/a.csv"}, {folder + "/a.csv", folder + "/b.csv"}} {
		got, _ := outcomes(t, paths...)
		if got["Bo Li"] != "accepted, mature" || len(got) != 3 {
			t.Errorf("%v: %v", paths, got)
		}
	}
}

func TestDuplicatesThatDisagreeAreMentioned(t *testing.T) {
	_, result := outcomes(t, exports(t, map[string]string{
		"a.csv": "Request ID,Recruiter,Sent,Recipient,Status\n1,Ana,2026-01-05,Bo Li,pending\n1,Ana,2026-01-05,Bo Li,accepted\n2,Ana,2026-01-05,Cy Ng,accepted\n",
	}))
	if !strings.Contains(strings.Join(result.Warnings, "\n"), "1 repeated row tells another outcome") {
		t.Errorf("warnings %q", result.Warnings)
	}
}
