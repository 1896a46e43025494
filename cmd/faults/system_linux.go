package main

import (
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
