// Bench measures the built program on invented requests, beside a bare reading of the same table and beside other
// tools that do a smaller job on it, where they are installed. All take turns, so that what else a machine does falls
// on each alike; medians and ratios are printed. `make bench` runs it.
package main

import (
	"cmp"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"text/tabwriter"
	"time"

	"outreachaudit/cmd/process"
)

func main() {
	rows := flag.Int("rows", 1_000_000, "invented requests")
	runs := flag.Int("runs", 3, "turns of each")
	folder := flag.String("folder", "bin/bench", "where the invented requests are kept for the next time")
	parse := flag.String("parse", "", "only read this table, which is what the others are held against")
	judge := flag.String("judge", "", "only judge the notes of this table, which the generator wrote")
	flag.Parse()
	run := func() error { return bench(os.Stdout, *folder, *rows, *runs) }
	if *parse != "" {
		run = func() error { return parseOnly(*parse) }
	}
	if *judge != "" {
		run = func() error { return judgeOnly(os.Stdout, *judge) }
	}
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

// A subject is something that is measured.
type subject struct {
	name    string
	command func() *exec.Cmd
	results []result
}

// A result is what one turn took.
type result struct {
	wall, processor time.Duration
	memory          int64 // bytes at the most; 0 when unknown
}

func bench(out io.Writer, folder string, rows, runs int) error {
	in, err := prepare(folder, rows)
	if err != nil {
		return err
	}
	scratch, err := os.MkdirTemp("", "bench-*")
	if err != nil {
		return err
	}
	defer os.RemoveAll(scratch)
	all, missing := subjects(in, scratch)
	for turn := range runs {
		for i := range all {
			taken, err := measure(all[i].command())
			if err != nil {
				return fmt.Errorf("%s: %w", all[i].name, err)
			}
			all[i].results = append(all[i].results, taken)
			fmt.Fprintf(os.Stderr, "turn %d of %d: %s took %s\n", turn+1, runs, all[i].name, taken.wall.Round(time.Millisecond))
		}
	}
	if err := messagesOnly(out, in, filepath.Join(scratch, "audit.xlsx")); err != nil {
		return err
	}
	if err := judgeOnly(out, in.table); err != nil {
		return err
	}
	return print(out, rows, all, missing)
}

// inputs are the paths of what is read.
type inputs struct{ table, archives, without, with string }

// prepare writes what is read, unless it is there.
func prepare(folder string, rows int) (in inputs, err error) {
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return in, err
	}
	in.table, err = kept(filepath.Join(folder, fmt.Sprintf("requests-%d.csv", rows)), func(w io.Writer) error { return generate(w, rows) })
	if err != nil {
		return in, err
	}
	in.archives = filepath.Join(folder, "archives")
	if err := smallArchives(in.archives); err != nil {
		return in, err
	}
	in.without, in.with, err = mailArchives(filepath.Join(folder, "mail"))
	return in, err
}

// kept is a file that is written once.
func kept(path string, write func(io.Writer) error) (string, error) {
	if _, err := os.Stat(path); err == nil {
		return path, nil
	}
	file, err := os.Create(path + ".part")
	if err != nil {
		return "", err
	}
	if err := write(file); err != nil {
		file.Close()
		return "", err
	}
	if err := file.Close(); err != nil {
		return "", err
	}
	return path, os.Rename(path+".part", path)
}

func measure(command *exec.Cmd) (result, error) {
	start := time.Now()
	output, err := command.CombinedOutput()
	taken := result{wall: time.Since(start)}
	if err != nil {
		return taken, fmt.Errorf("%w: %.500s", err, output)
	}
	taken.processor = command.ProcessState.UserTime() + command.ProcessState.SystemTime()
	taken.memory = process.Memory(command.ProcessState)
	return taken, nil
}

// print writes the medians, and the ratios to the first subject: medians of the ratios within turns.
func print(out io.Writer, rows int, all []subject, missing []string) error {
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	fmt.Fprintf(w, "%d REQUESTS\tSECONDS\tPROCESSOR\tMIB\tTIMES %s\n", rows, all[0].name)
	for _, s := range all {
		var wall, processor []time.Duration
		var memory []int64
		var ratios []float64
		for turn, r := range s.results {
			wall, processor, memory = append(wall, r.wall), append(processor, r.processor), append(memory, r.memory)
			ratios = append(ratios, r.wall.Seconds()/all[0].results[turn].wall.Seconds())
		}
		fmt.Fprintf(w, "%s\t%.2f\t%.2f\t%d\t%.1f\n", s.name, median(wall).Seconds(), median(processor).Seconds(), median(memory)>>20, median(ratios))
	}
	for _, name := range missing {
		fmt.Fprintf(w, "%s\tnot installed\n", name)
	}
	return w.Flush()
}

func median[T cmp.Ordered](all []T) T {
	sorted := slices.Sorted(slices.Values(all))
	return sorted[len(sorted)/2]
}
