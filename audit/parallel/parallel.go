// Package parallel spreads work over the processors.
package parallel

import (
	"runtime"
	"sync"
)

// Each calls work for each number below n, on all processors, and returns when all calls have. Where some of them panic,
// it panics with what the first of them has said.
func Each(n int, work func(i int)) {
	next := make(chan int)
	var running sync.WaitGroup
	var first sync.Once
	var fault any
	guarded := func(i int) { // nobody else could recover from a panic in there
		defer func() {
			if value := recover(); value != nil {
				first.Do(func() { fault = value })
			}
		}()
		work(i)
	}
	for range min(n, runtime.GOMAXPROCS(0)) {
		running.Go(func() {
			for i := range next {
				guarded(i)
			}
		})
	}
	for i := range n {
		next <- i
	}
	close(next)
	running.Wait()
	if fault != nil {
		panic(fault)
	}
}
