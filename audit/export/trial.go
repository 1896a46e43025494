package export

import "strings"

// findLayout tries the ways in which quotes are written on the first rows and takes the one that most
// rows are sound in, with the fewest stray quotes. It returns how that one does.
func (d *dialect) findLayout(rows string, whole bool, reading Reading, limits Limits) trial {
	if !whole {
		rows = rows[:max(0, strings.LastIndexByte(rows, d.end))]
	}
	best := trial{sound: -1 << 62}
	for _, candidate := range d.layouts(rows, reading) {
		tried := d.try(candidate, rows, limits)
		if tried.better(best) {
			best, d.layout = tried, candidate
		}
	}
	d.typed = best.proven*2 > best.records && best.records > 0
	return best
}

// layouts are the ways worth trying, the usual one first.
func (d *dialect) layouts(rows string, reading Reading) []layout {
	usual := d.layout
	all := []layout{usual}
	if strings.Contains(rows, string(rune(usual.delimiter))+` "`) {
		all = append(all, layout{delimiter: usual.delimiter, blanks: true})
	}
	switch reading.Escape {
	case "":
		if !strings.Contains(rows, `\"`) {
			return all
		}
	case "doubled":
		return all
	}
	with := make([]layout, len(all))
	for i, l := range all {
		l.backslash = true
		with[i] = l
	}
	if reading.Escape != "" {
		return with
	}
	return append(all, with...)
}

// A trial is how a layout does on the first rows of a file.
type trial struct{ records, sound, proven, strays int64 }

func (t trial) better(than trial) bool {
	if t.sound != than.sound {
		return t.sound > than.sound
	}
	return t.strays < than.strays
}

// try counts the sound rows, less those that are not.
func (d *dialect) try(l layout, rows string, limits Limits) trial {
	var t trial
	s := d.splitter(strings.NewReader(rows), limits)
	s.layout, s.typed = l, false
	for {
		rec, err := s.next()
		if err != nil {
			t.strays = s.strays
			return t
		}
		t.records++
		switch {
		case rec.code != "":
			t.sound--
			continue
		case rec.skip != "":
			continue
		}
		t.sound++
		if contradicts, proves := s.evidence.weigh(rec.fields); proves && !contradicts {
			t.proven++
		}
	}
}
