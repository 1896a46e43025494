package export

import "time"

// A Field is what a column means to us.
type Field string

// The fields. Recipient is a full name; FirstName and LastName stand in for it.
const (
	FieldID               Field = "request id"
	FieldRecruiter        Field = "recruiter"
	FieldRecruiterProfile Field = "recruiter profile"
	FieldDirection        Field = "direction"
	FieldSent             Field = "sent"
	FieldRecipient        Field = "recipient"
	FieldFirstName        Field = "first name"
	FieldLastName         Field = "last name"
	FieldProfile          Field = "profile"
	FieldCompany          Field = "company"
	FieldTitle            Field = "title"
	FieldLocation         Field = "location"
	FieldNote             Field = "note"
	FieldStatus           Field = "status"
	FieldAccepted         Field = "accepted"
)

// A Format is one known kind of export. Adding one is adding a value to Formats.
type Format struct {
	ID       string
	Doc      string             // where a user gets this file
	Headers  map[Field][]string // names seen in the wild, folded by foldHeader; the first one present is read
	Required [][]Field          // one of these groups must be there as a whole
	Order    dateOrder          // of numeric dates; unknown means that the column decides
	Zone     *time.Location     // of times without an offset; UTC means as written
	Window   int                // days back for which the export is complete; 0 means without limit
	Role     role
}

// A role is what a table is for.
type role uint8

const (
	requests    role = iota // one row a sent request
	connections             // who accepted
	noRequests              // a table that is known, and not needed
)

// linkedInWindow is how long LinkedIn lists an invitation after its last change (measured: older
// accepted invitations are never listed, so the older rows that are listed are a biased rest).
const linkedInWindow = 180

// pacific is the zone of LinkedIn's Sent At, wherever the member lives.
var pacific = mustZone("America/Los_Angeles")

// Formats in the order in which they are tried; the first whose required columns are all there wins.
var Formats = []*Format{
	{
		ID:  "linkedin-messages",
		Doc: "LinkedIn's own data archive: messages.csv",
		Headers: map[Field][]string{
			FieldID: {"conversationid"}, FieldRecruiter: {"from"}, FieldSent: {"date"}, FieldNote: {"content"}, FieldStatus: {"folder"},
		},
		Required: [][]Field{{FieldID, FieldNote, FieldSent}, {FieldRecruiter, FieldNote, FieldSent, FieldStatus}},
		Role:     noRequests,
	},
	{
		ID:  "linkedin-invitations",
		Doc: "LinkedIn's own data archive (Settings, Data privacy, Get a copy of your data): Invitations.csv",
		Headers: map[Field][]string{
			FieldRecruiter:        {"from"},
			FieldRecipient:        {"to"},
			FieldSent:             {"sentat", "datesent"},
			FieldNote:             {"message"},
			FieldDirection:        {"direction"},
			FieldRecruiterProfile: {"inviterprofileurl"},
			FieldProfile:          {"inviteeprofileurl"},
		},
		Required: [][]Field{{FieldRecruiter, FieldSent, FieldDirection}},
		Order:    monthFirst,
		Zone:     pacific,
		Window:   linkedInWindow,
	},
	{
		ID:  "linkedin-connections",
		Doc: "LinkedIn's own data archive: Connections.csv, which tells who accepted",
		Headers: map[Field][]string{
			FieldFirstName: {"firstname"},
			FieldLastName:  {"lastname"},
			FieldProfile:   {"url"},
			FieldAccepted:  {"connectedon"},
		},
		Required: [][]Field{{FieldFirstName, FieldLastName, FieldAccepted}},
		Order:    monthFirst,
		Zone:     time.UTC,
		Role:     connections,
	},
	{
		ID:       "generic",
		Doc:      "any CSV with a header and a row per request, such as an outreach tool's export",
		Headers:  genericHeaders,
		Required: [][]Field{{FieldSent, FieldRecipient}, {FieldSent, FieldFirstName}, {FieldSent, FieldLastName}, {FieldSent, FieldProfile}, {FieldSent, FieldNote}, {FieldNote, FieldStatus}, {FieldNote, FieldAccepted}, {FieldNote, FieldRecipient}, {FieldNote, FieldFirstName}, {FieldNote, FieldProfile}, {FieldNote, FieldRecruiter}},
		Zone:     time.UTC,
	},
}

// genericHeaders are the column names of outreach tools, trackers and spreadsheets.
var genericHeaders = map[Field][]string{
	FieldID:        {"requestid", "invitationid", "inviteid", "connectionrequestid", "id"},
	FieldRecruiter: {"recruiter", "recruitername", "sender", "sendername", "senderfullname", "sentby", "owner", "ownedby", "linkedinaccount", "accountname", "account", "from", "consultant", "sourcer", "teammember", "user", "username"},
	FieldSent: {
		"sentat", "senton", "sent", "datesent", "sentdate", "invitedatiso", "invitedat", "inviteddateiso", "inviteddate", "invitedon", "invitesentat",
		"invitesent", "invitationsentat", "invitationsent", "invitationdate", "connectionrequestdate", "connectionrequestsentat", "connectionrequestsent",
		"requestsentat", "requestsent", "requestdate", "requestedat", "requestedon", "timestamp", "date",
	},
	FieldRecipient: {"recipient", "recipientname", "recipientfullname", "to", "fullname", "name", "candidate", "candidatename", "prospect", "prospectname", "lead", "leadname", "contact", "contactname", "invitee", "inviteename"},
	FieldFirstName: {"firstname", "recipientfirstname", "leadfirstname", "contactfirstname", "candidatefirstname", "givenname", "forename"},
	FieldLastName:  {"lastname", "recipientlastname", "leadlastname", "contactlastname", "candidatelastname", "surname", "familyname"},
	FieldProfile: {
		"inviteeprofileurl", "recipientprofileurl", "recipientprofile", "leadprofileurl", "profileurl", "profilelink", "linkedinprofileurl", "linkedinprofile",
		"linkedinurl", "linkedin", "prospecturl", "candidateurl", "profile", "url", "baseurl",
	},
	FieldCompany:  {"company", "companyname", "currentcompany", "recipientcompany", "leadcompany", "employer", "organization", "organisation"},
	FieldTitle:    {"title", "jobtitle", "position", "currentposition", "currenttitle", "headline", "leadheadline", "recipienttitle", "occupation", "role"},
	FieldLocation: {"location", "locationname", "recipientlocation", "leadlocation", "city", "region"},
	FieldNote: {
		"note", "connectionnote", "invitationnote", "invitenote", "requestnote", "notetext", "message", "invitationmessage", "invitemessage", "connectionmessage",
		"connectionrequestmessage", "connectionrequestnote", "requestmessage", "messagetext", "text",
	},
	FieldStatus:   {"status", "requeststatus", "connectionstatus", "connectionrequeststatus", "invitationstatus", "invitestatus", "outcome", "response", "result", "state", "leadstatus", "contactstatus"},
	FieldAccepted: {"acceptedat", "acceptedon", "accepteddate", "dateaccepted", "acceptancedate", "accepted", "connectedatiso", "connectedat", "connectedon", "connecteddate", "connectiondate", "connectionaccepted", "connectionacceptedat", "inviteaccepted", "inviteacceptedat"},
}
