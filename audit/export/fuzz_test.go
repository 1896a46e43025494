package export

import (
	"bytes"
	"math"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// FuzzTable: whatever the bytes of a file, every record that the survey counts comes out of Read as
// exactly one of a request, a skip or a problem, and no line that is not blank is in none.
func FuzzTable(f *testing.F) {
	for _, seed := range []string{
		toolHeader + "Ana,2026-01-05,Bo,Li,Acme,Engineer,Oslo,\"Hi,\nBo\",accepted,1\nAna,2026-01-05,\"Bo,Li\n",
		"sep=;\nTitle\nRecruiter;Sent;Recipient;Note;Status\nAna;5.1.2026;Bo;hi \\\"x\\\";ja\n;;;;\nTotal;1;;;\n",
		"Sent\tRecipient\r1/2/26\tBo\r\r\"3/4/26\"\t\"x\ny\"\r", "Date,Name\n46031,Bo\n1767949533,Li\n\"", "Sent, Recipient\n2026-01-05, \"Bo, Li\"\rx,y\n",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		s, err := inMemory(text)
		if err != nil || s.table.encoding == UTF16Little || s.table.encoding == UTF16Big {
			return
		}
		if err := s.Survey(t.Context(), nil); err != nil {
			return
		}
		var account Accounting
		for _, item := range readAll(t, s) {
			account.Read++
			kinds := 0
			if item.Request != nil {
				kinds++
				account.Audited++
				if item.Request.Line <= s.table.skip {
					t.Fatalf("a request in line %d, above the end of the header in line %d", item.Request.Line, s.table.skip)
				}
			}
			if item.Skip != "" {
				kinds++
				account.Skip(item.Skip)
			}
			if item.Problem != nil {
				kinds++
				account.Quarantine(item.Problem.Code)
			}
			if kinds != 1 {
				t.Fatalf("%+v is %d things", item, kinds)
			}
		}
		if account.Read != s.surveyed || !account.Balanced() {
			t.Fatalf("%d records surveyed, %+v", s.surveyed, account)
		}
	})
}

// FuzzDecoder: text comes back as it was, from every encoding it can be written in. A text that is
// Latin in one byte a character may also be read as UTF-8 where its bytes allow it.
func FuzzDecoder(f *testing.F) {
	for _, seed := range []string{"Zoë,Grüße\n", "Привет,мир\n", "名前,日付\n1,2\n", "a,b\r\n\"x\ny\",é\r\n"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) || strings.ContainsAny(text, "\x00\ufeff\ufffd") || strings.TrimSpace(text) == "" || len(text) > headSize/3 {
			t.Skip()
		}
		written := map[Encoding][]byte{UTF8: []byte(text), UTF8Marked: []byte(byteOrderMark + text)}
		for encoding, with := range map[Encoding]interface{ Bytes([]byte) ([]byte, error) }{
			UTF16Little: unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder(),
			UTF16Big:    unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewEncoder(),
		} {
			bytes, err := with.Bytes([]byte(text))
			if err != nil {
				t.Fatal(err)
			}
			written[encoding] = bytes
		}
		if latin, err := charmap.Windows1252.NewEncoder().Bytes([]byte(text)); err == nil && !utf8.Valid(latin) && !marksUTF16(latin) {
			written[Windows1252] = latin
		}
		for encoding, data := range written {
			found, err := headOf(data)
			if err != nil {
				t.Fatalf("%s: %v", encoding, err)
			}
			if found.encoding == UTF8Damaged && encoding == Windows1252 {
				continue // as many sound characters of UTF-8 as bytes that are none: nobody can tell
			}
			if found.encoding != encoding || string(found.text) != text {
				t.Fatalf("%q in %s is read as %s: %q", text, encoding, found.encoding, found.text)
			}
		}
	})
}

// headOf is the head of a file with these bytes.
func headOf(data []byte) (head, error) {
	var seen detection
	if err := seen.read(bytes.NewReader(data), math.MaxInt64); err != nil {
		return head{}, err
	}
	return seen.head(seen.encoding(""))
}

// marksUTF16: þÿ in one byte a character is the mark by which UTF-16 begins.
func marksUTF16(data []byte) bool {
	return bytes.HasPrefix(data, []byte{0xfe, 0xff}) || bytes.HasPrefix(data, []byte{0xff, 0xfe})
}

// unbracketed is a column's name without what stands in brackets behind it.
func unbracketed(name string) string {
	before, _, _ := strings.Cut(name, "(")
	return foldHeader(before)
}

// FuzzHeader: a column is at most one field, and the order of the columns changes nothing.
func FuzzHeader(f *testing.F) {
	for _, seed := range []string{"Recruiter,Sent At,To,Message,Status", "Vorname;Name;Gesendet am;Nachricht", "From,To,Sent At,Message,Direction", "id,first_name,profile_link,invited_at,connected_at", "date,DATE,name,Name"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		header := strings.FieldsFunc(text, func(r rune) bool { return r == ',' || r == ';' })
		m, err := recognise(header, Reading{})
		if err != nil {
			return
		}
		taken := map[int]Field{}
		for field, column := range m.columns {
			if column < 0 || column >= len(header) {
				t.Fatalf("%s in column %d of %d", field, column, len(header))
			}
			if other, ok := taken[column]; ok {
				t.Fatalf("column %q is %s and %s", header[column], field, other)
			}
			taken[column] = field
		}
		turned := slices.Clone(header)
		slices.Reverse(turned)
		back, err := recognise(turned, Reading{})
		if err != nil || back.format != m.format || len(back.columns) != len(m.columns) {
			t.Fatalf("%q is %s, turned round it is %v, %v", header, m.format.ID, back.format, err)
		}
		for field, column := range m.columns {
			if there := turned[back.columns[field]]; foldHeader(there) != foldHeader(header[column]) && unbracketed(there) != unbracketed(header[column]) {
				t.Fatalf("%s is %q, turned round %q", field, header[column], turned[back.columns[field]])
			}
		}
	})
}
