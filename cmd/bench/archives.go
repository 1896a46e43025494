package main

import (
	"archive/zip"
	"encoding/csv"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"
)

// How many small archives there are, and how many requests in each.
const (
	archiveCount    = 100
	archiveRequests = 200
)

// smallArchives writes archives as LinkedIn makes them, one of each of many recruiters, unless they are there.
func smallArchives(folder string) error {
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return err
	}
	r := random(2)
	for i := range archiveCount {
		name := fmt.Sprintf("Basic_LinkedInDataExport_03-%02d-2024.zip", i%28+1)
		if err := os.MkdirAll(filepath.Join(folder, fmt.Sprint(i)), 0o700); err != nil {
			return err
		}
		by := recruiter{fmt.Sprintf("%s %s", r.of(firstNames), lastNames[i%len(lastNames)]), r.below(30), r.below(100)}
		seed := r
		if _, err := kept(filepath.Join(folder, fmt.Sprint(i), name), func(w io.Writer) error { return archive(w, by, seed) }); err != nil {
			return err
		}
		r.next()
	}
	return nil
}

// archive writes the invitations of a recruiter and those who accepted.
func archive(w io.Writer, by recruiter, r random) error {
	invitations := [][]string{{"From", "To", "Sent At", "Message", "Direction", "inviterProfileUrl", "inviteeProfileUrl"}}
	connections := [][]string{{"First Name", "Last Name", "URL", "Email Address", "Company", "Position", "Connected On"}}
	at := time.Date(2024, 1, 1, 7, 0, 0, 0, time.UTC)
	for range archiveRequests {
		at = r.clock(at).Add(5 * time.Hour)
		q := request{by: by, sent: at}
		q.invent(&r)
		note := q.note(&r)
		profile := fmt.Sprintf("https://www.linkedin.com/in/%s-%x", "invented", r.next()>>40)
		invitations = append(invitations, []string{by.name, q.first + " " + q.last, q.sent.Format("1/2/06, 3:04 PM"), note, "OUTGOING",
			"https://www.linkedin.com/in/invented-recruiter", profile})
		if r.chance(q.chance) {
			connections = append(connections, []string{q.first, q.last, profile, "", q.company, q.position, q.sent.AddDate(0, 0, 1).Format("02 Jan 2006")})
		}
	}
	z := zip.NewWriter(w)
	for _, table := range []struct {
		name string
		rows [][]string
	}{{"Connections.csv", connections}, {"Invitations.csv", invitations}} {
		file, err := z.Create(table.name)
		if err != nil {
			return err
		}
		if err := csv.NewWriter(file).WriteAll(table.rows); err != nil {
			return err
		}
	}
	return z.Close()
}
