package main

import (
	"encoding/csv"
	"fmt"
	"io"
	"os"
	"runtime"
	"time"

	"outreachaudit/audit/export"
	"outreachaudit/audit/habit"
)

// mostJudged is how many requests are judged, so that they fit in memory.
const mostJudged = 200_000

// judgeOnly prints how many of a table's notes one processor judges in a second, by all habits that need no other
// note: once with all their evidence, once for the flags alone. Requests without a note are left out.
func judgeOnly(out io.Writer, path string) error {
	requests, err := requestsOf(path)
	if err != nil {
		return err
	}
	runtime.GOMAXPROCS(1)
	for _, way := range []struct {
		name  string
		judge func(*habit.Note) habit.Verdict
	}{{"flags and evidence", habit.Judge}, {"flags", habit.Flags}} {
		best := 0.0
		for range 3 {
			start, flagged := time.Now(), 0
			var note habit.Note
			for i := range requests {
				habit.DefaultRules().NoteInto(&note, &requests[i])
				if way.judge(&note).Flagged != 0 {
					flagged++
				}
				note.Release()
			}
			if flagged == 0 {
				return fmt.Errorf("%s: no note is flagged", path)
			}
			best = max(best, float64(len(requests))/time.Since(start).Seconds())
		}
		fmt.Fprintf(out, "notes a second, one processor, %s: %.0f\n", way.name, best)
	}
	return nil
}

// requestsOf reads the first requests of a table that the generator wrote.
func requestsOf(path string) ([]export.Request, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	reader := csv.NewReader(file)
	if _, err := reader.Read(); err != nil {
		return nil, err
	}
	var requests []export.Request
	for len(requests) < mostJudged {
		row, err := reader.Read()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, err
		}
		if note := row[7]; note != "" {
			requests = append(requests, export.Request{Recruiter: row[0], Recipient: row[2] + " " + row[3], Company: row[4], Title: row[5], Location: row[6], Note: note, NoteKnown: true})
		}
	}
	return requests, nil
}
