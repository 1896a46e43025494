package main

import (
	"strings"
	"testing"
	"time"

	"outreachaudit/audit"
)

// The steps of each command are the whole, one behind the other.
func TestStepsAreTheWhole(t *testing.T) {
	for name, steps := range map[string]map[string]step{"audit": auditSteps, "inspect": inspectSteps} {
		at, sum := 0.0, 0.0
		for range steps {
			for _, s := range steps {
				if s.from == at && s.share > 0 {
					at += s.share
					sum += s.share
					break
				}
			}
		}
		if sum != 100 {
			t.Errorf("%s: the steps make %.0f percent", name, sum)
		}
	}
}

func TestProgressGrows(t *testing.T) {
	var out strings.Builder
	now := time.Unix(0, 0)
	p := &progressBar{out: &out, show: true, steps: auditSteps, now: func() time.Time { now = now.Add(time.Second); return now }}
	last := 0.0
	for _, name := range []string{audit.Surveying, audit.Comparing, audit.Auditing} {
		for done := int64(1); done <= 4; done++ {
			a := audit.Advance{Step: name, Done: done, Total: 4}
			if name != audit.Surveying {
				a.Records = 8000
			}
			p.update(a)
			if state := p.bar.State(); state.CurrentPercent < last || state.CurrentPercent >= 1 {
				t.Errorf("%s: %.4f after %.4f", name, state.CurrentPercent, last)
			} else {
				last = state.CurrentPercent
			}
		}
	}
	p.update(audit.Advance{Step: audit.Auditing}) // of nothing
	p.close()
	if last < 0.99 {
		t.Errorf("it ends at %.4f", last)
	}
}

func TestRequestsASecond(t *testing.T) {
	for _, test := range []struct {
		advance audit.Advance
		taken   time.Duration
		want    string
	}{
		{audit.Advance{Step: audit.Auditing, Done: 1, Total: 4, Records: 8000}, 2 * time.Second, "Auditing, 1000 requests/s"},
		{audit.Advance{Step: audit.Auditing, Done: 1, Total: 4, Records: 8000}, time.Millisecond, "Auditing"},
		{audit.Advance{Step: audit.Surveying, Done: 1, Total: 4}, time.Second, "Surveying"},
	} {
		if got := described(test.advance, test.taken); got != test.want {
			t.Errorf("%+v: %q, want %q", test.advance, got, test.want)
		}
	}
}
