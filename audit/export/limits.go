package export

import (
	"fmt"
	"strconv"
)

// Limits bound what a damaged or hostile file can cost. They are far above what real exports have: a
// LinkedIn archive has under 100 tables and rarely 100 MB. A zero field stands for its default.
type Limits struct {
	ZipRatio int64 // bytes out of one byte in, counted once an entry gave more than 10 MB
	Unpacked int64 // bytes out of one archive, one packed file, or standard input
	Entries  int64 // files in one archive
	Depth    int64 // archives in archives: 1 reads no archive inside another
	Record   int64 // bytes of one record
	Columns  int64 // columns of one table
}

// A Limit is one field of Limits under the name that users and messages give it.
type Limit struct {
	Name    string
	Default int64
	Bytes   bool // shown and read as a size
	Doc     string
	field   func(*Limits) *int64
}

// AllLimits in the order in which help lists them.
var AllLimits = []Limit{
	{"zip-ratio", 100, false, "bytes unpacked for each packed byte, past 10 MB", func(l *Limits) *int64 { return &l.ZipRatio }},
	{"unpacked", 1 << 30, true, "size of an archive when unpacked", func(l *Limits) *int64 { return &l.Unpacked }},
	{"entries", 10_000, false, "files in an archive", func(l *Limits) *int64 { return &l.Entries }},
	{"depth", 2, false, "archives in archives", func(l *Limits) *int64 { return &l.Depth }},
	{"record", 8 << 20, true, "size of one record", func(l *Limits) *int64 { return &l.Record }},
	{"columns", 1000, false, "columns of a table", func(l *Limits) *int64 { return &l.Columns }},
}

// DefaultText is the default as a person writes it.
func (l Limit) DefaultText() string {
	if l.Bytes {
		return bytesText(l.Default)
	}
	return strconv.FormatInt(l.Default, 10)
}

// ratioFrom is how much an entry may give before its ratio is looked at: small files of equal rows
// pack very well.
const ratioFrom = 10 << 20

// Set changes the limit of that name. The error lists the names there are.
func (l *Limits) Set(name string, value int64) error {
	for _, limit := range AllLimits {
		if limit.Name == name {
			if value < 1 {
				return fmt.Errorf("the limit %s must be at least 1", name)
			}
			if value > mostOfAny {
				return fmt.Errorf("the limit %s must be at most %s", name, bytesText(mostOfAny))
			}
			*limit.field(l) = value
			return nil
		}
	}
	return fmt.Errorf("there is no limit %q; the limits are %s", name, LimitNames())
}

// mostOfAny is more than any machine holds.
const mostOfAny = 1 << 50

// LimitNames lists the names of all limits.
func LimitNames() string {
	names := ""
	for i, limit := range AllLimits {
		if i > 0 {
			names += ", "
		}
		names += limit.Name
	}
	return names
}

// filled has the defaults in place of zeros.
func (l Limits) filled() Limits {
	for _, limit := range AllLimits {
		if field := limit.field(&l); *field == 0 {
			*field = limit.Default
		}
	}
	return l
}

// A limitError says which limit was hit and how to raise it.
type limitError struct {
	what  string
	limit string
}

// Error names the limit.
func (e limitError) Error() string {
	return fmt.Sprintf("%s; if the file is to be trusted, raise the limit with --limit %s=...", e.what, e.limit)
}

// bytesText is a size for a message, such as "8 MB".
func bytesText(n int64) string {
	switch {
	case n >= 1<<30 && n%(1<<30) == 0:
		return fmt.Sprintf("%d GB", n>>30)
	case n >= 1<<20:
		return fmt.Sprintf("%d MB", n>>20)
	case n >= 1<<10:
		return fmt.Sprintf("%d kB", n>>10)
	default:
		return fmt.Sprintf("%d bytes", n)
	}
}
