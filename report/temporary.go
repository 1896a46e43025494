package report

import (
	"errors"
	"fmt"
	"hash/fnv"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
)

// temporaryPrefix begins the names of our temporary files and folders.
const temporaryPrefix = ".outreachaudit-"

// temporaryName is the pattern of a name that tells whose a temporary file is: this machine's and this process's. A run
// that is killed leaves its files behind, and the next one sweeps those whose process is gone.
func temporaryName(rest string) string {
	return fmt.Sprintf("%s%08x-%d-%s", temporaryPrefix, machine(), os.Getpid(), rest)
}

// machine tells computers that share a folder apart.
func machine() uint32 {
	name, _ := os.Hostname()
	digest := fnv.New32a()
	digest.Write([]byte(name))
	return digest.Sum32()
}

// sweep removes what runs that were killed have left in a folder: only names that temporaryName makes, of this machine,
// and of processes that are no more. What cannot be removed stays.
func sweep(folder string) {
	left, err := filepath.Glob(filepath.Join(escapedPattern(folder), temporaryPrefix+"*"))
	if err != nil {
		return
	}
	for _, path := range left {
		if abandoned(filepath.Base(path)) {
			os.RemoveAll(path)
		}
	}
}

// escapedPattern is a path in which nothing stands for anything else.
func escapedPattern(path string) string {
	return strings.NewReplacer("*", `[*]`, "?", `[?]`, "[", `[[]`).Replace(path)
}

// abandoned reports whether a name is of a run on this machine that has ended.
func abandoned(name string) bool {
	parts := strings.SplitN(strings.TrimPrefix(name, temporaryPrefix), "-", 3)
	if len(parts) != 3 || parts[0] != fmt.Sprintf("%08x", machine()) {
		return false
	}
	pid, err := strconv.Atoi(parts[1])
	if err != nil || pid <= 0 || pid == os.Getpid() {
		return false
	}
	process, err := os.FindProcess(pid)
	if err != nil {
		return true // as some systems say of one that is gone
	}
	err = process.Signal(syscall.Signal(0))
	return errors.Is(err, os.ErrProcessDone) || errors.Is(err, syscall.ESRCH)
}

// CheckFolder finds out by trying whether a file can be made beside a target.
func CheckFolder(target string) error {
	probe, err := os.CreateTemp(filepath.Dir(target), temporaryName("probe"))
	if err != nil {
		return fmt.Errorf("%s cannot be written: no file can be made in the folder %s; choose another one", target, filepath.Dir(target))
	}
	return errors.Join(probe.Close(), os.Remove(probe.Name()))
}

// TemporaryFolder makes a folder that nobody else can read, of mode 0700, which the caller removes; before that it sweeps
// what runs that were killed have left.
func TemporaryFolder() (string, error) {
	sweep(os.TempDir())
	folder, err := os.MkdirTemp("", temporaryName("*"))
	if err != nil {
		return "", fmt.Errorf("no temporary file can be made in %s: %w", os.TempDir(), cause(err))
	}
	return folder, nil
}
