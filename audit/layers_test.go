package audit

import (
	"encoding/json"
	"errors"
	"go/parser"
	"go/token"
	"io"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// module is the path that our own packages start with.
const module = "outreachaudit/"

// mayImport is the direction of the house: each package, and which of ours it may import.
var mayImport = map[string][]string{
	"audit/digest":      {},
	"audit/text":        {"audit/digest"},
	"audit/parallel":    {},
	"audit/stat":        {"audit/parallel"},
	"audit/export":      {"audit/parallel", "audit/text"},
	"audit/model":       {"audit/digest"},
	"audit/habit":       {"audit/digest", "audit/export", "audit/text", "audit/model"},
	"audit/template":    {"audit/export", "audit/tally"},
	"audit/tally":       {"audit/export", "audit/text", "audit/habit", "audit/stat"},
	"audit":             {"audit/digest", "audit/export", "audit/parallel", "audit/text", "audit/habit", "audit/tally", "audit/template", "audit/stat"},
	"report":            {"audit", "audit/export", "audit/parallel", "audit/text", "audit/habit", "audit/tally", "audit/template", "audit/stat"},
	"cmd/outreachaudit": {"audit", "audit/export", "audit/habit", "audit/stat", "report"},
	"cmd/bench":         {"audit/export", "audit/habit", "cmd/process"},
	"cmd/process":       {},
	"cmd/train":         {"audit/habit", "audit/model"},
	"cmd/simulate":      {"audit/stat"},
	"cmd/faults":        {"cmd/process"},
	"samples/generate":  {},
}

// mayUse is where each outside library may be imported: packages, or files of them.
var mayUse = map[string]string{
	"github.com/gocarina/gocsv":         "audit/export/read.go",
	"github.com/rivo/uniseg":            "report/check.go",
	"github.com/xuri/excelize/v2":       "report/xlsx",
	"github.com/klauspost/compress":     "report/xlsxzip.go audit/export/archive.go",
	"github.com/klauspost/readahead":    "audit/export/archive.go",
	"github.com/schollz/progressbar/v3": "cmd/outreachaudit/progress.go",
	"golang.org/x/term":                 "cmd/outreachaudit/progress.go",
	"github.com/spf13/cobra":            "cmd/outreachaudit",
	"github.com/spf13/pflag":            "cmd/outreachaudit/reading.go",
	"github.com/goccy/go-yaml":          "cmd/outreachaudit/config.go",
	"gonum.org/v1/gonum":                "audit/stat",
	"gonum.org/v1/gonum/optimize":       "cmd/train",
	"github.com/clipperhouse/uax29/v2":  "audit/text",
	"golang.org/x/text":                 "audit/",
}

type goPackage struct {
	ImportPath, Dir string
	Imports         []string
	GoFiles         []string
}

func packages(t *testing.T) []goPackage {
	t.Helper()
	out, err := exec.Command("go", "list", "-json=ImportPath,Dir,Imports,GoFiles", module+"...").Output()
	if err != nil {
		t.Fatal(err)
	}
	var all []goPackage
	for decoder := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p goPackage
		err := decoder.Decode(&p)
		if errors.Is(err, io.EOF) {
			return all
		}
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, p)
	}
}

func TestImportsGoOneWay(t *testing.T) {
	seen := 0
	for _, p := range packages(t) {
		name := strings.TrimPrefix(p.ImportPath, module)
		allowed, known := mayImport[name]
		if !known {
			t.Errorf("package %s is not in the table: say what it may import", name)
		}
		seen++
		for _, imported := range p.Imports {
			own, ours := strings.CutPrefix(imported, module)
			if ours && !slices.Contains(allowed, own) {
				t.Errorf("%s must not import %s", name, own)
			}
		}
	}
	if seen != len(mayImport) {
		t.Errorf("%d packages, the table has %d", seen, len(mayImport))
	}
}

// TestNoNetworkCode: no package of ours can open a connection, since none imports anything that can. Libraries do
// (excelize and progressbar import net/http, for parts that are never called): that a run opens no socket is what the
// faults program watches.
func TestNoNetworkCode(t *testing.T) {
	for _, p := range packages(t) {
		for _, imported := range p.Imports {
			if imported == "net" || strings.HasPrefix(imported, "net/") && imported != "net/url" || strings.HasPrefix(imported, "golang.org/x/net") || strings.HasPrefix(imported, "crypto/tls") {
				t.Errorf("%s imports %s", p.ImportPath, imported)
			}
		}
	}
}

func TestOutsideLibrariesStayInTheirPlace(t *testing.T) {
	for _, p := range packages(t) {
		name := strings.TrimPrefix(p.ImportPath, module)
		for _, file := range p.GoFiles {
			for _, imported := range fileImports(t, p.Dir+"/"+file) {
				if !strings.Contains(strings.Split(imported, "/")[0], ".") {
					continue
				}
				place, known := placeOf(imported)
				if !known {
					t.Errorf("%s/%s imports %s, which is not in the table of libraries", name, file, imported)
				} else if !slices.ContainsFunc(strings.Fields(place), func(place string) bool { return strings.HasPrefix(name+"/"+file, place) }) {
					t.Errorf("%s/%s imports %s, which belongs in %s", name, file, imported, place)
				}
			}
		}
	}
}

// placeOf is where a library may be imported: the longest entry that fits counts.
func placeOf(imported string) (place string, known bool) {
	longest := ""
	for library := range mayUse {
		if (imported == library || strings.HasPrefix(imported, library+"/")) && len(library) > len(longest) {
			longest = library
		}
	}
	place, known = mayUse[longest]
	return place, known
}

func fileImports(t *testing.T, path string) []string {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, spec := range file.Imports {
		imported, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, imported)
	}
	return all
}
