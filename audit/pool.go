package audit

import (
	"context"
	"fmt"
	"runtime"
	"sync"
)

// A fault is one of this program that some request brings to light.
type fault struct{ value any }

func (f fault) Error() string { return fmt.Sprint(f.value) }

// caught makes an error of a panic.
func caught(err *error) {
	if value := recover(); value != nil {
		*err = fault{value}
	}
}

// A result is what work made of one input, or the fault that it has shown.
type result[Out any] struct {
	out Out
	err error
}

func guarded[In, Out any](work func(In) Out, in In) (r result[Out]) {
	defer caught(&r.err)
	r.out = work(in)
	return r
}

func (r result[Out]) give(consume func(Out) error) (err error) {
	defer caught(&err)
	if r.err != nil {
		return r.err
	}
	return consume(r.out)
}

// inOrder runs work on many goroutines and consumes its results in the order in which they were
// produced. One job runs the same code. It returns the first error of produce or consume, when all
// its goroutines have ended, and a fault where one of them panicked; emit fails once consume has failed or ctx has ended.
func inOrder[In, Out any](ctx context.Context, jobs int, produce func(ctx context.Context, emit func(In) error) error, work func(In) Out, consume func(Out) error) error {
	jobs = workers(jobs)
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	type task struct {
		in  In
		out chan result[Out]
	}
	todo := make(chan task, jobs)
	order := make(chan task, 2*jobs) // bounds how far reading runs ahead of counting

	var running sync.WaitGroup
	for range jobs {
		running.Go(func() {
			for t := range todo {
				t.out <- guarded(work, t.in)
			}
		})
	}
	running.Go(func() {
		for t := range order {
			done := <-t.out
			if ctx.Err() != nil {
				continue // drain, so that nobody waits for ever
			}
			if err := done.give(consume); err != nil {
				cancel(err)
			}
		}
	})
	err := produce(ctx, func(in In) error {
		t := task{in: in, out: make(chan result[Out], 1)}
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

// workers is how many a number of jobs stands for.
func workers(jobs int) int {
	if jobs < 1 {
		return runtime.GOMAXPROCS(0)
	}
	return jobs
}

// processors are those that workers take in turn, as many as there are jobs.
type processors chan struct{}

func newProcessors(jobs int) processors { return make(processors, workers(jobs)) }

func (p processors) take()     { p <- struct{}{} }
func (p processors) giveBack() { <-p }
