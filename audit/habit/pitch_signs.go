package habit

import (
	"strings"

	"outreachaudit/audit/text"
)

// Hosts, and the ends of hosts after a dot, where people book time.
var calendarHosts = []string{"calendly.com", "cal.com", "tidycal.com", "savvycal.com", "zcal.co", "koalendar.com", "youcanbook.me",
	"chilipiper.com", "oncehub.com", "acuityscheduling.com", "calendar.app.google", "calendar.google.com", "meetings.hubspot.com",
	"outlook.office365.com", "outlook.office.com", "bookings.cloud.microsoft", "appoint.ly", "doodle.com", "motion.com", "fantastical.app",
	"reclaim.ai", "setmore.com", "simplybook.me", "picktime.com", "vyte.in", "meetergo.com", "app.lemcal.com"}

// Hosts where jobs are published or applied for.
var jobHosts = []string{"lever.co", "greenhouse.io", "ashbyhq.com", "workable.com", "smartrecruiters.com", "myworkdayjobs.com", "indeed.com",
	"bamboohr.com", "recruitee.com", "teamtailor.com", "personio.de", "personio.com", "jobvite.com", "icims.com", "breezy.hr", "stepstone.de",
	"totaljobs.com", "reed.co.uk", "seek.com.au", "naukri.com", "welcometothejungle.com", "wellfound.com", "jobs", "taleo.net", "join.com",
	"otta.com", "cv-library.co.uk", "monster.com", "dice.com", "ziprecruiter.com", "rippling-ats.com", "pinpointhq.com", "hirehive.com",
	"applytojob.com", "zohorecruit.com", "bullhornreach.com", "hh.ru", "pracuj.pl", "infojobs.net"}

// Folders of a path, and first labels of a host, that hold vacancies.
var jobFolders = setOf("jobs", "job", "careers", "career", "vacancies", "vacancy", "openings", "positions", "join-us", "apply", "work-with-us",
	"karriere", "stellenangebote", "hiring")

// linkPitches is the links of a note that lead to a calendar or a job.
func linkPitches(n *passage) []Evidence {
	var found []Evidence
	for i := range n.Tokens {
		token := &n.Tokens[i]
		if token.Kind != text.Link || strings.Contains(token.Text, "@") {
			continue
		}
		host, path := token.Host(), token.Path()
		switch {
		case isHost(host, calendarHosts):
			found = append(found, evidence(&n.Prose, i, i, "links to a calendar"))
		case isHost(host, jobHosts), inJobFolder(host, path):
			found = append(found, evidence(&n.Prose, i, i, "links to a job"))
		}
	}
	return found
}

func isHost(host string, known []string) bool {
	for _, end := range known {
		if head, ok := strings.CutSuffix(host, end); ok && (head == "" || strings.HasSuffix(head, ".")) {
			return true
		}
	}
	return false
}

func inJobFolder(host, path string) bool {
	first, _, _ := strings.Cut(host, ".")
	if jobFolders[first] {
		return true
	}
	path, _, _ = strings.Cut(path, "?")
	for folder := range strings.SplitSeq(path, "/") {
		if jobFolders[folder] {
			return true
		}
	}
	return false
}

// Words that alone, or with one other, make a question after an offer: "Interested?", "Any interest?"
var briefQuestions = tokensOf("interested", "interest", "keen", "tempted", "intrigued", "thoughts", "game", "curious",
	"fancy", "in", "about", "free", "available", "suit", "worth", "up")

// Words that open a short question about the reader instead: "What about you?"
var asksBack = setOf("what", "how", "where", "when", "why", "who", "which")

const longestBriefAsk = 3 // words of a question that is nothing but its keyword

func mayAskBriefly(n *passage) bool {
	for i := range n.Tokens {
		if token := &n.Tokens[i]; token.Kind == text.Money || briefQuestions.has(token) {
			return true
		}
	}
	return false
}

// briefAsks is the sentences that are nothing but a question of interest.
func (c *context) briefAsks() []Evidence {
	var found []Evidence
	for i := range c.Tokens {
		if c.piece[i] < 0 || !briefQuestions.has(&c.Tokens[i]) {
			continue
		}
		span := c.Pieces[c.piece[i]].Span
		words := 0
		for _, other := range c.piece {
			if other == c.piece[i] {
				words++
			}
		}
		first := c.Text[span.Start:span.End]
		if words <= longestBriefAsk && !asksBack[strings.ToLower(strings.SplitN(first, " ", 2)[0])] && strings.HasSuffix(c.Text[span.Start:span.End], "?") {
			found = append(found, evidence(&c.Prose, i, i, "asks whether the reader wants to hear more"))
		}
	}
	return found
}

// Words that make an amount of money something else than pay.
var otherMoney = tokensOf("raise", "raised", "raising", "round", "seed", "series", "funding", "fund", "funded", "grant", "charity", "donated",
	"campaign", "saved", "saving", "revenue", "arr", "valuation", "exit", "deal", "auction", "prize", "won", "fundraiser", "fundraising",
	"budget", "cost", "sold", "your")

// salaries is the amounts that look like pay: in thousands, and not raised, saved or won.
func (c *context) salaries() []Evidence {
	var found []Evidence
	for i := range c.Tokens {
		token := &c.Tokens[i]
		if token.Kind != text.Money || !strings.HasSuffix(token.Text, "k") {
			continue
		}
		other := false
		for j := range c.Tokens {
			other = other || c.piece[j] == c.piece[i] && otherMoney.has(&c.Tokens[j])
		}
		if m := (text.Match{First: i, Last: i}); !other && !c.denied(m) {
			found = append(found, evidence(&c.Prose, i, i, "names what a job pays"))
		}
	}
	return found
}
