package main

import (
	"os"
	"os/exec"
	"syscall"
)

// smallDisk mounts a disk of 300 KB over a folder, which only root can.
func smallDisk(folder string) (unmount func() error, err error) {
	if err := syscall.Mount("tmpfs", folder, "tmpfs", 0, "size=300k"); err != nil {
		return nil, err
	}
	return func() error { return syscall.Unmount(folder, 0) }, nil
}

// become makes a command run as another user.
func become(command *exec.Cmd, user uint32) {
	command.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: user, Gid: user}}
}

// memoryOf is the most memory that a process took, in bytes.
func memoryOf(state *os.ProcessState) int64 {
	if usage, ok := state.SysUsage().(*syscall.Rusage); ok {
		return usage.Maxrss << 10
	}
	return 0
}
