package main

import (
	"bufio"
	"encoding/csv"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
)

// program is the one that is measured; make builds it.
const program = "bin/outreachaudit"

// peers are other tools with the job of peers/RULES.md, or with a part of it: what runs them, and what must succeed
// where they are installed.
var peers = []struct {
	name    string
	script  string
	needs   []string
	outputs string // what its output is called
}{
	{"DuckDB, the simple job, to CSV", "cmd/bench/peers/duckdb/run.sh", []string{"node", "--input-type=module", "-e", "await import(process.cwd() + '/cmd/bench/peers/duckdb/node_modules/@duckdb/node-api/lib/index.js')"}, "duckdb"},
	{"pandas, the simple job", "cmd/bench/peers/pandas/run.sh", []string{"/usr/bin/python3", "-c", "import pandas, xlsxwriter"}, "pandas.xlsx"},
	{"Miller, only counts", "cmd/bench/peers/miller/run.sh", []string{"mlr", "--version"}, "miller.csv"},
}

// subjects are what takes turns, the bare reading first, and the names of peers that are not installed.
func subjects(in inputs, scratch string) (all []subject, missing []string) {
	self, err := os.Executable()
	if err != nil {
		self = os.Args[0]
	}
	add := func(name string, environment []string, words ...string) {
		all = append(all, subject{name: name, command: func() *exec.Cmd {
			command := exec.Command(words[0], words[1:]...)
			command.Env = append(os.Environ(), environment...)
			return command
		}})
	}
	report := func(name string) string { return filepath.Join(scratch, name) }
	audit := func(name, input string, environment []string, options ...string) {
		add(name, environment, append([]string{program, "audit", input, "--quiet", "--force", "-o", report("audit.xlsx")}, options...)...)
	}
	add("bare encoding/csv", nil, self, "-parse", in.table)
	audit("outreachaudit", in.table, nil)
	audit("outreachaudit, one processor", in.table, []string{"GOMAXPROCS=1"})
	audit("outreachaudit, 1 row listed", in.table, nil, "--max-flagged", "1")
	audit(fmt.Sprintf("outreachaudit, %d small archives", archiveCount), in.archives, nil)
	for _, peer := range peers {
		if exec.Command(peer.needs[0], peer.needs[1:]...).Run() != nil {
			missing = append(missing, peer.name)
			continue
		}
		add(peer.name, nil, "sh", peer.script, in.table, report(peer.outputs))
	}
	return all, missing
}

// parseOnly reads a table as fast as the standard library does, and nothing else.
func parseOnly(path string) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	reader := csv.NewReader(bufio.NewReaderSize(file, 1<<20))
	reader.ReuseRecord = true
	for {
		if _, err := reader.Read(); err == io.EOF {
			return nil
		} else if err != nil {
			return err
		}
	}
}
