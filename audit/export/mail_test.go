package export

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// studied is the only source under path, with its messages read.
func studied(t *testing.T, path string) *Source {
	t.Helper()
	source := surveyOne(t, path)
	Unite([]*Source{source})
	attach, err := ReadMessages(context.Background(), []*Source{source}, nil)
	if err != nil {
		t.Fatal(err)
	}
	attach()
	return source
}

// The counts were made independently of this program, from the files alone.
func TestMessagesOfArchives(t *testing.T) {
	for _, want := range []struct {
		folder                     string
		read, used                 int64
		accepted, written, replied int
		stamped                    int // requests whose note is found among the messages
		namesakes                  int // requests to one of two people of a name, of whom nothing is said
	}{
		{"2023-08-urn", 718, 119, 132, 25, 16, 5, 0},
		{"2023-12-bare-urls", 67, 12, 430, 2, 4, 1, 1},
		{"2026-03-quoted-messages", 316, 28, 95, 2, 2, 0, 0},
	} {
		source := studied(t, filepath.Join("testdata", "archives", want.folder))
		got := want
		got.read, got.used = source.Info.Mail.Read, source.Info.Mail.Used
		got.accepted, got.written, got.replied, got.stamped, got.namesakes = 0, 0, 0, 0, 0
		for _, item := range readAll(t, source) {
			if item.Request == nil || item.Request.Outcome != Accepted {
				continue
			}
			got.accepted++
			f := item.Request.FollowUp
			if f == nil {
				got.namesakes++
				continue
			}
			if f.Written == Yes {
				got.written++
			}
			if f.Replied == Yes {
				got.replied++
			}
			if f.Accepted.Span == 0 && item.Request.Note != "" {
				got.stamped++
			}
			for _, m := range f.Own {
				if m.At.Before(f.Accepted.At) || m.At.Before(item.Request.Sent) {
					t.Errorf("%s: a message of %s follows an acceptance of %s", want.folder, m.At, f.Accepted.At)
				}
			}
		}
		if got != want {
			t.Errorf("got  %+v\nwant %+v", got, want)
		}
		if mail := source.Info.Mail; mail.Read != mail.Used+Total(mail.LeftOut) {
			t.Errorf("%s: the messages do not add up: %+v", want.folder, mail)
		}
	}
}

// TestLostMessages: where messages are lost, nobody can be said not to have written.
func TestLostMessages(t *testing.T) {
	files := bigArchive("short")
	whole := files["messages.csv"]
	for name, c := range map[string]struct {
		messages, doubt string
		written         Answer
	}{
		"whole":     {whole, "", Yes},
		"cut off":   {whole[:len(whole)/2-20], "seems cut off", NotKnown},
		"one lost":  {strings.Replace(whole, "\n2-a,", "\n2-a,,", 1), "1 of ", Yes},
		"many lost": {strings.ReplaceAll(whole, "2024-05-07 09:00:00 UTC,,short", "the 7th,,short"), "who has not written is unknown", NotKnown},
	} {
		files["messages.csv"] = c.messages
		source := studied(t, write(t, files))
		if warnings := strings.Join(source.Info.Warnings, "\n"); c.doubt == "" && warnings != "" || !strings.Contains(warnings, c.doubt) {
			t.Errorf("%s: %q", name, warnings)
		}
		if (source.Info.Lost() > 0) != (c.doubt != "") {
			t.Errorf("%s: %d lost", name, source.Info.Lost())
		}
		if f := readAll(t, source)[0].Request.FollowUp; f == nil || f.Written != c.written {
			t.Errorf("%s: %+v", name, f)
		}
	}
}

// TestOpenCellOfMessages: a cell that is never closed takes no longer than others, though each line could be its row's end.
func TestOpenCellOfMessages(t *testing.T) {
	files := bigArchive("short")
	header, _, _ := strings.Cut(files["messages.csv"], "\n")
	files["messages.csv"] = header + "\n2-a,,Ana Ruiz,https://www.linkedin.com/in/ana-ruiz,Cy Moss,https://www.linkedin.com/in/cy-moss,2024-05-07 09:00:00 UTC,,\"open\n" +
		strings.Repeat("\"\"\n", 200_000)
	if source := studied(t, write(t, files)); source.Info.Lost() == 0 {
		t.Error("nothing is lost")
	}
}

func TestArchiveWithoutMessages(t *testing.T) {
	source := studied(t, filepath.Join("testdata", "archives", "2022-01-names"))
	if source.Info.FollowedUp || source.Info.Mail != nil {
		t.Errorf("messages were found: %+v", source.Info.Mail)
	}
	for _, item := range readAll(t, source) {
		if item.Request != nil && item.Request.FollowUp != nil {
			t.Fatal("something followed")
		}
	}
}

// letters are all that a mail holds, in a form to compare.
func (m *mail) letters() string {
	var all []string
	for _, byKey := range []map[string]*thread{m.bySlug, m.byName} {
		for key, t := range byKey {
			for _, l := range t.letters {
				all = append(all, fmt.Sprint(key, l.sent, l.own, l.subject, l.text))
			}
		}
	}
	slices.Sort(all)
	return strings.Join(all, "\n")
}

// TestSkimChangesNothing reads archives whole, and again with the rows of others skimmed.
func TestSkimChangesNothing(t *testing.T) {
	skimmed := false
	for _, folder := range []string{"2026-03-quoted-messages", "2023-08-urn", "../../../../samples/Basic_LinkedInDataExport_10-30-2026"} {
		source := surveyOne(t, filepath.Join("testdata", "archives", folder))
		Unite([]*Source{source})
		fast, slow := newMail(source, []*Source{source}), newMail(source, []*Source{source})
		skimmed = skimmed || fast.skimmer(source.letters[0]) != nil
		if _, err := fast.read(context.Background(), source.letters, nil); err != nil {
			t.Fatal(err)
		}
		slow.whole = true
		if _, err := slow.read(context.Background(), source.letters, nil); err != nil {
			t.Fatal(err)
		}
		if fast.letters() != slow.letters() || fast.letters() == "" {
			t.Errorf("%s: other letters are found", folder)
		}
		if a, b := fmt.Sprint(fast.info), fmt.Sprint(slow.info); a != b {
			t.Errorf("%s: %s, without skimming %s", folder, a, b)
		}
	}
	if !skimmed {
		t.Error("no archive was skimmed")
	}
}

// FuzzSkim: a line that is skimmed is a whole record, and would have been left out for the same reason.
func FuzzSkim(f *testing.F) {
	content, err := os.ReadFile(filepath.Join("testdata", "archives", "2026-03-quoted-messages", "messages.csv"))
	if err != nil {
		f.Fatal(err)
	}
	lines := strings.Split(string(content), "\n")
	for _, line := range lines[1:40] {
		f.Add(line)
	}
	f.Add(`c,,Ana,https://www.linkedin.com/in/ana-ruiz,Bo,https://www.linkedin.com/in/bo,2026-01-01 00:00:00 UTC,,"Hi, you",INBOX,`)
	f.Add(`"c","","Ana ""A""","https://www.linkedin.com/in/ana-ruiz","Bo","https://www.linkedin.com/in/bo?x","2026-01-01 00:00:00 UTC","","Hi","INBOX",""`)
	header := `"CONVERSATION ID","CONVERSATION TITLE","FROM","SENDER PROFILE URL","TO","RECIPIENT PROFILE URLS","DATE","SUBJECT","CONTENT","FOLDER","ATTACHMENTS"` + "\n"
	first := lines[1]
	f.Fuzz(func(t *testing.T, line string) {
		s, err := inMemory(header + first + "\n")
		if err != nil {
			t.Fatal(err)
		}
		m := &mail{
			info: MailInfo{LeftOut: map[Skip]int64{}}, owner: "ana ruiz", ownerProfile: "ana-ruiz",
			bySlug: map[string]*thread{"bo": {slug: "bo"}, "cy": {slug: "cy"}}, byName: map[string]*thread{},
		}
		skim := m.skimmer(s.table)
		if skim == nil {
			t.Fatal("LinkedIn's own columns are not skimmed")
		}
		if reason, _ := skim([]byte(line)); strings.ContainsAny(line, "\r\n") || reason == "" {
			return
		}
		fields, open, _ := s.table.layout.split(line)
		if open {
			t.Fatalf("%q goes on in the next line", line)
		}
		if len(fields) != len(s.table.header) {
			t.Fatalf("%q is damaged", line)
		}
		if reason := m.add(&record{fields: fields}, s.table.mapping.columns); reason != OtherPeople {
			t.Errorf("%q is left out as %q otherwise", line, reason)
		}
	})
}

func TestPlainText(t *testing.T) {
	for html, want := range map[string]string{
		"plain & simple < 3":                               "plain & simple < 3",
		"List<String> and <T>":                             "List<String> and <T>",
		"<p>Hi Bo,</p><p>it&#39;s <b>me</b> &amp; Cy</p>":  "Hi Bo,\nit's me & Cy",
		`<p class="x">one<br>two<br/>three</p>`:            "one\ntwo\nthree",
		`see <a href="https://example.com/a?b=1">this</a>`: "see this",
		"a <br> b": "a \n b",
		"":         "",
	} {
		if got := PlainText(html); got != want {
			t.Errorf("%q gives %q, want %q", html, got, want)
		}
	}
}

// FuzzSkimLines: the records of a table are the same ones, and left out for the same reasons, when it is skimmed.
func FuzzSkimLines(f *testing.F) {
	const header = `"CONVERSATION ID","CONVERSATION TITLE","FROM","SENDER PROFILE URL","TO","RECIPIENT PROFILE URLS","DATE","SUBJECT","CONTENT","FOLDER","ATTACHMENTS"` + "\n"
	row := func(slug, content string) string {
		return `"c","","Ana","https://www.linkedin.com/in/ana-ruiz","Bo","https://www.linkedin.com/in/` + slug + `","2026-01-01 00:00:00 UTC","","` + content + `","INBOX",""` + "\n"
	}
	f.Add(row("dee", "Hi,\n\nyou \"\"there\"\".\n"), row("bo", "Hi,\nyou"))
	f.Add(row("dee", "never closed\nor, closed"), `"c","`+"\n")
	f.Add(row("dee", "a,b,c,d,e,f,g,h,i,j,k,l\n"+row("bo", "inside")), "\"\n")
	f.Add(row("dee", "old\rends\r\nhere\n\"stray\" quotes\n"), row("cy", ""))
	f.Fuzz(func(t *testing.T, before, after string) {
		read := func(whole bool) string {
			s, err := inMemory(header + row("bo", "first") + row("cy", "second") + before + after + row("dee", "last\nlines"))
			if err != nil {
				return "" // not read as messages at all
			}
			m := &mail{
				info: MailInfo{LeftOut: map[Skip]int64{}}, owner: "ana ruiz", ownerProfile: "ana-ruiz",
				bySlug: map[string]*thread{"bo": {slug: "bo"}, "cy": {slug: "cy"}}, byName: map[string]*thread{}, whole: whole, dates: dateColumn{zone: time.UTC},
			}
			var told strings.Builder
			others := 0
			err = s.table.records(t.Context(), nil, m.skimmer(s.table), func(batch split) error {
				for i := range batch.records {
					r := &batch.records[i]
					reason := r.skip
					if r.sound() {
						reason = m.add(r, s.table.mapping.columns)
					}
					if reason == OtherPeople {
						others += 1 + r.more
						continue
					}
					fmt.Fprintln(&told, r.line, r.code, reason)
				}
				return nil
			})
			return told.String() + fmt.Sprint(others, err)
		}
		if skimmed, whole := read(false), read(true); skimmed != whole {
			t.Fatalf("skimmed:\n%s\nwhole:\n%s", skimmed, whole)
		}
	})
}
