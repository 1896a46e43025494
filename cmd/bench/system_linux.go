package main

import (
	"os"
	"syscall"
)

// memoryOf is the most memory that a process took, in bytes.
func memoryOf(state *os.ProcessState) int64 {
	if usage, ok := state.SysUsage().(*syscall.Rusage); ok {
		return usage.Maxrss << 10
	}
	return 0
}
