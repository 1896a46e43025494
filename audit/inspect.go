package audit

import (
	"context"

	"outreachaudit/audit/export"
)

// An Inspection is how exports are understood, before anything is judged.
type Inspection struct {
	Accounting export.Accounting // over all sources
	Sources    []InspectedSource // in the order in which they would be audited
	Ignored    []export.Ignored  // files that were found but hold no requests, and why
}

// An InspectedSource is one source and what its first records say.
type InspectedSource struct {
	export.Info
	Accounting export.Accounting
	First      []*export.Request // the first requests, at most firstRequests
	Problems   []export.Problem  // the first records that could not be used, at most firstProblems
}

// How much of each source an Inspection shows.
const (
	firstRequests = 3
	firstProblems = 10
)

// Inspect reads exports as Run does and judges nothing. The error is as of Run.
func Inspect(ctx context.Context, o Options) (*Inspection, error) {
	in, err := find(ctx, o, nil)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	if err := in.survey(ctx, o.Progress); err != nil {
		return nil, err
	}
	attach, err := export.ReadMessages(ctx, in.sources, o.Progress.step(ReadingMessages, in.sources, (*export.Source).MessagesSize))
	if err != nil {
		return nil, err
	}
	in.leaveOut(attach()...)
	c := newCollector(o, export.Period{}, in.sources)
	found := &Inspection{Ignored: in.ignored}
	progress := o.Progress.step(Reading, in.sources, (*export.Source).ReadSize)
	for _, source := range in.sources {
		s := InspectedSource{Info: source.Info}
		c.duplicates.next()
		c.found.Problems = nil
		err := source.Read(ctx, progress, func(items []export.Item) error {
			for _, request := range c.accept(items, &s.Accounting) {
				if len(s.First) < firstRequests {
					kept := *request
					s.First = append(s.First, &kept)
				}
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
		s.Problems = c.found.Problems[:min(len(c.found.Problems), firstProblems)]
		found.Accounting = found.Accounting.Plus(s.Accounting)
		found.Sources = append(found.Sources, s)
	}
	return found, nil
}
