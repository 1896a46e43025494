package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"outreachaudit/report"
)

// checkTarget refuses early what could not be written in the end: an input, a folder, a file that
// exists, a folder that is not there.
func checkTarget(target string, force bool, inputs []string) error {
	if target == "" || target == "-" {
		return nil
	}
	folder, err := os.Stat(filepath.Dir(target))
	if err != nil || !folder.IsDir() {
		return fmt.Errorf("%s: the folder %s does not exist; create it first", target, filepath.Dir(target))
	}
	stat, err := os.Stat(target)
	if errors.Is(err, fs.ErrNotExist) {
		return report.CheckFolder(target)
	}
	if err != nil {
		return fmt.Errorf("%s cannot be written: %w", target, err)
	}
	for _, input := range inputs {
		if other, err := os.Stat(input); err == nil && os.SameFile(stat, other) {
			return fmt.Errorf("%s is one of the inputs; choose another name for the output", target)
		}
	}
	switch {
	case stat.IsDir():
		return fmt.Errorf("%s is a folder; name a file in it", target)
	case stat.Mode().Perm()&0o222 == 0:
		return fmt.Errorf("%s is read-only; choose another name, or make it writable first", target)
	case !force:
		return fmt.Errorf("%s exists already; choose another name with -o, or replace it with --force", target)
	}
	return report.CheckFolder(target)
}

// same reports whether two outputs are one file, however it is written.
func same(a, b string) bool {
	if a == "" || b == "" {
		return false
	}
	first, errFirst := filepath.Abs(a)
	second, errSecond := filepath.Abs(b)
	return errFirst == nil && errSecond == nil && first == second
}
