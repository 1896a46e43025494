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

// BenchmarkStages is what judging is made of, of notes whose passages nobody has read before.
func BenchmarkStages(b *testing.B) {
	requests := benchmarked(b)
	var notes []*Note
	for _, request := range requests {
		if n := NewNote(request); isRead(n) {
			notes = append(notes, n)
		}
	}
	each := func(work func(*Note, *placed)) func(*Note) {
		return func(n *Note) {
			for i := range n.passages {
				work(n, &n.passages[i])
			}
		}
	}
	var r reading
	for _, stage := range []struct {
		name string
		work func(*Note)
	}{
		{"passages", func(n *Note) { n.work.spans, _ = text.AppendPassages(n.work.spans[:0], n.Text) }},
		{"words", each(func(n *Note, p *placed) { p.Say(p.Text, p.Last) })},
		{"greeting", func(n *Note) { n.Lexicon.Greeted(n.Text, n.Tokens) }},
		{"sentences", each(func(n *Note, p *placed) { p.Split(n.Lexicon) })},
		{"sign-off", func(n *Note) { n.Lexicon.WithoutSignOff(n.work.sentences, n.Text, n.Tokens) }},
		{"stock", func(n *Note) { stockText(n.Text, n.Tokens, n.work.stock, n.Lexicon, nil) }},
		{"reader", func(n *Note) { n.meet() }},
		{"phrases", each(func(n *Note, p *placed) { p.Search(longestRead) })},
		{"rules", each(func(n *Note, p *placed) { r.context.rules(p.passage) })},
		{"understand", each(func(n *Note, p *placed) { r.understand(p.passage, weights()) })},
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
