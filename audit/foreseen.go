package audit

import (
	"math"

	"outreachaudit/audit/export"
	"outreachaudit/audit/habit"
)

// A foreseen is what the pass that compares the notes has found out about one request, so that the pass that counts need
// not judge it again. It takes 12 bytes; there is one for each request of a large input.
type foreseen struct {
	family int32  // of template.Families; -1 for none
	note   uint16 // its length, cut off: a row that has changed meanwhile is judged anew
	judged uint8  // habits, as a set
	few    uint8  // those that the note shows if few copies of it were sent
	many   uint8  // the same if many were
	kind   habit.Kind
	known  bool
}

// mostForeseen is how many habits the sets have room for.
const mostForeseen = 8

// foresight is what was foreseen, in reading order. The first requests are not: the list of flagged requests has room for
// them, and shows why they are flagged, which takes a closer look.
type foresight struct {
	first int
	parts []*[perPart]foreseen
	after int // the number of the last one + 1
}

const perPart = 1 << 14

// newForesight is one for a collector whose requests may be foreseen.
func newForesight(c *collector) *foresight {
	f := &foresight{first: max(0, c.options.MaxFlagged)}
	if c.options.TeamOnly {
		f.first = 0
	}
	if c.options.Each != nil || c.options.Pseudonyms {
		f.first = math.MaxInt
	}
	f.after = f.first
	return f
}

// add puts the next request behind those before.
func (f *foresight) add(at int, of foreseen) {
	if at != f.after {
		return // before the first
	}
	slot := at - f.first
	if slot%perPart == 0 {
		f.parts = append(f.parts, new([perPart]foreseen))
	}
	f.parts[slot/perPart][slot%perPart] = of
	f.after++
}

// of is what was foreseen of the request that was read in a place.
func (f *foresight) of(at int, r *export.Request) (found foreseen, ok bool) {
	if at < f.first || at >= f.after {
		return foreseen{}, false
	}
	slot := at - f.first
	found = f.parts[slot/perPart][slot%perPart]
	return found, found.known && found.note == uint16(len(r.Note)) && r.FollowUp == nil
}

// foresee judges a request before notes are compared, in the room of a note that is laid out then. One that shows a fault
// of the program is not foreseen.
func foresee(rules *habit.Rules, note *habit.Note, r *export.Request) (found foreseen) {
	defer func() {
		if recover() != nil {
			rules.LayOut(note, r)
			found = foreseen{}
		}
	}()
	rules.NoteInto(note, r)
	if note.Kind == habit.Own {
		note.Copies = 1
	}
	few := habit.Flags(note)
	many := few
	if note.Kind == habit.Own {
		note.Copies = rules.Copies()
		many = habit.Flags(note)
	}
	return foreseen{note: uint16(len(r.Note)), judged: uint8(few.Judged), few: uint8(few.Flagged), many: uint8(many.Flagged), kind: note.Kind, known: true}
}

// recall judges a request of which all was foreseen but how many copies of its note were sent.
func (c *collector) recall(note *habit.Note, r *export.Request, of foreseen) (verdict habit.Verdict, family int32) {
	c.options.Rules.Recall(note, r, of.kind)
	family = c.templates.placed(note, of.family)
	verdict = habit.Verdict{Judged: habit.Set(of.judged), Flagged: habit.Set(of.few)}
	if note.Copies >= c.options.Rules.Copies() {
		verdict.Flagged = habit.Set(of.many)
	}
	return verdict, family
}
