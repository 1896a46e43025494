package main

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// everybodys are the requests of all recruiters of an office in the order of sending.
func everybodys(o *office) []*request {
	crowd := newCrowd(o)
	var all []*request
	for _, r := range o.recruiters {
		all = append(all, requestsOf(o, r, crowd)...)
	}
	slices.SortStableFunc(all, func(a, b *request) int { return a.sent.Compare(b.sent) })
	return all
}

// outreachTool is the export of an outreach tool: comma, UTF-8, ISO dates in UTC.
func outreachTool(o *office) []file {
	o.requests = everybodys(o)
	chance := newDice("identifiers " + o.name)
	rows := table{delimiter: ",", lineEnd: "\n"}
	rows.add("Recruiter", "Sent At", "First Name", "Last Name", "Company", "Position", "Location", "Message", "Status", "Request ID")
	for i, one := range o.requests {
		p := one.person
		identity := fmt.Sprintf("req_%04x%06x", i, chance.below(1<<24))
		rows.add(one.recruiter.name(), one.sent.UTC().Format(time.RFC3339), p.first, p.last, p.company, p.title, p.city+", "+p.country, one.note, one.status, identity)
	}
	return []file{{o.name, []byte(rows.String())}}
}

// berlinOffice is a table as a European Excel saves it: semicolons, CRLF, Windows-1252, German
// dates. One row has lost a delimiter.
func berlinOffice(o *office) []file {
	o.requests = everybodys(o)
	rows := table{delimiter: ";", lineEnd: "\r\n"}
	rows.add("Recruiter", "Sent", "Recipient", "Company", "Title", "Location", "Note", "Status", "Accepted on")
	for i, one := range o.requests {
		if i == len(o.requests)*2/3 {
			row := rows.line([]string{o.recruiters[0].name(), one.sent.In(o.zone).Format("02.01.2006 15:04"), "Ottilie Brandwein", "Tarnhollow Maschinenbau", "CAD Specialist", "Potsdam, Germany", "", "Pending", ""})
			rows.lines = append(rows.lines, strings.Replace(row, "Maschinenbau;CAD", "Maschinenbau CAD", 1))
			o.broken++
		}
		p, on := one.person, ""
		if one.accepted {
			on = one.acceptedAt.In(o.zone).Format("02.01.2006")
		}
		status := strings.ToUpper(one.status[:1]) + one.status[1:]
		rows.add(one.recruiter.name(), one.sent.In(o.zone).Format("02.01.2006 15:04"), p.display(), p.company, p.title, p.city+", "+p.country, one.note, status, on)
	}
	return []file{{o.name, inWindows1252(rows.String())}}
}
