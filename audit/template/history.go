package template

import (
	"maps"
	"slices"

	"outreachaudit/audit/export"
	"outreachaudit/audit/tally"
)

// A History is what became of one family: who sent it, when, and with what success.
type History struct {
	Wording     string // of the note first seen, names and numbers masked
	Notes       int64
	Senders     []string   // in order
	First, Last export.Day // 0 when no note has a date
	Busiest     export.Day // the day on which most were sent, the earliest of those
	OnBusiest   int64
	tally.Count
}

// A Chronicle collects the histories of families.
type Chronicle struct {
	byFamily map[int32]*history
}

type history struct {
	History
	senders map[string]bool
	days    map[export.Day]int64
}

// NewChronicle is an empty one.
func NewChronicle() *Chronicle { return &Chronicle{map[int32]*history{}} }

// Add adds a note to its family's history. wording is asked for once a family.
func (c *Chronicle) Add(family int32, r *export.Request, count tally.Count, wording func() string) {
	h := c.byFamily[family]
	if h == nil {
		h = &history{History: History{Wording: wording()}, senders: map[string]bool{}, days: map[export.Day]int64{}}
		c.byFamily[family] = h
	}
	h.Notes++
	h.senders[r.Recruiter] = true
	h.Count = h.Count.Plus(count)
	if day := r.SentDay(); day != 0 {
		h.days[day]++
	}
}

// Histories are the families with the most notes, largest first, at most so many.
func (c *Chronicle) Histories(most int) []History {
	all := make([]History, 0, len(c.byFamily))
	for _, family := range slices.Sorted(maps.Keys(c.byFamily)) {
		h := c.byFamily[family]
		h.Senders = slices.Sorted(maps.Keys(h.senders))
		for _, day := range slices.Sorted(maps.Keys(h.days)) {
			if h.First == 0 {
				h.First = day
			}
			if h.Last = day; h.days[day] > h.OnBusiest {
				h.Busiest, h.OnBusiest = day, h.days[day]
			}
		}
		all = append(all, h.History)
	}
	slices.SortStableFunc(all, func(a, b History) int { return int(b.Notes - a.Notes) })
	return all[:min(most, len(all))]
}
