package report

import (
	"fmt"
	"strings"

	"outreachaudit/audit"
	"outreachaudit/audit/export"
	"outreachaudit/audit/template"
)

// templates has a row for each wording that was sent to many.
func templates(result *audit.Result) *Sheet {
	if len(result.Templates) == 0 {
		return nil
	}
	columns := append([]Column{
		{Title: "Wording of the first note, with … where names, companies, places and numbers were", Width: 70},
		{Title: "Notes", Width: 9, Format: Count},
		{Title: "Senders", Width: 9, Format: Count},
		{Title: "Sent by", Width: 26},
		{Title: "First sent", Width: 11, Format: Date},
		{Title: "Last sent", Width: 11, Format: Date},
		{Title: "Busiest day", Width: 11, Format: Date},
		{Title: "Notes on that day", Width: 10, Format: Count},
	}, rateColumns("")...)
	cells := make([][]Cell, len(result.Templates))
	for i, t := range result.Templates {
		row := text(t.Wording, t.Notes, int64(t.SentBy), some(t.Senders), date(t.First), date(t.Last), date(t.Busiest), t.OnBusiest)
		cells[i] = append(row, rateCells(rateOf(t.Group))...)
	}
	return &Sheet{
		Name:  templatesSheet,
		Title: "Templates: wordings that were sent to many",
		Intro: fmt.Sprintf("One row for each family of at least %d notes in the same words or nearly the same. Notes of fewer than %d words are left out, because many people "+
			"write the same short note. Templates were sent by different recruiters, to different people, at different times, so their rates cannot be compared as if only the words differed.", result.Settings.Copies, template.Fewest),
		Blocks: []Block{dataTable(columns, cells)},
	}
}

// mostSenders is how many senders of a template are named in a cell.
const mostSenders = 3

func some(names []string) string {
	if len(names) <= mostSenders {
		return strings.Join(names, ", ")
	}
	return fmt.Sprintf("%s and %d more", strings.Join(names[:mostSenders], ", "), len(names)-mostSenders)
}

// date is a day for a cell, nothing when it is not known.
func date(d export.Day) any {
	if d == 0 {
		return nil
	}
	return d.Time()
}
