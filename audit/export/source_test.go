package export

import (
	"archive/zip"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"
)

// write makes files in a new folder and returns it.
func write(t *testing.T, files map[string]string) string {
	t.Helper()
	folder := t.TempDir()
	for name, content := range files {
		path := filepath.Join(folder, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

// find is Find without settings.
func find(paths ...string) (*Found, error) {
	return Find(context.Background(), paths, Settings{}, nil, nil)
}

// requestsIn reads the only file of a folder.
func requestsIn(t *testing.T, name, content string) (*Source, []Item) {
	t.Helper()
	source := surveyOne(t, filepath.Join(write(t, map[string]string{name: content}), name))
	return source, readAll(t, source)
}

const toolHeader = "Recruiter,Sent At,First Name,Last Name,Company,Position,Location,Message,Status,Request ID\n"

func TestGenericRow(t *testing.T) {
	_, items := requestsIn(t, "tool.csv", toolHeader+
		"Ana  Ruiz ,2026-01-05T09:00:00Z,Bo,Li,Acme,Engineer,Oslo,\"Hi Bo,\nhello\",Accepted,r1\n"+
		"Ana Ruiz,2026-01-05T09:00:00Z,Cy,Ng,,,,,pending,r2\n")
	got := *items[0].Request
	got.Source = ""
	want := Request{
		ID: "r1", Line: 2, Recruiter: "Ana Ruiz", RecruiterKnown: true, Timed: true, Recipient: "Bo Li", Company: "Acme", Title: "Engineer", Location: "Oslo",
		Note: "Hi Bo,\nhello", NoteKnown: true, Sent: time.Date(2026, 1, 5, 9, 0, 0, 0, time.UTC), Outcome: Accepted,
	}
	if got != want {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
	if second := items[1].Request; second.Line != 4 || second.Outcome != Pending || second.Note != "" {
		t.Errorf("second request %+v", second)
	}
}

func TestHeadersAreFound(t *testing.T) {
	for name, content := range map[string]string{
		"case and separators":  "RECRUITER,sent_at,firstName,message,STATUS\nAna,2026-01-05,Bo,hi,accepted\nAna,2026-01-05,Cy,hi,pending\n",
		"semicolons":           "Recruiter;Sent;Recipient;Note;Status\nAna;5.1.2026;Bo;hi, you;accepted\nAna;5.1.2026;Cy;hi;pending\n",
		"tabs":                 "Recruiter\tSent\tRecipient\tNote\tStatus\nAna\t2026-01-05\tBo\thi\taccepted\nAna\t2026-01-05\tCy\thi\tpending\n",
		"lines before it":      "sep=;\nTeam report\n\nRecruiter;Sent;Recipient;Note;Status\nAna;2026-01-05;Bo;hi;accepted\nAna;2026-01-05;Cy;hi;pending\n",
		"words in brackets":    "Recruiter,Sent (UTC),Recipient,Note (max. 300),Status\nAna,2026-01-05,Bo,hi,accepted\nAna,2026-01-05,Cy,hi,pending\n",
		"columns without name": "Recruiter,Sent,Recipient,Note,Status,,\nAna,2026-01-05,Bo,hi,accepted\nAna,2026-01-05,Cy,hi,pending,,\n",
	} {
		t.Run(name, func(t *testing.T) {
			source, items := requestsIn(t, "x.csv", content)
			if len(items) != 2 || items[0].Request == nil || items[1].Request == nil {
				t.Fatalf("items %+v", items)
			}
			r := items[0].Request
			if r.Recruiter != "Ana" || r.SentDay().String() != "2026-01-05" || r.Recipient != "Bo" || !strings.HasPrefix(r.Note, "hi") || r.Outcome != Accepted {
				t.Errorf("request %+v, columns %+v", r, source.Info.Columns)
			}
		})
	}
}

func TestEncodings(t *testing.T) {
	text := "Recruiter,Sent,Recipient,Note,Status\nZoë,2026-01-05,José,Grüße,accepted\nZoë,2026-01-05,Bo,x,pending\n"
	latin, err := charmap.Windows1252.NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	wide := func(order func(uint16) []byte, mark bool) string {
		var b []byte
		if mark {
			b = order(0xFEFF)
		}
		for _, unit := range utf16.Encode([]rune(text)) {
			b = append(b, order(unit)...)
		}
		return string(b)
	}
	little := func(u uint16) []byte { return []byte{byte(u), byte(u >> 8)} }
	big := func(u uint16) []byte { return []byte{byte(u >> 8), byte(u)} }
	for _, c := range []struct {
		want    Encoding
		content string
	}{
		{UTF8, text}, {UTF8Marked, byteOrderMark + text}, {Windows1252, latin},
		{UTF16Little, wide(little, true)}, {UTF16Big, wide(big, true)}, {UTF16Little, wide(little, false)}, {UTF16Big, wide(big, false)},
		{UTF8Damaged, text + "Zoë,2026-01-05,\xff,x,pending\n"},
	} {
		source, items := requestsIn(t, "x.csv", c.content)
		r := items[0].Request
		if source.Info.Encoding != string(c.want) || r == nil || r.Recruiter != "Zoë" || r.Recipient != "José" || r.Note != "Grüße" {
			t.Errorf("%s: read as %s, %+v", c.want, source.Info.Encoding, r)
		}
	}
}

func TestBadRowsCostThemselvesOnly(t *testing.T) {
	_, items := requestsIn(t, "x.csv", toolHeader+
		"Ana,2026-01-05,Bo,Li,Acme,Engineer,Oslo,hi,accepted,1\n"+
		"Ana,soon,Bo,Li,Acme,Engineer,Oslo,hi,accepted,2\n"+
		"Ana,2026-01-05,Bo,Li\n"+
		",,,,,,,,,\n"+
		"Ana,2026-01-06,Cy,Li,Acme,Engineer,Oslo,hi,pending,3\n")
	var got []string
	for _, item := range items {
		switch {
		case item.Request != nil:
			got = append(got, "request "+item.Request.ID)
		case item.Problem != nil:
			got = append(got, string(item.Problem.Code))
		default:
			got = append(got, string(item.Skip))
		}
	}
	want := "request 1, bad-date, too-few-fields, empty, request 3"
	if strings.Join(got, ", ") != want {
		t.Errorf("got %s, want %s", strings.Join(got, ", "), want)
	}
	if p := items[2].Problem; p.Line != 4 || p.Raw != "Ana,2026-01-05,Bo,Li" || p.Reason == "" {
		t.Errorf("problem %+v", p)
	}
}

func TestAcceptanceIsUnknownWhereTheFileCannotTell(t *testing.T) {
	for _, c := range []struct {
		name, content string
		want          Acceptance
		outcomes      []Outcome
	}{
		{"no column", "Recruiter,Sent,Recipient,Note\nA,2026-01-05,B,x\n", NoAcceptance, []Outcome{Unknown}},
		{"only accepted", "Sent,Recipient,Status\n2026-01-05,B,accepted\n2026-01-05,C,Accepted\n", NoAcceptance, []Outcome{Unknown, Unknown}},
		{"only pending", "Sent,Recipient,Status\n2026-01-05,B,pending\n2026-01-05,C,pending\n", NoAcceptance, []Outcome{Unknown, Unknown}},
		{"words nobody knows", "Sent,Recipient,Status\n2026-01-05,B,foo\n", NoAcceptance, []Outcome{Unknown}},
		{"empty dates", "Sent,Recipient,Accepted At\n2026-01-05,B,\n", NoAcceptance, []Outcome{Unknown}},
		{"status", "Sent,Recipient,Status\n2026-01-05,B,Accepted\n2026-01-05,C,Withdrawn\n2026-01-05,D,\n2026-01-05,E,odd\n", ByStatus, []Outcome{Accepted, Withdrawn, Unknown, Unknown}},
		{"dates", "Sent,Recipient,Accepted At\n2026-01-05,B,2026-01-06\n2026-01-05,C,\n", ByDate, []Outcome{Accepted, NotAccepted}},
		{"yes and no", "Sent,Recipient,Accepted\n2026-01-05,B,yes\n2026-01-05,C,No\n", ByDate, []Outcome{Accepted, NotAccepted}},
		{"date beside status", "Sent,Recipient,Status,Accepted on\n2026-01-05,B,,2026-01-07\n2026-01-05,C,declined,\n2026-01-05,D,sent,\n", ByStatus, []Outcome{Accepted, Declined, Pending}},
		{"only answers", "Sent,Recipient,Status\n2026-01-05,B,accepted\n2026-01-05,C,declined\n", NoAcceptance, []Outcome{Unknown, Unknown}},
		{"an empty status beside dates", "Sent,Recipient,Status,Accepted on\n2026-01-05,B,,2026-01-07\n2026-01-05,C,,\n", ByDate, []Outcome{Accepted, NotAccepted}},
	} {
		t.Run(c.name, func(t *testing.T) {
			source, items := requestsIn(t, "x.csv", c.content)
			if source.Info.Acceptance != c.want {
				t.Errorf("acceptance %q, want %q", source.Info.Acceptance, c.want)
			}
			if c.want == NoAcceptance && !strings.Contains(strings.Join(source.Info.Warnings, "\n"), "acceptance is unknown") {
				t.Errorf("no warning: %q", source.Info.Warnings)
			}
			for i, want := range c.outcomes {
				if got := items[i].Request.Outcome; got != want {
					t.Errorf("row %d: %s, want %s", i+1, got, want)
				}
			}
		})
	}
}

const (
	invitations = "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\n" +
		"Ana Ruiz,José  Núñez,\"1/9/26, 7:05 PM\",,OUTGOING,https://www.linkedin.com/in/ana,https://www.linkedin.com/in/josé-núñez\n" +
		"Ana Ruiz,Bo Li,\"1/8/26, 9:00 AM\",hello,OUTGOING,https://www.linkedin.com/in/ana,https://www.linkedin.com/in/bo\n" +
		"Cy Ng,Ana Ruiz,\"1/7/26, 9:00 AM\",,INCOMING,https://www.linkedin.com/in/cy,https://www.linkedin.com/in/ana\n"
	friends = "Notes:\n\"When exporting your connection data, you may notice, that some are missing.\"\n\n" +
		"First Name,Last Name,URL,Email Address,Company,Position,Connected On\n" +
		"José,Núñez,https://www.linkedin.com/in/jos%C3%A9-n%C3%BA%C3%B1ez,,Acme,Engineer,11 Jan 2026\n" +
		",,,,,,10 Jan 2026"
)

func TestSlugsArePercentDecoded(t *testing.T) {
	source := surveyOne(t, write(t, map[string]string{"Invitations.csv": invitations, "Connections.csv": friends}))
	items := readAll(t, source)
	if got := items[0].Request; got.Outcome != Accepted || DayOf(got.Accepted).String() != "2026-01-11" || got.Recipient != "José Núñez" {
		t.Errorf("first request %+v", got)
	}
	if got := items[1].Request; got.Outcome != NotAccepted {
		t.Errorf("second request %+v", got)
	}
	if items[2].Skip != Incoming || source.network.hidden != 1 {
		t.Errorf("third item %+v, %d hidden", items[2], source.network.hidden)
	}
}

// Only people who accepted have a company and a title in Connections.csv. A habit that saw them would
// find a correlation that it made itself.
func TestConnectionsNeverFillARequest(t *testing.T) {
	source := surveyOne(t, write(t, map[string]string{"Invitations.csv": invitations, "Connections.csv": friends}))
	for _, item := range readAll(t, source) {
		if r := item.Request; r != nil && (r.Company != "" || r.Title != "" || r.Location != "") {
			t.Errorf("request %+v", r)
		}
	}
}

func TestInvitationsWithoutConnections(t *testing.T) {
	source := surveyOne(t, write(t, map[string]string{"Invitations.csv": invitations}))
	if items := readAll(t, source); items[0].Request.Outcome != Unknown || source.Info.Acceptance != NoAcceptance {
		t.Errorf("request %+v, acceptance %q", items[0].Request, source.Info.Acceptance)
	}
}

func TestInvitationsFindTheConnectionsBesideThem(t *testing.T) {
	folder := write(t, map[string]string{"Invitations.csv": invitations, "Connections.csv": friends})
	if source := surveyOne(t, filepath.Join(folder, "Invitations.csv")); source.Info.Acceptance != ByConnections {
		t.Errorf("acceptance %q", source.Info.Acceptance)
	}
}

// packed packs files into an archive whose entries are dated 2026-02-01.
func packed(t *testing.T, name string, files map[string]string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	file, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	writer := zip.NewWriter(file)
	for name, content := range files {
		entry, err := writer.CreateHeader(&zip.FileHeader{Name: name, Modified: time.Date(2026, 2, 1, 2, 0, 0, 0, time.UTC), Method: zip.Deflate})
		if err == nil {
			_, err = entry.Write([]byte(content))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := writer.Close(); err != nil {
		t.Fatal(err)
	}
	if err := file.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestDayOfExport(t *testing.T) {
	files := map[string]string{"Invitations.csv": invitations, "Connections.csv": friends, "messages.csv": "CONVERSATION ID,FROM,TO,DATE,CONTENT,FOLDER\n"}
	for _, c := range []struct{ path, day, from string }{
		{packed(t, "Basic_LinkedInDataExport_01-20-2026.zip", files), "2026-01-20", "archive name"},
		{packed(t, "Basic_LinkedInDataExport_01-20-2026.zip.zip", files), "2026-01-20", "archive name"},
		{packed(t, "archive.zip", files), "2026-02-01", "entry times in the archive"},
		{packed(t, "Basic_LinkedInDataExport_01-20-2020.zip", files), "2026-01-11", newestDate},
		{write(t, map[string]string{"Complete_LinkedInDataExport_01-15-2026 (1)/Invitations.csv": invitations}), "2026-01-15", "archive name"},
		{write(t, files), "2026-01-11", newestDate},
	} {
		source := surveyOne(t, c.path)
		if got := source.Info.Exported.String(); got != c.day || source.Info.ExportedFrom != c.from {
			t.Errorf("%s: %s from %s, want %s from %s", c.path, got, source.Info.ExportedFrom, c.day, c.from)
		}
	}
}

func TestNamesJoinOnlyFromTheDayBefore(t *testing.T) {
	n := &network{byName: map[string]Day{"bo li": 100}}
	for sent, want := range map[Day]bool{99: true, 100: true, 101: true, 102: false} {
		if _, got := n.connected("", "Bo  LI", sent); got != want {
			t.Errorf("sent on day %d, connected on 100: %t, want %t", sent, got, want)
		}
	}
}

func TestFindExplainsWhatItCannotRead(t *testing.T) {
	for _, c := range []struct {
		name  string
		files map[string]string
		path  string
		want  []string
	}{
		{"missing", nil, "gone.csv", []string{"gone.csv", "no such file"}},
		{"folder without exports", map[string]string{"a.png": "x"}, "", []string{"no export found"}},
		{"empty", map[string]string{"a.csv": ""}, "a.csv", []string{"a.csv", "empty"}},
		{"blank", map[string]string{"a.csv": "\n \n"}, "a.csv", []string{"a.csv", "empty"}},
		{"unknown header", map[string]string{"a.csv": "Colour,Sentt At,Size\n1,2,3\n"}, "a.csv", []string{"a.csv", "Colour, Sentt At, Size", `"Sentt At" is near to "sentat"`}},
		{"binary", map[string]string{"a.csv": "a\x00\x01\x02b\x00\x00\x00\x00\x00cd"}, "a.csv", []string{"a.csv", "not a text file"}},
		{"only connections", map[string]string{"Connections.csv": friends}, "", []string{"Connections.csv", "without the Invitations.csv"}},
		{"damaged zip", map[string]string{"a.zip": "PK\x03\x04 and then nothing"}, "a.zip", []string{"a.zip", "not a sound zip"}},
		{"look-alike", map[string]string{"invitations.csv": "name,gender,group\nx,y,z\n"}, "invitations.csv", []string{"name, gender, group"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := find(filepath.Join(write(t, c.files), c.path))
			if err == nil {
				t.Fatal("no error")
			}
			for _, part := range c.want {
				if !strings.Contains(err.Error(), part) {
					t.Errorf("error %q lacks %q", err, part)
				}
			}
		})
	}
}

func TestHeaderOnly(t *testing.T) {
	found, err := find(filepath.Join(write(t, map[string]string{"a.csv": toolHeader}), "a.csv"))
	if err != nil {
		t.Fatal(err)
	}
	if err := found.Sources[0].Survey(context.Background(), nil); err == nil || !strings.Contains(err.Error(), "no rows") {
		t.Errorf("error %v", err)
	}
}

func TestWorkbooksAreNamed(t *testing.T) {
	_, err := find(packed(t, "report.csv", map[string]string{"[Content_Types].xml": "<x/>"}))
	if err == nil || !strings.Contains(err.Error(), "Excel workbook") {
		t.Errorf("error %v", err)
	}
}

func TestFolderReadsEachFileOnceAndSaysWhatItLeftOut(t *testing.T) {
	folder := write(t, map[string]string{
		"a.csv": toolHeader + "Ana,2026-01-05,Bo,Li,Acme,Engineer,Oslo,hi,accepted,1\n", "notes.csv": "Colour,Size\n1,2\n",
		".hidden.csv": toolHeader, "sub/messages.csv": "CONVERSATION ID,FROM,TO,DATE,CONTENT,FOLDER\nx,y,z,2026-01-01,c,INBOX\n", "old.xlsx": "x",
	})
	found, err := find(folder, filepath.Join(folder, "a.csv"))
	if err != nil || len(found.Sources) != 1 {
		t.Fatalf("%+v, error %v", found, err)
	}
	if len(found.Ignored) != 3 {
		t.Errorf("ignored %+v, want notes.csv, old.xlsx, messages.csv", found.Ignored)
	}
	for _, i := range found.Ignored {
		if i.Failed {
			t.Errorf("%s counts as a failure", i.Path)
		}
	}
}

// codes is what became of every record, in order.
func codes(items []Item) string {
	var got []string
	for _, item := range items {
		switch {
		case item.Request != nil:
			got = append(got, "ok")
		case item.Problem != nil:
			got = append(got, string(item.Problem.Code))
		default:
			got = append(got, string(item.Skip))
		}
	}
	return strings.Join(got, " ")
}

func TestOddLayouts(t *testing.T) {
	const header, row1, row2 = "Recruiter,Sent,Recipient,Note,Status\n", "Ana,2026-01-05,Bo Li,hi,accepted\n", "Ana,2026-01-06,Cy Ng,hi,pending\n"
	for _, c := range []struct{ name, content, want string }{
		{"line break in the header", "Recruiter,\"Sent\nAt\",Recipient,Note,Status\n" + row1, "ok"},
		{"header again", header + row1 + header + row2, "ok repeated-header ok"},
		{"another table below", header + row1 + "Recruiter,Recipient,Sent,Status\nAna,Di Oz,2026-01-07,accepted\n", "ok second-table second-table"},
		{"a broken note that reads like a header", header + row1 + "Ana,2026-01-05,Bo Li,\"Recruiter,Sent,Note\nx\"y,accepted\nRecruiter,Sent,Note\n" + row2, "ok unclosed-quote too-few-fields too-few-fields ok"},
		{"totals", header + row1 + "Total,,,1,\nSumme: ,,,,\nGrand total\n", "ok totals-row totals-row totals-row"},
		{"nobody is called Total", header + row1 + "Total,2026-01-06,Bo Li,hi,pending\n", "ok ok"},
		{"blank cells", header + row1 + ",,,,\n\n" + row2, "ok empty ok"},
		{"cells beyond the header", strings.ReplaceAll(header+row1+row2, "\n", ",,\n"), "ok ok"},
		{"line ends of three systems", header + "Ana,2026-01-05,Bo Li,hi,accepted\r\nAna,2026-01-06,Cy Ng,hi,pending\rAna,2026-01-06,Di Oz,\"a\nb\",pending\r" + row2, "ok ok ok ok"},
		{"old Mac with line feeds in notes", strings.ReplaceAll(header+row1+row2, "\n", "\r") + "Ana,2026-01-06,Di Oz,\"a\nb\",pending\r", "ok ok ok"},
		{"blanks around quotes", "Recruiter, Sent, Recipient, Note, Status\nAna, 2026-01-05, \"Li, Bo\", \"hi, you\", accepted\n", "ok"},
		{"backslashes", header + `Ana,2026-01-05,Bo Li,"say \"hi\", you",accepted` + "\n" + row2, "ok ok"},
		{"rows in quotes as a whole", "\"Recruiter,Sent,Recipient,Note,Status\"\n\"Ana,2026-01-05,Bo Li,\"\"hi, you\"\",accepted\"\n", "ok"},
		{"comma in the only free cell", "Sent,Message,Direction,Profile URL\n2026-01-05,Hi Bo, how are you,OUTGOING,https://www.linkedin.com/in/bo\n", "ok"},
		{"comma in one of two free cells", header + "Ana,2026-01-05,Bo Li,hi, you,accepted\n", "too-many-fields"},
		{"a note with lines of as many commas as the table", header + "Ana,2026-01-05,Bo Li,\"a,b,c,d,e\nf,g,h,i,j\nk\",accepted\n" + row2, "ok ok"},
		{"two notes that are never closed", "Sent,Recipient,Note\n2026-01-05,Bo Li,\"\nhi\n2026-01-06,Cy Ng,\"\nhi\n2026-01-07,Di Oz,hi\n", "unclosed-quote too-few-fields unclosed-quote too-few-fields ok"},
		{"zero bytes", header + "Ana,2026-01-05,B\x00o,hi,accepted\n" + strings.Repeat(row2, 5), "ok ok ok ok ok ok"},
		{"sent to nobody", header + row1 + "Ana,2026-01-06,Cy Ng,hi,Not sent\n", "ok not-sent"},
		{"accepted before it was sent", "Sent,Recipient,Accepted on\n2026-01-05,Bo Li,2026-01-06\n2026-01-05,Cy Ng,2025-01-06\n2026-01-05,Di Oz,\n", "ok accepted-before-sent ok"},
		{"a year mistyped", header + strings.Repeat(row1, 3) + "Ana,2062-01-06,Cy Ng,hi,pending\n", "ok ok ok future-date"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if _, items := requestsIn(t, "x.csv", c.content); codes(items) != c.want {
				t.Errorf("got %s, want %s", codes(items), c.want)
			}
		})
	}
}

func TestOddLayoutsKeepTheirCells(t *testing.T) {
	for content, want := range map[string]string{
		"Recruiter, Sent, Recipient, Note, Status\nAna, 2026-01-05, \"Li, Bo\", \"hi, you\", accepted\n":              "Li, Bo|hi, you",
		"Recruiter,Sent,Recipient,Note\nAna,2026-01-05,Bo,\"say \\\"hi\\\", you \\\\ me\"\n":                          `Bo|say "hi", you \ me`,
		"\"Sent,Recipient,Note\"\n\"2026-01-05,Bo,\"\"hi, \"\"\"\"you\"\"\"\"\"\"\"\n":                                `Bo|hi, "you"`,
		"Sent,Message,Direction,Profile URL\n2026-01-05,Hi Bo, how are you,OUTGOING,https://www.linkedin.com/in/bo\n": "|Hi Bo, how are you",
		"Sent,Recipient,Note,Note\n2026-01-05,Bo,,hi\n":                                                               "Bo|hi",
	} {
		_, items := requestsIn(t, "x.csv", content)
		if r := items[0].Request; r == nil || r.Recipient+"|"+r.Note != want {
			t.Errorf("%q: got %+v, want %s", content, items[0], want)
		}
	}
}

func TestMendedRowsAreMentioned(t *testing.T) {
	source, _ := requestsIn(t, "x.csv", "Sent,Message,Direction,Profile URL\n2026-01-05,Hi Bo, how are you,OUTGOING,https://www.linkedin.com/in/bo\n")
	if warnings := strings.Join(source.Info.Warnings, "\n"); !strings.Contains(warnings, "rows with a comma in a cell that is not in quotes: 1") {
		t.Errorf("warnings %q", warnings)
	}
}

// Files of several archives in one folder are paired by their names, or not at all.
func TestArchivesInOneFolder(t *testing.T) {
	tom := strings.NewReplacer("Ana Ruiz", "Tom Ek", "in/ana", "in/tom").Replace(invitations)
	for _, c := range []struct {
		name  string
		files map[string]string
		want  Acceptance
		why   string
	}{
		{"numbered", map[string]string{"Invitations.csv": invitations, "Connections.csv": friends, "Invitations (1).csv": tom, "Connections (1).csv": friends}, ByConnections, ""},
		{"named", map[string]string{"ana_Invitations.csv": invitations, "ana_connections.csv": friends, "Invitations-tom.csv": tom, "Connections-tom.csv": friends}, ByConnections, ""},
		{"parts", map[string]string{"Invitations.csv": invitations, "Connections.csv": friends, "Connections_1.csv": friends}, ByConnections, ""},
		{"not to be told apart", map[string]string{"a.csv": invitations, "b.csv": tom, "Connections.csv": friends}, NoAcceptance, "keep each archive in a folder of its own"},
		{"damaged", map[string]string{"Invitations.csv": invitations, "Connections.csv": ""}, NoAcceptance, "Connections.csv beside it could not be read"},
	} {
		found, err := find(write(t, c.files))
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range found.Sources {
			if err := s.Survey(context.Background(), nil); err != nil {
				t.Fatal(err)
			}
			if s.Info.Acceptance != c.want || !strings.Contains(s.Info.AcceptanceWhy, c.why) {
				t.Errorf("%s, %s: %s, %s", c.name, s.Path(), s.Info.Acceptance, s.Info.AcceptanceWhy)
			}
		}
	}
	folder := write(t, map[string]string{"Invitations.csv": invitations, "connections.CSV": friends})
	if s := surveyOne(t, filepath.Join(folder, "Invitations.csv")); s.Info.Acceptance != ByConnections {
		t.Errorf("another case: %s", s.Info.AcceptanceWhy)
	}
}
