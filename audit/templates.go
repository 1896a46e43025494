package audit

import (
	"cmp"
	"context"
	"errors"

	"outreachaudit/audit/export"
	"outreachaudit/audit/habit"
	"outreachaudit/audit/template"
)

// Bounds of what is kept of templates.
const (
	mostTemplates  = 1000   // that a report lists
	mostChronicled = 10_000 // whose history is written while judging
)

// templates knows which notes were written from one template, and writes the history of the largest families.
type templates struct {
	families  *template.Families
	foresight *foresight
	large     map[int32]bool
	chronicle *template.Chronicle
}

// compare reads all sources once for the wordings of the notes that a collector takes: only all together tell which
// were sent in bulk. It is the first to read what will be judged, so it also finds the sources that show a fault of
// the program, which are to be set aside.
func compare(ctx context.Context, c *collector, sources []*export.Source, free processors, progress func(int64)) (*templates, []export.Fault, error) {
	t := &templates{families: template.NewFamilies(), chronicle: template.NewChronicle(), foresight: newForesight(c)}
	read, judged := make([]error, len(sources)), make([]error, len(sources)) // faults, by source
	produce := func(ctx context.Context, emit func(part[[]*export.Request]) error) error {
		for i, source := range sources {
			c.duplicates.next()
			var accounting export.Accounting // the audit's counts
			err := source.Read(ctx, progress, func(items []export.Item) error {
				return emit(c.take(i, items, &accounting))
			})
			if broken, ok := errors.AsType[export.Fault](err); ok {
				read[i] = broken
			} else if err != nil {
				return err
			}
		}
		return nil
	}
	work := func(p part[[]*export.Request]) part[result[[]worded]] {
		free.take()
		defer free.giveBack()
		return part[result[[]worded]]{p.source, p.at, guarded(func(batch []*export.Request) []worded { return t.wordings(c.options.Rules, p.at, batch) }, p.of)}
	}
	add := func(p part[result[[]worded]]) error {
		if broken, ok := errors.AsType[fault](p.of.err); ok {
			judged[p.source] = export.Fault{Path: sources[p.source].Path(), Value: broken.value}
		}
		for i := range p.of.out {
			w := &p.of.out[i]
			w.family = t.families.Add(&w.Wording, w.Recruiter)
			t.foresight.add(p.at+i, w.foreseen)
		}
		return nil
	}
	if err := inOrder(ctx, c.options.Jobs, produce, work, add); err != nil {
		return nil, nil, err
	}
	var faulty []export.Fault
	for i := range sources {
		if broken, ok := errors.AsType[export.Fault](cmp.Or(read[i], judged[i])); ok {
			faulty = append(faulty, broken)
		}
	}
	if len(faulty) > 0 {
		t.foresight = newForesight(c) // without their sources others are read
	}
	t.large = t.families.Largest(c.options.Rules.Copies(), mostChronicled)
	return t, faulty, nil
}

type worded struct {
	*export.Request
	template.Wording
	foreseen
}

// wordings are those of a batch, of which the first request was read in a place.
func (t *templates) wordings(rules *habit.Rules, at int, batch []*export.Request) []worded {
	all := make([]worded, len(batch))
	var note habit.Note
	for i, request := range batch {
		all[i].Request = request
		if at+i >= t.foresight.first && request.FollowUp == nil {
			all[i].foreseen = foresee(rules, &note, request)
		} else {
			rules.LayOut(&note, request)
		}
		all[i].Wording = wordingOf(&note)
	}
	return all
}

// wordingOf is the wording of a note, which is released.
func wordingOf(note *habit.Note) (w template.Wording) {
	if skeleton := note.Skeleton(); skeleton.Fixed >= template.Fewest {
		w = template.WordingOf(skeleton.Words)
	}
	note.Release()
	return w
}

// letter is the wording of the first message after an acceptance.
func letter(a *habit.After) (w template.Wording) {
	if a.First != nil {
		w = wordingOf(a.First.Note)
	}
	return w
}

// place tells a note how many copies of it its recruiter sent, and returns its family, -1 for none that is large.
func (t *templates) place(note *habit.Note) int32 {
	family := int32(-1)
	if skeleton := note.Skeleton(); skeleton.Fixed >= template.Fewest {
		family = t.families.Of(template.KeyOf(skeleton.Words))
	}
	return t.placed(note, family)
}

// placed is place for a note whose family is known.
func (t *templates) placed(note *habit.Note, family int32) int32 {
	if note.Kind != habit.Own {
		return -1
	}
	note.Copies = max(1, t.families.Copies(family, note.Recruiter))
	if !t.large[family] {
		return -1
	}
	return family
}

// tell adds a judged request to the history of its family.
func (t *templates) tell(j *Judged) {
	if j.family < 0 {
		return
	}
	wording := j.Template
	if j.template != nil {
		wording = j.template
	}
	t.chronicle.Add(j.family, j.Request, j.count, wording)
}

// A TemplateResult is a family of notes written from one template.
type TemplateResult struct {
	template.History
	Group
	SentBy int // how many senders
}

func (t *templates) results() []TemplateResult {
	var results []TemplateResult
	for _, h := range t.chronicle.Histories(mostTemplates) {
		results = append(results, TemplateResult{h, group(h.Count), len(h.Senders)})
	}
	return results
}
