package report

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"outreachaudit/audit"
	"outreachaudit/audit/export"
)

// WriteInspection writes how exports are understood, for a person at a terminal.
func WriteInspection(w io.Writer, found *audit.Inspection) error {
	var out bytes.Buffer
	for i := range found.Sources {
		if err := inspectedSource(&out, &found.Sources[i]); err != nil {
			return err
		}
	}
	for _, ignored := range found.Ignored {
		what := "not read"
		if ignored.Failed {
			what = "could not be read"
		}
		fmt.Fprintf(&out, "%s\n  %s: %s\n\n", Printable(ignored.Path), what, Printable(ignored.Reason))
	}
	fmt.Fprintln(&out, accountingLine("Records of all files", found.Accounting))
	_, err := out.WriteTo(w)
	return err
}

func inspectedSource(out *bytes.Buffer, s *audit.InspectedSource) error {
	fmt.Fprintln(out, Printable(s.Path))
	facts := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	fact := func(name, value string) { fmt.Fprintf(facts, "  %s\t%s\n", name, Printable(value)) }
	fact("format", fmt.Sprintf("%s: %s", s.Format, s.FormatWhy))
	fact("text", fmt.Sprintf("%s, %s lines", s.Encoding, s.LineEnd))
	fact("table", fmt.Sprintf("%s between fields, %s quotes, %s", s.Delimiter, s.Quotes, headerAt(s.HeaderLine)))
	for _, column := range s.Columns {
		if column.Field != "" {
			fact("column", fmt.Sprintf("%q is %s", column.Name, export.FlagName(column.Field)))
		}
	}
	if rest := notUsed(s.Columns); rest != "" {
		fact("not used", rest)
	}
	fact("dates", cmp.Or(s.DateOrder, "none"))
	fact("exported", fmt.Sprintf("%s (%s)", cmp.Or(s.Exported.String(), "unknown"), s.ExportedFrom))
	fact("acceptance", acceptance(&s.Info))
	for _, path := range s.Connections {
		fact("connections", path)
	}
	if len(s.Connections) > 0 {
		fact("people", fmt.Sprintf("%s connections, %s more hide their profile", number(s.Connected), number(s.HiddenConnections)))
	}
	if m := s.Mail; m != nil {
		for _, path := range m.Paths {
			fact("messages", path)
		}
		fact("of these", fmt.Sprintf("%s read = %s with people who accepted + %s left out%s", number(m.Read), number(m.Used), number(export.Total(m.LeftOut)), inBrackets(reasons(m.LeftOut))))
	}
	for i, r := range s.First {
		fact(fmt.Sprintf("request %d", i+1), firstWords(r))
	}
	fact("records", strings.TrimPrefix(accountingLine("", s.Accounting), ": "))
	for _, p := range s.Problems {
		fact("problem", fmt.Sprintf("line %d: %s (%s)", p.Line, p.Reason, p.Code))
	}
	for _, warning := range s.Warnings {
		fact("warning", warning)
	}
	if err := facts.Flush(); err != nil {
		return err
	}
	fmt.Fprintln(out)
	return nil
}

func headerAt(line int) string {
	if line == 0 {
		return "no header"
	}
	return fmt.Sprintf("header in line %d", line)
}

func notUsed(columns []export.Column) string {
	var names []string
	for _, column := range columns {
		if column.Field == "" && column.Name != "" {
			names = append(names, column.Name)
		}
	}
	return strings.Join(names, ", ")
}

// firstWords is a request as it is understood, in a line.
func firstWords(r *export.Request) string {
	note := "no note"
	switch {
	case !r.NoteKnown:
		note = "note not in the file"
	case strings.TrimSpace(r.Note) != "":
		note = fmt.Sprintf("note %q", export.Shorten(strings.Join(strings.Fields(r.Note), " "), 60))
	}
	return fmt.Sprintf("line %d: %s to %s, sent %s, %s, %s", r.Line, r.Recruiter, cmp.Or(r.Recipient, r.RecipientProfile, "somebody"),
		cmp.Or(r.SentDay().String(), "on an unknown day"), r.Outcome, note)
}

// accountingLine says where the records of one file or all went.
func accountingLine(what string, a export.Accounting) string {
	return fmt.Sprintf("%s: %s read = %s audited + %s left out%s + %s not usable%s", what, number(a.Read), number(a.Audited),
		number(export.Total(a.Skipped)), inBrackets(reasons(a.Skipped)), number(export.Total(a.Quarantined)), inBrackets(reasons(a.Quarantined)))
}

type jsonInspection struct {
	Accounting jsonAccounting  `json:"accounting"`
	Files      []jsonInspected `json:"files"`
	Ignored    []jsonIgnored   `json:"ignored"`
}

type jsonInspected struct {
	jsonSource
	NotUsed  []string      `json:"unmapped"`
	First    []jsonFirst   `json:"first"`
	Problems []jsonProblem `json:"problems"`
}

type jsonFirst struct {
	Line      int     `json:"line"`
	ID        *string `json:"id"`
	Recruiter string  `json:"recruiter"`
	Recipient *string `json:"recipient"`
	Profile   *string `json:"profile"`
	Company   *string `json:"company"`
	Title     *string `json:"title"`
	Location  *string `json:"location"`
	Sent      *string `json:"sent"`
	Outcome   *string `json:"outcome"`
	Accepted  *string `json:"accepted_on"`
	Note      *string `json:"note"`
}

// WriteInspectionJSON writes the same for programs. What is not known is null.
func WriteInspectionJSON(w io.Writer, found *audit.Inspection) error {
	out := jsonInspection{
		Accounting: jsonAccountingOf(found.Accounting),
		Files:      each(found.Sources, jsonInspectedOf),
		Ignored:    each(found.Ignored, func(i export.Ignored) jsonIgnored { return jsonIgnored{i.Path, i.Reason, i.Failed} }),
	}
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(out)
}

func jsonInspectedOf(s audit.InspectedSource) jsonInspected {
	out := jsonInspected{
		jsonSource: jsonSourceOf(&s.Info, s.Accounting),
		NotUsed:    []string{},
		First:      each(s.First, jsonFirstOf),
		Problems:   each(s.Problems, jsonProblemOf),
	}
	for _, column := range s.Columns {
		if column.Field == "" && column.Name != "" {
			out.NotUsed = append(out.NotUsed, column.Name)
		}
	}
	return out
}

func jsonFirstOf(r *export.Request) jsonFirst {
	out := jsonFirst{
		Line: r.Line, ID: known(r.ID), Recruiter: r.Recruiter, Recipient: known(r.Recipient), Profile: known(r.RecipientProfile),
		Company: known(r.Company), Title: known(r.Title), Location: known(r.Location), Sent: known(r.SentDay().String()),
		Accepted: known(export.DayOf(r.Accepted).String()),
	}
	if r.Outcome != export.Unknown {
		out.Outcome = known(r.Outcome.String())
	}
	if r.NoteKnown {
		out.Note = &r.Note
	}
	return out
}
