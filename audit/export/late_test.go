package export

import (
	"bytes"
	"context"
	"encoding/binary"
	"fmt"
	"maps"
	"strings"
	"testing"
)

// bigArchive is an archive of one accepted request and of more messages than are looked at to find how they are written.
// The last one is of the request.
func bigArchive(last string) map[string]string {
	var messages strings.Builder
	messages.WriteString("CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER\n")
	row := func(conversation, to, slug, content string) {
		fmt.Fprintf(&messages, "%s,,Ana Ruiz,https://www.linkedin.com/in/ana-ruiz,%s,https://www.linkedin.com/in/%s,2024-05-07 09:00:00 UTC,,%s,INBOX\n", conversation, to, slug, content)
	}
	for messages.Len() < 3*headSize {
		row("2-a", "Cy Moss", "cy-moss", "See you there")
	}
	row("2-b", "Bo Lind", "bo-lind", last)
	return map[string]string{
		"Invitations.csv": "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\n" +
			`Ana Ruiz,Bo Lind,"5/1/24, 9:00 AM",Hello,OUTGOING,https://www.linkedin.com/in/ana-ruiz,https://www.linkedin.com/in/bo-lind` + "\n",
		"Connections.csv": "First Name,Last Name,URL,Email Address,Company,Position,Connected On\nBo,Lind,https://www.linkedin.com/in/bo-lind,,Acme,Baker,02 May 2024\n",
		"messages.csv":    messages.String(),
	}
}

// lettersOf are the texts that the messages of sources hold, and the files that could not be read.
func lettersOf(t *testing.T, path string) (texts []string, unread []Ignored, warnings string) {
	t.Helper()
	found, err := find(path)
	if err != nil {
		t.Fatal(err)
	}
	defer found.Close()
	for _, s := range found.Sources {
		if err := s.Survey(context.Background(), nil); err != nil {
			t.Fatal(err)
		}
	}
	Unite(found.Sources)
	attach, err := ReadMessages(context.Background(), found.Sources, nil)
	if err != nil {
		t.Fatal(err)
	}
	unread = attach()
	for _, s := range found.Sources {
		warnings += strings.Join(s.Info.Warnings, "\n")
		if s.Info.Mail == nil {
			continue
		}
		for _, thread := range s.mail.bySlug {
			for _, l := range thread.letters {
				texts = append(texts, l.text)
			}
		}
	}
	return texts, unread, warnings
}

// TestLateEncoding: messages are read as what their first bytes tell, unless the last ones tell otherwise.
func TestLateEncoding(t *testing.T) {
	for written, want := range map[string]string{"a caf\xe9": "a café", "a café": "a café", "a cafe": "a cafe", "é and caf\xe9": "é and caf\ufffd"} {
		texts, unread, _ := lettersOf(t, write(t, bigArchive(written)))
		if len(texts) != 1 || texts[0] != want || len(unread) > 0 {
			t.Errorf("%q: %q, unread %v", written, texts, unread)
		}
	}
}

// TestDamagedMessages: what shows only at the end of messages costs them and no request, and those of an older archive
// are taken.
func TestDamagedMessages(t *testing.T) {
	damaged := []byte(zippedBytes(t, bigArchive("new")))
	at := bytes.LastIndex(damaged, []byte("messages.csv"))
	const nameAt, sumAt = 46, 16 // in its entry of the central directory
	sum := damaged[at-nameAt+sumAt:]
	binary.LittleEndian.PutUint32(sum, binary.LittleEndian.Uint32(sum)+1)
	files := map[string]string{"Basic_LinkedInDataExport_06-02-2024.zip": string(damaged)}
	texts, unread, warnings := lettersOf(t, write(t, files))
	if len(texts) > 0 || len(unread) != 1 || !unread[0].Failed || !strings.HasSuffix(unread[0].Path, "messages.csv") || !strings.Contains(unread[0].Reason, "download it again") {
		t.Errorf("%q, unread %v", texts, unread)
	}
	if !strings.Contains(warnings, "what followed acceptances is unknown: ") {
		t.Errorf("warnings: %s", warnings)
	}
	maps.Copy(files, map[string]string{"Basic_LinkedInDataExport_06-01-2024.zip": zippedBytes(t, bigArchive("old"))})
	texts, unread, warnings = lettersOf(t, write(t, files))
	if len(texts) != 1 || texts[0] != "old" || len(unread) != 1 || strings.Contains(warnings, "unknown: ") {
		t.Errorf("%q, unread %v, warnings %s", texts, unread, warnings)
	}
}
