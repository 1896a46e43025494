// Faults runs the built program under everything that can go wrong around it, and says whether the old report or
// the new one was there whole each time, with nothing left behind: signals at random moments, full disks, limits,
// closed and full streams, files that change while they are read, hostile files. `make faults` runs it.
package main

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"time"

	"outreachaudit/cmd/process"
)

// mostMemory is what a run may take on any case, in bytes.
const mostMemory = 512 << 20

func main() {
	rounds := flag.Int("rounds", 30, "random moments for each signal")
	only := flag.String("only", "", "run only cases whose name has this in it")
	flag.Parse()
	failed, err := run(os.Stdout, *rounds, *only)
	if err != nil {
		fmt.Fprintln(os.Stderr, "faults:", err)
		os.Exit(1)
	}
	if failed > 0 {
		os.Exit(1)
	}
}

func run(out io.Writer, rounds int, only string) (failed int, err error) {
	folder, err := os.MkdirTemp("", "faults-*")
	if err != nil {
		return 0, err
	}
	defer os.RemoveAll(folder)
	t := &trial{folder: folder, out: out, random: rand.New(rand.NewPCG(9, 9)), rounds: rounds}
	if err := t.prepare(); err != nil {
		return 0, err
	}
	for _, c := range cases {
		if !strings.Contains(c.name, only) {
			continue
		}
		before, start := len(t.troubles), time.Now()
		t.current = c.name
		c.run(t)
		verdict := "ok  "
		switch {
		case len(t.troubles) > before:
			verdict = "FAIL"
		case t.skipped != "":
			verdict = "skip"
		}
		fmt.Fprintf(out, "%s %-34s %3d runs, %4.1f s %s\n", verdict, c.name, t.runs, time.Since(start).Seconds(), t.skipped)
		for _, trouble := range t.troubles[before:] {
			fmt.Fprintln(out, "    ", trouble)
		}
		t.runs, t.skipped = 0, ""
	}
	fmt.Fprintf(out, "%d troubles; most memory %d MB\n", len(t.troubles), t.memory>>20)
	return len(t.troubles), nil
}

// A trial is the program, what it is given, and what it should make of that.
type trial struct {
	folder   string // of everything
	binary   string
	input    string // a large table
	fresh    []byte // the report of it: the same bytes on every run
	duration time.Duration
	out      io.Writer
	random   *rand.Rand
	rounds   int
	current  string
	runs     int
	skipped  string // why the case could not be tried here
	memory   int64  // most of any run, in bytes
	troubles []string
}

// oldReport stands for a report that is there already.
const oldReport = "the old report"

func (t *trial) prepare() error {
	t.binary, t.input = filepath.Join(t.folder, "outreachaudit"), filepath.Join(t.folder, "requests.csv")
	build := exec.Command("go", "build", "-o", t.binary, "./cmd/outreachaudit")
	if said, err := build.CombinedOutput(); err != nil {
		return fmt.Errorf("%w: %s", err, said)
	}
	if err := os.WriteFile(t.input, table(20_000), 0o644); err != nil {
		return err
	}
	if err := os.Chmod(t.folder, 0o755); err != nil { // for the case of another user
		return err
	}
	for _, name := range []string{"out", "tmp"} {
		if err := os.Mkdir(filepath.Join(t.folder, name), 0o755); err != nil {
			return err
		}
	}
	start := time.Now()
	o := t.do(attempt{codes: []int{0}})
	t.duration = time.Since(start)
	t.fresh = o.report
	if bytes.Equal(o.report, []byte(oldReport)) || len(t.troubles) > 0 {
		return fmt.Errorf("a plain run does not work: %v %s", t.troubles, o.said)
	}
	return nil
}

func (t *trial) trouble(format string, values ...any) {
	t.troubles = append(t.troubles, t.current+": "+fmt.Sprintf(format, values...))
}

// An attempt is one run of the program.
type attempt struct {
	args     []string            // nil for an audit of the input to the report, with --force
	before   string              // for the shell, such as "ulimit -n 32;"
	after    string              // behind the command, such as ">&-"
	env      []string            // instead of that of this process, with TMPDIR
	target   string              // another place of the report
	meddle   func(p *os.Process) // while it runs
	user     uint32              // to run as; 0 for this one
	codes    []int               // exit codes that are right
	leaves   bool                // may leave temporary files, as when it is killed
	noReport bool                // no report is asked for
}

// An outcome is what a run left.
type outcome struct {
	code   int
	said   string // standard error
	report []byte
}

// do runs the program and checks what must hold whatever happened.
func (t *trial) do(a attempt) outcome {
	t.runs++
	target := a.target
	if target == "" {
		target = filepath.Join(t.folder, "out", "report.xlsx")
	}
	if !a.noReport {
		if err := os.WriteFile(target, []byte(oldReport), 0o600); err != nil {
			t.trouble("%v", err)
		}
	}
	args := a.args
	if args == nil {
		args = []string{"audit", t.input, "-o", target, "--force", "-q"}
	}
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Minute)
	defer cancel()
	command := exec.CommandContext(ctx, "sh", append([]string{"-c", a.before + ` exec "$0" "$@" ` + a.after, t.binary}, args...)...)
	command.Env = append(os.Environ(), "TMPDIR="+filepath.Join(t.folder, "tmp"))
	if a.env != nil {
		command.Env = a.env
	}
	if a.user != 0 {
		become(command, a.user)
	}
	var said bytes.Buffer
	command.Stderr = &said
	if err := command.Start(); err != nil {
		t.trouble("%v", err)
		return outcome{}
	}
	if a.meddle != nil {
		a.meddle(command.Process)
	}
	_ = command.Wait()
	o := outcome{code: code(command.ProcessState), said: said.String()}
	memory := process.Memory(command.ProcessState)
	t.memory = max(t.memory, memory)
	if memory > mostMemory {
		t.trouble("it took %d MB", memory>>20)
	}
	if !a.noReport {
		o.report, _ = os.ReadFile(target)
		if t.fresh != nil && string(o.report) != oldReport && !bytes.Equal(o.report, t.fresh) {
			t.trouble("the report is neither the old one nor the new one, but %d bytes (exit code %d)", len(o.report), o.code)
		}
	}
	t.inspect(a, o, target)
	return o
}

// code is the exit code, 128 and the signal's number for one that was killed.
func code(state *os.ProcessState) int {
	if status, ok := state.Sys().(syscall.WaitStatus); ok && status.Signaled() {
		return 128 + int(status.Signal())
	}
	return state.ExitCode()
}

// inspect looks at the exit code, at what was said, and for files that are left.
func (t *trial) inspect(a attempt, o outcome, target string) {
	if !slices.Contains(a.codes, o.code) {
		t.trouble("exit code %d, want one of %v; it said %q", o.code, a.codes, o.said)
	}
	for _, word := range []string{"goroutine ", "panic", "runtime error", ".go:"} {
		if strings.Contains(o.said, word) {
			t.trouble("it speaks of its code: %q", o.said)
		}
	}
	if o.code == 1 && strings.TrimSpace(o.said) == "" && !strings.Contains(a.after, "2>") {
		t.trouble("it fails and says nothing")
	}
	if a.leaves {
		return
	}
	for _, folder := range []string{filepath.Dir(target), filepath.Join(t.folder, "tmp")} {
		entries, _ := os.ReadDir(folder)
		for _, e := range entries {
			if path := filepath.Join(folder, e.Name()); path != target && folder != t.folder {
				t.trouble("%s is left behind", e.Name())
				os.RemoveAll(path)
			}
		}
	}
}
