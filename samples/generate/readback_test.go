package main

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"io"
	"net/url"
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

// These tests read the written files the way a stranger would and compare with the truth.

// A readRow is an outgoing request as it stands in a file.
type readRow struct {
	recruiter, note string
	age             int
	accepted        bool
}

func TestFilesSayTheTruth(t *testing.T) {
	files, all := generate()
	contents := map[string][]byte{}
	for _, one := range files {
		contents[one.path] = one.content
	}
	for _, o := range all {
		var rows []readRow
		switch {
		case o.linkedIn:
			rows = readArchive(t, o, contents)
		case o.cp1252:
			rows = readBerlin(t, o, contents[o.name])
		default:
			rows = readTool(t, o, contents[o.name])
		}
		compareWithTruth(t, o, rows)
	}
}

// compareWithTruth matches counts, and the accepted among mature requests per kind of note.
func compareWithTruth(t *testing.T, o *office, rows []readRow) {
	type key struct {
		recruiter, note string
		age             int
		accepted        bool
	}
	balance := map[key]int{}
	for _, one := range o.requests {
		balance[key{one.recruiter.name(), one.note, one.age, one.accepted}]++
	}
	for _, row := range rows {
		balance[key(row)]--
	}
	for which, left := range balance {
		if left != 0 {
			t.Errorf("%s: %+d of %+v", o.name, left, which)
		}
	}
}

// readCSV gives the records as maps from the header.
func readCSV(t *testing.T, text string, delimiter rune) []map[string]string {
	reader := csv.NewReader(strings.NewReader(text))
	reader.Comma, reader.FieldsPerRecord, reader.TrimLeadingSpace = delimiter, -1, false
	records, err := reader.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var rows []map[string]string
	for _, record := range records[1:] {
		if len(record) != len(records[0]) {
			rows = append(rows, nil)
			continue
		}
		row := map[string]string{}
		for i, name := range records[0] {
			row[name] = record[i]
		}
		rows = append(rows, row)
	}
	return rows
}

// readArchive joins Invitations.csv with Connections.csv.
func readArchive(t *testing.T, o *office, contents map[string][]byte) []readRow {
	part := func(name string) string {
		if packed, zipped := contents[o.name]; zipped {
			return zipEntry(t, packed, name)
		}
		return string(contents[o.name+"/"+name])
	}
	linked, broken := map[string]time.Time{}, 0
	preamble, table, _ := strings.Cut(part("Connections.csv"), "\n\n")
	if strings.Count(preamble, "\n") != 1 || strings.HasSuffix(table, "\n") {
		t.Errorf("%s: preamble or end of Connections.csv", o.name)
	}
	for _, row := range readCSV(t, table, ',') {
		on, err := time.Parse("02 Jan 2006", row["Connected On"])
		if err != nil || on.After(o.asOf) {
			broken++
		}
		linked[joinKey(o, row["First Name"]+" "+row["Last Name"], row["URL"])] = on
	}
	var rows []readRow
	incoming, namesakes := 0, 0
	for _, row := range readCSV(t, part("Invitations.csv"), ',') {
		sent, err := time.Parse("1/2/06, 3:04 PM", row["Sent At"])
		if err != nil || utf8.RuneCountInString(row["Message"]) > 300 || strings.Contains(row["Message"], "\n") {
			broken++
		}
		if row["Direction"] != "OUTGOING" {
			incoming++
			continue
		}
		on, accepted := linked[joinKey(o, row["To"], row["inviteeProfileUrl"])]
		if accepted && daysBetween(sent, on) < -1 {
			accepted = false
			namesakes++
		}
		rows = append(rows, readRow{row["From"], row["Message"], daysBetween(sent, o.asOf), accepted})
	}
	if broken != 0 || incoming != o.incoming || o.byName != (namesakes == 3) {
		t.Errorf("%s: %d broken, %d incoming, %d namesakes", o.name, broken, incoming, namesakes)
	}
	return rows
}

// joinKey finds the same person in both tables.
func joinKey(o *office, name, address string) string {
	if o.byName {
		return strings.ToLower(strings.Join(strings.Fields(name), " "))
	}
	slug, err := url.PathUnescape(strings.TrimPrefix(address, profileAddress))
	if err != nil {
		return address
	}
	return slug
}

// zipEntry is the content of one entry.
func zipEntry(t *testing.T, packed []byte, name string) string {
	archive, err := zip.NewReader(bytes.NewReader(packed), int64(len(packed)))
	if err != nil {
		t.Fatal(err)
	}
	entry, err := archive.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	content, err := io.ReadAll(entry)
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}

// readTool reads the tool's table; its newest date must be the day of the export.
func readTool(t *testing.T, o *office, content []byte) []readRow {
	var rows []readRow
	var newest time.Time
	identities := map[string]bool{}
	for _, row := range readCSV(t, string(content), ',') {
		sent, err := time.Parse(time.RFC3339, row["Sent At"])
		if err != nil {
			t.Error(err)
		}
		if newest.Before(sent) {
			newest = sent
		}
		identities[row["Request ID"]] = true
		rows = append(rows, readRow{row["Recruiter"], row["Message"], daysBetween(sent, o.asOf), row["Status"] == "accepted"})
	}
	if daysBetween(newest, o.asOf) != 0 || len(identities) != len(rows) {
		t.Errorf("%s: newest %s, %d identities for %d rows", o.name, newest, len(identities), len(rows))
	}
	return rows
}

// readBerlin reads the table from Windows-1252 without the row that lost a delimiter.
func readBerlin(t *testing.T, o *office, content []byte) []readRow {
	letters := map[byte]rune{}
	for letter := rune(1); letter < 0x2200; letter++ {
		if code, ok := windows1252(letter); ok {
			letters[code] = letter
		}
	}
	var text strings.Builder
	for _, code := range content {
		text.WriteRune(letters[code])
	}
	var rows []readRow
	var newest time.Time
	broken := 0
	for _, row := range readCSV(t, text.String(), ';') {
		if row == nil {
			broken++
			continue
		}
		sent, err := time.Parse("02.01.2006 15:04", row["Sent"])
		if err != nil || (row["Status"] == "Accepted") != (row["Accepted on"] != "") {
			t.Errorf("%v, %v", err, row)
		}
		if newest.Before(sent) {
			newest = sent
		}
		rows = append(rows, readRow{row["Recruiter"], row["Note"], daysBetween(sent, o.asOf), row["Status"] == "Accepted"})
	}
	if broken != o.broken || daysBetween(newest, o.asOf) != 0 {
		t.Errorf("%s: %d broken, newest %s", o.name, broken, newest)
	}
	return rows
}
