package main

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// How many requests and messages the archive has whose messages are measured.
const (
	mailRequests = 5_300
	mailMessages = 100_000
)

// mailArchives writes the archive of one recruiter twice, as unpacked folders, unless they are there: without messages
// and with them.
func mailArchives(folder string) (without, with string, err error) {
	without, with = filepath.Join(folder, "without"), filepath.Join(folder, "with")
	for _, path := range []string{without, with} {
		if err := os.MkdirAll(path, 0o700); err != nil {
			return "", "", err
		}
	}
	_, err = kept(filepath.Join(with, "messages.csv"), func(messages io.Writer) error {
		_, err := kept(filepath.Join(with, "Invitations.csv"), func(invitations io.Writer) error {
			_, err := kept(filepath.Join(with, "Connections.csv"), func(connections io.Writer) error {
				return correspond(csv.NewWriter(invitations), csv.NewWriter(connections), csv.NewWriter(messages))
			})
			return err
		})
		return err
	})
	for _, name := range []string{"Invitations.csv", "Connections.csv"} {
		if err == nil {
			_, err = kept(filepath.Join(without, name), func(w io.Writer) error { return copyFile(w, filepath.Join(with, name)) })
		}
	}
	return without, with, err
}

func copyFile(w io.Writer, path string) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	_, err = io.Copy(w, file)
	return err
}

// A correspondence is the tables of one recruiter's archive.
type correspondence struct {
	random
	invitations, connections, messages *csv.Writer
	written                            int // messages
}

var owner = recruiter{"Ida Berg", 15, 50}

const ownProfile = "https://www.linkedin.com/in/ida-berg"

// correspond makes up the tables. Most messages are with people who were not invited; who accepted was written to, and
// some of them wrote back.
func correspond(invitations, connections, messages *csv.Writer) error {
	c := correspondence{random: random(3), invitations: invitations, connections: connections, messages: messages}
	header := func(w *csv.Writer, names string) { w.Write(strings.Split(names, ",")) }
	header(invitations, "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl")
	header(connections, "First Name,Last Name,URL,Email Address,Company,Position,Connected On")
	header(messages, "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER,ATTACHMENTS,IS MESSAGE DRAFT")
	at := time.Date(2024, 1, 1, 7, 0, 0, 0, time.UTC)
	for range mailRequests {
		at = at.Add(time.Duration(c.below(90)) * time.Minute)
		c.request(at)
	}
	for c.written < mailMessages {
		q := request{by: owner}
		q.invent(&c.random)
		c.thread(&q, c.profile(), at.Add(-time.Duration(c.below(700*24*60))*time.Minute), "")
	}
	var failures []error
	for _, w := range []*csv.Writer{invitations, connections, messages} {
		w.Flush()
		failures = append(failures, w.Error())
	}
	return errors.Join(failures...)
}

// request is one, and what followed where it was accepted.
func (c *correspondence) request(at time.Time) {
	q := request{by: owner}
	q.invent(&c.random)
	note, profile := q.note(&c.random), c.profile()
	c.invitations.Write([]string{owner.name, q.first + " " + q.last, at.Format("1/2/06, 3:04 PM"), note, "OUTGOING", ownProfile, profile})
	if !c.chance(q.chance) {
		return
	}
	accepted := at.Add(time.Duration(c.below(72*60)) * time.Minute)
	c.connections.Write([]string{q.first, q.last, profile, "", q.company, q.position, accepted.Format("02 Jan 2006")})
	c.thread(&q, profile, accepted, note)
}

func (c *correspondence) profile() string {
	return fmt.Sprintf("https://www.linkedin.com/in/invented-%x", c.next()>>32)
}

// thread is what was written since somebody accepted: the note, a letter, and then mostly a sentence at a time.
func (c *correspondence) thread(q *request, profile string, at time.Time, note string) {
	conversation := fmt.Sprintf("2-%016x%016x==", c.next(), c.next())
	say := func(own bool, text string) {
		row := []string{conversation, "", q.first + " " + q.last, profile, owner.name, ownProfile, at.Format("2006-01-02 15:04:05 UTC"), "", text, "INBOX", "", "No"}
		if own {
			row[2], row[3], row[4], row[5] = row[4], row[5], row[2], row[3]
		}
		c.messages.Write(row)
		c.written++
	}
	if note != "" {
		say(true, note)
	}
	for i := range 1 + c.below(4) {
		at = at.Add(time.Duration(1+c.below(96*60)) * time.Minute)
		if i == 0 || c.chance(25) {
			say(true, q.letter(&c.random))
		} else {
			say(true, q.expand(c.of(fillers)))
		}
		if c.chance(40) {
			at = at.Add(time.Duration(1+c.below(48*60)) * time.Minute)
			say(false, q.expand(c.of(fillers)))
		}
	}
}
