package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"outreachaudit/audit"
	"outreachaudit/audit/export"
	"outreachaudit/report"
)

func runAudit(cmd *cobra.Command, paths []string, flags auditFlags) error {
	options, err := flags.options(paths)
	if err != nil {
		return err
	}
	options.Stdin = cmd.InOrStdin()
	configured, err := flags.reading.settings(cmd.Flags())
	if err != nil {
		return err
	}
	options.Reading, options.Rules, options.Purpose = configured.reading, configured.rules, configured.purpose
	for _, target := range flags.targets() {
		if err := checkTarget(target, flags.force, paths); err != nil {
			return err
		}
	}
	if flags.coach != "" {
		if err := report.CheckCoaching(flags.coach); err != nil {
			return err
		}
	}
	options.Surveyed = func(asOf export.Day, files []string, size int64) error {
		limitMemory(size)
		if flags.output == "" {
			flags.output = defaultOutput(asOf)
			if flags.collide() {
				return usagef("two outputs have the same name")
			}
		}
		for _, target := range flags.targets() {
			if err := checkTarget(target, flags.force, files); err != nil {
				return err
			}
		}
		return nil
	}
	opened, err := open(flags.streams(&options), flags.force)
	if err != nil {
		return err
	}
	defer opened.drop()
	result, err := judge(cmd.Context(), options, cmd.ErrOrStderr(), flags.quiet)
	if err := opened.store(err); err != nil {
		return err
	}
	if err := write(result, flags, cmd); err != nil {
		return err
	}
	if err := opened.keep(); err != nil {
		return err
	}
	return finish(result, flags, cmd)
}

// A stream is a file that is written while the audit runs.
type stream struct {
	path  string
	begin func(io.Writer) (flush func() error)
}

// streams are the files asked for; the options are told to feed them.
func (f auditFlags) streams(o *audit.Options) []stream {
	var all []stream
	if f.requests != "" {
		all = append(all, stream{f.requests, func(w io.Writer) func() error {
			var requests report.RequestWriter = report.NewRequestLines(w)
			if strings.EqualFold(filepath.Ext(f.requests), ".csv") {
				requests = report.NewRequestTable(w)
			}
			o.Each = requests.Add
			return requests.Flush
		}})
	}
	if f.quarantine != "" {
		all = append(all, stream{f.quarantine, func(w io.Writer) func() error {
			records := report.NewProblemTable(w)
			o.Quarantined = records.Add
			return records.Flush
		}})
	}
	return all
}

// streaming are files that are written while the audit runs. They take their places after the workbook did, once nothing
// but that is left to do.
type streaming []struct {
	*report.Pending
	flush func() error
}

// open opens files: all of them, or none.
func open(streams []stream, force bool) (opened streaming, err error) {
	defer func() {
		if err != nil {
			opened.drop()
		}
	}()
	opened = make(streaming, len(streams))
	for i, s := range streams {
		if opened[i].Pending, err = report.Begin(s.path, force); err != nil {
			return opened[:i], err
		}
		opened[i].flush = s.begin(opened[i])
	}
	return opened, nil
}

// store ends the writing of all, and returns the error that it is given, or that of a file.
func (s streaming) store(err error) error {
	for _, file := range s {
		err = file.Store(errors.Join(err, file.flush()))
	}
	return err
}

func (s streaming) keep() error {
	for _, file := range s {
		if err := file.Keep(); err != nil {
			return err
		}
	}
	return nil
}

func (s streaming) drop() {
	for _, file := range s {
		file.Drop()
	}
}

// defaultOutput names the workbook after the day it is of, where the exports tell one.
func defaultOutput(asOf export.Day) string {
	if asOf == 0 {
		return "outreach-audit.xlsx"
	}
	return "outreach-audit-" + asOf.String() + ".xlsx"
}

// judge runs the audit behind a progress bar.
func judge(ctx context.Context, options audit.Options, stderr io.Writer, quiet bool) (*audit.Result, error) {
	bar := newProgressBar(stderr, quiet, auditSteps)
	options.Progress = bar.update
	defer bar.close()
	return audit.Run(ctx, options)
}

// write writes the workbook and the JSON result: both, or none if one cannot be written.
func write(result *audit.Result, flags auditFlags, cmd *cobra.Command) error {
	run := report.Run{Version: version, Rules: result.Settings.Rules}
	workbook := func() error {
		if flags.coach != "" {
			if _, err := report.WriteCoaching(cmd.Context(), flags.coach, result, run, flags.force); err != nil {
				return err
			}
		}
		return report.WriteWorkbook(cmd.Context(), flags.output, report.Sheets(result, run), flags.force)
	}
	switch flags.json {
	case "":
		return workbook()
	case "-":
		if err := workbook(); err != nil {
			return err
		}
		return report.WriteJSON(cmd.OutOrStdout(), result, run)
	}
	document, err := report.Begin(flags.json, flags.force)
	if err != nil {
		return err
	}
	defer document.Drop()
	if err := document.Store(report.WriteJSON(document, result, run)); err != nil {
		return err
	}
	if err := workbook(); err != nil {
		return err
	}
	return document.Keep()
}

// maxWarnings is how many warnings a terminal gets; the workbook has all.
const maxWarnings = 8

// warn prints what should be doubted. Names of files and cells of exports are in it, so it is quoted
// like the summary.
func warn(w io.Writer, warnings []string) {
	for i, warning := range warnings {
		if i == maxWarnings {
			fmt.Fprintf(w, "warning: %d more; see the sheet Run\n", len(warnings)-i)
			return
		}
		fmt.Fprintf(w, "warning: %s\n", report.Printable(warning))
	}
}

// finish prints the short summary and tells whether something could not be read.
func finish(result *audit.Result, flags auditFlags, cmd *cobra.Command) error {
	if !flags.quiet {
		warn(cmd.ErrOrStderr(), result.Warnings)
		out := cmd.OutOrStdout()
		if flags.json == "-" {
			out = cmd.ErrOrStderr()
		}
		if err := report.WriteSummary(out, result, flags.output); err != nil {
			return err
		}
	}
	return incomplete(result.Accounting, result.Ignored, result.Sources)
}
