package main

import (
	"strings"

	"github.com/spf13/cobra"

	"outreachaudit/audit/habit"
	"outreachaudit/report"
)

func newHabitsCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "habits [ID]",
		Short: "Explain the habits: what is flagged, examples, how often that is right",
		Example: `  outreachaudit habits
  outreachaudit habits premature-pitch`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 1 {
				return usagef("name one habit, or none for the list")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return report.WriteHabits(cmd.OutOrStdout())
			}
			var ids []string
			for _, h := range habit.Every() {
				if h.ID == args[0] {
					return report.WriteHabit(cmd.OutOrStdout(), h)
				}
				ids = append(ids, h.ID)
			}
			return usagef("there is no habit %q; the habits are %s", args[0], strings.Join(ids, ", "))
		},
	}
}
