package audit

import (
	"strings"
	"testing"

	"outreachaudit/audit/export"
)

func TestOldExports(t *testing.T) {
	of := func(path string, exported export.Day) SourceResult {
		return SourceResult{Info: export.Info{Path: path, Exported: exported}}
	}
	if found := oldExports([]SourceResult{of("a", 20000), of("b", 20000-farApart), of("c", 0)}); found != nil {
		t.Errorf("%q", found)
	}
	found := oldExports([]SourceResult{of("a", 20000), of("b", 19000), of("c", 18000), of("d", 20000)})
	if len(found) != 1 || !strings.HasPrefix(found[0], "2 of 4 exports") || !strings.Contains(found[0], "(c)") {
		t.Errorf("%q", found)
	}
}
