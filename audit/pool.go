package audit

import (
	"context"
	"runtime"
	"sync"
)

// inOrder runs work on many goroutines and consumes its results in the order in which they were
// produced. One job runs the same code. It returns the first error of produce or consume, when all
// its goroutines have ended; emit fails once consume has failed or ctx has ended.
func inOrder[In, Out any](ctx context.Context, jobs int, produce func(ctx context.Context, emit func(In) error) error, work func(In) Out, consume func(Out) error) error {
	if jobs < 1 {
		jobs = runtime.GOMAXPROCS(0)
	}
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	type task struct {
		in  In
		out chan Out
	}
	todo := make(chan task, jobs)
	order := make(chan task, 2*jobs) // bounds how far reading runs ahead of counting

	var running sync.WaitGroup
	for range jobs {
		running.Go(func() {
			for t := range todo {
				t.out <- work(t.in)
			}
		})
	}
	running.Go(func() {
		for t := range order {
			out := <-t.out
			if ctx.Err() != nil {
				continue // drain, so that nobody waits for ever
			}
			if err := consume(out); err != nil {
				cancel(err)
			}
		}
	})
	err := produce(ctx, func(in In) error {
		t := task{in: in, out: make(chan Out, 1)}
		select {
		case <-ctx.Done():
			return context.Cause(ctx)
		case order <- t:
		}
		todo <- t
		return nil
	})
	close(todo)
	close(order)
	running.Wait()
	if cause := context.Cause(ctx); cause != nil {
		return cause
	}
	return err
}
