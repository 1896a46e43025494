package export

import "time"

// A Format is one known kind of export. Adding one is adding a value to Formats, with a sample under
// testdata/formats.
type Format struct {
	ID       string
	Doc      string             // what it is, and where a user gets this file
	Marks    [][]string         // columns, folded, by which a tool is told from others: one group must be there as a whole; nil for formats known by their fields
	Alone    bool               // the columns of a group are all that the table has
	Headers  map[Field][]string // names seen in the wild, folded by foldHeader; the first one present is read
	Required [][]Field          // one of these groups must be there as a whole
	Statuses map[string]Outcome // status words of this tool, folded, over those that all formats share
	Unsent   bool               // a row without a date of sending is of a person who was never invited
	Order    dateOrder          // of numeric dates; unknown means that the column decides
	Zone     *time.Location     // of times without an offset; UTC means as written
	Window   int                // days back for which the export is complete; 0 means without limit
	Role     role
}

// A role is what a table is for.
type role uint8

const (
	requests      role = iota // one row a sent request
	connections               // who accepted
	conversations             // what was written to whom
	noRequests                // a table that is known, and not needed
)

// linkedInWindow is how long LinkedIn lists an invitation after its last change (measured: older
// accepted invitations are never listed, so the older rows that are listed are a biased rest).
const linkedInWindow = 180

// pacific is the zone of LinkedIn's Sent At, wherever the member lives.
var pacific = mustZone("America/Los_Angeles")

// Ids of the formats that belong together.
const (
	linkedInInvitations = "linkedin-invitations"
	linkedInConnections = "linkedin-connections"
	linkedInMessages    = "linkedin-messages"
)

func formatIDs() []string {
	var ids []string
	for _, format := range Formats {
		ids = append(ids, format.ID)
	}
	return ids
}

// Formats in the order in which they are tried; the first whose required columns are all there wins.
var Formats = []*Format{
	{
		ID:  "heyreach-conversations",
		Doc: "HeyReach: conversations, one row for each; they do not tell which requests were sent",
		Marks: [][]string{
			{"conversationid", "leadprofileurl"},
			{"workspace", "connectionssent", "connectionsaccepted"},
		},
		Headers:  map[Field][]string{FieldID: {"conversationid", "workspace"}},
		Required: [][]Field{{FieldID}},
		Role:     noRequests,
	},
	{
		ID:  "linkedin-other",
		Doc: "LinkedIn's own data archive: a table of comments, follows, recommendations or the like",
		Marks: [][]string{
			{"date", "link", "message"}, {"date", "status", "fullname"}, {"date", "link", "optiontext"}, {"date", "type", "link"},
			{"firstname", "lastname", "company", "jobtitle", "text", "creationdate", "status"},
		},
		Alone:    true,
		Headers:  map[Field][]string{FieldSent: {"date", "creationdate"}},
		Required: [][]Field{{FieldSent}},
		Role:     noRequests,
	},
	{
		ID:  linkedInMessages,
		Doc: "LinkedIn's own data archive: messages.csv, which tells what followed an acceptance",
		Headers: map[Field][]string{
			FieldID: {"conversationid"}, FieldConversation: {"conversationtitle"}, FieldDirection: {"direction"},
			FieldRecruiter: {"from"}, FieldRecruiterProfile: {"senderprofileurl"},
			FieldRecipient: {"to"}, FieldProfile: {"recipientprofileurls", "recipientprofileurl"},
			FieldSent: {"date"}, FieldSubject: {"subject"}, FieldNote: {"content"}, FieldStatus: {"folder"},
			FieldDraft: {"ismessagedraft"}, FieldConversationDraft: {"isconversationdraft"},
		},
		Required: [][]Field{{FieldID, FieldNote, FieldSent}, {FieldRecruiter, FieldNote, FieldSent, FieldStatus}},
		Order:    monthFirst,
		Zone:     time.UTC,
		Role:     conversations,
	},
	{
		ID:  linkedInInvitations,
		Doc: "LinkedIn's own data archive (Settings, Data privacy, Get a copy of your data): Invitations.csv",
		Headers: map[Field][]string{
			FieldRecruiter:        {"from"},
			FieldRecipient:        {"to"},
			FieldSent:             {"sentat", "datesent"},
			FieldNote:             {"message"},
			FieldDirection:        {"direction"},
			FieldRecruiterProfile: {"inviterprofileurl"},
			FieldProfile:          {"inviteeprofileurl"},
			FieldStatus:           {"status"},
			FieldAccepted:         {"acceptedat", "acceptedon", "accepted"},
		},
		Required: [][]Field{{FieldRecruiter, FieldSent, FieldDirection}},
		Order:    monthFirst,
		Zone:     pacific,
		Window:   linkedInWindow,
	},
	{
		ID:  linkedInConnections,
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
		ID:    "expandi",
		Doc:   "Expandi: contacts of a campaign",
		Marks: [][]string{{"profilelink", "invitedat"}, {"contactstatus", "profilelink"}, {"objecturn", "publicidentifier"}},
		Headers: map[Field][]string{
			FieldRecruiter: {"ownedby"}, FieldSent: {"invitedat"}, FieldAccepted: {"connectedat"},
			FieldRecipient: {"name"}, FieldFirstName: {"firstname"}, FieldLastName: {"lastname"}, FieldProfile: {"profilelink", "profilelinkpublicidentifier"},
			FieldCompany: {"companyname"}, FieldTitle: {"jobtitle"}, FieldLocation: {"location"},
		},
		Required: [][]Field{{FieldSent, FieldProfile}, {FieldSent, FieldFirstName}, {FieldSent, FieldRecipient}},
		Unsent:   true,
		Zone:     time.UTC,
	},
	{
		ID:    "waalaxy",
		Doc:   "Waalaxy: prospects",
		Marks: [][]string{{"connectionrequestdate", "linkedinurl"}, {"prospectlist", "linkedinurl"}},
		Headers: map[Field][]string{
			FieldSent: {"connectionrequestdate"}, FieldAccepted: {"connectedat"},
			FieldFirstName: {"firstname"}, FieldLastName: {"lastname"}, FieldProfile: {"linkedinurl"},
			FieldCompany: {"companyname"}, FieldTitle: {"jobtitle", "occupation"}, FieldLocation: {"location"},
			FieldMessaged: {"messagesent"}, FieldReplied: {"lastreplydetecteddate"}, FieldHasReplied: {"messagereplied", "lastreplydetected"},
		},
		Required: [][]Field{{FieldSent, FieldProfile}, {FieldSent, FieldFirstName}},
		Unsent:   true,
		Zone:     time.UTC,
	},
	{
		ID:    "linked-helper",
		Doc:   "Linked Helper 2: profiles of a campaign",
		Marks: [][]string{{"publicid", "hashid"}, {"lhid"}, {"memberdistance", "profileurl"}},
		Headers: map[Field][]string{
			FieldSent: {"inviteddateiso", "inviteddate"}, FieldAccepted: {"connectedatiso", "connectedat"},
			FieldRecipient: {"fullname"}, FieldFirstName: {"firstname"}, FieldLastName: {"lastname"}, FieldProfile: {"profileurl"},
			FieldCompany: {"currentcompany", "organization1"}, FieldTitle: {"currentcompanyposition", "headline"}, FieldLocation: {"locationname"},
			FieldFirstMessage: {"message1text"}, FieldMessaged: {"message1sendat"}, FieldReplied: {"repliedmessage1sendat"},
		},
		Required: [][]Field{{FieldSent, FieldProfile}, {FieldSent, FieldRecipient}, {FieldSent, FieldFirstName}},
		Unsent:   true,
		Zone:     time.UTC,
	},
	{
		ID:    "phantombuster",
		Doc:   "PhantomBuster: Network Booster or Auto Connect, which does not tell who accepted",
		Marks: [][]string{{"baseurl", "timestamp"}},
		Headers: map[Field][]string{
			FieldSent: {"timestamp"}, FieldError: {"error"}, FieldNote: {"message"}, FieldRecipient: {"fullname", "name"},
			FieldFirstName: {"firstname"}, FieldLastName: {"lastname"}, FieldProfile: {"profileurl", "baseurl"},
			FieldCompany: {"company", "companyname", "currentcompany"}, FieldTitle: {"headline", "jobtitle", "title"}, FieldLocation: {"location"},
		},
		Required: [][]Field{{FieldSent, FieldProfile}},
		Zone:     time.UTC,
	},
	{
		ID:    "heyreach",
		Doc:   "HeyReach: leads of a campaign",
		Marks: [][]string{{"leadconnectionstatus"}},
		Headers: map[Field][]string{
			FieldID: {"id", "leadid"}, FieldRecruiter: {"sendername", "linkedinsendername", "linkedinsenderfullname", "senderemail"}, FieldStatus: {"leadconnectionstatus"},
			FieldSent:      {"connectionsentat", "connectionrequestsentat", "invitedat", "sentat"},
			FieldAccepted:  {"connectionacceptedat", "connectedat"},
			FieldRecipient: {"leadname", "fullname", "name"}, FieldFirstName: {"leadfirstname", "firstname"}, FieldLastName: {"leadlastname", "lastname"},
			FieldProfile: {"leadprofileurl", "profileurl", "linkedinurl"}, FieldCompany: {"leadcompany", "companyname", "company"},
			FieldTitle: {"leadposition", "position", "leadheadline", "headline"}, FieldLocation: {"leadlocation", "location"}, FieldNote: {"connectionnote", "note", "connectionmessage"},
			FieldHasReplied: {"leadmessagestatus"},
		},
		Required: [][]Field{{FieldStatus, FieldProfile}, {FieldStatus, FieldRecipient}, {FieldStatus, FieldFirstName}},
		Statuses: map[string]Outcome{"none": neverSent, "connectionsent": Pending, "connectionaccepted": Accepted},
		Zone:     time.UTC,
	},
	{
		ID:    "lemlist",
		Doc:   "lemlist: contacts; the dates of invitations are not in them",
		Marks: [][]string{{"leadstatus", "addedtolemlist"}, {"leadstatus", "firstcontacteddate"}},
		Headers: map[Field][]string{
			FieldRecruiter: {"owner"}, FieldStatus: {"leadstatus"}, FieldRecipient: {"fullname", "name"}, FieldFirstName: {"firstname"}, FieldLastName: {"lastname"},
			FieldProfile: {"linkedinurl"}, FieldCompany: {"companyname"}, FieldTitle: {"jobtitle"},
		},
		Required: [][]Field{{FieldStatus, FieldFirstName}, {FieldStatus, FieldRecipient}, {FieldStatus, FieldProfile}},
		Statuses: byOutcome(map[Outcome][]string{
			neverSent: {"emailbounced", "unsubscribedfromemail", "emailsent", "emailopened", "emailclicked", "emailreplied", "imported", "scanned", "reviewed", "linkedinsendfailed"},
			Pending:   {"linkedininvitesent", "linkedininvitedone"}, Accepted: {"linkedininviteaccepted", "linkedinreplied", "linkedinsent", "linkedinopened"},
		}),
		Zone: time.UTC,
	},
	{
		ID:    "dripify",
		Doc:   "Dripify: leads of a campaign; the dates of invitations are not in them",
		Marks: [][]string{{"campaignname", "linkedinurl", "status", "tags"}},
		Headers: map[Field][]string{
			FieldStatus: {"status"}, FieldFirstName: {"firstname"}, FieldLastName: {"lastname"}, FieldProfile: {"linkedinurl"},
			FieldCompany: {"companyname"}, FieldTitle: {"headline"}, FieldLocation: {"location"},
			FieldSent: {"invitedat", "invitationsentat", "connectionrequestdate", "sentat"}, FieldAccepted: {"connectedat", "acceptedat"},
		},
		Required: [][]Field{{FieldStatus, FieldProfile}},
		Zone:     time.UTC,
	},
	{
		ID:      "generic",
		Doc:     "any CSV with a header and a row per request, such as an outreach tool's export",
		Headers: genericHeaders,
		Required: [][]Field{
			{FieldSent, FieldRecipient}, {FieldSent, FieldFirstName}, {FieldSent, FieldLastName}, {FieldSent, FieldProfile}, {FieldSent, FieldNote},
			{FieldNote, FieldStatus}, {FieldNote, FieldAccepted}, {FieldNote, FieldRecipient}, {FieldNote, FieldFirstName}, {FieldNote, FieldProfile}, {FieldNote, FieldRecruiter},
		},
		Zone: time.UTC,
	},
}
