package export

import "strings"

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
	FieldError            Field = "error" // why a tool did not send the request; empty when it did

	// What a tool tells of the time after acceptance.
	FieldFirstMessage Field = "first message" // its text
	FieldMessaged     Field = "messaged"      // when the first message was sent, or whether
	FieldReplied      Field = "replied"       // when the recipient answered, or whether
	FieldHasReplied   Field = "has replied"   // whether, beside a column that says when

	// Of messages alone.
	FieldSubject           Field = "subject"
	FieldConversation      Field = "conversation" // its title
	FieldDraft             Field = "draft"
	FieldConversationDraft Field = "conversation draft"
)

// Fields in the order in which columns are given to them.
var Fields = []Field{
	FieldID, FieldRecruiter, FieldRecruiterProfile, FieldDirection, FieldSent, FieldRecipient, FieldFirstName, FieldLastName,
	FieldProfile, FieldCompany, FieldTitle, FieldLocation, FieldNote, FieldStatus, FieldAccepted, FieldError,
	FieldFirstMessage, FieldMessaged, FieldReplied, FieldHasReplied, FieldSubject, FieldConversation, FieldDraft, FieldConversationDraft,
}

// FlagName is the name of a field on the command line, such as "first-name".
func FlagName(f Field) string { return strings.ReplaceAll(string(f), " ", "-") }

// FieldNamed finds a field by its name, with blanks or hyphens; ok is false when there is none.
func FieldNamed(name string) (field Field, ok bool) {
	for _, f := range Fields {
		if strings.EqualFold(name, string(f)) || strings.EqualFold(name, FlagName(f)) {
			return f, true
		}
	}
	return "", false
}

// FieldNames lists the fields as they are named on the command line.
func FieldNames() string {
	names := make([]string, len(Fields))
	for i, f := range Fields {
		names[i] = FlagName(f)
	}
	return strings.Join(names, ", ")
}
