package main

import (
	"io"
	"os"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"
)

// A progressBar shows bytes read, rate and time left on a terminal, and nothing elsewhere. The bar of a
// step takes the place of the one before.
type progressBar struct {
	out  io.Writer
	show bool
	step string
	bar  *progressbar.ProgressBar
}

func newProgressBar(out io.Writer, quiet bool) *progressBar {
	file, ok := out.(*os.File)
	return &progressBar{out: out, show: ok && !quiet && term.IsTerminal(int(file.Fd()))}
}

// update is audit.Options.Progress.
func (p *progressBar) update(step string, done, total int64) {
	if !p.show || total == 0 {
		return
	}
	if p.step != step {
		p.close()
		p.step = step
		p.bar = progressbar.NewOptions64(total,
			progressbar.OptionSetWriter(p.out),
			progressbar.OptionSetDescription(step),
			progressbar.OptionShowBytes(true),
			progressbar.OptionSetPredictTime(true),
			progressbar.OptionThrottle(100*time.Millisecond),
			progressbar.OptionFullWidth(),
			progressbar.OptionClearOnFinish(),
		)
	}
	_ = p.bar.Set64(done) // a bar that cannot be drawn must not end an audit
}

// close removes the bar.
func (p *progressBar) close() {
	if p.bar != nil {
		_ = p.bar.Clear()
	}
}
