package main

import (
	"encoding/base64"
	"fmt"
	"slices"
	"time"
)

// A message is a row of messages.csv.
type message struct {
	conversation string
	to           *person // nil when the recruiter is the recipient
	from         *person // nil when the recruiter is the sender
	sent         time.Time
	content      string
}

// thanks are first messages that do not pitch.
var thanks = []string{
	"Thank you for connecting, {first}!",
	"Thanks for accepting, {first}. How is {city} treating you?",
	"Good to be connected. Which part of {topic} keeps you busiest at the moment?",
	"Thank you, {first}. I will follow what you write about {topic}.",
	"Lovely, thanks! Did you enjoy {event}?",
}

// replies are what new connections answer.
var replies = []string{
	"Thanks, nice to meet you too.",
	"Hello, thank you for the note!",
	"Thank you! Busy weeks here, but all good.",
	"Hi, glad you liked it.",
	"Thanks for reaching out. I am happy where I am.",
	"Sure, happy to be connected.\nHave a good week.",
}

// messages is messages.csv, newest first. The note of an accepted invitation is the first message
// of its conversation, sent at the moment of acceptance.
func messages(o *office, r *recruiter) string {
	chance := newDice("messages " + r.name())
	compose := &composer{o, r, chance, nil}
	var all []message
	for _, one := range o.requests {
		if one.accepted {
			all = append(all, conversation(compose, one)...)
		}
	}
	slices.SortStableFunc(all, func(a, b message) int { return b.sent.Compare(a.sent) })
	rows := table{delimiter: ",", lineEnd: "\n", quoteAll: !o.byName}
	rows.add(messageFields(o, "CONVERSATION ID", "CONVERSATION TITLE", "FROM", "SENDER PROFILE URL", "TO", "RECIPIENT PROFILE URLS", "DATE", "SUBJECT", "CONTENT", "FOLDER", "ATTACHMENTS")...)
	for _, one := range all {
		from, fromSlug, to, toSlug := r.name(), r.slug(), r.name(), r.slug()
		if one.from != nil {
			from, fromSlug = one.from.display(), one.from.slug
		} else {
			to, toSlug = one.to.display(), one.to.slug
		}
		date := one.sent.UTC().Format("2006-01-02 15:04:05 UTC")
		rows.add(messageFields(o, one.conversation, "", from, profileAddress+fromSlug, to, profileAddress+toSlug, date, "", one.content, "INBOX", "")...)
	}
	return rows.String()
}

// messageFields leaves out what archives of 2022 did not have.
func messageFields(o *office, fields ...string) []string {
	if o.byName {
		return slices.Delete(fields[:len(fields)-1], 5, 6)
	}
	return fields
}

// conversation is what was said after an acceptance: often nothing but the note.
func conversation(compose *composer, one *request) []message {
	chance, r := compose.chance, compose.recruiter
	identity := fmt.Sprintf("%08x-%04x-4%03x-8%03x-%012x_100", chance.below(1<<32), chance.below(1<<16), chance.below(1<<12), chance.below(1<<12), chance.below(1<<48))
	thread := message{conversation: "2-" + base64.StdEncoding.EncodeToString([]byte(identity)), to: &one.person, sent: one.acceptedAt}
	var all []message
	add := func(from *person, hours int, content string) {
		next := thread
		thread.sent = thread.sent.Add(time.Duration(hours*3600+chance.below(3600)) * time.Second)
		next.from, next.sent, next.content = from, thread.sent, content
		if thread.sent.Before(compose.office.asOf) {
			all = append(all, next)
		}
	}
	if one.kind == own {
		next := thread
		next.content = one.typed
		all = append(all, next)
	}
	early := chance.chance(.12)
	if early {
		add(&one.person, chance.between(0, 30), chance.pick(replies))
	}
	if !chance.chance(messageShare) {
		return all
	}
	one.first = &firstMessage{pitch: chance.chance(r.fastPitch), early: early}
	one.first.sent = thread.sent
	content, answers := chance.pick(thanks), answeredThanks
	if one.first.pitch {
		content, answers = pitchAfter(compose), answeredPitch
	}
	before := len(all)
	add(nil, chance.between(0, 90), compose.fill(content, one.person))
	if len(all) == before {
		one.first = nil // after the archive was made
		return all
	}
	one.first.sent = thread.sent
	if chance.chance(answers) {
		before = len(all)
		add(&one.person, chance.between(1, 90), chance.pick(replies))
		one.first.answered = len(all) > before
	}
	return all
}

// How many new connections get a message, and how many of these answer: the planted effect.
const (
	messageShare   = .75
	answeredThanks = .46
	answeredPitch  = .14
)

// A firstMessage is the truth about the first message after an acceptance.
type firstMessage struct {
	sent            time.Time
	pitch, answered bool
	early           bool // the new connection had written before
}

// pitchAfter is a pitch for a new connection: written each time, or pasted.
func pitchAfter(compose *composer) string {
	words, chance := compose.recruiter.style, compose.chance
	if !compose.recruiter.pastesPitch {
		return chance.pick(words.pitches) + " " + chance.pick(words.asks)
	}
	return "Thanks for connecting, {first}! I look after {people} at {firm}, and I am helping a lovely team near you hire a {job} right now. " + words.asks[0]
}
