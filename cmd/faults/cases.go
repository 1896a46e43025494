package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"time"
)

// A faultCase is one thing that can go wrong.
type faultCase struct {
	name string
	run  func(*trial)
}

// cases in the order in which they are run.
var cases = []faultCase{
	{"SIGINT at any moment", func(t *trial) { t.signals(syscall.SIGINT, 130) }},
	{"SIGTERM at any moment", func(t *trial) { t.signals(syscall.SIGTERM, 143) }},
	{"SIGKILL, and the next run sweeps", (*trial).killed},
	{"limit on the size of files", (*trial).fileSize},
	{"disk full at the target", func(t *trial) { t.full("out", 1) }},
	{"disk full in the temporary folder", (*trial).noRoom},
	{"32 open files, 500 inputs", (*trial).fewHandles},
	{"temporary folder missing", (*trial).noTemporary},
	{"streams closed, full or broken", (*trial).streams},
	{"another user's folder", (*trial).foreign},
	{"read-only report, folder, input", (*trial).refused},
	{"input changes while it is read", (*trial).changing},
	{"two runs to one target", (*trial).twins},
	{"long paths", (*trial).longPath},
	{"same bytes anywhere", (*trial).same},
	{"no sockets", (*trial).sockets},
	{"hostile files", (*trial).hostile},
}

// signals interrupts runs at random moments. One that is already over has written its report.
func (t *trial) signals(signal syscall.Signal, code int) {
	for range t.rounds {
		wait := time.Duration(t.random.Int64N(int64(t.duration)))
		o := t.do(attempt{codes: []int{0, code}, meddle: func(p *os.Process) { time.Sleep(wait); _ = p.Signal(signal) }})
		if fresh := bytes.Equal(o.report, t.fresh); o.code == 0 && !fresh {
			t.trouble("it says that all went well, but the report is the old one")
		}
	}
}

func (t *trial) killed() {
	for range t.rounds {
		wait := time.Duration(t.random.Int64N(int64(t.duration)))
		t.do(attempt{codes: []int{0, 137}, leaves: true, meddle: func(p *os.Process) { time.Sleep(wait); _ = p.Kill() }})
	}
	foreign := filepath.Join(t.folder, "out", ".outreachaudit-notes.txt") // somebody else's, whatever its name
	if err := os.WriteFile(foreign, nil, 0o600); err != nil {
		t.trouble("%v", err)
	}
	t.do(attempt{codes: []int{0}, leaves: true})
	if os.Remove(foreign) != nil {
		t.trouble("a file of somebody else was swept")
	}
	t.do(attempt{codes: []int{0}}) // nothing is left
}

func (t *trial) fileSize() {
	for _, blocks := range []int{0, 1, 50, 400, 1000} {
		t.do(attempt{before: fmt.Sprintf("ulimit -f %d;", blocks), codes: []int{1}})
	}
	t.do(attempt{before: "ulimit -f 400;", codes: []int{1}, noReport: true,
		args: []string{"audit", t.input, "-q", "-o", filepath.Join(t.folder, "out", "r.xlsx"), "--requests", filepath.Join(t.folder, "out", "r.jsonl")}})
}

// noRoom: what is read from a pipe is kept in a temporary file, and nothing else is.
func (t *trial) noRoom() { t.full("tmp", 0) }

// full mounts a small disk over a folder, which only root can.
func (t *trial) full(name string, code int) {
	folder := filepath.Join(t.folder, name)
	unmount, err := smallDisk(folder)
	if err != nil {
		t.skipped = "(a small disk cannot be mounted here)"
		return
	}
	defer func() {
		if err := unmount(); err != nil {
			t.trouble("%v", err)
		}
	}()
	t.do(attempt{codes: []int{code}})
	if name == "tmp" {
		t.do(t.piped(nil))
	}
}

func (t *trial) fewHandles() {
	folder := filepath.Join(t.folder, "many")
	if err := os.MkdirAll(folder, 0o755); err != nil {
		t.trouble("%v", err)
		return
	}
	for i := range 500 {
		if err := os.WriteFile(filepath.Join(folder, fmt.Sprintf("%03d.csv", i)), table(40), 0o644); err != nil {
			t.trouble("%v", err)
		}
	}
	t.do(attempt{before: "ulimit -n 32;", codes: []int{0}, noReport: true, args: []string{"audit", folder, "-q", "-o", filepath.Join(t.folder, "out", "many.xlsx")}, leaves: true})
	if os.Remove(filepath.Join(t.folder, "out", "many.xlsx")) != nil {
		t.trouble("there is no report")
	}
}

// piped is a run that reads its input from a pipe, and cannot keep it.
func (t *trial) piped(env []string) attempt {
	return attempt{before: "cat " + t.input + " |", codes: []int{1}, env: env,
		args: []string{"audit", "-", "-o", filepath.Join(t.folder, "out", "report.xlsx"), "--force", "-q"}}
}

func (t *trial) noTemporary() {
	missing := append(os.Environ(), "TMPDIR="+filepath.Join(t.folder, "missing"))
	t.do(attempt{codes: []int{0}, env: missing})
	if o := t.do(t.piped(missing)); !strings.Contains(o.said, "no temporary file can be made in") {
		t.trouble("it said %q", o.said)
	}
}

func (t *trial) streams() {
	target := filepath.Join(t.folder, "out", "report.xlsx")
	loud := []string{"audit", t.input, "-o", target, "--force"}
	json := append(loud[:len(loud):len(loud)], "--json", "-")
	for _, after := range []string{">&-", "2>&-", ">&- 2>&-", "<&-", "2>/dev/full"} {
		t.do(attempt{args: loud, after: after, codes: []int{0, 1}})
	}
	t.do(attempt{args: json, after: ">/dev/full", codes: []int{1}})
	t.do(attempt{args: json, after: "| true", codes: []int{0, 1}, before: "trap '' PIPE;"})
	t.do(attempt{args: json, after: "| head -c 10 >/dev/null", codes: []int{0, 1}})
}

// nobody is a user who owns nothing here.
const nobody = 65534

func (t *trial) foreign() {
	if os.Geteuid() != 0 || runtime.GOOS != "linux" {
		t.skipped = "(needs root on Linux, to become another user)"
		return
	}
	o := t.do(attempt{user: nobody, codes: []int{1}, env: []string{"TMPDIR=/tmp", "PATH=" + os.Getenv("PATH")}})
	if !strings.Contains(o.said, "cannot be written") || string(o.report) != oldReport {
		t.trouble("it said %q", o.said)
	}
}

func (t *trial) refused() {
	report := filepath.Join(t.folder, "out", "report.xlsx")
	for what, args := range map[string][]string{
		"is one of the inputs": {"audit", t.input, "-q", "--force", "-o", report, "--json", t.input},
		"exists already":       {"audit", t.input, "-q", "-o", report},
		"is a folder":          {"audit", t.input, "-q", "--force", "-o", report, "--json", t.folder},
		"does not exist":       {"audit", t.input, "-q", "--force", "-o", filepath.Join(t.folder, "nowhere", "r.xlsx")},
	} {
		if o := t.do(attempt{args: args, codes: []int{1}}); !strings.Contains(o.said, what) || string(o.report) != oldReport {
			t.trouble("want %q, it said %q", what, o.said)
		}
	}
	if err := os.WriteFile(report, []byte(oldReport), 0o600); err != nil || os.Chmod(report, 0o400) != nil {
		t.trouble("%v", err)
	}
	o := t.do(attempt{codes: []int{1}, noReport: true, leaves: true})
	if content, err := os.ReadFile(report); err != nil || string(content) != oldReport || !strings.Contains(o.said, "is read-only") {
		t.trouble("a read-only report: %q, %v", o.said, err)
	}
	_ = os.Chmod(report, 0o600)
}

// changing meddles with the input while it is read. What was read then is nobody's promise, but the report is whole.
func (t *trial) changing() {
	original, err := os.ReadFile(t.input)
	if err != nil {
		t.trouble("%v", err)
		return
	}
	path := filepath.Join(t.folder, "changing.csv")
	for name, change := range map[string]func() error{
		"grows": func() error {
			file, err := os.OpenFile(path, os.O_APPEND|os.O_WRONLY, 0)
			if err == nil {
				_, err = file.Write(original[:len(original)/2])
				_ = file.Close()
			}
			return err
		},
		"shrinks":  func() error { return os.Truncate(path, int64(len(original)/3)) },
		"vanishes": func() error { return os.Remove(path) },
		"is else":  func() error { return os.WriteFile(path, []byte("PK\x03\x04 something else"), 0o644) },
	} {
		for range max(1, t.rounds/6) {
			if err := os.WriteFile(path, original, 0o644); err != nil {
				t.trouble("%v", err)
			}
			wait := time.Duration(t.random.Int64N(int64(t.duration)))
			target := filepath.Join(t.folder, "out", "changed.xlsx")
			o := t.do(attempt{
				codes: []int{0, 1, 3}, noReport: true, leaves: true, args: []string{"audit", path, "-q", "--force", "-o", target},
				meddle: func(*os.Process) { time.Sleep(wait); _ = change() },
			})
			if _, err := os.Stat(target); (err == nil) != (o.code != 1) {
				t.trouble("an input that %s: exit code %d, report: %v", name, o.code, err)
			}
			_ = os.Remove(target)
		}
	}
	_ = os.Remove(path)
}

// twins run to one target at once: one whole report is there in the end.
func (t *trial) twins() {
	target := filepath.Join(t.folder, "out", "report.xlsx")
	for range max(1, t.rounds/6) {
		other := exec.Command(t.binary, "audit", t.input, "-o", target, "--force", "-q")
		if err := other.Start(); err != nil {
			t.trouble("%v", err)
		}
		o := t.do(attempt{codes: []int{0}, leaves: true})
		if err := other.Wait(); err != nil || !bytes.Equal(o.report, t.fresh) {
			t.trouble("%v, %d bytes", err, len(o.report))
		}
	}
	t.do(attempt{codes: []int{0}}) // nothing is left
}

func (t *trial) longPath() {
	folder := filepath.Join(t.folder, "out", strings.Repeat("long ", 40), strings.Repeat("länger ", 30))
	if err := os.MkdirAll(folder, 0o755); err != nil {
		t.trouble("%v", err)
	}
	t.do(attempt{codes: []int{0}, target: filepath.Join(folder, "report of all requests.xlsx")})
	_ = os.RemoveAll(filepath.Dir(folder))
}

// same: neither the time zone, nor the environment, nor the number of workers, nor the order of paths changes a byte.
func (t *trial) same() {
	temporary := "TMPDIR=" + filepath.Join(t.folder, "tmp")
	for _, env := range [][]string{{temporary, "TZ=America/Los_Angeles"}, {temporary, "TZ=Asia/Kolkata"}, {temporary, "TZ=Pacific/Auckland"}, {temporary, "LC_ALL=tr_TR.UTF-8", "LANG=de_DE"}, {temporary}} {
		t.isFresh(t.do(attempt{codes: []int{0}, env: env}), strings.Join(env[1:], " "))
	}
	target := filepath.Join(t.folder, "out", "report.xlsx")
	for _, jobs := range []string{"1", "2", "8"} {
		t.isFresh(t.do(attempt{codes: []int{0}, args: []string{"audit", t.input, "-o", target, "--force", "-q", "--jobs", jobs}}), jobs+" workers")
	}
	var reports [2][]byte
	fresh := t.fresh
	t.fresh = nil
	for i, paths := range [2][]string{{"samples/berlin-office.csv", "samples/outreach-tool.csv"}, {"samples/outreach-tool.csv", "samples/berlin-office.csv"}} {
		reports[i] = t.do(attempt{codes: []int{3}, args: append([]string{"audit", "-o", target, "--force", "-q"}, paths...)}).report
	}
	t.fresh = fresh
	if !bytes.Equal(reports[0], reports[1]) || string(reports[0]) == oldReport {
		t.trouble("the order of paths changes the report")
	}
}

func (t *trial) isFresh(o outcome, how string) {
	if !bytes.Equal(o.report, t.fresh) {
		t.trouble("%s changes the report", how)
	}
}

// sockets watches a run for any use of a network.
func (t *trial) sockets() {
	tracer, err := exec.LookPath("strace")
	if err != nil {
		t.skipped = "(strace is not here)"
		return
	}
	log := filepath.Join(t.folder, "network.log")
	t.do(attempt{codes: []int{0}, before: "set -- \"$0\" \"$@\"; exec " + tracer + " -f -qq -e trace=network -o " + log + " \"$@\";"})
	content, err := os.ReadFile(log)
	if err != nil {
		t.skipped = "(strace cannot trace here)"
		return
	}
	for line := range strings.Lines(string(content)) {
		if strings.Contains(line, "socket") || strings.Contains(line, "connect(") {
			t.trouble("it opens a socket: %s", line)
		}
	}
	_ = os.Remove(log)
}
