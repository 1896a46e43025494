package report

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"outreachaudit/audit"
)

// WriteSummary writes the short plain-text summary that a terminal shows: how many requests were
// accepted, what each habit goes with, where every record went, and where the workbook is.
func WriteSummary(w io.Writer, result *audit.Result, workbook string) error {
	var out bytes.Buffer
	fmt.Fprintf(&out, "%s\n%s, %s, %s.\n\n", headline(result), asOf(result), period(result),
		counted(int64(result.Senders), "recruiter", "recruiters"))
	if err := habitLines(&out, result); err != nil {
		return err
	}
	if words := afterLine(result); words != "" {
		fmt.Fprintf(&out, "\n%s\n", words)
	}
	fmt.Fprintf(&out, "\n%s\n", accountingLine("Records", result.Accounting))
	for _, line := range leftOut(result) {
		fmt.Fprintln(&out, line)
	}
	fmt.Fprintf(&out, "Report: %s\n", Printable(workbook))
	_, err := out.WriteTo(w)
	return err
}

// habitLines is a line for each habit.
func habitLines(w io.Writer, result *audit.Result) error {
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(table, "HABIT\tSEEN IN\tACCEPTED WITH IT\tWITHOUT IT\tMEASURED HERE")
	for i := range result.Habits {
		h := &result.Habits[i]
		measured := string(verdict(result, h))
		if !hasRates(result) && h.Flagged > 0 {
			measured = "Not measured"
		}
		fmt.Fprintf(table, "%s\t%s\t%s\t%s\t%s\n", Printable(h.Title), share(h.Flagged, h.Judged),
			rate(h.Total.With()), rate(h.Total.Without()), measured)
	}
	return table.Flush()
}

func inBrackets(lines string) string {
	if lines == "" {
		return ""
	}
	return " (" + Printable(strings.ReplaceAll(lines, "\n", ", ")) + ")"
}
