package main

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"slices"
	"strings"
	"testing"
	"time"
)

func TestGenerate(t *testing.T) {
	var one, two bytes.Buffer
	for _, out := range []*bytes.Buffer{&one, &two} {
		if err := generate(out, 2000); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(one.Bytes(), two.Bytes()) {
		t.Error("two tables of the same size differ")
	}
	rows, err := csv.NewReader(&one).ReadAll()
	if err != nil || len(rows) != 2001 {
		t.Fatal(len(rows), err)
	}
	counts := map[string]int{}
	for _, row := range rows[1:] {
		note := row[7]
		counts[row[8]]++
		switch {
		case note == "":
			counts["blank"]++
		case strings.Contains(note, "\n"):
			counts["several lines"]++
		}
		if len(note) > longestNote || strings.Contains(note, "%") {
			t.Errorf("note %q", note)
		}
	}
	for what, least := range map[string]int{"blank": 200, "several lines": 400, "Accepted": 400, "Pending": 200, "Withdrawn": 200} {
		if counts[what] < least {
			t.Errorf("%d requests are %s, want at least %d", counts[what], what, least)
		}
	}
}

func TestArchive(t *testing.T) {
	var out bytes.Buffer
	if err := archive(&out, recruiter{"Ada Costa", 10, 50}, 7); err != nil {
		t.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(out.Bytes()), int64(out.Len()))
	if err != nil {
		t.Fatal(err)
	}
	for name, least := range map[string]int{"Invitations.csv": archiveRequests + 1, "Connections.csv": 10} {
		file, err := z.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(file).ReadAll()
		if err != nil || len(rows) < least {
			t.Errorf("%s: %d rows, %v", name, len(rows), err)
		}
		file.Close()
	}
}

// A message is of somebody who accepted, and not before.
func TestCorrespond(t *testing.T) {
	var invitations, connections, messages bytes.Buffer
	if err := correspond(csv.NewWriter(&invitations), csv.NewWriter(&connections), csv.NewWriter(&messages)); err != nil {
		t.Fatal(err)
	}
	column := func(from *bytes.Buffer, name string) (cells []string) {
		rows, err := csv.NewReader(from).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		at := slices.Index(rows[0], name)
		for _, row := range rows[1:] {
			cells = append(cells, row[at])
		}
		return cells
	}
	invited := column(&invitations, "inviteeProfileUrl")
	accepted := column(&connections, "URL")
	recipients := column(&messages, "RECIPIENT PROFILE URLS")
	if len(invited) != mailRequests || len(recipients) < mailMessages || len(recipients) > mailMessages+20 {
		t.Errorf("%d requests and %d messages", len(invited), len(recipients))
	}
	slices.Sort(invited)
	slices.Sort(accepted)
	for _, profile := range accepted {
		if _, ok := slices.BinarySearch(invited, profile); !ok {
			t.Errorf("%s accepted without a request", profile)
		}
	}
	known := 0
	for _, profile := range recipients {
		if _, ok := slices.BinarySearch(accepted, profile); ok {
			known++
		}
	}
	if share := float64(known) / float64(len(recipients)); share < 0.02 || share > 0.1 {
		t.Errorf("%.3f of the messages are to people who accepted", share)
	}
}

func TestPrint(t *testing.T) {
	second := func(seconds ...int) (all []result) {
		for _, s := range seconds {
			all = append(all, result{wall: time.Duration(s) * time.Second, memory: 5 << 20})
		}
		return all
	}
	var out bytes.Buffer
	if err := print(&out, 10, []subject{{name: "bare", results: second(1, 2, 4)}, {name: "whole", results: second(3, 10, 4)}}, []string{"other"}); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"bare", "2.00", "whole", "4.00", "3.0\n", "not installed"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("no %q in\n%s", want, out.String())
		}
	}
	if err := parseOnly("no such file"); err == nil {
		t.Error("no error")
	}
}
