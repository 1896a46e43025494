// Package audit judges sent connection requests and counts how habits go with acceptance.
package audit

import (
	"cmp"
	"context"
	"errors"
	"io"
	"maps"
	"slices"
	"strings"
	"sync"

	"outreachaudit/audit/export"
	"outreachaudit/audit/habit"
	"outreachaudit/audit/parallel"
)

// Defaults of the settings that change numbers.
const (
	// DefaultMaturityDays: of the requests ever accepted about 96 in 100 are accepted within 30 days.
	DefaultMaturityDays = 30
	// DefaultMaxFlagged is how many flagged requests a sheet can hold and still be opened with ease.
	DefaultMaxFlagged = 100_000
	// maxProblems bounds the memory for records that could not be used; the accounting counts all.
	maxProblems = 100_000
	// maxKept bounds the bytes of notes and of raw records that are kept for the sheets, each.
	maxKept = 64 << 20
)

// Options say what to audit and how.
type Options struct {
	Paths        []string // files, archives, folders, patterns of their names, and - for Stdin
	Stdin        io.Reader
	Rules        *habit.Rules    // how notes are judged; nil for the defaults
	Reading      export.Settings // how files are to be read, where the user knows better
	Purpose      string          // of the processing, for the record
	Recruiters   []string        // only these, by name without regard to case; empty means all
	From, To     export.Day
	TeamOnly     bool       // nothing about single persons is computed or kept
	Pseudonyms   bool       // recruiters' and recipients' names are replaced, in notes too
	LastMonth    bool       // sets From and To to the last month that was over on the day of the exports
	AsOf         export.Day // 0: the day each export was made
	MaturityDays int        // days a request must have had to enter a rate
	ReplyDays    int        // days a message after an acceptance must have had to be answered
	MaxFlagged   int        // flagged requests to keep in the Result
	Jobs         int        // workers that compare and judge; 0 means one for each processor
	Progress     Progress   // may be nil

	// Surveyed hears, before anything is judged, of the day the report will be of, of the files on disk
	// that are read, and of how many bytes they and standard input hold, unpacked; an error ends the run. May be nil.
	Surveyed func(asOf export.Day, files []string, size int64) error
	Each     func(*Judged) error // hears of every audited request in input order; may be nil

	Quarantined func(*export.Problem) error // hears of every record that could not be used, in input order; may be nil
}

// Progress hears how far a run has come. It is told from several goroutines, one at a time.
type Progress func(Advance)

// An Advance is how far a step has come. The steps of a run differ in speed.
type Advance struct {
	Step        string // one of Surveying, Comparing, Auditing; of an inspection Surveying, ReadingMessages, Reading
	Done, Total int64  // bytes
	Records     int64  // in all that the step reads; 0 before they were counted
}

// The steps.
const (
	Surveying       = "Surveying"
	Comparing       = "Comparing notes"
	Auditing        = "Auditing"
	ReadingMessages = "Reading messages"
	Reading         = "Reading"
)

// Run reads the exports three times: to learn what no single row can tell of a file, to compare the notes
// with each other, and to judge and count. Of large inputs all but the first requests are judged while they are compared.
// Sources are read newest export first, those that cannot tell acceptance last, so that of a request listed twice the
// newest outcome that is known counts;
// the order of Paths does not matter. The error names the file and the way out; there is no Result
// with it, and none that does not account for every record.
func Run(ctx context.Context, o Options) (*Result, error) {
	var prepared sync.WaitGroup
	prepared.Go(habit.Prepare) // while files are looked at, which takes no judgement
	defer prepared.Wait()
	records := newRecorder(ctx)
	defer records.close()
	in, err := find(ctx, o, records.begin)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	if err := in.survey(ctx, o.Progress); err != nil {
		return nil, err
	}
	files, err := records.of(in.sources)
	if err != nil {
		return nil, err
	}
	sources := in.sources
	if o.Surveyed != nil {
		if err := o.Surveyed(asOf(o, sources), paths(sources), sizeOf(sources)); err != nil {
			return nil, err
		}
	}
	before := o.settle(asOf(o, sources))
	c, first := newCollector(o, before, sources), newCollector(o, before, sources)
	learned, err := in.study(ctx, first, o.Progress)
	if err != nil {
		return nil, err
	}
	c.found.Files, c.templates = files, learned.templates
	if len(learned.faulty) == 0 {
		c.duplicates = first.duplicates.repeat()
	}
	if o.Pseudonyms {
		c.disguise = newDisguise(keyOf(c.found.Files), slices.Sorted(maps.Values(first.spelling)))
	}
	if sources = in.setAside(learned.faulty); len(sources) == 0 {
		return nil, learned.faulty[0]
	}
	if err := c.read(ctx, sources, o.Progress.step(Auditing, sources, (*export.Source).ReadSize)); err != nil {
		return nil, err
	}
	return c.result(in.ignored, asOf(o, sources))
}

// input is what is found under the paths of the options.
type input struct {
	*export.Found
	sources []*export.Source // that were surveyed, in reading order
	ignored []export.Ignored
}

// setAside takes sources out that cannot be read for a fault of the program, and returns the others.
func (in *input) setAside(faulty []export.Fault) []*export.Source {
	for _, f := range faulty {
		in.sources = slices.DeleteFunc(in.sources, func(s *export.Source) bool { return s.Path() == f.Path })
		in.leaveOut(export.Ignored{Path: f.Path, Reason: strings.TrimPrefix(f.Error(), f.Path+" "), Failed: true})
	}
	return in.sources
}

// A study is what is learned of sources before they are judged.
type study struct {
	templates *templates
	faulty    []export.Fault // sources that cannot be read for a fault of the program
}

// study compares the notes that a collector takes. Meanwhile it reads the messages of archives, which takes one
// processor only and often longer: it goes first.
func (in *input) study(ctx context.Context, c *collector, p Progress) (learned study, err error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	progress := p.step(Comparing, in.sources, (*export.Source).Size)
	var others sync.WaitGroup
	var attach func() []export.Ignored
	var failures [2]error
	end := func(i int, err error) {
		if failures[i] = err; err != nil {
			cancel()
		}
	}
	free := newProcessors(c.options.Jobs)
	free.take()
	others.Go(func() {
		defer free.giveBack()
		found, err := export.ReadMessages(ctx, in.sources, progress)
		attach = found
		end(0, err)
	})
	learned.templates, learned.faulty, err = compare(ctx, c, in.sources, free, progress)
	end(1, err)
	others.Wait()
	if err := firstCause(failures[:]); err != nil {
		return study{}, err
	}
	in.leaveOut(attach()...)
	return learned, nil
}

// firstCause is the first error that is more than the end of what another one has stopped, else the first.
func firstCause(failures []error) (cause error) {
	for _, err := range failures {
		if err != nil && (cause == nil || errors.Is(cause, context.Canceled)) {
			cause = err
		}
	}
	return cause
}

func find(ctx context.Context, o Options, opening func(file string)) (*input, error) {
	found, err := export.Find(ctx, o.Paths, o.Reading, o.Stdin, opening)
	if err != nil {
		return nil, err
	}
	return &input{Found: found}, nil
}

// survey surveys all sources that were found.
func (in *input) survey(ctx context.Context, p Progress) error {
	sources, unread, err := survey(ctx, in.Sources, p.step(Surveying, in.Sources, (*export.Source).SurveySize))
	if err != nil {
		return err
	}
	in.sources = sources
	in.leaveOut(slices.Concat(in.Ignored, unread)...)
	return nil
}

// leaveOut notes files that are not read.
func (in *input) leaveOut(files ...export.Ignored) {
	in.ignored = append(in.ignored, files...)
	slices.SortFunc(in.ignored, func(a, b export.Ignored) int { return strings.Compare(a.Path, b.Path) })
}

// asOf is the day the report is of: the user's, or that of the newest export.
func asOf(o Options, sources []*export.Source) export.Day {
	if o.AsOf != 0 {
		return o.AsOf
	}
	var newest export.Day
	for _, source := range sources {
		newest = max(newest, source.Info.Exported)
	}
	return newest
}

// sizeOf is how many bytes sources hold, unpacked.
func sizeOf(sources []*export.Source) int64 {
	var size int64
	for _, source := range sources {
		size += source.Size()
	}
	return size
}

// paths are the files on disk that sources are read from.
func paths(sources []*export.Source) []string {
	var all []string
	for _, source := range sources {
		all = append(all, source.Files()...)
	}
	return all
}

// survey surveys every source and puts them in reading order. A source that cannot be read is set
// aside as long as another one can.
func survey(ctx context.Context, sources []*export.Source, progress func(int64)) (sound []*export.Source, unread []export.Ignored, err error) {
	failed := make([]error, len(sources))
	parallel.Each(len(sources), func(i int) { failed[i] = sources[i].Survey(ctx, progress) })
	if ctx.Err() != nil {
		return nil, nil, ctx.Err()
	}
	var failures []error
	for i, source := range sources {
		if err := failed[i]; err != nil {
			failures = append(failures, err)
			reason := strings.TrimLeft(strings.TrimPrefix(err.Error(), source.Path()), ": ")
			unread = append(unread, export.Ignored{Path: source.Path(), Reason: reason, Failed: true})
			continue
		}
		sound = append(sound, source)
	}
	if len(sound) == 0 {
		return nil, nil, errors.Join(failures...)
	}
	export.Unite(sound)
	slices.SortStableFunc(sound, func(a, b *export.Source) int {
		return cmp.Or(cmp.Compare(blind(a), blind(b)), cmp.Compare(b.Info.Exported, a.Info.Exported), strings.Compare(a.Info.Path, b.Info.Path))
	})
	return sound, unread, nil
}

// blind is 1 for a source that cannot tell acceptance: what another one tells of a request counts, however old.
func blind(s *export.Source) int {
	if s.Info.Acceptance == export.NoAcceptance {
		return 1
	}
	return 0
}

// step adds up the bytes read over all sources in one step.
func (p Progress) step(name string, sources []*export.Source, size func(*export.Source) int64) func(int64) {
	if p == nil {
		return nil
	}
	a := Advance{Step: name}
	for _, source := range sources {
		a.Total += size(source)
		a.Records += source.Records()
	}
	var one sync.Mutex // messages and notes are read at the same time
	return func(n int64) {
		one.Lock()
		defer one.Unlock()
		a.Done = min(a.Done+n, a.Total)
		p(a)
	}
}
