package audit

import (
	"context"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"outreachaudit/audit/export"
)

// publishedTables are tables of the literature with values computed by R; see audit/stat.
func publishedTables(t *testing.T) []publishedTable {
	t.Helper()
	content, err := os.ReadFile("stat/testdata/cases.json")
	if err != nil {
		t.Fatal(err)
	}
	var all struct{ Tables []publishedTable }
	if err := json.Unmarshal(content, &all); err != nil {
		t.Fatal(err)
	}
	if len(all.Tables) == 0 {
		t.Fatal("no tables")
	}
	return all.Tables
}

type publishedTable struct {
	ID    string
	Table []struct {
		Recruiter  string
		A, B, C, D int
	}
	Expected struct {
		Crude struct {
			Difference struct{ Diff, Lo, Hi float64 } `json:"rd_newcombe"`
		}
		Within   struct{ Diff, Lo, Hi float64 } `json:"within_recruiter_display"`
		Logistic struct {
			Firth struct {
				Default struct {
					OR   float64
					Low  float64 `json:"lo_profile"`
					High float64 `json:"hi_profile"`
				}
			}
		}
		Stratified struct {
			CMH struct {
				Primary float64 `json:"primary_p"`
			}
		}
		League struct {
			Rows []struct {
				Recruiter      string
				Shrunk, Lo, Hi float64
			}
		}
		Verdict  string `json:"verdict_single_habit_family"`
		Reversal bool   `json:"simpson_reversal"`
	}
}

// rows are requests that come out as the table: with the habit means without a note.
func (p *publishedTable) rows() [][]string {
	var rows [][]string
	add := func(recruiter string, n int, note, status string) {
		for range n {
			id := fmt.Sprint(len(rows) + 1)
			rows = append(rows, []string{recruiter, "2026-0" + fmt.Sprint(1+len(rows)%6) + "-15", "Person " + id, note, status, "req_" + id})
		}
	}
	const note = "I recruit surveyors in Leeds and your paper on tide gauges at Grimsby has been on our wall since spring."
	for _, s := range p.Table {
		add(s.Recruiter, s.A, "", "accepted")
		add(s.Recruiter, s.B, "", "pending")
		add(s.Recruiter, s.C, note, "accepted")
		add(s.Recruiter, s.D, note, "pending")
	}
	return rows
}

func auditRows(t *testing.T, rows [][]string) *Result {
	t.Helper()
	var out strings.Builder
	writer := csv.NewWriter(&out)
	if err := writer.Write([]string{"Recruiter", "Sent At", "Recipient", "Message", "Status", "Request ID"}); err != nil {
		t.Fatal(err)
	}
	if err := writer.WriteAll(rows); err != nil {
		t.Fatal(err)
	}
	asOf, err := export.ParseDay("2026-10-31")
	if err != nil {
		t.Fatal(err)
	}
	folder := exports(t, map[string]string{"requests.csv": out.String()})
	result, err := Run(context.Background(), Options{Paths: []string{filepath.Join(folder, "requests.csv")}, AsOf: asOf, MaturityDays: 30})
	if err != nil {
		t.Fatal(err)
	}
	return result
}

// From the rows of an export to the figures of the report, published tables come out as in R.
func TestPublishedTablesEndToEnd(t *testing.T) {
	adjusted := 0
	for _, table := range publishedTables(t) {
		t.Run(table.ID, func(t *testing.T) {
			near := func(what string, got, want, within float64) {
				t.Helper()
				if !(math.Abs(got-want) <= within) {
					t.Errorf("%s %.9f, want %.9f", what, got, want)
				}
			}
			result := auditRows(t, table.rows())
			h, want := result.Habits[0], table.Expected
			near("crude", h.Crude.Difference.Value, want.Crude.Difference.Diff, 1e-6)
			near("crude low", h.Crude.Difference.Low, want.Crude.Difference.Lo, 1e-6)
			near("within", h.Within.Difference.Value, want.Within.Diff, 1e-6)
			near("within low", h.Within.Difference.Low, want.Within.Lo, 1e-6)
			near("within high", h.Within.Difference.High, want.Within.Hi, 1e-6)
			near("p", *h.Within.P, want.Stratified.CMH.Primary, 1e-6)
			if string(h.Verdict) != want.Verdict || slices.Contains(h.Tags, "Reverses within recruiters") != want.Reversal {
				t.Errorf("%q %q, want %q, reversal %v", h.Verdict, h.Tags, want.Verdict, want.Reversal)
			}
			if result.Adjustment.Missing == "" {
				adjusted++
				odds, firth := h.Adjusted.OddsRatio, want.Logistic.Firth.Default
				near("adjusted", odds.Value, firth.OR, 1e-5)
				near("adjusted low", odds.Low, firth.Low, 1e-5)
				near("adjusted high", odds.High, firth.High, 1e-5)
			}
			for _, row := range want.League.Rows {
				i := slices.IndexFunc(result.Recruiters, func(r RecruiterResult) bool { return r.Name == row.Recruiter })
				near(row.Recruiter, result.Recruiters[i].Shrunk.Value, row.Shrunk, 1e-3)
				near(row.Recruiter+" low", result.Recruiters[i].Shrunk.Low, row.Lo, 1e-3)
				near(row.Recruiter+" high", result.Recruiters[i].Shrunk.High, row.Hi, 1e-3)
			}
		})
	}
	if adjusted < 3 {
		t.Errorf("%d tables have enough data for a model", adjusted)
	}
}

// Neither the order of rows nor the names of recruiters changes a figure.
func TestOrderAndNamesChangeNoFigure(t *testing.T) {
	tables := publishedTables(t)
	table := tables[slices.IndexFunc(tables, func(p publishedTable) bool { return p.ID == "whickham_smoking" })]
	rows := table.rows()
	want := auditRows(t, rows)
	shuffled := slices.Clone(rows)
	rand.New(rand.NewPCG(3, 9)).Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
	got := auditRows(t, shuffled)
	if !reflect.DeepEqual(figures(got), figures(want)) {
		t.Error("another order of rows gives other figures")
	}
	renamed := make([][]string, len(rows))
	for i, row := range rows {
		renamed[i] = append([]string{"Z" + strings.Repeat("a", len(row[0])) + row[0]}, row[1:]...)
	}
	other := auditRows(t, renamed)
	if other.Habits[0].Explanation != want.Habits[0].Explanation || *other.Team.Rate != *want.Team.Rate {
		t.Error("other names give other figures")
	}
	for _, r := range want.Recruiters {
		i := slices.IndexFunc(other.Recruiters, func(o RecruiterResult) bool { return strings.HasSuffix(o.Name, "a"+r.Name) })
		if math.Abs(other.Recruiters[i].Shrunk.Value-r.Shrunk.Value) > 1e-9 || other.Recruiters[i].Label != r.Label {
			t.Errorf("%s: %+v and %+v", r.Name, r.Place, other.Recruiters[i].Place)
		}
	}
}

// figures are all statistics of a result.
func figures(r *Result) []any {
	recruiters := slices.Clone(r.Recruiters)
	for i := range recruiters {
		recruiters[i].Examples = nil // they know their lines
	}
	return []any{r.Team, r.Kinds, r.Habits, recruiters, r.Months, r.Combined, r.Adjustment, r.Sensitivity, r.Waiting}
}
