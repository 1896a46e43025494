// Generate writes the sample exports: nine invented recruiters whose habits and successes are
// known, so that a report on them can be checked against the truth. Every run writes the same.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	_ "time/tzdata" // the zones, wherever this runs
)

func main() {
	out := flag.String("out", "samples", "folder to write to")
	show := flag.Bool("tables", false, "only print the tables of the README")
	flag.Parse()
	if err := run(*out, *show, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "generate:", err)
		os.Exit(1)
	}
}

func run(out string, show bool, stdout io.Writer) error {
	files, all := generate()
	if show {
		_, err := io.WriteString(stdout, tables(all))
		return err
	}
	return write(out, files)
}

// generate makes all files, and the offices that know the truth about them.
func generate() ([]file, []*office) {
	var files []file
	all := offices()
	for _, o := range all {
		files = append(files, o.writer(o)...)
	}
	return files, all
}

// write puts the files into a folder.
func write(folder string, files []file) error {
	for _, one := range files {
		path := filepath.Join(folder, filepath.FromSlash(one.path))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(path, one.content, 0o644); err != nil {
			return err
		}
	}
	return nil
}
