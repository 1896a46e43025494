package report

import "outreachaudit/audit"

// recruiters has the same figures for each recruiter, by name: it is no ranking.
func recruiters(result *audit.Result) *Sheet {
	columns := []Column{
		{Title: "Recruiter", Width: 22},
		{Title: "First sent (month)", Width: 10},
		{Title: "Last sent (month)", Width: 10},
		{Title: "Requests", Width: 10.5, Format: Count},
	}
	columns = append(columns, rateColumns("")...)
	columns = append(columns,
		Column{Title: "Too young (requests)", Width: 10, Format: Count},
		Column{Title: "Too old (requests)", Width: 10, Format: Count},
		Column{Title: "Outcome unknown (requests)", Width: 11, Format: Count},
		Column{Title: "No date (requests)", Width: 10, Format: Count})
	columns = append(columns, habitColumns(result)...)
	var cells [][]Cell
	for _, r := range result.Recruiters {
		row := text(r.Name, r.FirstSent.String(), r.LastSent.String(), r.Requests)
		row[0].Tone = Strong
		row = append(row, rateCells(rateOf(r.Group))...)
		row = append(row, text(r.Young, r.Outside, r.Unknown, r.Undated)...)
		cells = append(cells, append(row, habitCells(r.Habits)...))
	}
	return &Sheet{
		Name:  recruitersSheet,
		Title: "Recruiters, by name",
		Intro: "Recruiters contact different people, so a higher or lower rate is no measure of skill; " +
			"a rate of few requests says little, which its interval shows.",
		Blocks: []Block{dataTable(columns, cells)},
	}
}
