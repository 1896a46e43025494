package report

import (
	"fmt"
	"strings"

	"outreachaudit/audit"
	"outreachaudit/audit/stat"
)

// The answers to whether a habit's difference is still there among requests alike in all other habits.
const (
	stillThere     = "yes"
	unclear        = "unclear"
	otherDirection = "other direction"
	onlyThereLess  = "only there: less often"
	onlyThereMore  = "only there: more often"
)

// still says whether a habit's difference within recruiters is still there when all habits are looked at together; ""
// where either is not known, and where there is none to be there.
func still(h *audit.HabitResult) string {
	if h.Adjusted == nil || h.Adjusted.OddsRatio == nil || h.Q == nil {
		return ""
	}
	odds, within := h.Adjusted.OddsRatio, h.Within.Difference.Value
	none := h.Verdict == stat.NoClearDifference
	switch covers := odds.Low <= 1 && odds.High >= 1; {
	case covers && none:
		return ""
	case covers:
		return unclear
	case none && odds.Low > 1:
		return onlyThereMore
	case none:
		return onlyThereLess
	case (odds.Low > 1) == (within > 0):
		return stillThere
	}
	return otherDirection
}

// notAdjusted says why a habit has no adjusted odds ratio, "" when it has one.
func notAdjusted(result *audit.Result, h *audit.HabitResult) string {
	term := h.Adjusted
	switch {
	case term != nil && term.OddsRatio != nil:
		return ""
	case term != nil && term.Aliased && len(term.With) == 0:
		return "It cannot be told apart from who sends the requests."
	case term != nil && term.Aliased:
		var titles []string
		for _, other := range term.With {
			titles = append(titles, strings.ToLower(result.Habits[other].Title))
		}
		return "It cannot be told apart from " + strings.Join(titles, " and ") + "."
	case term != nil:
		return "The estimates did not settle."
	case h.Total.With().Mature == 0:
		return "No request in the rates shows it."
	case result.Adjustment.Missing != "":
		return result.Adjustment.Missing
	}
	return "Too few notes could be judged for it to be looked at together with the others."
}

// adjustedTable has every habit next to all others.
func adjustedTable(result *audit.Result) *Table {
	var cells [][]Cell
	for i := range result.Habits {
		h := &result.Habits[i]
		row := text(h.Title, "-", "-", "-", notAdjusted(result, h))
		row[0].Tone = Strong
		if t := h.Adjusted; t != nil && t.OddsRatio != nil {
			row[1].Value, row[2].Value = ratio(t.OddsRatio), probability(t.P)
			if words := still(h); words != "" {
				row[3].Value = words
			}
		}
		cells = append(cells, row)
	}
	return rows([]Column{
		{Title: "Habit"}, {Title: "Odds ratio among requests alike in recruiter and other habits (95% interval)"},
		{Title: "p", Format: Precise}, {Title: "Is the difference within recruiters still there?"}, {Title: "Remark", Span: 6},
	}, cells)
}

// adjustedBasis says what the adjusted odds ratios rest on.
func adjustedBasis(result *audit.Result) string {
	a := result.Adjustment
	if a.Missing != "" {
		return "There is no such model: " + a.Missing
	}
	return fmt.Sprintf("It rests on %s by %s: those in the rates of which every habit in it is known.",
		counted(a.Requests, "request", "requests"), counted(int64(a.Recruiters), "recruiter", "recruiters"))
}
