// Package parallel spreads work over the processors.
package parallel

import (
	"runtime"
	"sync"
)

// Each calls work for each number below n, on all processors, and returns when all calls have. Where some of them panic,
// it panics with what one of them has said.
func Each(n int, work func(i int)) {
	next := make(chan int)
	var running sync.WaitGroup
	var faults sync.Map
	for range min(n, runtime.GOMAXPROCS(0)) {
		running.Go(func() {
			for i := range next {
				call(work, i, &faults)
			}
		})
	}
	for i := range n {
		next <- i
	}
	close(next)
	running.Wait()
	faults.Range(func(_, fault any) bool { panic(fault) })
}

// call keeps a panic, which nobody else could recover from.
func call(work func(i int), i int, faults *sync.Map) {
	defer func() {
		if fault := recover(); fault != nil {
			faults.Store(i, fault)
		}
	}()
	work(i)
}
