package parallel

import (
	"sync/atomic"
	"testing"
)

func TestEach(t *testing.T) {
	var calls [100]atomic.Int32
	Each(len(calls), func(i int) { calls[i].Add(1) })
	for i := range calls {
		if n := calls[i].Load(); n != 1 {
			t.Errorf("%d: %d calls", i, n)
		}
	}
	Each(0, func(int) { t.Error("called") })
}

// A panic reaches whoever has asked for the work, once all of it is done.
func TestPanic(t *testing.T) {
	var calls atomic.Int32
	defer func() {
		if fault := recover(); fault != "seven" || calls.Load() != 20 {
			t.Errorf("%v after %d calls", fault, calls.Load())
		}
	}()
	Each(20, func(i int) {
		calls.Add(1)
		if i == 7 {
			panic("seven")
		}
	})
}
