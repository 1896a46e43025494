package main

import (
	"bytes"
	"fmt"
	"time"
)

// notes are what the requests of the table say.
var notes = []string{
	"", "Hi {name}, we are hiring a site manager in Leeds. Are you free for a call this week?",
	"Hi {name}, your talk on tide mills was a treat. I recruit conservators.", "Hi {name}, I love connecting with like-minded people!",
}

// table is so many requests of five recruiters, the same on every call.
func table(rows int) []byte {
	var out bytes.Buffer
	out.WriteString("Recruiter,Sent At,Name,Message,Status\n")
	day := time.Date(2025, 1, 6, 9, 0, 0, 0, time.UTC)
	for i := range rows {
		status := "pending"
		if i%7 < 3 {
			status = "accepted"
		}
		name := fmt.Sprintf("Person%d", i)
		note := bytes.ReplaceAll([]byte(notes[i*31%len(notes)]), []byte("{name}"), []byte(name))
		fmt.Fprintf(&out, "Recruiter %c,%s,%s Number,%q,%s\n", 'A'+i%5, day.Add(time.Duration(i)*20*time.Minute).Format(time.RFC3339), name, note, status)
	}
	return out.Bytes()
}
