package export

import (
	"math"
	"strings"
	"time"
)

// An evidence tells a row from text that is only laid out like one, by the cells whose content has a
// form of its own: dates, profile addresses, directions, words of a status.
type evidence []cellTest

type cellTest struct {
	column int
	passes func(cell string) (ok, strong bool)
}

// evidence that the columns of a mapping give.
func (m mapping) evidence() evidence {
	tests := []struct {
		field  Field
		passes func(cell string) (ok, strong bool)
	}{
		{FieldSent, isDate},
		{FieldAccepted, func(cell string) (ok, strong bool) {
			if _, ok := lookUp(answers, cell); ok {
				return true, false
			}
			return isDate(cell)
		}},
		{FieldDirection, func(cell string) (ok, strong bool) {
			known := directionOf(cell) != noDirection
			return known, known
		}},
		{FieldProfile, func(cell string) (ok, strong bool) {
			whole := !strings.ContainsAny(cell, " ,;\n")
			return whole, whole && (strings.Contains(cell, "/in/") || strings.Contains(cell, "linkedin."))
		}},
		{FieldStatus, func(cell string) (ok, strong bool) {
			_, known := m.status(cell)
			return known, false
		}},
	}
	if m.format.Role == conversations { // which list profiles in one cell, and have folders for a status
		tests = tests[:1]
	}
	var all evidence
	for _, test := range tests {
		if column, ok := m.columns[test.field]; ok {
			all = append(all, cellTest{column, test.passes})
		}
	}
	return all
}

func isDate(cell string) (ok, strong bool) {
	w, ok := parseWritten(cell)
	if ok && w.numeric {
		return true, true
	}
	if ok {
		_, ok = w.resolve(undecided, time.UTC)
	}
	return ok || blank(cell), ok
}

// first is the first column that is looked at; no start of a row with fewer cells proves anything.
func (e evidence) first() int {
	first := math.MaxInt
	for _, test := range e {
		first = min(first, test.column)
	}
	return first
}

// weigh looks at the cells of a row, or of the start of one: they contradict what the columns hold, or prove that it is a row.
func (e evidence) weigh(fields []string) (contradicts, proves bool) {
	for _, test := range e {
		if test.column >= len(fields) {
			continue
		}
		cell := strings.TrimSpace(fields[test.column])
		if cell == "" {
			continue
		}
		ok, strong := test.passes(cell)
		contradicts = contradicts || !ok
		proves = proves || strong
	}
	return contradicts, proves
}
