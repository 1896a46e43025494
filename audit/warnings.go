package audit

import (
	"fmt"
	"path/filepath"
	"strings"

	"outreachaudit/audit/export"
)

// warnings say what cannot be known and what should be doubted, what matters most first.
func (c *collector) warnings() []string {
	r := c.found
	var texts []string
	for _, ignored := range r.Ignored {
		if ignored.Failed {
			texts = append(texts, fmt.Sprintf("%s could not be read: %s", ignored.Path, ignored.Reason))
		}
	}
	if n := export.Total(r.Accounting.Quarantined); n > 0 {
		texts = append(texts, fmt.Sprintf("%d of %d records could not be used; they are listed with the reason", n, r.Accounting.Read))
	}
	if c.faulty > 0 {
		texts = append(texts, fmt.Sprintf("%d notes could not be judged for a fault of this program, which please report: %s", c.faulty, strings.Join(c.faults, ", ")))
	}
	for _, name := range c.options.Recruiters {
		if !c.wanted[export.NameKey(name)] {
			texts = append(texts, fmt.Sprintf("no request by %q was found", name))
		}
	}
	switch n := c.duplicates.conflicts; {
	case n == 1:
		texts = append(texts, "1 repeated row tells another outcome than the first row of the same request in its file, which counts")
	case n > 1:
		texts = append(texts, fmt.Sprintf("%d repeated rows tell another outcome than the first row of the same request in their file, which counts", n))
	}
	if n := c.duplicates.nameless; n > 0 {
		texts = append(texts, fmt.Sprintf("%d rows of files that name no recruiter are the same as rows of another such file, and count once: if the files are of different people, name each file's in a config file (files: match, recruiter)", n))
	}
	texts = append(texts, c.outcomes()...)
	texts = append(texts, oldExports(r.Sources)...)
	texts = append(texts, hiddenConnections(r.Sources)...)
	for i := range r.Sources {
		for _, warning := range r.Sources[i].Warnings {
			texts = append(texts, shortPath(r.Sources[i].Path)+": "+warning)
		}
	}
	return texts
}

// farApart is by how many days exports may differ and still be of one time.
const farApart = 90

// oldExports says where some exports are of another time than the newest.
func oldExports(sources []SourceResult) []string {
	var newest export.Day
	for i := range sources {
		newest = max(newest, sources[i].Exported)
	}
	old, oldest := 0, (*SourceResult)(nil)
	for i := range sources {
		s := &sources[i]
		if s.Exported == 0 || newest-s.Exported <= farApart {
			continue
		}
		if old++; oldest == nil || s.Exported < oldest.Exported {
			oldest = s
		}
	}
	if old == 0 {
		return nil
	}
	return []string{fmt.Sprintf("%d of %d exports: more than %d days older than the newest, the oldest of %s (%s)",
		old, len(sources), farApart, oldest.Exported, shortPath(oldest.Path))}
}

const (
	manyUnknown = 0.05 // share of unknown outcomes from which they can tilt the rate
	manyLate    = 0.05 // share of late acceptances from which the days given are too few
)

// outcomes are doubts about which requests count as accepted.
func (c *collector) outcomes() []string {
	r := c.found
	var texts []string
	team, old := r.Team, r.Team.Mature+r.Team.Unknown
	if s := r.Sensitivity; s.UnknownAccepted != nil && float64(team.Unknown) > manyUnknown*float64(old) {
		texts = append(texts, fmt.Sprintf("the outcome of %d of %d requests old enough is unknown: if none of them was accepted the rate is %.0f%%, if all were %.0f%%",
			team.Unknown, old, 100*s.UnknownNotAccepted.Value, 100*s.UnknownAccepted.Value))
	}
	if team.Dated > 0 && float64(team.Late) > manyLate*float64(team.Dated) {
		texts = append(texts, fmt.Sprintf("%d of %d accepted requests with a known day were accepted more than %d days after sending: a longer time with --maturity-days would judge requests more fairly",
			team.Late, team.Dated, r.Settings.MaturityDays))
	}
	for i := range r.Sources {
		if s := &r.Sources[i]; s.Stale > 0 {
			unanswered := "1 unanswered request may have been exported before its"
			if s.Stale > 1 {
				unanswered = fmt.Sprintf("%d unanswered requests may have been exported before their", s.Stale)
			}
			texts = append(texts, fmt.Sprintf("%s: %s %d days were up; if the file was exported on %s, run with --as-of %s",
				shortPath(s.Path), unanswered, r.Settings.MaturityDays, s.OutcomeAsOf, s.OutcomeAsOf))
		}
	}
	return texts
}

// hiddenConnections are in nearly every archive, so they get one line for all.
func hiddenConnections(sources []SourceResult) []string {
	var members, archives int64
	for i := range sources {
		if n := sources[i].HiddenConnections; n > 0 {
			members += n
			archives++
		}
	}
	if members == 0 {
		return nil
	}
	return []string{fmt.Sprintf("connections who hide their profile: %d, in %d of the archives; requests they accepted count as not accepted", members, archives)}
}

// shortPath is a file and the folder or archive it lies in.
func shortPath(path string) string {
	folder := filepath.Base(filepath.Dir(path))
	if folder == "." || folder == string(filepath.Separator) {
		return filepath.Base(path)
	}
	return folder + "/" + filepath.Base(path)
}

func quoteAll(names []string) string {
	quoted := make([]string, len(names))
	for i, name := range names {
		quoted[i] = fmt.Sprintf("%q", name)
	}
	return strings.Join(quoted, ", ")
}

// mostFaults is how many faults of the program are named.
const mostFaults = 3

// noteFault remembers a note that could not be judged for a fault of the program.
func (c *collector) noteFault(j *Judged) {
	if j.fault == "" {
		return
	}
	if c.faulty++; len(c.faults) < mostFaults {
		c.faults = append(c.faults, fmt.Sprintf("%s:%d (%s)", j.Source, j.Line, j.fault))
	}
}
