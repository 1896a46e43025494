package audit

import (
	"encoding/binary"
	"iter"
	"maps"
	"strings"

	"outreachaudit/audit/export"
	"outreachaudit/audit/habit"
	"outreachaudit/audit/tally"
)

// Sizes of a List.
const (
	chunkBytes  = 1 << 20
	mostStrings = 4096 // that are kept once for all requests which have them
)

// A List keeps judged requests as bytes: a note takes little more room than its text, and there is nothing in it for
// the garbage collector to follow. It keeps what a report shows of a flagged request, with days in place of times. The
// nil List is empty.
type List struct {
	chunks  [][]byte
	places  []listPlace
	strings []string
	numbers map[string]uint64 // 1 + index into strings
	first   map[string]int    // by recruiter
}

// A listPlace is where a request begins.
type listPlace struct{ chunk, at uint32 }

// NewList is a list of requests.
func NewList(all ...*Judged) *List {
	l := &List{numbers: map[string]uint64{}, first: map[string]int{}}
	for _, j := range all {
		l.Add(j)
	}
	return l
}

// Len is how many requests there are.
func (l *List) Len() int {
	if l == nil {
		return 0
	}
	return len(l.places)
}

// Firsts are the first requests of all recruiters who have one.
func (l *List) Firsts() map[string]int {
	if l == nil {
		return nil
	}
	return maps.Clone(l.first)
}

// All are the requests in the order in which they were added.
func (l *List) All() iter.Seq2[int, *Judged] {
	return func(yield func(int, *Judged) bool) {
		for i := range l.Len() {
			if !yield(i, l.At(i)) {
				return
			}
		}
	}
}

// Add adds a request.
func (l *List) Add(j *Judged) {
	if _, known := l.first[j.Recruiter]; !known {
		l.first[strings.Clone(j.Recruiter)] = len(l.places)
	}
	last := len(l.chunks) - 1
	if last < 0 || len(l.chunks[last]) > chunkBytes-len(j.Note.Note)-1024 {
		l.chunks = append(l.chunks, make([]byte, 0, chunkBytes))
		last++
	}
	l.places = append(l.places, listPlace{uint32(last), uint32(len(l.chunks[last]))})
	w := listWriter{l, l.chunks[last]}
	w.shared(j.Recruiter)
	w.shared(j.Source)
	w.text(j.Recipient)
	w.text(j.Note.Note)
	w.numbers(uint64(j.Line), uint64(j.SentDay()), uint64(export.DayOf(j.Accepted)), uint64(j.Outcome), uint64(j.Standing), uint64(j.Kind), flag(j.NoteKnown),
		uint64(j.SentenceCount), uint64(j.Characters), uint64(j.Judged), uint64(j.Flagged), uint64(len(j.Findings)))
	for _, f := range j.Findings {
		w.numbers(uint64(f.Habit), uint64(f.Start), uint64(f.End))
		w.shared(f.Why)
	}
	l.chunks[last] = w.bytes
}

func flag(yes bool) uint64 {
	if yes {
		return 1
	}
	return 0
}

// At is a request of the list.
func (l *List) At(i int) *Judged {
	place := l.places[i]
	r := listReader{l, l.chunks[place.chunk][place.at:]}
	request := &export.Request{Recruiter: r.shared(), Source: r.shared(), Recipient: r.text(), Note: r.text(), Line: int(r.number())}
	request.Sent, request.Accepted = export.Day(r.number()).Time(), export.Day(r.number()).Time()
	request.Outcome = export.Outcome(r.number())
	j := &Judged{Standing: tally.Standing(r.number())}
	j.Note = &habit.Note{Request: request, Kind: habit.Kind(r.number())}
	request.NoteKnown = r.number() == 1
	j.SentenceCount, j.Characters = int(r.number()), int(r.number())
	j.Judged, j.Flagged = habit.Set(r.number()), habit.Set(r.number())
	j.Findings = make([]habit.Finding, r.number())
	for i := range j.Findings {
		f := &j.Findings[i]
		f.Habit, f.Start, f.End, f.Why = int(r.number()), int(r.number()), int(r.number()), r.shared()
	}
	return j
}

type listWriter struct {
	list  *List
	bytes []byte
}

func (w *listWriter) numbers(all ...uint64) {
	for _, n := range all {
		w.bytes = binary.AppendUvarint(w.bytes, n)
	}
}

func (w *listWriter) text(s string) {
	w.bytes = append(binary.AppendUvarint(w.bytes, uint64(len(s))), s...)
}

// shared writes a text that others may have too: its number, or 0 and the text where too many are known.
func (w *listWriter) shared(s string) {
	number, known := w.list.numbers[s]
	if !known && len(w.list.strings) < mostStrings {
		s = strings.Clone(s)
		w.list.strings = append(w.list.strings, s)
		number = uint64(len(w.list.strings))
		w.list.numbers[s] = number
	}
	w.numbers(number)
	if number == 0 {
		w.text(s)
	}
}

type listReader struct {
	list  *List
	bytes []byte
}

func (r *listReader) number() uint64 {
	n, size := binary.Uvarint(r.bytes)
	r.bytes = r.bytes[size:]
	return n
}

func (r *listReader) text() string {
	length := r.number()
	s := string(r.bytes[:length])
	r.bytes = r.bytes[length:]
	return s
}

func (r *listReader) shared() string {
	if number := r.number(); number > 0 {
		return r.list.strings[number-1]
	}
	return r.text()
}
