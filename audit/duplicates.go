package audit

import (
	"encoding/binary"
	"hash/fnv"
	"io"

	"outreachaudit/audit/export"
)

// duplicates remembers which requests were read, as 64-bit hashes: 10 million take about 200 MB, and
// the chance that two different ones among them are taken for one is below 1 in 100,000.
type duplicates map[uint64]struct{}

// seen reports whether the same request was read before. Two rows are the same request when recruiter,
// recipient and the export's own identifier agree, or where there is none, the minute of sending. A row
// that does not tell whom it was sent to, or when, is never a duplicate.
func (d duplicates) seen(r *export.Request) bool {
	if r.Recipient == "" && r.RecipientProfile == "" && r.ID == "" || r.ID == "" && r.Sent.IsZero() {
		return false
	}
	hash := fnv.New64a()
	add := func(parts ...string) {
		for _, part := range parts {
			io.WriteString(hash, part)
			hash.Write([]byte{0})
		}
	}
	add(r.Recruiter, r.ID)
	if r.RecipientProfile != "" {
		add(r.RecipientProfile)
	} else {
		add(r.Recipient)
	}
	if r.ID == "" {
		hash.Write(binary.LittleEndian.AppendUint64(nil, uint64(r.Sent.Unix()/60)))
		if r.RecipientProfile == "" {
			add(r.Company, r.Title, r.Location, r.Note) // people of one name
		}
	}
	key := hash.Sum64()
	if _, ok := d[key]; ok {
		return true
	}
	d[key] = struct{}{}
	return false
}
