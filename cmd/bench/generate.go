package main

import (
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"
)

// A random is a sequence of numbers that is the same for the same seed: splitmix64 (Steele, Lea and Flood 2014).
type random uint64

func (r *random) next() uint64 {
	*r += 0x9e3779b97f4a7c15
	z := uint64(*r)
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

func (r *random) below(n int) int          { return int(r.next() >> 11 % uint64(n)) }
func (r *random) of(words []string) string { return words[r.below(len(words))] }
func (r *random) chance(percent int) bool  { return r.below(100) < percent }
func (r *random) clock(last time.Time) time.Time {
	return last.Add(time.Duration(r.below(60)) * time.Second)
}

// recruiters is how many send the generated requests.
const recruiters = 200

// A recruiter has a name, a way to be accepted and a way to write.
type recruiter struct {
	name         string
	skill, style int // percent
}

// A request is one that somebody invented by the generator sent.
type request struct {
	by                                    recruiter
	first, last, company, position, place string
	field, brand, town                    string
	sent                                  time.Time
	chance                                int // percent that it was accepted
}

// generate writes a table of invented requests, the same for the same number of rows.
func generate(out io.Writer, rows int) error {
	r := random(1)
	var team []recruiter
	for i := range recruiters {
		name := fmt.Sprintf("%s %s %d", r.of(firstNames), r.of(lastNames), i)
		team = append(team, recruiter{name, r.below(30), r.below(100)})
	}
	w := csv.NewWriter(out)
	if err := w.Write(strings.Split("Recruiter,Sent At,First Name,Last Name,Company,Position,Location,Message,Status,Profile URL", ",")); err != nil {
		return err
	}
	at := time.Date(2024, 1, 1, 7, 0, 0, 0, time.UTC)
	for range rows {
		q := request{by: team[r.below(len(team))]}
		at = r.clock(at)
		q.sent = at
		q.invent(&r)
		note := q.note(&r)
		status := statuses[0]
		if !r.chance(q.chance) {
			status = statuses[1+r.below(3)]
		}
		profile := "https://www.linkedin.com/in/" + strconv.FormatUint(r.next()>>20, 36)
		if err := w.Write([]string{q.by.name, q.sent.Format("2006-01-02T15:04:05Z"), q.first, q.last, q.company, q.position, q.place, note, status, profile}); err != nil {
			return err
		}
	}
	w.Flush()
	return w.Error()
}

// invent makes up who the request went to.
func (q *request) invent(r *random) {
	q.first, q.last, q.brand = r.of(firstNames), r.of(lastNames), r.of(companies)
	q.company = q.brand + " " + r.of(companyKinds)
	q.position, q.place = r.of(positions), r.of(cities)
	q.town, _, _ = strings.Cut(q.place, ",")
	q.field = r.of(fields)
	q.chance = 18 + q.by.skill
}

// longestNote is how many bytes of a note are kept.
const longestNote = 400

// note writes the request's note, and makes its acceptance more or less likely by what it says.
func (q *request) note(r *random) string {
	switch kind := r.below(100); {
	case kind < 15:
		q.chance -= 3
		return ""
	case kind < 27:
		q.chance -= 6
		return r.of(stockNotes)
	case kind < 30:
		q.chance -= 12
		return q.expand(r.of(broken))
	}
	return strings.ToValidUTF8(cut(q.letter(r)), "")
}

func cut(s string) string { return s[:min(len(s), longestNote)] }

// letter is a note of several sentences.
func (q *request) letter(r *random) string {
	var b strings.Builder
	b.WriteString(q.expand(r.of(greetings)))
	between := " "
	if r.chance(25) {
		between = "\n\n"
	}
	length := 60 + r.below(340)
	if r.below(100) > q.by.style {
		brand := *q
		brand.company = q.brand
		b.WriteString(between + brand.expand(r.of(details)))
		q.chance += 16
		between = " "
	}
	pitched := false
	for b.Len() < length {
		b.WriteString(between)
		between = " "
		if r.chance(12) {
			between = "\n"
		}
		if r.below(100) < 18+q.by.style/4 {
			pitched = true
			b.WriteString(r.of(pitches) + ".")
		} else {
			b.WriteString(q.expand(r.of(fillers)))
		}
	}
	if pitched {
		q.chance -= 9
	}
	return b.String()
}

// expand fills names into a sentence.
func (q *request) expand(sentence string) string {
	return strings.NewReplacer("%F", q.first, "%C", q.company, "%T", q.town, "%X", q.field, "%R", q.by.name).Replace(sentence)
}
