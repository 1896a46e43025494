package report

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"github.com/rivo/uniseg"

	"outreachaudit/audit/habit"
)

// WriteCheck writes what the habits say of one note, for the person who is about to send it: the words
// underlined, the reason, and how to mend it.
func WriteCheck(w io.Writer, note *habit.Note) error {
	verdict := habit.Judge(note)
	var out bytes.Buffer
	fmt.Fprintf(&out, "%s, %s.\n", counted(int64(note.Characters), "character", "characters"), counted(int64(len(note.Sentences)), "sentence", "sentences"))
	for i, h := range habit.All {
		if !verdict.Flagged.Has(i) {
			continue
		}
		fmt.Fprintf(&out, "\n%s\n", h.Title)
		for _, finding := range verdict.Findings {
			if finding.Habit != i {
				continue
			}
			underline(&out, note.Note, finding.Evidence)
			fmt.Fprintf(&out, "  It %s.\n", Printable(finding.Why))
		}
		fmt.Fprintf(&out, "  %s\n", h.Mend)
	}
	out.WriteString("\n")
	facts := tabwriter.NewWriter(&out, 0, 0, 2, ' ', 0)
	for i, h := range habit.All {
		fmt.Fprintf(facts, "%s\t%s\n", h.Title, said(verdict, i))
	}
	if err := facts.Flush(); err != nil {
		return err
	}
	_, err := out.WriteTo(w)
	return err
}

func said(verdict habit.Verdict, i int) string {
	switch {
	case verdict.Flagged.Has(i):
		return "found"
	case verdict.Judged.Has(i):
		return "not found"
	}
	return "could not be judged"
}

// underline writes the lines of a note that evidence stands in, with marks below its words.
func underline(out *bytes.Buffer, note string, e habit.Evidence) {
	if quote(note, e) == "" {
		return
	}
	start := strings.LastIndexByte(note[:e.Start], '\n') + 1
	for start < e.End {
		line, _, _ := strings.Cut(note[start:], "\n")
		from, to := max(e.Start-start, 0), min(e.End-start, len(line))
		if to > from {
			before, marked := Printable(line[:from]), Printable(line[from:to])
			fmt.Fprintf(out, "  %s%s%s\n", before, marked, Printable(line[to:]))
			fmt.Fprintf(out, "  %s%s\n", strings.Repeat(" ", uniseg.StringWidth(before)), strings.Repeat("^", max(1, uniseg.StringWidth(marked))))
		}
		start += len(line) + 1
	}
}

type jsonCheck struct {
	Note      string         `json:"note"`
	Kind      string         `json:"kind"`
	Sentences int            `json:"sentences"`
	Chars     int            `json:"chars"`
	Habits    verdicts       `json:"habits"`
	Evidence  []jsonEvidence `json:"evidence"`
}

// WriteCheckJSON writes the same for programs: true, false or null for each habit, and the evidence.
func WriteCheckJSON(w io.Writer, note *habit.Note) error {
	verdict := habit.Judge(note)
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(jsonCheck{
		Note: note.Note, Kind: kindName(note.Kind), Sentences: len(note.Sentences), Chars: note.Characters,
		Habits: verdicts{Verdict: verdict}, Evidence: jsonEvidenceOf(note.Note, verdict),
	})
}

// WriteHabits lists the habits, one line each.
func WriteHabits(w io.Writer) error {
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(table, "HABIT\tTITLE\tPRECISION\tRECALL")
	for _, h := range habit.Every() {
		precision, recall := Measured(h)
		fmt.Fprintf(table, "%s\t%s\t%s\t%s\n", h.ID, h.Title, precision, recall)
	}
	return table.Flush()
}

// Measured is how a habit did on the labelled notes kept aside, in per cent; "-" where single notes cannot show it.
func Measured(h *habit.Habit) (precision, recall string) {
	if !h.Corpus.Measured() {
		return "-", "-"
	}
	return percent(h.Corpus.Precision()), percent(h.Corpus.Recall())
}

// WriteHabit writes all that is known of a habit.
func WriteHabit(w io.Writer, h *habit.Habit) error {
	measured, labelled := "Not measured on single notes: what it needs is the notes of a whole export.", fmt.Sprintf("%d labelled notes", habit.CorpusNotes)
	if h == &habit.FastPitch {
		labelled = fmt.Sprintf("%d labelled first messages", habit.FirstMessages)
	}
	if c := h.Corpus; c.Measured() {
		measured = fmt.Sprintf("On %s that were kept aside: %d of %d flags are right (precision %s),\n%d of %d with the habit are found (recall %s).",
			labelled, c.Right, c.Right+c.Unexpected, percent(c.Precision()), c.Right, c.Right+c.Missed, percent(c.Recall()))
	}
	_, err := fmt.Fprintf(w, `%s: %s

%s

A note that shows it:
  %s
A better one:
  %s

%s
`, h.ID, h.Title, h.Doc, example(h.Bad), h.Good, measured)
	return err
}
