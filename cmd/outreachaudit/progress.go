package main

import (
	"fmt"
	"io"
	"os"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"

	"outreachaudit/audit"
)

// Shares of the time that the steps of a command take, in percent, measured on a million requests. The machine matters
// little to them, so that the time left is right from the first step on.
var (
	auditSteps   = map[string]step{audit.Surveying: {0, 8}, audit.Comparing: {8, 30}, audit.Auditing: {38, 62}}
	inspectSteps = map[string]step{audit.Surveying: {0, 45}, audit.ReadingMessages: {45, 10}, audit.Reading: {55, 45}}
)

// A step is where in the whole it begins, and its share.
type step struct{ from, share float64 }

// fine is how many parts the bar has for each percent.
const fine = 1000

// A progressBar shows on a terminal how far a command has come, requests a second and the time left; elsewhere nothing.
type progressBar struct {
	out   io.Writer
	show  bool
	steps map[string]step
	bar   *progressbar.ProgressBar
	name  string    // of the step
	begun time.Time // the step
	told  time.Time // the description
	now   func() time.Time
}

func newProgressBar(out io.Writer, quiet bool, steps map[string]step) *progressBar {
	file, ok := out.(*os.File)
	return &progressBar{out: out, show: ok && !quiet && term.IsTerminal(int(file.Fd())), steps: steps, now: time.Now}
}

// retell is how long a description stands before another takes its place.
const retell = 500 * time.Millisecond

// update is audit.Options.Progress. A bar that cannot be drawn must not end an audit.
func (p *progressBar) update(a audit.Advance) {
	if !p.show || a.Total == 0 {
		return
	}
	if p.bar == nil {
		p.bar = progressbar.NewOptions(100*fine,
			progressbar.OptionSetWriter(p.out),
			progressbar.OptionSetPredictTime(true),
			progressbar.OptionThrottle(100*time.Millisecond),
			progressbar.OptionFullWidth(),
			progressbar.OptionClearOnFinish(),
		)
	}
	now := p.now()
	if p.name != a.Step {
		p.name, p.begun, p.told = a.Step, now, time.Time{}
	}
	if now.Sub(p.told) >= retell {
		p.bar.Describe(described(a, now.Sub(p.begun)))
		p.told = now
	}
	_ = p.bar.Set(p.steps[a.Step].at(a))
}

// at is how far the whole has come, in parts of the bar; never all of it, since a report is still to be written.
func (s step) at(a audit.Advance) int {
	return min(100*fine-1, int(fine*(s.from+s.share*float64(a.Done)/float64(a.Total))))
}

// described is a step with the requests that it reads in a second, where that is known.
func described(a audit.Advance, taken time.Duration) string {
	rows := float64(a.Records) * float64(a.Done) / float64(a.Total)
	if rows < 1 || taken < retell {
		return a.Step
	}
	return fmt.Sprintf("%s, %.0f requests/s", a.Step, rows/taken.Seconds())
}

// close removes the bar.
func (p *progressBar) close() {
	if p.bar != nil {
		_ = p.bar.Clear()
	}
}
