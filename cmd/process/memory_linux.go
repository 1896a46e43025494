// Package process tells what the programs that try and measure this one need to know of a process that has ended.
package process

import (
	"os"
	"syscall"
)

// Memory is the most memory that a process took, in bytes.
func Memory(state *os.ProcessState) int64 {
	if usage, ok := state.SysUsage().(*syscall.Rusage); ok {
		return usage.Maxrss << 10
	}
	return 0
}
