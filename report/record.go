package report

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"outreachaudit/audit"
	"outreachaudit/audit/export"
)

// record says what was run on which files, and where every record went.
func record(result *audit.Result, run Run) *Sheet {
	return &Sheet{
		Name:  runSheet,
		Title: "Run: what was read, and where every record went",
		Intro: "Every record read was audited, left out on purpose, or could not be used; the three add up for each file.",
		Grid:  []float64{58, 20, 16, 14, 14, 16, 18, 26, 14, 44},
		Blocks: []Block{
			Text{{Value: "Settings", Tone: Heading}},
			settings(result, run),
			Text{{Value: "Where every record went", Tone: Heading}},
			accountingTable(result),
			Text{{Value: "Where every message went", Tone: Heading}},
			mailTable(result),
			Text{{Value: "Files", Tone: Heading}},
			sourceTable(result),
			Text{{Value: "What was processed", Tone: Heading}},
			processed(result),
			Text{{Value: "Columns read", Tone: Heading}},
			columnTable(result),
			Text{{Value: "Warnings", Tone: Heading}},
			allCautions(result),
		},
	}
}

func settings(result *audit.Result, run Run) *Table {
	s := result.Settings
	day := func(d export.Day) string {
		if d == 0 {
			return "not set"
		}
		return d.String()
	}
	wanted := "all"
	if len(s.Recruiters) > 0 {
		wanted = strings.Join(s.Recruiters, ", ")
	}
	all := [][2]string{
		{"As of", cmp.Or(result.AsOf.String(), "unknown")},
		{"As of, given by the user", day(s.AsOf)},
		{"Days a request must have had", fmt.Sprint(s.MaturityDays)},
		{"Days a message after an acceptance must have had to be answered", fmt.Sprint(s.ReplyDays)},
		{"Sent on or after", day(s.From)},
		{"Sent on or before", day(s.To)},
		{"Recruiters", wanted},
		{"Single persons", persons(s)},
		{"Purpose of the processing", cmp.Or(s.Purpose, "not stated; the setting purpose of the config file is for it")},
		{"Flagged requests listed at most", number(int64(s.MaxFlagged))},
		{"How notes were to be judged", cmp.Or(strings.Join(s.Judging, "\n"), "as the Method says")},
		{"How files were to be read", cmp.Or(strings.Join(s.Reading, "\n"), "as the files tell")},
		{"Program version", run.Version},
		{"Fingerprint of the rules", run.Rules},
	}
	return pairs("Setting", "Value", 3, all)
}

// persons says what the report tells of single persons.
func persons(s audit.Settings) string {
	words := "named"
	if s.Pseudonyms {
		words = "under pseudonyms; the names of recruiter and recipient are masked in notes, those of third persons are not"
	}
	if s.TeamOnly {
		words = "nothing is told of them: figures of the team only"
	}
	return words
}

// processed is the record of the files that were read.
func processed(result *audit.Result) Block {
	if len(result.Files) == 0 {
		return Text{{Value: "Standard input only."}}
	}
	var cells [][]Cell
	for _, f := range result.Files {
		cells = append(cells, text(f.Path, f.Bytes, f.SHA256))
	}
	return rows([]Column{{Title: "File"}, {Title: "Bytes", Format: Count}, {Title: "SHA-256 of its content", Span: 5}}, cells)
}

func accountingTable(result *audit.Result) *Table {
	var cells [][]Cell
	folder := folder(result)
	line := func(name string, a export.Accounting, tone Tone) {
		row := text(name, a.Read, a.Audited, export.Total(a.Skipped), export.Total(a.Quarantined), reasons(a.Skipped), reasons(a.Quarantined))
		for i := range row {
			row[i].Tone = tone
		}
		cells = append(cells, row)
	}
	for i := range result.Sources {
		line(strings.TrimPrefix(result.Sources[i].Path, folder), result.Sources[i].Accounting, Normal)
	}
	line("All files", result.Accounting, Strong)
	return rows([]Column{
		{Title: "File", Span: 2}, {Title: "Read", Format: Count}, {Title: "Audited", Format: Count},
		{Title: "Left out", Format: Count}, {Title: "Not usable", Format: Count}, {Title: "Left out, by reason"}, {Title: "Not usable, by reason"},
	}, cells)
}

// mailTable says where the rows of messages.csv went; or why there are none.
func mailTable(result *audit.Result) Block {
	var cells [][]Cell
	folder := folder(result)
	for i := range result.Sources {
		if m := result.Sources[i].Mail; m != nil {
			cells = append(cells, text(strings.TrimPrefix(strings.Join(m.Paths, "\n"), folder), m.Read, m.Used, export.Total(m.LeftOut), "", reasons(m.LeftOut)))
		}
	}
	switch {
	case cells != nil:
	case result.After == nil:
		return Text{{Value: cmp.Or(result.NoAfter, nothingFollowed)}}
	default:
		return Text{{Value: "What followed acceptances was taken from columns of the files."}}
	}
	return rows([]Column{
		{Title: "File", Span: 2}, {Title: "Read", Format: Count}, {Title: "With people who accepted", Format: Count}, {Title: "Left out", Format: Count},
		{Title: ""}, {Title: "Left out, by reason"},
	}, cells)
}

// reasons are counts by reason, sorted by the reason.
func reasons[Reason ~string](counts map[Reason]int64) string {
	var parts []string
	for _, reason := range slices.Sorted(maps.Keys(counts)) {
		parts = append(parts, fmt.Sprintf("%s %s", reason, number(counts[reason])))
	}
	return strings.Join(parts, "\n")
}

func sourceTable(result *audit.Result) *Table {
	var cells [][]Cell
	for i := range result.Sources {
		s := &result.Sources[i]
		cells = append(cells, text(s.Path, s.Format, s.Encoding, s.Delimiter, cmp.Or(s.DateOrder, "none"), s.Exported.String(), s.ExportedFrom, acceptance(&s.Info),
			yes(s.NotesKnown), strings.Join(s.Warnings, "\n")))
	}
	return rows([]Column{
		{Title: "File"}, {Title: "Format"}, {Title: "Encoding"}, {Title: "Delimiter"}, {Title: "Dates written"}, {Title: "Exported on"},
		{Title: "Date known from"}, {Title: "Acceptance known from"}, {Title: "Holds the notes?"}, {Title: "Warnings"},
	}, cells)
}

// acceptance says how a source tells who accepted, or why it cannot.
func acceptance(s *export.Info) string {
	if s.Acceptance == export.NoAcceptance {
		return strings.TrimSuffix("unknown: "+s.AcceptanceWhy, ": ")
	}
	return s.AcceptanceWhy
}

func columnTable(result *audit.Result) *Table {
	var cells [][]Cell
	folder := folder(result)
	for i := range result.Sources {
		for _, column := range result.Sources[i].Columns {
			meaning := string(column.Field)
			if meaning == "" {
				meaning = "not used"
			}
			cells = append(cells, text(strings.TrimPrefix(result.Sources[i].Path, folder), column.Name, meaning))
		}
	}
	return rows([]Column{{Title: "File"}, {Title: "Column in the file", Span: 2}, {Title: "Read as", Span: 2}}, cells)
}

func allCautions(result *audit.Result) Text {
	var lines Text
	for _, caution := range cautions(result) {
		lines = append(lines, Cell{Value: "• " + caution})
	}
	return lines
}
