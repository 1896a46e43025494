package main

import (
	"fmt"
	"strings"
)

// tables are the four tables of the README, in Markdown.
func tables(all []*office) string {
	return fileTable(all) + "\n" + recruiterTable(all) + "\n" + habitTable(all) + "\n" + messageTable(all)
}

func fileTable(all []*office) string {
	var text strings.Builder
	text.WriteString("| file | made on | rows | outgoing | incoming | unreadable | accepted | mature | accepted of mature | young | older than 180 days |\n|---|---|---|---|---|---|---|---|---|---|---|\n")
	row := func(name, asOf string, requests []*request, incoming, broken int) {
		accepted, counts := 0, map[standing]int{}
		ripe := 0
		for _, one := range requests {
			counts[one.standing]++
			if one.accepted {
				accepted++
				if one.standing == mature {
					ripe++
				}
			}
		}
		fmt.Fprintf(&text, "| %s | %s | %d | %d | %d | %d | %d | %d | %d | %d | %d |\n", name, asOf, len(requests)+incoming+broken,
			len(requests), incoming, broken, accepted, counts[mature], ripe, counts[young], counts[outside])
	}
	incoming, broken := 0, 0
	for _, o := range all {
		row("`"+o.name+"`", o.asOf.Format("2006-01-02"), o.requests, o.incoming, o.broken)
		incoming, broken = incoming+o.incoming, broken+o.broken
	}
	row("together", "", everything(all), incoming, broken)
	return text.String()
}

func recruiterTable(all []*office) string {
	var text strings.Builder
	text.WriteString("| recruiter | trade | sent | own notes | of these pitch | of these long | accepted, no own note | own note, no pitch | own note, pitch | short | long |\n|---|---|---|---|---|---|---|---|---|---|---|\n")
	for _, o := range all {
		for _, r := range o.recruiters {
			var sent int
			var owned, pitched, long count
			rates := [5]count{}
			for _, one := range o.requests {
				if one.recruiter != r {
					continue
				}
				sent++
				owned.add(one.kind == own)
				if one.kind == own {
					pitched.add(one.pitch)
					long.add(one.long)
				}
				if one.standing != mature {
					continue
				}
				if one.kind != own {
					rates[0].add(one.accepted)
					continue
				}
				rates[1+oneIf(one.pitch)].add(one.accepted)
				rates[3+oneIf(one.long)].add(one.accepted)
			}
			fmt.Fprintf(&text, "| %s | %s | %d | %.0f %% | %.0f %% | %.0f %% |", r.name(), r.trade.people, sent, 100*owned.rate(), 100*pitched.rate(), 100*long.rate())
			for _, rate := range rates {
				fmt.Fprintf(&text, " %s |", rate)
			}
			text.WriteString("\n")
		}
	}
	return text.String()
}

func habitTable(all []*office) string {
	var text strings.Builder
	text.WriteString("| habit | accepted with it | without it | difference, pooled | difference within recruiters | p |\n|---|---|---|---|---|---|\n")
	for _, h := range habits {
		a := associate(h, everything(all))
		p := fmt.Sprintf("%.2f", a.p)
		if a.p < .001 {
			p = "< 0.001"
		}
		fmt.Fprintf(&text, "| `%s` | %s | %s | %+.1f points | %+.1f points | %s |\n", a.habit, a.with, a.without, 100*a.crude, 100*a.within, p)
	}
	return text.String()
}

// oneIf is 1 for true, to choose from a pair.
func oneIf(b bool) int {
	if b {
		return 1
	}
	return 0
}

// replyDays is how long a message must have had to be answered.
const replyDays = 14

// answers counts first messages that had their time, to people who had not written before: those that pitch, and the others.
func answers(o *office, r *recruiter) (pitches, others count) {
	for _, one := range o.requests {
		if one.recruiter != r || one.first == nil || one.first.early || o.asOf.Sub(one.first.sent).Hours() < (replyDays+1)*24 {
			continue
		}
		if one.first.pitch {
			pitches.add(one.first.answered)
		} else {
			others.add(one.first.answered)
		}
	}
	return pitches, others
}

func messageTable(all []*office) string {
	var text strings.Builder
	text.WriteString("| recruiter | accepted | of these were sent a message | pitches answered | other first messages answered |\n|---|---|---|---|---|\n")
	for _, o := range all {
		if !o.linkedIn {
			continue
		}
		var messaged count
		for _, one := range o.requests {
			if one.accepted {
				messaged.add(one.first != nil)
			}
		}
		pitches, others := answers(o, o.recruiters[0])
		fmt.Fprintf(&text, "| %s | %d | %.0f %% | %s | %s |\n", o.recruiters[0].name(), messaged.all, 100*messaged.rate(), pitches, others)
	}
	return text.String()
}
