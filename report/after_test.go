package report

import (
	"strings"
	"testing"

	"outreachaudit/audit"
	"outreachaudit/audit/stat"
	"outreachaudit/audit/tally"
)

// followedUp is a result with so many new connections of one recruiter, of whom half were pitched.
func followedUp(n int64) *audit.Result {
	result := usual()
	half := tally.Part{Yes: n / 2, Known: n}
	count := tally.AfterCount{
		Sent: 2 * n, Mature: 2 * n, Accepted: n, Followed: n, Messaged: tally.Part{Yes: n, Known: n}, Day: half, Rapport: half, Before: half, Replied: half,
		Alike: tally.Part{Yes: n, Known: n}, Judged: n, Flagged: n / 2, Replies: stat.Table{A: n / 10, B: n/2 - n/10, C: n / 4, D: n / 4},
	}
	c := stat.FirstMessages.CompareAll([][]stat.Table{{count.Replies}})
	result.After = &audit.AfterResult{
		ReplyDays: 14, RapportDays: 7, Team: audit.AfterGroup{AfterCount: count},
		Recruiters: []audit.AfterGroup{{Name: "Ana Ruiz", AfterCount: count, Game: n >= audit.LeastGame}},
		Habits:     []audit.AfterHabit{{Judged: count.Judged, Flagged: count.Flagged, Comparison: c[0]}},
	}
	return result
}

// all is every word of a sheet.
func all(s *Sheet) string {
	var out strings.Builder
	out.WriteString(s.Intro)
	dumpBlocks(&out, s.Blocks)
	return out.String()
}

func TestAfterAcceptance(t *testing.T) {
	if after(usual()) != nil {
		t.Error("a sheet without anything to say")
	}
	words := all(after(followedUp(100)))
	for _, want := range []string{
		"Pitched within 7 days", "Answered less often", "chart \"After acceptance\"", "Questions to talk about", "Ana Ruiz: were sent a message",
		"of 100 new connections, 50% (50 of 100; 95% interval 40% to 60%)", "no verdict on a person",
	} {
		if !strings.Contains(words, want) {
			t.Errorf("the sheet lacks %q:\n%s", want, words)
		}
	}
	few := all(after(followedUp(4)))
	if !strings.Contains(few, "There is no chart") || !strings.Contains(few, "too few for a rate") || strings.Contains(few, "Questions") || strings.Contains(few, "50.0%") {
		t.Errorf("few are shown like many:\n%s", few)
	}
}

// TestAfterLine: the terminal has a line on it, where there is something to say.
func TestAfterLine(t *testing.T) {
	if words := afterLine(followedUp(100)); words != "After acceptance: first messages that sell at once were answered by 20% (10 of 50), others by 50% (25 of 50). Answered less often." {
		t.Error(words)
	}
	if afterLine(usual()) != "" {
		t.Error("a line on nothing")
	}
}

func TestAfterAcceptanceInCoaching(t *testing.T) {
	result := followedUp(100)
	words := all(coaching(result))
	if !strings.Contains(words, "After acceptance") || !strings.Contains(words, "To talk about: of 100 new connections") || strings.Count(words, "followed up") != 1 {
		t.Errorf("the pages lack what followed, or have it for somebody else:\n%s", words)
	}
}

func TestNothingFollowed(t *testing.T) {
	result := usual()
	result.NoAfter = "What followed is not in these exports."
	book := Sheets(result, testRun)
	found := 0
	for _, s := range book.Sheets {
		if s.Name == afterSheet {
			t.Error("there is a sheet")
		}
		found += strings.Count(all(s), result.NoAfter)
	}
	if found == 0 {
		t.Error("nobody says why there is none")
	}
	doc := document(result, testRun)
	if doc.FollowUp != nil || doc.NoFollowUp == nil || *doc.NoFollowUp != result.NoAfter {
		t.Errorf("JSON: %+v, %v", doc.FollowUp, doc.NoFollowUp)
	}
}
