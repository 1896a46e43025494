package report

import (
	"fmt"
	"strings"

	"outreachaudit/audit"
	"outreachaudit/audit/export"
)

// problems lists the records and files that could not be used, so that nothing is missing unseen.
func problems(result *audit.Result) *Sheet {
	unusable := export.Total(result.Accounting.Quarantined)
	sheet := &Sheet{Name: problemsSheet, Title: "Not audited: what could not be used, and why", Intro: allRead(result, unusable)}
	if len(result.Problems)+len(result.Ignored) == 0 {
		return sheet
	}
	if left := unusable - int64(len(result.Problems)); left > 0 {
		sheet.Intro += fmt.Sprintf(" The first %s are listed.", number(int64(len(result.Problems))))
	}
	var cells [][]Cell
	folder := folder(result)
	for _, p := range result.Problems {
		cells = append(cells, text(strings.TrimPrefix(p.Source, folder), int64(p.Line), string(p.Code), p.Reason, p.Raw))
	}
	for _, ignored := range result.Ignored {
		code := "file without requests"
		if ignored.Failed {
			code = "file not read"
		}
		cells = append(cells, text(strings.TrimPrefix(ignored.Path, folder), nil, code, ignored.Reason, nil))
	}
	sheet.Blocks = []Block{dataTable([]Column{
		{Title: "File", Width: 46},
		{Title: "Line", Width: 9, Format: Count},
		{Title: "Reason", Width: 20},
		{Title: "What is wrong, and what to do", Width: 50},
		{Title: "Record as it stands in the file", Width: 68},
	}, cells)}
	return sheet
}

func allRead(result *audit.Result, unusable int64) string {
	read := counted(result.Accounting.Read, "record", "records")
	if unusable == 0 {
		return "All " + read + " could be read."
	}
	return fmt.Sprintf("%s of %s could not be used and %s in no figure.", number(unusable), read, isAre(unusable))
}

func isAre(n int64) string {
	if n == 1 {
		return "is"
	}
	return "are"
}
