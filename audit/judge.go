package audit

import (
	"fmt"

	"outreachaudit/audit/export"
	"outreachaudit/audit/habit"
	"outreachaudit/audit/tally"
)

// A judgedBatch is judged requests with the room of their notes.
type judgedBatch struct {
	judged []Judged
	notes  []habit.Note
}

// judge is the work of one worker on one batch, of which the first request was read in a place, in the room of another
// batch that was counted.
func (c *collector) judge(batch []*export.Request, at int, cohort tally.Cohort) judgedBatch {
	var done judgedBatch
	select {
	case done = <-c.counted:
	default:
	}
	done.judged, done.notes = sized(done.judged, len(batch)), sized(done.notes, len(batch))
	for i, request := range batch {
		done.judged[i] = c.judgeOne(&done.notes[i], request, at+i, cohort)
	}
	return done
}

// sized is room for n values.
func sized[T any](room []T, n int) []T {
	if cap(room) < n {
		return make([]T, n)
	}
	return room[:n]
}

// judgeOne judges one request. A note that shows a fault of the program counts as not judged, and costs no other.
func (c *collector) judgeOne(note *habit.Note, request *export.Request, at int, cohort tally.Cohort) (j Judged) {
	unjudged := Judged{Note: note, Standing: cohort.Standing(request), count: cohort.Count(request), family: -1}
	defer func() {
		if value := recover(); value != nil {
			j = unjudged
			j.Note, j.fault = &habit.Note{Request: request}, fmt.Sprint(value)
		}
	}()
	j = unjudged
	if of, ok := c.templates.foresight.of(at, request); ok {
		if j.Verdict, j.family = c.recall(note, request, of); j.Flagged == 0 || !c.explains() {
			return j
		}
	}
	c.options.Rules.NoteInto(note, request)
	j.family = c.templates.place(note)
	verdict := habit.Flags
	if c.explains() {
		verdict = habit.Judge
	}
	j.Verdict = verdict(note)
	if note.After != nil {
		j.Later, j.letter = habit.JudgeAfter(note), letter(note.After)
	}
	note.Release()
	return j
}

// explains reports whether the evidence of a request that is judged now may be shown. Of those that only become
// examples it is found in the end: see explain.
func (c *collector) explains() bool {
	return c.options.Each != nil || c.disguise != nil || !c.full.Load()
}

// explained is examples with their evidence; nil for none.
func (c *collector) explained(e *Examples) *Examples {
	if e == nil {
		return nil
	}
	for _, shown := range e.Shown {
		for _, j := range shown {
			c.explain(j)
		}
	}
	return e
}

// explain finds the evidence of a request that was judged without.
func (c *collector) explain(j *Judged) {
	if j.Flagged == 0 || len(j.Findings) > 0 {
		return
	}
	request := *j.Request
	request.FollowUp = nil // what followed shows no habit of the note
	note := c.options.Rules.Note(&request)
	note.Copies = j.Copies
	j.Findings = habit.Judge(note).Findings
	note.Release()
}
