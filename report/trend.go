package report

import (
	"fmt"
	"slices"

	"outreachaudit/audit"
)

const monthColumn = "Month sent"

// trend is how rates went over time. One month alone is no time, and gives no sheet.
func trend(result *audit.Result) *Sheet {
	sheet := &Sheet{
		Name:  trendSheet,
		Title: "Trend: acceptance and habits by the time at which requests were sent",
		Intro: "A change whose interval reaches from minus to plus is no more than months usually differ by chance; " +
			"the recruiters at work and the people they wrote to differ between months as well.",
	}
	if result.Before != nil {
		sheet.Blocks = append(sheet.Blocks, Text{{Value: "The period asked for beside the one before", Tone: Heading}}, beforeTable(result))
		sheet.Grid = slices.Repeat([]float64{12}, beforeColumns)
	}
	if len(result.Months) >= 2 {
		sheet.Grid = nil
		sheet.Blocks = append(sheet.Blocks, months(result)...)
	}
	if later := waiting(result); later != nil {
		if sheet.Grid == nil && len(result.Months) < 2 {
			sheet.Grid = slices.Repeat([]float64{12}, beforeColumns)
		}
		sheet.Blocks = append(sheet.Blocks, later...)
	}
	if len(sheet.Blocks) == 0 {
		return nil
	}
	return sheet
}

// months has a row for each month, and a chart of their rates.
func months(result *audit.Result) []Block {
	columns := append([]Column{
		{Title: monthColumn, Width: 10, Format: Month},
		{Title: "Requests", Width: 10.5, Format: Count},
	}, rateColumns("")...)
	columns = append(columns,
		Column{Title: "Change from the month shown before (percentage points)", Width: 14, Format: Points},
		Column{Title: "Change: 95% interval, low", Width: 11, Format: Points},
		Column{Title: "Change: 95% interval, high", Width: 11, Format: Points},
		Column{Title: "Remark", Width: 24})
	columns = append(columns, habitColumns(result)...)
	columns = append(columns, whiskerColumns("")...)
	blocks := []Block{dataTable(columns, monthRows(result))}
	if chart := monthChart(result); chart != nil {
		blocks = append(blocks, chart)
	}
	return blocks
}

func monthRows(result *audit.Result) [][]Cell {
	var cells [][]Cell
	for _, m := range result.Months {
		now := rateOf(m.Group)
		row := append(text(m.Month.First(), m.Requests), rateCells(now)...)
		row = append(row, pointCells(m.Change)...)
		row = append(row, Cell{Value: monthRemark(m)})
		row = append(row, habitCells(m.Habits)...)
		cells = append(cells, append(row, whiskerCells(now)...))
	}
	return cells
}

func monthRemark(m audit.MonthResult) string {
	switch {
	case m.Young > 0 && m.Mature > 0:
		return fmt.Sprintf("part month: %d too young", m.Young)
	case m.Young > 0:
		return "too young to judge"
	case m.Outside > 0:
		return fmt.Sprintf("part month: %d too old", m.Outside)
	}
	return ""
}

func monthChart(result *audit.Result) *Chart {
	words := "Bar chart of the acceptance rate by month of sending."
	drawn := 0
	for _, m := range result.Months {
		words += fmt.Sprintf(" %s: %s.", m.Month, rate(rateOf(m.Group)))
		if m.Mature >= fewRequests {
			drawn++
		}
	}
	if drawn < 2 {
		return nil
	}
	return &Chart{
		Title:      "Acceptance by month of sending",
		AltText:    words,
		Source:     trendSheet,
		Categories: monthColumn,
		AxisTitle:  "Month sent",
		ValueTitle: "Requests accepted; lines are 95% intervals",
		Height:     260,
		Series: []Series{{
			Name: "Accepted", Column: "Acceptance rate", Tone: Without,
			Below: whiskerPrefix + belowRate, Above: whiskerPrefix + aboveRate,
		}},
	}
}
