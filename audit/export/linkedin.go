package export

import (
	"context"
	"fmt"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"time"

	"golang.org/x/text/unicode/norm"
)

// A network is who an archive's owner is connected to, and since when.
type network struct {
	bySlug  map[string]Day
	byName  map[string]Day // of several connections with one name the last one listed
	noSlugs map[string]Day // by name, those without a profile address
	people  int64          // rows with a name or an address
	hidden  int64          // members who hide their profile: a date and nothing else
	newest  Day
	bad     int64 // records that could not be read
}

// readNetwork reads Connections.csv, or its parts.
func readNetwork(ctx context.Context, parts []*table, progress func(int64)) (*network, error) {
	n := &network{bySlug: map[string]Day{}, byName: map[string]Day{}, noSlugs: map[string]Day{}}
	for _, t := range parts {
		since := dateColumn{zone: time.UTC, chosen: orderNamed(t.reading.DateOrder)}
		err := t.each(ctx, nil, func(_ []record, rows []row) error {
			for i := range rows {
				since.add(rows[i].Accepted)
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
		since.decide(t.nameOf(FieldAccepted), monthFirst, undecided, t.layout.delimiter)
		n.newest = max(n.newest, since.newestDay())
		err = t.each(ctx, progress, func(records []record, rows []row) error {
			for i := range rows {
				n.add(&records[i], &rows[i], &since)
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return n, nil
}

func (n *network) add(rec *record, r *row, since *dateColumn) {
	if rec.code != "" {
		n.bad++
		return
	}
	name := NameKey(r.FirstName + " " + r.LastName)
	slug := profileSlug(r.Profile)
	connected, ok := since.parse(r.Accepted)
	if !ok {
		if rec.sound() && strings.TrimSpace(r.Accepted)+name+slug != "" {
			n.bad++
		}
		return
	}
	day := DayOf(connected)
	if name == "" && slug == "" {
		n.hidden++
		return
	}
	n.people++
	if name != "" {
		n.byName[name] = day
		if slug == "" {
			n.noSlugs[name] = day
		}
	}
	if slug != "" {
		n.bySlug[slug] = day
	}
}

// connected finds out since when the recipient of a request is a connection. A hit by name alone is
// refused when the connection is older than the request: it is somebody else of that name, or was
// there before. One day is allowed for, because requests are dated in Pacific time and connections in UTC.
func (n *network) connected(slug, recipient string, sent Day) (Day, bool) {
	names := n.byName
	if slug != "" && len(n.bySlug) > 0 {
		if day, ok := n.bySlug[slug]; ok {
			return day, true
		}
		names = n.noSlugs
	}
	if len(names) == 0 {
		return 0, false
	}
	day, ok := names[NameKey(recipient)]
	if ok && sent != 0 && day < sent-1 {
		return 0, false
	}
	return day, ok
}

// profileSlug is the part of a profile address that names the member: what stands after /in/, percent-
// decoded, in lower case and NFC, since Connections.csv encodes it and Invitations.csv does not. It is
// "" where there is none, as in archives whose addresses all end in a bare /in.
func profileSlug(address string) string {
	_, slug, ok := strings.Cut(address, "/in/")
	if !ok {
		return ""
	}
	if end := strings.IndexAny(slug, "/?#"); end >= 0 {
		slug = slug[:end]
	}
	if decoded, err := url.PathUnescape(slug); err == nil {
		slug = decoded
	}
	return norm.NFC.String(strings.ToLower(strings.TrimSpace(slug)))
}

// NameKey makes names comparable: blanks collapsed, case folded, NFC.
func NameKey(name string) string {
	return norm.NFC.String(strings.ToLower(strings.Join(strings.Fields(name), " ")))
}

var archiveName = regexp.MustCompile(`(?:Basic|Complete)_LinkedInDataExport_(\d\d)-(\d\d)-(\d{4})`)

// archiveDay is the day of export that LinkedIn writes into an archive's name, month first; 0 if there is none.
func archiveDay(path string) Day {
	all := archiveName.FindAllStringSubmatch(path, -1)
	if len(all) == 0 {
		return 0
	}
	last := all[len(all)-1]
	month, _ := strconv.Atoi(last[1])
	day, _ := strconv.Atoi(last[2])
	year, _ := strconv.Atoi(last[3])
	found, ok := written{year: year, month: month, day: day}.resolve(undecided, time.UTC)
	if !ok {
		return 0
	}
	return DayOf(found)
}

// newestDate is said of a source that does not tell when it was made.
const newestDate = "newest date in the data"

// exportDay settles when an archive was made: by its name, by the newest time of its entries, else by
// the newest date in it. A name or a time that is older than the data is not believed.
func exportDay(path string, entryTime time.Time, newest Day) (day Day, from, doubt string) {
	if named := archiveDay(path); named != 0 {
		if named >= newest-1 {
			return named, "archive name", ""
		}
		return newest, newestDate, fmt.Sprintf("the archive's name says %s, but it holds dates up to %s", named, newest)
	}
	if zipped := DayOf(entryTime.UTC()); !entryTime.IsZero() && zipped >= newest-1 && zipped.Time().Year() >= firstYear {
		if zipped-newest > 30 {
			doubt = fmt.Sprintf("the archive's entries were made on %s, but the newest date in it is %s: if it was packed again later, give the true date with --as-of", zipped, newest)
		}
		return zipped, "entry times in the archive", doubt
	}
	return newest, newestDate, ""
}
