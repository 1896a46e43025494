package main

import (
	"cmp"
	"fmt"
	"net/url"
	"slices"
	"strings"
	"time"
)

// connectionNotes stand above the header of Connections.csv.
const connectionNotes = `Notes:
"When exporting your connection data, you may notice that some of the email addresses are missing. You will only see email addresses for connections who have allowed their connections to see or download their email address using this setting https://www.linkedin.com/psettings/privacy/email. You can learn more here https://www.linkedin.com/help/linkedin/answer/261"

`

const profileAddress = "https://www.linkedin.com/in/"

// An invitation is one that the recruiter received.
type invitation struct {
	from       person
	sent       time.Time
	note       string
	acceptedAt time.Time // zero when the recruiter did not accept
}

// A connection is a row of Connections.csv.
type connection struct {
	person person
	on     time.Time
	hidden bool // only the date is shown
}

// archive writes the files of a LinkedIn archive.
func archive(o *office) []file {
	r, crowd := o.recruiters[0], newCrowd(o)
	o.requests = requestsOf(o, r, crowd)
	received := receive(o, r, crowd)
	o.incoming = len(received)
	contents := []struct{ name, text string }{
		{"Connections.csv", connections(o, r, received, crowd)},
		{"Invitations.csv", invitations(o, r, received)},
		{"messages.csv", messages(o, r)},
		{"Profile.csv", profile(r)},
		{"Registration.csv", registration(o, r)},
	}
	var files []file
	for _, one := range contents {
		files = append(files, file{o.name + "/" + one.name, []byte(one.text)})
	}
	return files
}

// slug ends the recruiter's own profile address.
func (r *recruiter) slug() string {
	return strings.ReplaceAll(strings.ToLower(r.name()), " ", "-")
}

// incomingNotes are what others write to a recruiter; most write nothing.
var incomingNotes = []string{
	"Hi {me}, a friend told me to add you.",
	"Hello {me}, we spoke on the phone in spring. Good to find you here.",
	"Dear {me}, I am open to new challenges and attach my profile.",
	"Hi {me}, great to meet you at {event}!",
	"Nice to e-meet you {me}",
	"Hello, please look at my profile if something fits. Thank you {me}.",
}

// receive invents the invitations that others sent to the recruiter, newest first.
func receive(o *office, r *recruiter, crowd *crowd) []invitation {
	chance := newDice("incoming " + r.name())
	var received []invitation
	for range r.incoming {
		age := time.Duration(chance.between(3, (o.days-2)*24*60)) * time.Minute
		one := invitation{from: crowd.person(r.trade), sent: o.asOf.Add(-age)}
		if chance.chance(.15) {
			one.note = strings.NewReplacer("{me}", r.first, "{event}", chance.pick(r.trade.events)).Replace(chance.pick(incomingNotes))
		}
		if chance.chance(.72) {
			one.acceptedAt = one.sent.Add(time.Duration(float64(age) * chance.part() * chance.part()))
		}
		received = append(received, one)
	}
	slices.SortFunc(received, func(a, b invitation) int { return b.sent.Compare(a.sent) })
	return received
}

// invitations is Invitations.csv: what was sent, then what was received, each mostly newest first.
func invitations(o *office, r *recruiter, received []invitation) string {
	rows := table{delimiter: ",", lineEnd: "\n"}
	header := []string{"From", "To", "Sent At", "Message", "Direction", "inviterProfileUrl", "inviteeProfileUrl"}
	width := len(header)
	if o.byName {
		width = 5
	}
	rows.add(header[:width]...)
	add := func(from, to string, sent time.Time, note, direction, fromSlug, toSlug string) {
		written := sent.In(o.zone).Format("1/2/06, 3:04 PM")
		rows.add([]string{from, to, written, note, direction, profileAddress + fromSlug, profileAddress + toSlug}[:width]...)
	}
	sent := slices.Clone(o.requests)
	slices.Reverse(sent)
	chance := newDice("order " + r.name())
	for i := range sent {
		if j := i + chance.between(1, 4); j < len(sent) && chance.chance(.06) {
			sent[i], sent[j] = sent[j], sent[i]
		}
	}
	for _, one := range sent {
		add(r.name(), one.person.display(), one.sent, one.note, "OUTGOING", r.slug(), one.person.slug)
	}
	for _, one := range received {
		add(one.from.display(), r.name(), one.sent, one.note, "INCOMING", one.from.slug, r.slug())
	}
	return rows.String()
}

// connections is Connections.csv, newest first and without a newline at its end.
func connections(o *office, r *recruiter, received []invitation, crowd *crowd) string {
	rows := table{delimiter: ",", lineEnd: "\n"}
	rows.add(connectionFields(o, "First Name", "Last Name", "URL", "Email Address", "Company", "Position", "Connected On")...)
	all := append(formed(o, received), earlier(o, r, crowd)...)
	slices.SortStableFunc(all, func(a, b connection) int { return cmp.Compare(b.on.Unix(), a.on.Unix()) })
	for _, one := range all {
		p, on := one.person, one.on.UTC().Format("02 Jan 2006")
		if one.hidden {
			rows.add(connectionFields(o, "", "", "", "", "", "", on)...)
			continue
		}
		rows.add(connectionFields(o, p.first, p.last, profileAddress+url.PathEscape(p.slug), p.email, p.company, p.title, on)...)
	}
	return connectionNotes + strings.TrimSuffix(rows.String(), "\n")
}

// connectionFields leaves out the address where the archive is too old to have it.
func connectionFields(o *office, fields ...string) []string {
	if o.byName {
		return slices.Delete(fields, 2, 3)
	}
	return fields
}

// formed are the connections that invitations in the archive led to.
func formed(o *office, received []invitation) []connection {
	var all []connection
	for _, one := range o.requests {
		if one.accepted {
			all = append(all, connection{person: one.person, on: one.acceptedAt})
		}
	}
	for _, one := range received {
		if !one.acceptedAt.IsZero() {
			all = append(all, connection{person: one.from, on: one.acceptedAt})
		}
	}
	return all
}

// earlier are connections from before LinkedIn's window. Some have hidden their profile since. An
// archive without addresses also has namesakes of people who did not accept.
func earlier(o *office, r *recruiter, crowd *crowd) []connection {
	chance := newDice("earlier " + r.name())
	var all []connection
	for range chance.between(230, 290) {
		on := o.asOf.AddDate(0, 0, -chance.between(o.days+2, 2400))
		all = append(all, connection{person: crowd.person(r.trade), on: on, hidden: chance.chance(.035)})
	}
	if !o.byName {
		return all
	}
	namesakes := 0
	for i, one := range o.requests {
		if i >= 40+100*namesakes && !one.accepted && namesakes < 3 {
			namesake := crowd.person(r.trade)
			namesake.first, namesake.last = one.person.first, one.person.last
			all = append(all, connection{person: namesake, on: o.asOf.AddDate(0, 0, -chance.between(600, 1500))})
			namesakes++
		}
	}
	return all
}

// profile is Profile.csv.
func profile(r *recruiter) string {
	rows := table{delimiter: ",", lineEnd: "\n"}
	rows.add("First Name", "Last Name", "Maiden Name", "Address", "Birth Date", "Headline", "Summary", "Industry", "Zip Code", "Geo Location", "Twitter Handles", "Websites", "Instant Messengers")
	summary := fmt.Sprintf("I recruit %s, from %s.", r.trade.people, r.base)
	rows.add(r.first, r.last, "", "", "", r.headline, summary, "Staffing and Recruiting", "", r.base, "", "[COMPANY:recruiting.example.com]", "")
	return rows.String()
}

// registration is Registration.csv.
func registration(o *office, r *recruiter) string {
	rows := table{delimiter: ",", lineEnd: "\n"}
	rows.add("Registered At", "Registration Ip", "Subscription Types")
	chance := newDice("registration " + r.name())
	registered := o.asOf.AddDate(-9, 0, -chance.below(900)).In(pacific)
	rows.add(registered.Format("1/2/06, 3:04 PM"), fmt.Sprintf("192.0.2.%d", chance.between(1, 254)), "Premium Business")
	return rows.String()
}
