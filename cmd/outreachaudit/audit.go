package main

import (
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"outreachaudit/audit"
	"outreachaudit/audit/export"
)

// auditFlags are the flags of the audit command as they are typed.
type auditFlags struct {
	output, json, requests string
	quarantine             string
	coach                  string
	recruiters             []string
	from, to, asOf, month  string
	maturityDays, jobs     int
	replyDays              int
	maxFlagged             int
	force, quiet           bool
	lastMonth              bool
	teamOnly, pseudonyms   bool
	reading                readingFlags
}

func newAuditCommand() *cobra.Command {
	var flags auditFlags
	command := &cobra.Command{
		Use:   "audit PATH...",
		Short: "Read exports and write the Excel report",
		Long: `Reads exports of sent connection requests and writes an Excel report.

A PATH is a LinkedIn data archive (the zip, or the folder it unpacks to), a CSV with a
header and one row per request, a folder with any of these in it, a pattern such as
"exports/*.csv", or - for standard input. Several archives in one run are a team.
How a file is read is found out from the file; "outreachaudit inspect" says how, and
--config, --map, --status, --format, --encoding, --delimiter, --escape, --header-line,
--date-order and --limit overrule it. Nothing leaves this machine.

Exit code: 0 all records were read; 3 the report is written, but some records or files
could not be read (they are listed in it); 1 no report; 2 wrong flags or arguments.`,
		Example: `  outreachaudit audit samples -o report.xlsx
  outreachaudit audit Basic_LinkedInDataExport_10-31-2026.zip Complete_LinkedInDataExport_10-30-2026/
  outreachaudit audit requests.csv --recruiter "Ana Ruiz" --from 2026-07-01
  outreachaudit audit team/ --json - --quiet | jq .team`,
		Args: atLeastOnePath("audit"),
		RunE: func(cmd *cobra.Command, args []string) error { return runAudit(cmd, args, flags) },
	}
	set := command.Flags()
	set.StringVarP(&flags.output, "output", "o", "", "workbook to write (default outreach-audit-<as-of>.xlsx)")
	set.BoolVar(&flags.force, "force", false, "replace files that exist")
	set.StringVar(&flags.json, "json", "", "also write all results as JSON to this file, - for standard output")
	set.StringVar(&flags.requests, "requests", "", "also write every audited request to this file: as lines of JSON, or as a table if its name ends in .csv")
	set.StringVar(&flags.quarantine, "quarantine", "", "also write every record that could not be used to this file, as CSV")
	set.StringVar(&flags.coach, "coach", "", "also write a workbook for each recruiter, with nothing of others, into this folder")
	set.StringArrayVar(&flags.recruiters, "recruiter", nil, "audit only this recruiter; may be repeated")
	set.StringVar(&flags.from, "from", "", "only requests sent on or after this day (YYYY-MM-DD)")
	set.StringVar(&flags.to, "to", "", "only requests sent on or before this day (YYYY-MM-DD)")
	set.StringVar(&flags.month, "month", "", "only requests sent in this month (YYYY-MM), beside the month before")
	set.BoolVar(&flags.lastMonth, "last-month", false, "only requests sent in the last month that was over when the exports were made; most are too young for a rate")
	set.BoolVar(&flags.teamOnly, "team-only", false, "figures of the team only: nothing is computed or told of single persons")
	set.BoolVar(&flags.pseudonyms, "pseudonyms", false, "replace the names of recruiters and recipients, in notes too")
	set.StringVar(&flags.asOf, "as-of", "", "day the exports were made (YYYY-MM-DD; default: as the exports tell)")
	set.IntVar(&flags.maturityDays, "maturity-days", audit.DefaultMaturityDays, "days a request must have had to enter a rate")
	set.IntVar(&flags.replyDays, "reply-days", audit.DefaultReplyDays, "days a message after an acceptance must have had to be answered")
	set.IntVar(&flags.maxFlagged, "max-flagged", audit.DefaultMaxFlagged, "flagged requests that the workbook lists; --requests has all")
	set.IntVar(&flags.jobs, "jobs", 0, "workers that compare and judge (default: one for each processor)")
	set.BoolVarP(&flags.quiet, "quiet", "q", false, "print nothing but errors")
	flags.reading.add(set)
	return command
}

// targets are the files that are written.
func (f auditFlags) targets() []string { return []string{f.output, f.json, f.requests, f.quarantine} }

// collide reports whether two outputs have one name.
func (f auditFlags) collide() bool {
	targets := f.targets()
	for i := range targets {
		for k := range i {
			if same(targets[i], targets[k]) {
				return true
			}
		}
	}
	return false
}

// maxJobs is more than any machine has processors for.
const maxJobs = 1024

// options translates the flags; a mistake in them is a usageError.
func (f auditFlags) options(paths []string) (audit.Options, error) {
	o := audit.Options{
		Paths: paths, Recruiters: f.recruiters, MaturityDays: f.maturityDays, ReplyDays: f.replyDays, Jobs: f.jobs, MaxFlagged: f.maxFlagged,
		LastMonth: f.lastMonth, TeamOnly: f.teamOnly, Pseudonyms: f.pseudonyms,
	}
	for _, day := range []struct {
		flag, text string
		into       *export.Day
	}{{"from", f.from, &o.From}, {"to", f.to, &o.To}, {"as-of", f.asOf, &o.AsOf}} {
		if day.text == "" {
			continue
		}
		parsed, err := export.ParseDay(day.text)
		if err != nil {
			return o, usagef("--%s: %w", day.flag, err)
		}
		if parsed < export.FirstDay {
			return o, usagef("--%s %s: LinkedIn opened in 2003", day.flag, day.text)
		}
		*day.into = parsed
	}
	if err := f.addMonth(&o); err != nil {
		return o, err
	}
	switch {
	case f.maxFlagged < 0 || f.maxFlagged > mostFlagged:
		return o, usagef("--max-flagged must be 0 to %d", mostFlagged)
	case o.From != 0 && o.To != 0 && o.From > o.To:
		return o, usagef("--from %s is after --to %s", o.From, o.To)
	case f.maturityDays < 0:
		return o, usagef("--maturity-days must not be negative")
	case f.replyDays < 0:
		return o, usagef("--reply-days must not be negative")
	case f.jobs < 0 || f.jobs > maxJobs:
		return o, usagef("--jobs must be 0 to %d", maxJobs)
	case slices.ContainsFunc(f.recruiters, func(name string) bool { return strings.TrimSpace(name) == "" }):
		return o, usagef("--recruiter needs a name")
	case f.collide():
		return o, usagef("two outputs have the same name")
	case f.teamOnly && (f.requests != "" || f.quarantine != "" || f.coach != "" || len(f.recruiters) > 0):
		return o, usagef("--team-only tells nothing of single persons: leave out --requests, --quarantine, --coach and --recruiter")
	case f.pseudonyms && f.quarantine != "":
		return o, usagef("--quarantine writes records as they stand, with all names: leave it out, or --pseudonyms")
	case f.pseudonyms && slices.Contains(paths, "-"):
		return o, usagef("--pseudonyms needs files: of standard input nothing is kept that pseudonyms could be made from")
	case f.requests == "-", f.quarantine == "-", f.coach == "-":
		return o, usagef("only --json can go to standard output")
	case f.output != "" && !strings.EqualFold(filepath.Ext(f.output), ".xlsx"):
		return o, usagef("-o %s: the workbook's name must end in .xlsx", f.output)
	}
	return o, nil
}

// mostFlagged is less than a sheet has rows.
const mostFlagged = 1_000_000

// addMonth turns a month into its days.
func (f auditFlags) addMonth(o *audit.Options) error {
	given := 0
	for _, set := range []bool{f.month != "", f.lastMonth, f.from != "" || f.to != ""} {
		if set {
			given++
		}
	}
	if given > 1 {
		return usagef("--month, --last-month and --from with --to exclude each other")
	}
	if f.month == "" {
		return nil
	}
	first, err := time.Parse("2006-01", f.month)
	if err != nil {
		return usagef("--month: %q is not a month of the form YYYY-MM", f.month)
	}
	o.From, o.To = export.DayOf(first), export.DayOf(first.AddDate(0, 1, -1))
	if o.From < export.FirstDay {
		return usagef("--month %s: LinkedIn opened in 2003", f.month)
	}
	return nil
}
