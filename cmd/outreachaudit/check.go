package main

import (
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"outreachaudit/audit/export"
	"outreachaudit/audit/habit"
	"outreachaudit/report"
)

// maxNote is the most that is read of a note: LinkedIn allows 300 characters.
const maxNote = 1 << 20

// errFlagged ends a check that found something.
var errFlagged = errors.New("the note shows a habit")

func newCheckCommand() *cobra.Command {
	var firstName, company, config string
	var asJSON bool
	command := &cobra.Command{
		Use:   "check [NOTE]",
		Short: "Judge one note before sending it",
		Long: `Judges one note, from the argument or standard input, says which words show a habit
and how to mend it. Nothing is written or sent.

Exit code: 0 nothing was found; 3 the note shows a habit; 1 the note cannot be read; 2 wrong
flags or arguments.`,
		Example: `  outreachaudit check "Hi Amanda, we're hiring. Free for a call?" --first-name Rebecca
  outreachaudit check "How is life at Northwind?" --company "Northwind GmbH"
  pbpaste | outreachaudit check --json`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 1 {
				return usagef("put the note in quotes, or give it on standard input")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			text, err := noteOf(args, cmd.InOrStdin())
			if err != nil {
				return err
			}
			configured, err := readConfig(config)
			if err != nil {
				return err
			}
			habit.Prepare()
			note := configured.rules.Note(&export.Request{Note: text, NoteKnown: true, Recipient: firstName, Company: company})
			write := report.WriteCheck
			if asJSON {
				write = report.WriteCheckJSON
			}
			if err := write(cmd.OutOrStdout(), note); err != nil {
				return err
			}
			if habit.Judge(note).Flagged != 0 {
				return errFlagged
			}
			return nil
		},
	}
	set := command.Flags()
	set.StringVar(&firstName, "first-name", "", "name of the person it goes to, to check the greeting")
	set.StringVar(&company, "company", "", "company the person works for, to tell it from others")
	set.StringVar(&config, "config", "", "YAML file that says how notes are to be judged; see README")
	set.BoolVar(&asJSON, "json", false, "as JSON")
	return command
}

// noteOf is the note of the argument, or else of standard input, without the line end behind it.
func noteOf(args []string, in io.Reader) (string, error) {
	if len(args) == 1 {
		return args[0], nil
	}
	text, err := io.ReadAll(io.LimitReader(in, maxNote+1))
	switch {
	case err != nil:
		return "", errors.Join(errors.New("standard input cannot be read"), err)
	case len(text) > maxNote:
		return "", errors.New("standard input holds more than a note: it is longer than 1 MB")
	case !utf8.Valid(text):
		return "", errors.New("standard input is not a text in UTF-8")
	}
	return strings.TrimRight(string(text), "\r\n"), nil
}
