package main

import (
	"archive/zip"
	"bytes"
	"io"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// TestSamplesAreWhatIsGenerated compares every byte, but looks into a zip: how well it is packed
// may change with the version of Go.
func TestSamplesAreWhatIsGenerated(t *testing.T) {
	files, _ := generate()
	folder := t.TempDir()
	if err := write(folder, files); err != nil {
		t.Fatal(err)
	}
	want, got := sampleFiles(t, ".."), sampleFiles(t, folder)
	for name := range want {
		if _, made := got[name]; !made {
			t.Errorf("%s is not generated", name)
		}
	}
	for name, content := range got {
		if !bytes.Equal(unpacked(t, name, content), unpacked(t, name, want[name])) {
			t.Errorf("%s differs: run go run ./samples/generate -out samples", name)
		}
	}
}

// sampleFiles are the sample files in a folder.
func sampleFiles(t *testing.T, folder string) map[string][]byte {
	found := map[string][]byte{}
	err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		name, _ := filepath.Rel(folder, path)
		switch {
		case err != nil:
			return err
		case entry.IsDir() && name == "generate":
			return filepath.SkipDir
		case entry.IsDir() || name == "README.md" || name == ".gitattributes":
			return nil
		}
		found[filepath.ToSlash(name)], err = os.ReadFile(path)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// unpacked is the content of a file; of a zip, its entries with names, methods and times.
func unpacked(t *testing.T, name string, content []byte) []byte {
	if !strings.HasSuffix(name, ".zip") || len(content) == 0 {
		return content
	}
	archive, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		t.Fatal(err)
	}
	var all bytes.Buffer
	for _, entry := range archive.File {
		all.WriteString(entry.Name + entry.Modified.UTC().Format(time.RFC3339) + string(rune('0'+entry.Method)))
		reader, err := entry.Open()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.Copy(&all, reader); err != nil {
			t.Fatal(err)
		}
	}
	return all.Bytes()
}

func TestEveryRunIsTheSame(t *testing.T) {
	one, _ := generate()
	two, _ := generate()
	if !slices.EqualFunc(one, two, func(a, b file) bool { return a.path == b.path && bytes.Equal(a.content, b.content) }) {
		t.Error("two runs differ")
	}
}

func TestREADMEHasTheTables(t *testing.T) {
	_, all := generate()
	readme, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	for table := range strings.SplitSeq(tables(all), "\n\n") {
		if !strings.Contains(string(readme), strings.TrimSpace(table)) {
			t.Errorf("README.md lacks this table (go run ./samples/generate -tables):\n%s", table)
		}
	}
}

// TestPlantedTruth holds what the samples are for.
func TestPlantedTruth(t *testing.T) {
	_, all := generate()
	requests := everything(all)
	if len(requests) < 3000 || len(requests) > 4500 {
		t.Errorf("%d requests", len(requests))
	}
	results := map[string]association{}
	for _, h := range habits {
		results[h.name] = associate(h, requests)
	}
	if pitch := results["premature-pitch"]; pitch.within > -.15 || pitch.within < -.18 || pitch.p > 1e-6 {
		t.Errorf("premature-pitch: %+v", pitch)
	}
	if long := results["over-length"]; math.Abs(long.within) > .02 || long.p < .3 || long.crude > -.08 {
		t.Errorf("over-length: %+v", long)
	}
	if unwritten := results["default-message"]; math.Abs(unwritten.within) > .02 || unwritten.p < .3 {
		t.Errorf("default-message: %+v", unwritten)
	}
}

// TestPlantedReplies: a pitch at once gets fewer replies from every recruiter.
func TestPlantedReplies(t *testing.T) {
	_, all := generate()
	for _, o := range all {
		if !o.linkedIn {
			continue
		}
		pitches, others := answers(o, o.recruiters[0])
		if pitches.all < 15 || others.all < 15 || pitches.rate() > .25 || others.rate() < .3 {
			t.Errorf("%s: pitches answered %s, others %s", o.name, pitches, others)
		}
	}
}

// TestAssociation checks the arithmetic on the graduate admissions of Berkeley, 1973 (Bickel,
// Hammel and O'Connell 1975), women against men in six departments: R's mantelhaen.test gives
// X-squared = 1.5246 without the correction.
func TestAssociation(t *testing.T) {
	departments := [][4]int{ // women admitted, rejected, men admitted, rejected
		{89, 19, 512, 313}, {17, 8, 353, 207}, {202, 391, 120, 205}, {131, 244, 138, 279}, {94, 299, 53, 138}, {24, 317, 22, 351},
	}
	var requests []*request
	for _, cells := range departments {
		department := &recruiter{}
		for i, size := range cells {
			for range size {
				requests = append(requests, &request{recruiter: department, pitch: i < 2, accepted: i%2 == 0, kind: own})
			}
		}
	}
	got := associate(habits[0], requests)
	if math.Abs(got.crude-(-.1416)) > .0001 || got.within < 0 {
		t.Errorf("crude %f, within %f", got.crude, got.within)
	}
	if want := math.Erfc(math.Sqrt(1.5246 / 2)); math.Abs(got.p-want) > .0002 {
		t.Errorf("p = %f, want %f", got.p, want)
	}
}
