package report

import (
	"fmt"
	"slices"

	"outreachaudit/audit"
	"outreachaudit/audit/export"
	"outreachaudit/audit/stat"
)

// A Run is what is known of the run that made a report.
type Run struct {
	Version string // of the program
	Rules   string // fingerprint of the rules and settings of the habits
}

// The names of the sheets, which links use.
const (
	summarySheet    = "Summary"
	habitsSheet     = "Habits"
	recruitersSheet = "Recruiters"
	coachingSheet   = "Coaching"
	trendSheet      = "Trend"
	afterSheet      = "After acceptance"
	templatesSheet  = "Templates"
	flaggedSheet    = "Flagged requests"
	problemsSheet   = "Not audited"
	methodSheet     = "Method"
	runSheet        = "Run"
)

// Sheets says what an audit found, in the order in which it is read. A sheet with nothing to say is
// left out, but for Not audited, which then says that nothing was.
func Sheets(result *audit.Result, run Run) *Book {
	sheets := []*Sheet{
		summary(result), habits(result), recruiters(result), coaching(result), templates(result), trend(result), after(result), flagged(result),
		problems(result), method(result), record(result, run),
	}
	return &Book{
		Title:   "Audit of LinkedIn connection requests. " + asOf(result),
		Version: run.Version,
		AsOf:    result.AsOf.Time(),
		Sheets:  slices.DeleteFunc(sheets, func(s *Sheet) bool { return s == nil }),
	}
}

// rows is a table of rows that exist already.
func rows(columns []Column, cells [][]Cell) *Table {
	return &Table{Columns: columns, Len: len(cells), Row: func(i int) []Cell { return cells[i] }}
}

// dataTable is the one table of a sheet.
func dataTable(columns []Column, cells [][]Cell) *Table {
	t := rows(columns, cells)
	t.Data = true
	return t
}

// text is a row of plain cells.
func text(values ...any) []Cell {
	cells := make([]Cell, len(values))
	for i, value := range values {
		cells[i].Value = value
	}
	return cells
}

// rateColumns are the columns of rateCells; every rate stands beside the number it rests on.
func rateColumns(prefix string) []Column {
	return []Column{
		{Title: prefix + "In the rates (requests)", Width: 10.5, Format: Count},
		{Title: prefix + "Accepted (requests)", Width: 10.5, Format: Count},
		{Title: prefix + "Acceptance rate", Width: 11.5, Format: Percent, Bar: true},
		{Title: prefix + "95% interval, low", Width: 10.5, Format: Percent},
		{Title: prefix + "95% interval, high", Width: 10.5, Format: Percent},
		{Title: prefix + "Amount of data", Width: 11},
	}
}

// rateCells are a rate, as counts alone where a share would look more exact than it is.
func rateCells(r stat.Rate) []Cell {
	cells := text(r.Mature, r.Accepted, share(r.Accepted, r.Mature), nil, nil, enough(r.Mature))
	if i, ok := r.Interval(); ok && r.Mature >= fewRequests {
		cells[2].Value, cells[3].Value, cells[4].Value = i.Value, i.Low, i.High
	}
	return cells
}

// rateOf is the rate of a group.
func rateOf(g audit.Group) stat.Rate { return stat.Rate{Accepted: g.Accepted, Mature: g.Mature} }

// The parts of the titles of whiskerColumns.
const (
	whiskerPrefix = "For the chart: "
	belowRate     = "interval below the rate"
	aboveRate     = "interval above the rate"
)

// whiskerColumns are the columns of whiskerCells: charts take the lengths of error bars from cells.
func whiskerColumns(prefix string) []Column {
	return []Column{
		{Title: whiskerPrefix + prefix + belowRate, Width: 12, Format: Percent, Helper: true},
		{Title: whiskerPrefix + prefix + aboveRate, Width: 12, Format: Percent, Helper: true},
	}
}

// whiskerCells are how far the interval of a rate reaches, empty where no rate is shown.
func whiskerCells(r stat.Rate) []Cell {
	i, ok := r.Interval()
	if !ok || r.Mature < fewRequests {
		return make([]Cell, 2)
	}
	return []Cell{{Value: i.Value - i.Low, Tone: Muted}, {Value: i.High - i.Value, Tone: Muted}}
}

// habitColumns are the columns of habitCells.
func habitColumns(result *audit.Result) []Column {
	var columns []Column
	for _, h := range result.Habits {
		columns = append(columns,
			Column{Title: h.Title + ": flagged (requests)", Width: 11.5, Format: Count},
			Column{Title: h.Title + ": judged (requests)", Width: 11.5, Format: Count},
			Column{Title: h.Title + ": share flagged", Width: 11.5, Format: Percent})
	}
	return columns
}

// habitCells are how often each habit was seen.
func habitCells(counts []audit.HabitCount) []Cell {
	var cells []Cell
	for _, c := range counts {
		cells = append(cells, text(c.Flagged, c.Judged, shareCell(c.Flagged, c.Judged))...)
	}
	return cells
}

// shareCell is a share as a number, or as counts where there are few.
func shareCell(part, whole int64) any {
	if whole < fewRequests {
		return share(part, whole)
	}
	return float64(part) / float64(whole)
}

// wholeCell is shareCell for whole percents, in which few must not look like none, nor nearly all like all.
func wholeCell(part, whole int64) any {
	if whole >= fewRequests {
		if words := portion(part, whole); words[0] == '<' || words[0] == '>' {
			return words
		}
	}
	return shareCell(part, whole)
}

// hasRates reports whether any request may enter a rate.
func hasRates(result *audit.Result) bool { return result.Team.Mature > 0 }

// toTell is what to do where exports do not tell acceptance.
const toTell = "Add an export with a status or a date of acceptance; for a LinkedIn archive, keep Connections.csv beside Invitations.csv."

// noRates says why there is no rate at all, and what to do.
func noRates(result *audit.Result) string {
	unknown := true
	for i := range result.Sources {
		unknown = unknown && result.Sources[i].Acceptance == export.NoAcceptance
	}
	if unknown || result.Team.Unknown == result.Team.Requests {
		return "Acceptance is unknown: nothing in these exports tells which requests were accepted, so no rate is shown anywhere. " + toTell
	}
	if result.Team.Unknown > 0 {
		return fmt.Sprintf("No rate can be shown: of the %s that had their %d days the outcome is unknown. ",
			counted(result.Team.Unknown, "request", "requests"), result.Settings.MaturityDays) + toTell
	}
	return fmt.Sprintf("No rate can be shown yet: no request with a known outcome has had its full %d days. "+
		"Export again later, and audit again.", result.Settings.MaturityDays)
}
