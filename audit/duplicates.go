package audit

import (
	"encoding/binary"
	"strings"

	"outreachaudit/audit/digest"
	"outreachaudit/audit/export"
)

// duplicates remembers which requests were read, as 64-bit hashes: the chance that two different ones
// among 10 million are taken for one is below 1 in 100,000.
//
// Two rows are the same request when recruiter, recipient and the export's own identifier agree, or
// where there is none, the minute of sending. A recipient is a profile; a name counts where one of the
// two rows has no profile, as older archives have none. Rows that tell less, such as a first name and a
// day, may be different requests of one file, but not of two: what a file holds twice, another one that
// holds it twice repeats.
type duplicates struct {
	first     map[uint64]first
	times     map[uint64]uint32 // rows of this source that tell little, by what they tell
	mixed     bool              // some sources have profiles and some do not: requests are looked up by name too
	formats   bool              // sources are of several formats, which may tell times apart, or only days: see dayKey
	conflicts int64             // later rows of one source with another outcome than the first one, which counts
	nameless  int64             // rows that repeat one of another source where neither tells the recruiter
	source    int32
	answers   []uint64 // a bit for each question, so that the next pass over the same rows need not remember them
	asked     int
	again     bool // answer as the first time
}

// first is what is kept of a request for the rows that may repeat it.
type first struct {
	outcome export.Outcome
	profile bool  // it had a profile
	source  int32 // it was read from
}

func newDuplicates(mixed, formats bool) *duplicates {
	return &duplicates{first: map[uint64]first{}, times: map[uint64]uint32{}, mixed: mixed, formats: formats}
}

// next tells that the rows of another source follow.
func (d *duplicates) next() {
	d.source++
	d.times = map[uint64]uint32{}
}

// repeat makes it answer the same questions again, and gives back the room that finding the answers took.
func (d *duplicates) repeat() *duplicates {
	d.again, d.asked = true, 0
	d.first, d.times = nil, nil
	return d
}

// seen reports whether the same request was read before.
func (d *duplicates) seen(r *export.Request) bool {
	word, bit := d.asked/64, uint64(1)<<(d.asked%64)
	d.asked++
	if d.again {
		return word < len(d.answers) && d.answers[word]&bit != 0 // a file that has grown fails in the end
	}
	if word == len(d.answers) {
		d.answers = append(d.answers, 0)
	}
	found := d.find(r)
	if found {
		d.answers[word] |= bit
	}
	return found
}

// find looks for the same request among those before, and remembers it.
func (d *duplicates) find(r *export.Request) bool {
	if !identified(r) {
		return d.repeated(r)
	}
	byProfile, byName := uint64(0), uint64(0)
	if r.RecipientProfile != "" {
		byProfile = key(r, r.RecipientProfile, false)
	}
	if r.Recipient != "" && (byProfile == 0 || d.mixed) {
		byName = key(r, export.NameKey(r.Recipient), true)
	}
	if byProfile != 0 {
		if before, ok := d.first[byProfile]; ok {
			return d.conflict(before, r)
		}
	}
	if d.formats && byProfile != 0 && r.RecruiterKnown && !r.Sent.IsZero() {
		for _, near := range [3]export.Day{0, -1, 1} {
			if before, ok := d.first[dayKey(r, near)]; ok && before.source != d.source {
				return d.conflict(before, r)
			}
		}
		d.first[dayKey(r, 0)] = first{outcome: r.Outcome, profile: true, source: d.source}
	}
	if byName != 0 {
		if before, ok := d.first[byName]; ok && (!before.profile || byProfile == 0) {
			return d.conflict(before, r)
		}
	}
	kept := first{outcome: r.Outcome, profile: byProfile != 0, source: d.source}
	for _, key := range []uint64{byProfile, byName} {
		if key != 0 {
			d.first[key] = kept
		}
	}
	return false
}

// dayKey is a request by its recruiter, profile, and a day so many days later, where sources are of several formats. Rows
// of two sources that are a day apart at the most are the same: nobody can invite a profile twice in so short a time, and
// tools give days alone, times of another zone, and identifiers of their own.
func dayKey(r *export.Request, later export.Day) uint64 {
	return uint64(newRowHash("day", r.Recruiter, r.RecipientProfile).number(uint64(r.SentDay() + later)))
}

// identified reports whether a row tells enough for its like in the same file to be a repetition: a
// person, and an identifier or a moment. A first name and a day are not enough.
func identified(r *export.Request) bool {
	byID := r.ID != "" && r.RecruiterKnown
	person := r.RecipientProfile != "" || strings.Contains(r.Recipient, " ") || r.Recipient != "" && (r.Timed || byID)
	return person && (byID || !r.Sent.IsZero())
}

// repeated counts a row that tells little by how often its source has it: what two sources have, they
// have in common, but one source may have it several times.
func (d *duplicates) repeated(r *export.Request) bool {
	like := newRowHash(r.ID, r.RecipientProfile, export.NameKey(r.Recipient), r.Company, r.Title, r.Location, r.Note)
	if r.RecruiterKnown {
		like = like.with(r.Recruiter)
	}
	like = like.at(r)
	d.times[uint64(like)]++
	key := uint64(like.number(uint64(d.times[uint64(like)])))
	if before, ok := d.first[key]; ok {
		return d.conflict(before, r)
	}
	d.first[key] = first{outcome: r.Outcome, source: d.source}
	return false
}

// conflict notes where the row that counts has another outcome.
func (d *duplicates) conflict(before first, r *export.Request) bool {
	if before.source == d.source && before.outcome != r.Outcome {
		d.conflicts++
	}
	if before.source != d.source && !r.RecruiterKnown {
		d.nameless++
	}
	return true
}

// key is a request by its recruiter, recipient, and identifier or minute. Of people of one name only
// those are one who were sent the same note.
func key(r *export.Request, recipient string, byName bool) uint64 {
	of := newRowHash(r.ID, r.Note)
	if r.RecruiterKnown {
		of = newRowHash(r.Recruiter, r.ID)
	}
	of = of.with(recipient)
	if r.ID == "" || !r.RecruiterKnown {
		of = of.at(r)
	}
	if byName && r.ID == "" {
		of = of.with(r.Note, r.Company, r.Title)
	}
	return uint64(of)
}

// A rowHash is the digest of some cells of a row.
type rowHash uint64

func newRowHash(parts ...string) rowHash { return rowHash(digest.Start).with(parts...) }

// with is the digest with more cells.
func (h rowHash) with(parts ...string) rowHash {
	for _, part := range parts {
		h = rowHash(digest.More(uint64(h), part)) * digest.Prime // a zero ends each
	}
	return h
}

// at is the digest with the minute of sending.
func (h rowHash) at(r *export.Request) rowHash { return h.number(uint64(r.Sent.Unix() / 60)) }

// number is the digest with a number.
func (h rowHash) number(n uint64) rowHash {
	var bytes [8]byte
	binary.LittleEndian.PutUint64(bytes[:], n)
	return rowHash(digest.More(uint64(h), string(bytes[:])))
}
