package report

import (
	"fmt"

	"outreachaudit/audit"
	"outreachaudit/audit/stat"
)

// leastP is the smallest probability written as a number.
const leastP = 0.001

func detailRow(h *audit.HabitResult) []Cell {
	crude, within := h.Crude, h.Within
	odds := ratio(crude.OddsRatio)
	if crude.HalfAdded {
		odds += " (0.5 added to each count)"
	}
	method := "no test"
	switch within.Method {
	case "cmh":
		method = "Cochran-Mantel-Haenszel"
	case "exact":
		method = "exact conditional"
	}
	power := "-"
	if h.DetectableGap != nil {
		power = fmt.Sprintf("%.0f", 100**h.DetectableGap)
	}
	row := text(h.Title,
		fmt.Sprintf("%s; %s; %s", pointWords(crude.Difference), odds, ratio(crude.RiskRatio)),
		fmt.Sprintf("%s; %d, %d", ratio(within.OddsRatio), within.Comparable, within.Informative),
		method+"; "+power,
		optional(crude.Phi), probability(crude.Fisher), optional(within.CMH),
		probability(within.P), probability(h.Q), probability(within.HomogeneityP))
	row[0].Tone = Strong
	return row
}

// ratio is an odds ratio or a risk ratio in words.
func ratio(i *stat.Interval) string {
	if i == nil {
		return "-"
	}
	return fmt.Sprintf("%.2f (%.2f to %.2f)", i.Value, i.Low, i.High)
}

// pointWords is a difference of shares in percentage points in words.
func pointWords(i *stat.Interval) string {
	if i == nil {
		return "-"
	}
	return fmt.Sprintf("%+.1f (%+.1f to %+.1f)", 100*i.Value, 100*i.Low, 100*i.High)
}

// optional is a number that may not exist.
func optional(x *float64) any {
	if x == nil {
		return "-"
	}
	return *x
}

// probability is a p-value, which is never written as 0.
func probability(p *float64) any {
	switch {
	case p == nil:
		return "-"
	case *p < leastP:
		return "<0.001"
	}
	return *p
}
