// Command outreachaudit audits recruiters' LinkedIn connection requests and writes an Excel report.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"github.com/spf13/cobra"

	"outreachaudit/audit/habit"
)

// version of the program, as the report records it.
const version = "0.1.0"

// Exit codes. A signal gives 128 plus its number.
const (
	exitOK         = 0 // every record was read
	exitFailure    = 1 // no report
	exitUsage      = 2 // wrong flags or arguments
	exitIncomplete = 3 // a report, but something could not be read; a check that found something
)

func main() {
	hugePages()
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// run is the whole program; it returns the exit code.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	ctx, cancel := context.WithCancelCause(context.Background())
	defer cancel(nil)
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	defer signal.Stop(signals)
	go func() {
		select {
		case s := <-signals:
			cancel(interrupted{s.(syscall.Signal)})
			signal.Stop(signals) // a second one ends even what waits for standard input
		case <-ctx.Done():
		}
	}()

	root := newRoot()
	root.SetArgs(args)
	root.SetIn(stdin)
	root.SetOut(stdout)
	root.SetErr(stderr)
	err := execute(ctx, root)
	if cause, ok := context.Cause(ctx).(interrupted); ok && err != nil && !errors.Is(err, errIncomplete) {
		err = cause
	}
	return exitCode(err, stderr)
}

// execute runs the command. A panic is a fault of the program; users are told so, and not where in the code.
func execute(ctx context.Context, root *cobra.Command) (err error) {
	defer func() {
		if value := recover(); value != nil {
			err = fmt.Errorf("this is a fault of the program (%v); please report it, with the command and, if you may, the files", value)
		}
	}()
	return root.ExecuteContext(ctx)
}

// exitCode prints an error and translates it.
func exitCode(err error, stderr io.Writer) int {
	var stopped interrupted
	var usage usageError
	switch {
	case err == nil:
		return exitOK
	case errors.Is(err, errIncomplete), errors.Is(err, errFlagged):
		return exitIncomplete
	case errors.As(err, &stopped):
		fmt.Fprintf(stderr, "outreachaudit: %v; no report was written\n", stopped)
		return 128 + int(stopped.signal)
	case errors.As(err, &usage):
		fmt.Fprintf(stderr, "outreachaudit: %v\nTry 'outreachaudit --help' or 'outreachaudit audit --help'.\n", err)
		return exitUsage
	default:
		fmt.Fprintf(stderr, "outreachaudit: %v\n", err)
		return exitFailure
	}
}

// errIncomplete ends a run whose report is written although something could not be read.
var errIncomplete = errors.New("something could not be read")

// interrupted is a run ended by a signal.
type interrupted struct{ signal syscall.Signal }

func (i interrupted) Error() string { return "stopped (" + i.signal.String() + ")" }

// usageError is a mistake in the command line.
type usageError struct{ error }

func usagef(format string, args ...any) error { return usageError{fmt.Errorf(format, args...)} }

func newRoot() *cobra.Command {
	root := &cobra.Command{
		Use:   "outreachaudit",
		Short: "Audit LinkedIn connection requests: habits, acceptance, and how they go together",
		Long: `outreachaudit reads exports of sent LinkedIn connection requests, flags habits such as
default messages, over-length notes and premature pitches, and writes an Excel report
that shows how each habit goes with acceptance, within recruiters and with intervals.`,
		Example: `  outreachaudit audit samples -o report.xlsx
  outreachaudit audit Basic_LinkedInDataExport_10-31-2026.zip
  outreachaudit audit team/ --from 2026-07-01 --to 2026-09-30 --json result.json
  outreachaudit inspect requests.csv
  outreachaudit check "Hi Ana, are you free for a call?" --first-name Ana`,
		Version:       fmt.Sprintf("%s, rules %s", version, habit.DefaultRules().Fingerprint()),
		SilenceErrors: true,
		SilenceUsage:  true,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return usagef("unknown command %q", args[0])
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return usageError{err} })
	root.SetVersionTemplate("outreachaudit {{.Version}}\n")
	root.AddCommand(newAuditCommand(), newInspectCommand(), newCheckCommand(), newHabitsCommand(), newSelfTestCommand(), newVersionCommand())
	return root
}

func newVersionCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Print the version of the program and of its rules",
		Args:  noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error {
			_, err := fmt.Fprintf(cmd.OutOrStdout(), "outreachaudit %s, rules %s\n", version, habit.DefaultRules().Fingerprint())
			return err
		},
	}
}

func noArguments(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		return usagef("%s takes no arguments", cmd.CommandPath())
	}
	return nil
}
