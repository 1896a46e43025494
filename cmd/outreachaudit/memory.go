package main

import (
	"os"
	"runtime/debug"
)

// softMemory is what a run keeps to, as far as its live data allow: without it the collector lets the
// heap grow to twice that. Inputs above a gigabyte have more live data, about a quarter of a byte for
// each byte at most.
const softMemory = 400 << 20

// limitMemory sets a soft limit for a run over files, unless the user has set one.
func limitMemory(files []string) {
	if os.Getenv("GOMEMLIMIT") != "" {
		return
	}
	var size int64
	for _, file := range files {
		if stat, err := os.Stat(file); err == nil {
			size += stat.Size()
		}
	}
	debug.SetMemoryLimit(softMemory + max(0, size-1<<30)/4)
}
