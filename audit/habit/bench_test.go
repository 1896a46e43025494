package habit

import (
	"testing"

	"outreachaudit/audit/export"
)

// BenchmarkJudge is the whole way from a request to its verdict over the corpus.
func BenchmarkJudge(b *testing.B) {
	var requests []*export.Request
	for _, entry := range readCorpus(b) {
		requests = append(requests, &export.Request{Note: entry.Note, NoteKnown: true})
	}
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		note := NewNote(requests[i%len(requests)])
		Judge(note)
		note.Release()
	}
}

// BenchmarkJudgeBlank is a request without a note, the commonest of all.
func BenchmarkJudgeBlank(b *testing.B) {
	request := &export.Request{NoteKnown: true}
	b.ReportAllocs()
	for b.Loop() {
		Judge(NewNote(request))
	}
}
