package main

import (
	"fmt"
	"io"
	"os/exec"
	"slices"
	"time"
)

// pairs is how often an archive is audited with and without its messages. A run takes less than a second, and other
// work on the machine tells in it more than in a long one.
const pairs = 15

// messagesOnly prints how much longer an archive takes with its messages than without: they take turns, and the first
// pair does not count.
func messagesOnly(out io.Writer, in inputs, report string) error {
	var without, with []time.Duration
	var ratios []float64
	audit := func(input string) (time.Duration, error) {
		taken, err := measure(exec.Command(program, "audit", input, "--quiet", "--force", "-o", report))
		return taken.wall, err
	}
	for pair := range pairs + 1 {
		alone, err := audit(in.without)
		if err != nil {
			return fmt.Errorf("%s: %w", in.without, err)
		}
		both, err := audit(in.with)
		if err != nil {
			return fmt.Errorf("%s: %w", in.with, err)
		}
		if pair > 0 {
			without, with, ratios = append(without, alone), append(with, both), append(ratios, both.Seconds()/alone.Seconds())
		}
	}
	_, err := fmt.Fprintf(out, "an archive of %d requests: %.3f s, with %d messages %.3f s; the ratio of %d pairs is %.2f in the middle, %.2f to %.2f\n",
		mailRequests, median(without).Seconds(), mailMessages, median(with).Seconds(), pairs, median(ratios), slices.Min(ratios), slices.Max(ratios))
	return err
}
