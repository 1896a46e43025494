package report

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"unicode"

	"outreachaudit/audit"
	"outreachaudit/audit/parallel"
)

// mostOwnFlagged is how many flagged requests a recruiter's own file lists.
const mostOwnFlagged = 500

// WriteCoaching writes one workbook for each recruiter into a folder, which is made if it is not there, with nothing
// of others in it, under the rules of [WriteWorkbook]. It returns how many it wrote. Unless force is set, a file that
// exists is an error, and then none is written.
func WriteCoaching(ctx context.Context, folder string, result *audit.Result, run Run, force bool) (int, error) {
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return 0, fmt.Errorf("%s cannot be made: %w", folder, cause(err))
	}
	recruiters := byName(result.Recruiters)
	paths := coachingPaths(folder, recruiters)
	for _, path := range paths {
		if err := vacant(path, force); err != nil {
			return 0, err
		}
	}
	own := map[string]*audit.List{}
	for _, j := range result.Flagged.All() {
		if own[j.Recruiter] == nil {
			own[j.Recruiter] = audit.NewList()
		}
		if list := own[j.Recruiter]; list.Len() < mostOwnFlagged {
			list.Add(j)
		}
	}
	failures := make([]error, len(recruiters))
	parallel.Each(len(recruiters), func(i int) {
		failures[i] = writeCoaching(ctx, paths[i], result, &recruiters[i], own[recruiters[i].Name], run, force)
	})
	return len(recruiters), errors.Join(failures...)
}

// writeCoaching writes one file. What panics here would end the program with no more than where in the code.
func writeCoaching(ctx context.Context, path string, result *audit.Result, r *audit.RecruiterResult, flagged *audit.List, run Run, force bool) (err error) {
	defer func() {
		if value := recover(); value != nil {
			err = fmt.Errorf("%s was not written for a fault of this program (%v); please report it", path, value)
		}
	}()
	return WriteWorkbook(ctx, path, coachingBook(result, r, flagged, run), force)
}

// coachingBook is all that one recruiter is given.
func coachingBook(result *audit.Result, r *audit.RecruiterResult, flaggedOnes *audit.List, run Run) *Book {
	page := &Sheet{
		Name:  coachingSheet,
		Title: "Coaching: " + r.Name,
		Intro: fmt.Sprintf("%s. For a conversation. %s", asOf(result), choosing),
		Grid:  coachingGrid, Blocks: coachingBlocks(result, r),
	}
	mine := &audit.Result{
		AsOf: result.AsOf, Settings: result.Settings, Habits: result.Habits, Sources: result.Sources,
		Flagged: flaggedOnes, FlaggedTotal: r.AnyHabit,
	}
	book := &Book{Title: "Coaching: " + r.Name + ". " + asOf(result), Version: run.Version, AsOf: result.AsOf.Time(), Sheets: []*Sheet{page}}
	if list := flagged(mine); list != nil {
		book.Sheets = append(book.Sheets, list)
	}
	book.Sheets = append(book.Sheets, &Sheet{
		Name: methodSheet, Title: "Method: the habits, and what the numbers cannot say",
		Intro: "The rules that notes are held against, each with a better example.",
		Grid:  methodGrid,
		Blocks: []Block{
			Text{{Value: "The habits", Tone: Heading}}, habitTable(result),
			Text{{Value: "What the numbers cannot say", Tone: Heading}}, pairs("Limit", "What it means", methodSpan, limits()),
			Text{{Value: "Words used here", Tone: Heading}}, pairs("Word", "Meaning", methodSpan, glossary(result)),
		},
	})
	return book
}

const longestFileName = 80 // runes of a recruiter's name that a file is named after

// coachingPaths names a file for each recruiter. Names that differ in case or in characters no file may have get a
// number, since some systems take them for one.
func coachingPaths(folder string, recruiters []audit.RecruiterResult) []string {
	taken := map[string]bool{}
	paths := make([]string, len(recruiters))
	for i := range recruiters {
		stem := fileName(recruiters[i].Name)
		unique := stem
		for n := 2; taken[strings.ToLower(unique)]; n++ {
			unique = fmt.Sprintf("%s (%d)", stem, n)
		}
		taken[strings.ToLower(unique)] = true
		paths[i] = filepath.Join(folder, unique+".xlsx")
	}
	return paths
}

// fileName is a name that every system takes for a file: letters, digits, spaces, hyphens and underscores.
func fileName(name string) string {
	var b strings.Builder
	for n, r := range []rune(strings.ToValidUTF8(name, "_")) {
		switch {
		case n >= longestFileName:
		case unicode.IsLetter(r), unicode.IsDigit(r), unicode.IsMark(r), r == ' ', r == '-', r == '_':
			b.WriteRune(r)
		default:
			b.WriteByte('_')
		}
	}
	stem := b.String()
	for len(stem) > 2*longestFileName { // names in other scripts take more bytes, and most systems allow 255 with the ending
		runes := []rune(stem)
		stem = string(runes[:len(runes)-1])
	}
	stem = cmp.Or(strings.Trim(stem, " _"), "recruiter")
	if reserved[strings.ToLower(stem)] {
		stem += "_"
	}
	return stem
}

// reserved are names that Windows keeps for devices.
var reserved = func() map[string]bool {
	names := map[string]bool{"con": true, "prn": true, "aux": true, "nul": true}
	for n := '1'; n <= '9'; n++ {
		names["com"+string(n)], names["lpt"+string(n)] = true, true
	}
	return names
}()

// CheckCoaching refuses early a folder that could not be written to.
func CheckCoaching(folder string) error {
	info, err := os.Stat(folder)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		parent, err := os.Stat(filepath.Dir(folder))
		if err != nil || !parent.IsDir() {
			return fmt.Errorf("%s cannot be made: the folder %s does not exist", folder, filepath.Dir(folder))
		}
		return nil
	case err != nil:
		return fmt.Errorf("%s cannot be used: %w", folder, cause(err))
	case !info.IsDir():
		return fmt.Errorf("%s is a file; --coach needs a folder", folder)
	}
	return nil
}
