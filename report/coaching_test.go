package report

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"outreachaudit/audit"
	"outreachaudit/audit/export"
	"outreachaudit/audit/habit"
	"outreachaudit/audit/stat"
)

// What one recruiter is given names no other recruiter, and nobody whom another one wrote to.
func TestCoachingFilesHoldNothingOfOthers(t *testing.T) {
	result := usual()
	for i := range result.Recruiters {
		r := &result.Recruiters[i]
		own := audit.NewList()
		for _, j := range result.Flagged.All() {
			if j.Recruiter == r.Name {
				own.Add(j)
			}
		}
		words := dumpWhole(coachingBook(result, r, own, testRun))
		if !strings.Contains(words, r.Name) {
			t.Errorf("%s is not in the own file", r.Name)
		}
		for _, other := range result.Recruiters {
			if other.Name != r.Name && (strings.Contains(words, other.Name) || strings.Contains(words, " of "+initials(other.Name))) {
				t.Errorf("the file of %s tells of %s", r.Name, other.Name)
			}
		}
	}
}

// dumpWhole is every cell of a book, long tables included.
func dumpWhole(book *Book) string {
	for _, s := range book.Sheets {
		s.Tall = false
	}
	var out strings.Builder
	for _, s := range book.Sheets {
		out.WriteString(s.Name + s.Title + s.Intro)
		l := lay(s, book.Sheets[0].Name)
		for _, p := range l.places {
			out.WriteString(dumpCell(p.Cell, p.Look.format) + "\n")
		}
	}
	return out.String()
}

func TestHabitToWorkOn(t *testing.T) {
	result := &audit.Result{Habits: []audit.HabitResult{
		{Habit: testHabits[0]}, {Habit: testHabits[1]}, {Habit: testHabits[2]}, {Habit: testHabits[3]},
	}}
	result.Habits[2].Verdict, result.Habits[3].Verdict = stat.AcceptedLess, stat.AcceptedMore
	for _, test := range []struct {
		flagged [4]int64
		want    int
	}{
		{[4]int64{}, -1}, {[4]int64{2, 2, 2, 2}, -1}, {[4]int64{60, 0, 0, 0}, 0}, {[4]int64{10, 30, 0, 0}, 1},
		{[4]int64{60, 30, 8, 90}, 2}, {[4]int64{60, 30, 4, 90}, 0}, {[4]int64{0, 0, 0, 90}, 3},
	} {
		r := &audit.RecruiterResult{}
		for _, n := range test.flagged {
			r.Habits = append(r.Habits, audit.HabitCount{Judged: 100, Flagged: n})
		}
		if got := toWorkOn(result, r); got != test.want {
			t.Errorf("%v: habit %d, want %d", test.flagged, got, test.want)
		}
	}
}

func TestWordsAreMarked(t *testing.T) {
	j := &audit.Judged{
		Note: &habit.Note{Request: &export.Request{Note: "Hi Ana, a role for you, call me"}, Kind: habit.Own},
		Verdict: habit.Verdict{Findings: []habit.Finding{
			{Habit: 1, Evidence: habit.Evidence{Start: 8, End: 14}}, {Habit: 0, Evidence: habit.Evidence{Start: 0, End: 2}},
			{Habit: 1, Evidence: habit.Evidence{Start: 10, End: 14}}, {Habit: 1, Evidence: habit.Evidence{Start: 24, End: 31}},
		}},
	}
	rich, ok := marked(j, 1).(Rich)
	if !ok || rich.String() != "Hi Ana, ‹a role› for you, ‹call me›" || !rich[1].Strong || rich[0].Strong {
		t.Errorf("%v", marked(j, 1))
	}
	if plain := marked(j, 2); plain != "Hi Ana, a role for you, call me" {
		t.Errorf("%v", plain)
	}
}

func TestCoachingFileNames(t *testing.T) {
	names := []string{
		"Ana Ruiz", "ana ruiz", "../../etc/passwd", "CON", "a/b", "a\\b", "", ".", "..", "=cmd|' /C calc'!A0", "José Ñandú", "李雷", "x\x00y", "\xff",
		strings.Repeat("long ", 60), strings.Repeat("長", 200), "name. ", "lpt1", "Ana\u202eRuiz", "🙂",
	}
	var recruiters []audit.RecruiterResult
	for _, name := range names {
		recruiters = append(recruiters, audit.RecruiterResult{Name: name})
	}
	folder := t.TempDir()
	paths := coachingPaths(folder, recruiters)
	var seen []string
	for i, path := range paths {
		if filepath.Dir(path) != folder || len(filepath.Base(path)) > 255 || strings.ContainsAny(filepath.Base(path), "<>:\"/\\|?*\x00") {
			t.Errorf("%q is named %q", names[i], path)
		}
		if lower := strings.ToLower(path); slices.Contains(seen, lower) {
			t.Errorf("two files %q", path)
		} else {
			seen = append(seen, lower)
		}
		if err := os.WriteFile(path, nil, 0o600); err != nil {
			t.Errorf("%q: %v", names[i], err)
		}
	}
	for name, want := range map[string]string{"Ana Ruiz": "Ana Ruiz", "CON": "CON_", "": "recruiter", "李雷": "李雷", "a/b": "a_b"} {
		if got := fileName(name); got != want {
			t.Errorf("%q is named %q, want %q", name, got, want)
		}
	}
}

func TestCoachingFilesAreWrittenOrNone(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "coaching")
	result := usual()
	if n, err := WriteCoaching(t.Context(), folder, result, testRun, false); err != nil || n != len(result.Recruiters) {
		t.Fatalf("%d files, %v", n, err)
	}
	entries, err := os.ReadDir(folder)
	if err != nil || len(entries) != len(result.Recruiters) {
		t.Fatalf("%d files in the folder, %v", len(entries), err)
	}
	if err := os.Remove(filepath.Join(folder, "Ana Ruiz.xlsx")); err != nil {
		t.Fatal(err)
	}
	if _, err := WriteCoaching(t.Context(), folder, result, testRun, false); err == nil || !strings.Contains(err.Error(), "exists already") {
		t.Errorf("existing files are replaced: %v", err)
	}
	if _, err := os.Stat(filepath.Join(folder, "Ana Ruiz.xlsx")); err == nil {
		t.Error("some are written though others exist")
	}
	if _, err := WriteCoaching(t.Context(), folder, result, testRun, true); err != nil {
		t.Error(err)
	}
}
