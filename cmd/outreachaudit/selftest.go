package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"outreachaudit/audit"
	"outreachaudit/audit/stat"
	"outreachaudit/report"
)

// errSelfTest ends a self-test that failed.
var errSelfTest = errors.New("the self-test failed: do not rely on reports of this copy on this machine; please report what is said above")

func newSelfTestCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "selftest",
		Short: "Audit planted data of known truth, and say whether the numbers come out",
		Long: `Makes requests in memory of which everything is known, audits them like any file, and
compares what comes out with what was put in; writes, reopens and checks a workbook in a
temporary folder. Takes a second, and touches nothing else.

Exit code: 0 all is well; 1 something is not.`,
		Args: noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error {
			t := selfTest{out: cmd.OutOrStdout()}
			t.numbers(cmd.Context())
			t.gate(cmd.Context())
			t.files(cmd.Context())
			if t.failed > 0 {
				return errSelfTest
			}
			_, err := fmt.Fprintf(t.out, "All %d checks passed.\n", t.passed)
			return err
		},
	}
}

type selfTest struct {
	out            io.Writer
	passed, failed int
}

// check reports one comparison.
func (t *selfTest) check(what string, got, want any) {
	verdict := "ok  "
	t.passed++
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.passed--
		t.failed++
		verdict, what = "FAIL", fmt.Sprintf("%s: %v, planted %v", what, got, want)
	}
	fmt.Fprintf(t.out, "%s %s\n", verdict, report.Printable(what))
}

// fails reports whether there was an error.
func (t *selfTest) fails(what string, err error) bool {
	if err != nil {
		t.check(what, err, "no error")
	}
	return err != nil
}

func auditPlanted(ctx context.Context, onlyAccepted bool) (*audit.Result, error) {
	return audit.Run(ctx, audit.Options{
		Paths: []string{"-"}, Stdin: strings.NewReader(planted(onlyAccepted)),
		MaturityDays: audit.DefaultMaturityDays, ReplyDays: audit.DefaultReplyDays, MaxFlagged: audit.DefaultMaxFlagged,
	})
}

// numbers compares an audit with what was planted.
func (t *selfTest) numbers(ctx context.Context) {
	result, err := auditPlanted(ctx, false)
	if t.fails("planted data are audited", err) {
		return
	}
	var sent, accepted, pitches, long int64
	for _, p := range plantedNotes {
		sent, accepted = sent+int64(p.sent), accepted+int64(p.accepted)
		if p.pitch {
			pitches += int64(p.sent)
		}
		if p.long {
			long += int64(p.sent)
		}
	}
	t.check("every record is read and audited", [2]int64{result.Accounting.Read, result.Accounting.Audited}, [2]int64{plantedRecruiters*sent + 1, plantedRecruiters*sent + 1})
	t.check("requests that had their time", result.Team.Mature, plantedRecruiters*sent)
	t.check("accepted requests", result.Team.Accepted, plantedRecruiters*accepted)
	for _, h := range result.Habits {
		switch h.ID {
		case "premature-pitch":
			t.check("premature pitches found", h.Flagged, plantedRecruiters*pitches)
			t.difference(h, -0.3, stat.AcceptedLess)
		case "over-length":
			t.check("over-length notes found", h.Flagged, plantedRecruiters*long)
			t.difference(h, 0, stat.NoClearDifference)
		case "default-message":
			t.check("requests without a note found", h.Flagged, int64(plantedRecruiters*30+1))
		}
	}
}

// difference checks what is said of a habit's difference within recruiters, which is planted alike in all of them. That
// of length is among notes of which half pitch, long and short alike.
func (t *selfTest) difference(h audit.HabitResult, want float64, verdict stat.Verdict) {
	if h.Within.Difference == nil {
		t.check(h.Title+": difference within recruiters", "none", want)
		return
	}
	t.check(h.Title+": difference within recruiters", fmt.Sprintf("%.6f", math.Abs(h.Within.Difference.Value)), fmt.Sprintf("%.6f", math.Abs(want)))
	t.check(h.Title+": verdict", h.Verdict, verdict)
}

// gate checks that no rate comes of data that cannot know it.
func (t *selfTest) gate(ctx context.Context) {
	result, err := auditPlanted(ctx, true)
	if t.fails("accepted requests alone are audited", err) {
		return
	}
	t.check("accepted requests alone give no rate", [2]bool{result.Team.Rate != nil, result.Team.Mature > 0}, [2]bool{false, false})
}

// files writes a workbook and the JSON result, which are reopened and checked, twice: the bytes must be the same.
func (t *selfTest) files(ctx context.Context) {
	folder, err := report.TemporaryFolder()
	if t.fails("a temporary folder is made", err) {
		return
	}
	defer os.RemoveAll(folder)
	var contents [2][2]string
	for i := range contents {
		result, err := auditPlanted(ctx, false)
		if t.fails("planted data are audited again", err) {
			return
		}
		run := report.Run{Version: version, Rules: result.Settings.Rules}
		path := filepath.Join(folder, fmt.Sprintf("%d.xlsx", i))
		if t.fails("a workbook is written and reopened", report.WriteWorkbook(ctx, path, report.Sheets(result, run), false)) {
			return
		}
		workbook, err := os.ReadFile(path)
		if t.fails("the workbook is read", err) {
			return
		}
		var document strings.Builder
		if t.fails("the JSON result is written", report.WriteJSON(&document, result, run)) {
			return
		}
		contents[i] = [2]string{string(workbook), document.String()}
	}
	t.check("the workbook is written, reopened and whole", len(contents[0][0]) > 0, true)
	t.check("the JSON result is sound", json.Valid([]byte(contents[0][1])), true)
	t.check("two runs give the same bytes", contents[0] == contents[1], true)
}
