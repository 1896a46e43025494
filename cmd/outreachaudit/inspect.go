package main

import (
	"github.com/spf13/cobra"

	"outreachaudit/audit"
	"outreachaudit/audit/export"
	"outreachaudit/report"
)

func newInspectCommand() *cobra.Command {
	var reading readingFlags
	var asJSON, quiet bool
	command := &cobra.Command{
		Use:   "inspect PATH...",
		Short: "Say how exports are understood, without judging anything",
		Long: `Reads exports as audit does and says, for each file, which format it is and why, its
encoding and delimiter, which column is read as what, how dates are written, whether
it can tell who accepted, what the first records say, and what could not be read.
Nothing is judged and nothing is written.

Exit code: 0 all records can be read; 3 some cannot; 1 no export was found; 2 wrong
flags or arguments.`,
		Example: `  outreachaudit inspect requests.csv
  outreachaudit inspect envois.csv --map sent="Date envoi" --date-order day-first
  outreachaudit inspect team/ --json | jq '.files[].warnings'`,
		Args: atLeastOnePath("inspect"),
		RunE: func(cmd *cobra.Command, paths []string) error {
			configured, err := reading.settings(cmd.Flags())
			if err != nil {
				return err
			}
			bar := newProgressBar(cmd.ErrOrStderr(), quiet, inspectSteps)
			found, err := audit.Inspect(cmd.Context(), audit.Options{Paths: paths, Stdin: cmd.InOrStdin(), Reading: configured.reading, Progress: bar.update})
			bar.close()
			if err != nil {
				return err
			}
			write := report.WriteInspection
			if asJSON {
				write = report.WriteInspectionJSON
			}
			if err := write(cmd.OutOrStdout(), found); err != nil {
				return err
			}
			return incomplete(found.Accounting, found.Ignored, found.Sources)
		},
	}
	set := command.Flags()
	set.BoolVar(&asJSON, "json", false, "as JSON")
	set.BoolVarP(&quiet, "quiet", "q", false, "no progress bar")
	reading.add(set)
	return command
}

// atLeastOnePath wants one argument or more.
func atLeastOnePath(what string) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		if len(args) == 0 {
			return usagef("name at least one file or folder to %s", what)
		}
		for _, arg := range args {
			if arg == "" {
				return usagef("a path is empty")
			}
		}
		return nil
	}
}

// incomplete is errIncomplete when a record or a file could not be read.
func incomplete[Source interface{ Lost() int64 }](accounting export.Accounting, ignored []export.Ignored, sources []Source) error {
	if export.Total(accounting.Quarantined) > 0 {
		return errIncomplete
	}
	for _, source := range sources {
		if source.Lost() > 0 {
			return errIncomplete
		}
	}
	for _, file := range ignored {
		if file.Failed {
			return errIncomplete
		}
	}
	return nil
}
