package export

import (
	"testing"
	"time"
)

func TestParseWritten(t *testing.T) {
	for _, c := range []struct {
		cell  string
		order dateOrder
		want  string // "" means that it is no date
	}{
		{"1/9/26, 7:05 PM", monthFirst, "2026-01-09T19:05:00Z"},
		{"12/31/2025, 12:00 AM", monthFirst, "2025-12-31T00:00:00Z"},
		{"1/9/26, 7:05\u202fPM", monthFirst, "2026-01-09T19:05:00Z"},
		{"08 Feb 2026", undecided, "2026-02-08T00:00:00Z"},
		{"8-Feb-26", undecided, "2026-02-08T00:00:00Z"},
		{"Feb 8, 2026", undecided, "2026-02-08T00:00:00Z"},
		{"Sunday, February 8, 2026 9:30", undecided, "2026-02-08T09:30:00Z"},
		{"2026-02-08", undecided, "2026-02-08T00:00:00Z"},
		{"2026-02-08T09:30:15.123Z", undecided, "2026-02-08T09:30:15Z"},
		{"2026-02-08 09:30:15 UTC", undecided, "2026-02-08T09:30:15Z"},
		{"2026-02-08T09:30:15+02:00", undecided, "2026-02-08T09:30:15+02:00"},
		{"2026-02-08T09:30:15-0730", undecided, "2026-02-08T09:30:15-07:30"},
		{"2026/2/8 9:30", undecided, "2026-02-08T09:30:00Z"},
		{"31/12/2025", dayFirst, "2025-12-31T00:00:00Z"},
		{"31.12.2025 18:05", undecided, "2025-12-31T18:05:00Z"},
		{"31-12-25", dayFirst, "2025-12-31T00:00:00Z"},
		{"3/4/2026", dayFirst, "2026-04-03T00:00:00Z"},
		{"3/4/2026", monthFirst, "2026-03-04T00:00:00Z"},
		{"31/12/2025", monthFirst, ""},
		{"30 Feb 2026", undecided, ""},
		{"2026-13-01", undecided, ""},
		{"2026-02-08 25:00", undecided, ""},
		{"13:00 PM", undecided, ""},
		{"1/2/1999", monthFirst, ""},
		{"yesterday", undecided, ""},
		{"2026", undecided, ""},
		{"8 Ma 2026", undecided, ""},
		{"2026-02-08 and more", undecided, ""},
		{"", undecided, ""},
	} {
		got := ""
		if w, ok := parseWritten(c.cell); ok {
			if day, ok := w.resolve(c.order, time.UTC); ok {
				got = day.Format(time.RFC3339)
			}
		}
		if got != c.want {
			t.Errorf("%q %s: got %q, want %q", c.cell, c.order, got, c.want)
		}
	}
}

func TestSentAtIsPacificTime(t *testing.T) {
	for cell, want := range map[string]string{
		"7/1/26, 6:00 PM": "2026-07-02T01:00:00Z", // daylight-saving time
		"1/1/26, 6:00 PM": "2026-01-02T02:00:00Z",
	} {
		w, _ := parseWritten(cell)
		got, ok := w.resolve(monthFirst, pacific)
		if !ok || got.UTC().Format(time.RFC3339) != want {
			t.Errorf("%q is %s, want %s", cell, got.UTC().Format(time.RFC3339), want)
		}
		if day := DayOf(got); day.String()[8:] != "01" {
			t.Errorf("%q: the day as written is %s", cell, day)
		}
	}
}

func TestColumnDecidesTheOrder(t *testing.T) {
	for _, c := range []struct {
		name         string
		cells        []string
		fixed, other dateOrder
		delimiter    byte
		want         dateOrder
		doubt        bool
	}{
		{"a day above 12 first", []string{"1/2/2026", "31/2/2026", "31/1/2026"}, undecided, undecided, ',', dayFirst, false},
		{"a day above 12 second", []string{"1/2/2026", "1/31/2026"}, undecided, undecided, ',', monthFirst, false},
		{"the format's own form", []string{"1/2/26, 7:00 PM"}, monthFirst, dayFirst, ';', monthFirst, false},
		{"one odd cell in the format's own form", []string{"1/2/26, 7:00 PM", "30/1/26, 7:00 PM"}, monthFirst, undecided, ',', monthFirst, false},
		{"saved again, nothing tells", []string{"1/2/2026"}, monthFirst, undecided, ',', monthFirst, true},
		{"saved again with semicolons", []string{"1/2/2026"}, monthFirst, undecided, ';', dayFirst, true},
		{"the cells speak against the format", []string{"1/2/2026", "30/1/2026"}, monthFirst, undecided, ',', dayFirst, false},
		{"the other column knows", []string{"1/2/2026"}, undecided, dayFirst, ',', dayFirst, false},
		{"nothing tells, semicolons", []string{"1/2/2026"}, undecided, undecided, ';', dayFirst, true},
		{"nothing tells, commas", []string{"1/2/2026"}, undecided, undecided, ',', monthFirst, true},
		{"AM and PM are American, mostly", []string{"1/2/2026 7:00 PM"}, undecided, undecided, ';', monthFirst, true},
		{"p. m. is Spanish", []string{"1/2/2026 7:00 p. m."}, undecided, undecided, ';', dayFirst, true},
		{"both occur", []string{"31/1/2026", "30/1/2026", "1/31/2026"}, undecided, undecided, ',', dayFirst, true},
		{"no numeric dates", []string{"2026-01-31", "31.1.2026"}, undecided, undecided, ',', undecided, false},
	} {
		column := dateColumn{zone: time.UTC}
		for _, cell := range c.cells {
			column.add(cell)
		}
		column.decide("Sent", c.fixed, c.other, c.delimiter)
		if column.order != c.want || (column.doubt != "") != c.doubt {
			t.Errorf("%s: got %s, doubt %q; want %s, doubt %t", c.name, column.order, column.doubt, c.want, c.doubt)
		}
	}
}

func TestNewestDayFollowsTheOrder(t *testing.T) {
	column := dateColumn{zone: time.UTC}
	for _, cell := range []string{"1/2/2026", "5/2/2026", "31/1/2026"} {
		column.add(cell)
	}
	column.decide("Sent", undecided, undecided, ',')
	if got := column.newestDay().String(); got != "2026-02-05" {
		t.Errorf("newest day %s, want 2026-02-05", got)
	}
}

// FuzzDates: no cell panics, and what is read as a date is one of the years LinkedIn has existed.
func FuzzDates(f *testing.F) {
	for _, seed := range []string{"1/9/26, 7:05 PM", "2026-02-08T09:30:15+02:00", "8-Feb-26", "Sunday, May 1, 26"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, cell string) {
		w, ok := parseWritten(cell)
		if !ok {
			return
		}
		for _, order := range []dateOrder{undecided, dayFirst, monthFirst} {
			if got, ok := w.resolve(order, time.UTC); ok && (got.Year() < firstYear || got.Year() > lastYear) {
				t.Fatalf("%q is read as %s", cell, got)
			}
		}
	})
}
