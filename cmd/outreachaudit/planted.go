package main

import (
	"encoding/csv"
	"fmt"
	"strings"
	"time"
)

// A planted team: so many requests of each recruiter with each note, of which so many accepted. All that an audit must
// find is in these numbers.
const plantedRecruiters = 5

// A plantedNote is a note, whether it pitches, and what became of the requests with it.
type plantedNote struct {
	note           string
	pitch, long    bool
	sent, accepted int // of each recruiter
}

// plantedNotes differ in the habits that are planted and in nothing else: a pitch goes with 30 points less, length with
// nothing.
var plantedNotes = []plantedNote{
	{"Your talk on tide mills at the Deal archive was a treat. I recruit conservators.", false, false, 40, 20},
	{"Your talk on tide mills at the Deal archive was a treat. I recruit conservators. The slides were lovely. So was the tea.", false, true, 20, 10},
	{"We are hiring a conservator and have the perfect job for you. Are you free for a call this week?", true, false, 40, 8},
	{"We are hiring a conservator and have the perfect job for you. It is in Deal. The team is small. Are you free for a call this week?", true, true, 20, 4},
	{"", false, false, 30, 12},
}

// plantedDay is the day of the first request; the export is made a year later.
var plantedDay = time.Date(2025, 1, 6, 9, 0, 0, 0, time.UTC)

// planted is the team as the table of an outreach tool. With onlyAccepted it lists nobody else, so that nothing in it
// tells a share.
func planted(onlyAccepted bool) string {
	var out strings.Builder
	table := csv.NewWriter(&out)
	row := func(cells ...string) { _ = table.Write(cells) } // a builder takes everything
	row("Recruiter", "Sent At", "Name", "Message", "Status")
	people := 0
	for r := range plantedRecruiters {
		for _, p := range plantedNotes {
			for i := range p.sent {
				people++
				status := "pending"
				if i < p.accepted {
					status = "accepted"
				}
				if onlyAccepted && status == "pending" {
					continue
				}
				sent := plantedDay.Add(time.Duration(people) * 11 * time.Hour)
				row(fmt.Sprintf("Recruiter %c", 'A'+r), sent.Format(time.RFC3339), fmt.Sprintf("Person Number%d", people), p.note, status)
			}
		}
	}
	// The file is as new as its newest row: one that is too young for a rate.
	row("Recruiter A", plantedDay.AddDate(1, 6, 0).Format(time.RFC3339), "Person Last", "", map[bool]string{false: "pending", true: "accepted"}[onlyAccepted])
	table.Flush()
	return out.String()
}
