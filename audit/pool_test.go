package audit

import (
	"context"
	"errors"
	"runtime"
	"testing"
	"time"
)

func TestInOrder(t *testing.T) {
	for _, jobs := range []int{0, 1, 2, 8} {
		var got []int
		err := inOrder(context.Background(), jobs,
			func(_ context.Context, emit func(int) error) error {
				for i := range 1000 {
					if err := emit(i); err != nil {
						return err
					}
				}
				return nil
			},
			func(i int) int {
				if i%7 == 0 {
					time.Sleep(10 * time.Microsecond) // some are slower than those behind them
				}
				return i * i
			},
			func(square int) error { got = append(got, square); return nil })
		if err != nil || len(got) != 1000 {
			t.Fatalf("%d jobs: %d results, error %v", jobs, len(got), err)
		}
		for i, square := range got {
			if square != i*i {
				t.Fatalf("%d jobs: result %d is %d", jobs, i, square)
			}
		}
	}
}

// Whoever fails, the first error comes back and no goroutine stays behind.
func TestInOrderEndsOnErrors(t *testing.T) {
	before := runtime.NumGoroutine()
	failure := errors.New("failure")
	endless := func(_ context.Context, emit func(int) error) error {
		for {
			if err := emit(1); err != nil {
				return err
			}
		}
	}
	same := func(i int) int { return i }
	err := inOrder(context.Background(), 4, endless, same, func(int) error { return failure })
	if !errors.Is(err, failure) {
		t.Errorf("consumer's error: %v", err)
	}
	err = inOrder(context.Background(), 4, func(context.Context, func(int) error) error { return failure }, same, func(int) error { return nil })
	if !errors.Is(err, failure) {
		t.Errorf("producer's error: %v", err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	count := 0
	err = inOrder(ctx, 4, endless, same, func(int) error {
		if count++; count == 10 {
			cancel()
		}
		return nil
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("after cancelling: %v", err)
	}
	for range 100 {
		if runtime.NumGoroutine() <= before {
			return
		}
		time.Sleep(time.Millisecond)
	}
	t.Errorf("%d goroutines, %d before", runtime.NumGoroutine(), before)
}
