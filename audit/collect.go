package audit

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"sync/atomic"

	"outreachaudit/audit/export"
	"outreachaudit/audit/habit"
	"outreachaudit/audit/tally"
)

// A collector gathers what one run finds.
type collector struct {
	options    Options
	wanted     map[string]bool   // folded names of recruiters asked for, and whether they were seen
	spelling   map[string]string // first spelling of a recruiter, by folded name
	duplicates *duplicates
	templates  *templates
	tally      tally.Tally
	before     export.Period // the one that the audited one is compared with; zero for none
	earlier    tally.Tally   // of before
	waiting    *tally.Waiting
	after      *followUps
	examples   *examples
	disguise   *disguise        // nil where names are kept
	full       atomic.Bool      // no more flagged requests are kept for the list
	counted    chan judgedBatch // whose room may be used again
	taken      int              // requests that were taken in, of all sources
	notesKept  int              // bytes of the notes of flagged requests
	rawKept    int              // bytes of records that could not be used
	faults     []string         // notes that could not be judged, at most mostFaults
	faulty     int64            // all of them
	found      *Result
}

func newCollector(o Options, before export.Period, sources []*export.Source) *collector {
	if o.Rules == nil {
		o.Rules = habit.DefaultRules()
	}
	named := !o.TeamOnly && !o.Pseudonyms
	c := &collector{
		options:    o,
		wanted:     map[string]bool{},
		spelling:   map[string]string{},
		duplicates: newDuplicates(mixedProfiles(sources), severalFormats(sources)),
		tally:      tally.Tally{},
		before:     before,
		earlier:    tally.Tally{},
		waiting:    tally.NewWaiting(),
		after:      newFollowUps(o.Rules.RapportDays(), o.ReplyDays),
		examples:   newExamples(),
		found: &Result{Flagged: NewList(), Settings: Settings{
			Purpose: o.Purpose, TeamOnly: o.TeamOnly, Pseudonyms: o.Pseudonyms,
			MaturityDays: o.MaturityDays, ReplyDays: o.ReplyDays, AsOf: o.AsOf, From: o.From, To: o.To,
			Recruiters: o.Recruiters, MaxFlagged: o.MaxFlagged, Reading: o.Reading.Words(named), Rules: o.Rules.Fingerprint(), Judging: o.Rules.Words(named), Copies: o.Rules.Copies(),
		}},
	}
	c.full.Store(o.TeamOnly || o.MaxFlagged <= 0)
	for _, name := range o.Recruiters {
		c.wanted[export.NameKey(name)] = false
	}
	return c
}

// isBefore reports whether a request was sent in the period that the audited one is compared with.
func (c *collector) isBefore(r *export.Request) bool {
	return c.before.First != 0 && c.before.Holds(r.SentDay())
}

// A part is requests of one source, or what became of them.
type part[T any] struct {
	source int
	at     int // how many requests were taken in before, of all sources
	of     T
}

// read judges all sources: records are read and filtered in order, judged by all workers, and counted in order again.
func (c *collector) read(ctx context.Context, sources []*export.Source, progress func(int64)) error {
	results, cohorts := make([]SourceResult, len(sources)), make([]tally.Cohort, len(sources))
	for i, source := range sources {
		results[i].Info, cohorts[i] = source.Info, c.cohort(&source.Info)
	}
	produce := func(ctx context.Context, emit func(part[[]*export.Request]) error) error {
		for i, source := range sources {
			c.duplicates.next()
			if err := source.Read(ctx, progress, func(items []export.Item) error {
				if err := c.quarantine(items); err != nil {
					return err
				}
				return emit(c.take(i, items, &results[i].Accounting))
			}); err != nil {
				return err
			}
		}
		return nil
	}
	c.counted = make(chan judgedBatch, workers(c.options.Jobs))
	work := func(p part[[]*export.Request]) part[judgedBatch] {
		return part[judgedBatch]{p.source, p.at, c.judge(p.of, p.at, cohorts[p.source])}
	}
	consume := func(p part[judgedBatch]) error {
		if err := c.count(p.of.judged, cohorts[p.source], &results[p.source]); err != nil {
			return err
		}
		c.recycle(p.of)
		return nil
	}
	if err := inOrder(ctx, c.options.Jobs, produce, work, consume); err != nil {
		return err
	}
	for i := range results {
		r := &results[i]
		if !r.Accounting.Balanced() {
			return fmt.Errorf("%s: the records do not add up (%+v); please report this as a fault of the program", r.Info.Path, r.Accounting)
		}
		c.found.Accounting = c.found.Accounting.Plus(r.Accounting)
	}
	c.found.Sources = results
	return nil
}

// recycle lets the room of a batch be used again, unless somebody outside has heard of its requests.
func (c *collector) recycle(batch judgedBatch) {
	if c.options.Each != nil {
		return
	}
	select {
	case c.counted <- batch:
	default:
	}
}

// mixedProfiles reports whether some sources tell the profiles of recipients and others only their names.
func mixedProfiles(sources []*export.Source) bool {
	with := 0
	for _, source := range sources {
		if source.Info.ProfilesKnown {
			with++
		}
	}
	return with > 0 && with < len(sources)
}

// severalFormats reports whether sources are not all of one format.
func severalFormats(sources []*export.Source) bool {
	return slices.ContainsFunc(sources, func(s *export.Source) bool { return s.Info.Format != sources[0].Info.Format })
}

// cohort is the rule by which a source's requests enter the rates. A date of export that the archive
// itself tells is kept when the user gives a later day: what happened in between is not in the file.
func (c *collector) cohort(info *export.Info) tally.Cohort {
	cohort := tally.Cohort{
		AsOf: info.OutcomeAsOf, MaturityDays: c.options.MaturityDays, Windows: info.Windows, NoDates: info.NoDates,
	}
	if asOf := c.options.AsOf; asOf != 0 && (asOf < info.OutcomeAsOf || !info.ExportedKnown) {
		cohort.AsOf = asOf
	}
	return cohort
}

// quarantine hands on the records that could not be used.
func (c *collector) quarantine(items []export.Item) error {
	if c.options.Quarantined == nil {
		return nil
	}
	for _, item := range items {
		if item.Problem != nil {
			if err := c.options.Quarantined(item.Problem); err != nil {
				return err
			}
		}
	}
	return nil
}

// take takes in a batch of records of a source, in reading order.
func (c *collector) take(source int, items []export.Item, accounting *export.Accounting) part[[]*export.Request] {
	p := part[[]*export.Request]{source, c.taken, c.accept(items, accounting)}
	c.taken += len(p.of)
	return p
}

// accept accounts for a batch of records and returns the requests to be judged.
func (c *collector) accept(items []export.Item, accounting *export.Accounting) []*export.Request {
	batch := make([]*export.Request, 0, len(items))
	for _, item := range items {
		accounting.Read++
		skip := item.Skip
		if item.Request != nil {
			skip = c.skip(item.Request)
		}
		switch {
		case item.Problem != nil:
			accounting.Quarantine(item.Problem.Code)
			if c.rawKept += len(item.Problem.Raw); len(c.found.Problems) < maxProblems && c.rawKept < maxKept {
				c.found.Problems = append(c.found.Problems, *item.Problem)
			}
		case skip != "":
			accounting.Skip(skip)
			if skip == export.OutsidePeriod && c.isBefore(item.Request) && !c.duplicates.seen(item.Request) {
				batch = append(batch, item.Request)
			}
		default:
			accounting.Audited++
			batch = append(batch, item.Request)
		}
	}
	return batch
}

// skip says why a request is left out, "" when it is not. It also gives its recruiter the spelling
// first seen, so that "ana ruiz" in one file and "Ana Ruiz" in another are one person.
func (c *collector) skip(r *export.Request) export.Skip {
	r.Recruiter = c.spell(r.Recruiter)
	if len(c.wanted) > 0 {
		name := export.NameKey(r.Recruiter)
		if _, ok := c.wanted[name]; !ok {
			return export.OtherRecruiter
		}
		c.wanted[name] = true
	}
	sent, o := r.SentDay(), &c.options
	switch {
	case o.AsOf != 0 && sent > o.AsOf:
		return export.AfterAsOf
	case o.From != 0 && sent < o.From, o.To != 0 && (sent > o.To || sent == 0):
		return export.OutsidePeriod
	case c.duplicates.seen(r):
		return export.Duplicate
	}
	return ""
}

func (c *collector) spell(name string) string {
	if known, ok := c.spelling[name]; ok {
		return known
	}
	folded := export.NameKey(name)
	known, ok := c.spelling[folded]
	if !ok {
		known = name
		c.spelling[folded] = name
	}
	c.spelling[name] = known
	return known
}

// count adds a batch to the sums and hands every request on.
func (c *collector) count(batch []Judged, cohort tally.Cohort, source *SourceResult) error {
	for i := range batch {
		j := &batch[i]
		c.noteFault(j)
		if c.disguise != nil {
			j = c.disguise.hide(j)
		}
		if c.isBefore(j.Request) {
			c.earlier.Add(j.Request, j.Kind, j.Verdict, j.count)
			continue
		}
		c.templates.tell(j)
		c.tally.Add(j.Request, j.Kind, j.Verdict, j.count)
		c.waiting.Add(j.Request, cohort)
		if source.FollowedUp {
			c.after.add(j, !c.options.TeamOnly)
		}
		source.Requests = source.Requests.Plus(j.count)
		if cohort.Stale(j.Request, source.OutcomeAsOf) {
			source.Stale++
		}
		if c.options.Each != nil {
			if err := c.options.Each(j); err != nil {
				return err
			}
		}
		if !c.options.TeamOnly {
			c.examples.add(j)
		}
		if j.Flagged == 0 {
			continue
		}
		c.found.FlaggedTotal++
		if c.options.TeamOnly {
			continue
		}
		if c.notesKept += len(j.Note.Note); !c.full.Load() && c.notesKept < maxKept {
			c.found.Flagged.Add(j)
		}
		c.full.Store(c.found.Flagged.Len() >= c.options.MaxFlagged || c.notesKept >= maxKept)
	}
	return nil
}

// result turns the sums into all that a report may say.
func (c *collector) result(ignored []export.Ignored, asOf export.Day) (*Result, error) {
	r := c.found
	r.Ignored = ignored
	if r.Accounting.Audited == 0 {
		return nil, c.nothing()
	}
	r.AsOf = asOf
	r.Templates = c.templates.results()
	Summarise(r, habit.All, c.tally, c.waiting)
	if r.After = c.after.result(c.options.Rules.Copies(), c.options.TeamOnly); r.After == nil {
		r.NoAfter = hoped(r.Sources)
	}
	r.Before = compared(r, c.before, c.earlier, habit.All)
	for i := range r.Recruiters {
		r.Recruiters[i].Examples = c.explained(c.examples.of[r.Recruiters[i].Name])
	}
	r.Warnings = c.warnings()
	if c.disguise != nil {
		c.disguise.disguised(r)
	}
	if c.options.TeamOnly {
		return r, teamOnly(r)
	}
	return r, nil
}

// nothing explains why no request is left to audit.
func (c *collector) nothing() error {
	a := c.found.Accounting
	names := slices.Sorted(maps.Values(c.spelling))
	switch {
	case a.Skipped[export.OtherRecruiter] > 0:
		return fmt.Errorf("no request by %s; recruiters in the files: %s", quoteAll(c.options.Recruiters), quoteAll(slices.Compact(names)))
	case a.Skipped[export.OutsidePeriod]+a.Skipped[export.AfterAsOf] > 0:
		return fmt.Errorf("none of the %d requests was sent in the period asked for; check --from, --to and --as-of", a.Read)
	case export.Total(a.Quarantined) > 0:
		p := c.found.Problems[0]
		return fmt.Errorf("none of the %d records could be used; the first is %s:%d: %s", a.Read, p.Source, p.Line, p.Reason)
	default:
		return fmt.Errorf("the files hold %d records but no sent request (%d incoming invitations)", a.Read, a.Skipped[export.Incoming])
	}
}
