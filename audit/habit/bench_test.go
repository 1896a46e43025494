package habit

import (
	"testing"

	"outreachaudit/audit/export"
	"outreachaudit/audit/text"
)

// benchmarked are the notes of the corpus, with whom they went to.
func benchmarked(b *testing.B) []*export.Request {
	var requests []*export.Request
	for _, entry := range readCorpus(b) {
		requests = append(requests, entry.request())
	}
	return requests
}

// BenchmarkJudge is the whole way from a request to its verdict over the corpus.
func BenchmarkJudge(b *testing.B) {
	requests := benchmarked(b)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		note := NewNote(requests[i%len(requests)])
		Judge(note)
		note.Release()
	}
}

// BenchmarkStages is what judging is made of.
func BenchmarkStages(b *testing.B) {
	requests := benchmarked(b)
	var notes []*Note
	for _, request := range requests {
		if n := NewNote(request); n.Kind == Own && n.reading != nil {
			notes = append(notes, n)
		}
	}
	for _, stage := range []struct {
		name string
		work func(*Note)
	}{
		{"tokens", func(n *Note) { text.AppendTokens(n.work.tokens[:0], n.Note) }},
		{"language", func(n *Note) { text.LanguageOf(n.Tokens) }},
		{"sentences", func(n *Note) { n.Lexicon.AppendSentences(n.work.sentences[:0], n.Note, n.Tokens) }},
		{"stock", func(n *Note) { stockText(n.Note, n.Tokens, n.Lexicon, nil) }},
		{"reader", func(n *Note) { _, n.work.names = readerOf(n.Request, n.work.names[:0]) }},
		{"phrases", func(n *Note) { n.Lexicon.AppendMatches(n.work.phrases[:0], n.Note, n.Tokens, n.Sentences) }},
		{"rules", func(n *Note) { rulePitches(n) }},
		{"reading", func(n *Note) { n.reading = newReading(n, weights) }},
		{"weigh", func(n *Note) { n.reading.features = n.reading.features[:0]; n.reading.weigh() }},
		{"judge", func(n *Note) { Judge(n) }},
		{"skeleton", func(n *Note) { n.Skeleton() }},
	} {
		b.Run(stage.name, func(b *testing.B) {
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				stage.work(notes[i%len(notes)])
			}
		})
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
