package report

import (
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"outreachaudit/audit"
)

// FuzzCoachingPaths: whatever recruiters are called, each gets a file of their own, in the folder and nowhere else, with
// a name that every system takes.
func FuzzCoachingPaths(f *testing.F) {
	for _, names := range []string{"Ana Ruiz\nana ruiz\nANA RUIZ", "..\n../..\n/etc/passwd\nC:\\x", "con\nNUL\nCOM1\nLPT9.txt", "\x00\n\xff\n \n", strings.Repeat("Ñ", 400) + "\n" + strings.Repeat("名", 300), "=1+1\n-x\n~$a\na. \na."} {
		f.Add(names)
	}
	f.Fuzz(func(t *testing.T, names string) {
		var recruiters []audit.RecruiterResult
		for name := range strings.SplitSeq(names, "\n") {
			recruiters = append(recruiters, audit.RecruiterResult{Name: name})
		}
		folder := filepath.Join("a", "b")
		seen := map[string]bool{}
		for _, path := range coachingPaths(folder, recruiters) {
			base := filepath.Base(path)
			stem := strings.TrimSuffix(base, ".xlsx")
			switch {
			case filepath.Dir(path) != folder || path != filepath.Clean(path):
				t.Errorf("%q is outside of the folder", path)
			case seen[strings.ToLower(base)]:
				t.Errorf("%q is used twice", base)
			case stem == base || stem == "" || strings.TrimSpace(stem) != stem || strings.HasSuffix(stem, "."):
				t.Errorf("%q is no name for all systems", base)
			case !utf8.ValidString(base) || len(base) > 255 || strings.ContainsAny(base, "/\\:*?\"<>|\x00\n\r\t"):
				t.Errorf("%q has characters or a length that systems refuse", base)
			case reserved[strings.ToLower(stem)]:
				t.Errorf("%q is a device on Windows", base)
			}
			seen[strings.ToLower(base)] = true
		}
	})
}
