package export

import (
	"context"
	"path/filepath"
	"testing"
)

// The four archives have the structure of real exports and invented people. The counts were made
// independently of this program; dates as written, mature = sent 30 to 180 days before the newest date.
func TestArchivesGiveTheirTrueCounts(t *testing.T) {
	for _, want := range []struct {
		folder                 string
		outgoing, incoming     int
		join                   string
		accepted               int
		exported               string
		mature, matureAccepted int
		withNote, withoutNote  int
		hidden                 int64
	}{
		{"2022-01-names", 626, 142, "name", 400, "2020-01-24", 399, 290, 27, 599, 1},
		{"2023-08-urn", 311, 79, "name", 132, "2022-08-19", 260, 110, 17, 294, 49},
		{"2023-12-bare-urls", 461, 99, "name", 430, "2021-12-20", 170, 159, 1, 460, 0},
		{"2026-03-quoted-messages", 146, 142, "profile address", 95, "2025-03-10", 106, 75, 0, 146, 39},
	} {
		t.Run(want.folder, func(t *testing.T) {
			source := surveyOne(t, filepath.Join("testdata", "archives", want.folder))
			got := want
			got.outgoing, got.incoming, got.accepted, got.mature, got.matureAccepted, got.withNote, got.withoutNote = 0, 0, 0, 0, 0, 0, 0
			for _, item := range readAll(t, source) {
				switch {
				case item.Skip == Incoming:
					got.incoming++
					continue
				case item.Request == nil:
					t.Fatalf("unexpected item %+v", item)
				}
				r := item.Request
				got.outgoing++
				if r.Note == "" {
					got.withoutNote++
				} else {
					got.withNote++
				}
				age := source.Info.Exported - r.SentDay()
				mature := age >= 30 && age <= 180
				if mature {
					got.mature++
				}
				if r.Outcome == Accepted {
					got.accepted++
					if mature {
						got.matureAccepted++
					}
				}
			}
			got.join, got.exported, got.hidden = source.Info.Join, source.Info.Exported.String(), source.network.hidden
			if got != want {
				t.Errorf("got  %+v\nwant %+v", got, want)
			}
		})
	}
}

// surveyOne finds the only source under path and surveys it.
func surveyOne(t *testing.T, path string) *Source {
	t.Helper()
	found, err := find(path)
	if err != nil {
		t.Fatal(err)
	}
	sources := found.Sources
	if len(sources) != 1 {
		t.Fatalf("%s: %d sources, want 1", path, len(sources))
	}
	if err := sources[0].Survey(context.Background(), nil); err != nil {
		t.Fatal(err)
	}
	return sources[0]
}

// readAll reads a surveyed source into a slice.
func readAll(t *testing.T, source *Source) []Item {
	t.Helper()
	var all []Item
	err := source.Read(context.Background(), nil, func(items []Item) error {
		all = append(all, items...)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}
