package export

import "strings"

// statusWords are the words of status columns, folded by foldHeader. A reply shows that the request was
// accepted, since only connections can write. A word that is not here is unknown, never a guess.
var statusWords = map[string]Outcome{
	"accepted": Accepted, "connected": Accepted, "connectionaccepted": Accepted, "requestaccepted": Accepted,
	"inviteaccepted": Accepted, "invitationaccepted": Accepted, "linkedininviteaccepted": Accepted,
	"connectionrequestaccepted": Accepted, "replied": Accepted, "messagereply": Accepted,

	"pending": Pending, "sent": Pending, "invited": Pending, "waiting": Pending, "open": Pending, "noresponse": Pending,
	"noanswer": Pending, "noreply": Pending, "connectionsent": Pending, "connectionrequestsent": Pending,
	"invitesent": Pending, "invitationsent": Pending, "linkedininvitesent": Pending, "requestsent": Pending,
	"invitationpending": Pending, "connectionpending": Pending, "awaitingresponse": Pending,

	"declined": Declined, "rejected": Declined, "refused": Declined, "denied": Declined,

	"withdrawn": Withdrawn, "cancelled": Withdrawn, "canceled": Withdrawn, "retracted": Withdrawn,
	"revoked": Withdrawn, "invitationwithdrawn": Withdrawn,

	"notaccepted": NotAccepted, "ignored": NotAccepted, "expired": NotAccepted, "notconnected": NotAccepted,
	"unanswered": NotAccepted, "unaccepted": NotAccepted,
}

// answers are the words of a column "accepted" that holds no dates.
var answers = map[string]Outcome{
	"yes": Accepted, "y": Accepted, "true": Accepted, "1": Accepted, "x": Accepted, "accepted": Accepted,
	"no": NotAccepted, "n": NotAccepted, "false": NotAccepted, "0": NotAccepted, "notaccepted": NotAccepted, "pending": Pending,
}

// placeholders are what people write into a column of dates for "no date".
var placeholders = map[string]bool{"-": true, "--": true, "–": true, "—": true, "n/a": true, "na": true, "none": true, "null": true, "nil": true}

// lookUp finds the outcome of a word; ok is false for words that are not known, and for "".
func lookUp(words map[string]Outcome, word string) (outcome Outcome, ok bool) {
	outcome, ok = words[strings.ToLower(word)] // the usual case, without a copy
	if !ok {
		outcome, ok = words[foldHeader(word)]
	}
	return outcome, ok
}
