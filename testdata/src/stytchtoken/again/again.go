// Package again has a program's helpers for trying again. It knows nothing of the
// SDK.
package again

import (
	"context"
	"errors"
	"time"
)

// An Op is what may fail.
type Op func(ctx context.Context) error

func Do(ctx context.Context, n int, f func(context.Context) error) (err error) { // want Do:"events 0, retries 1"
	for i := 0; i < n; i++ {
		err = f(ctx)
		if err == nil {
			return nil
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(time.Second << i):
		}
	}
	return err
}

// Named has a parameter of a named type.
func Named(ctx context.Context, op Op) error { // want Named:"events 0, retries 1"
	for {
		if err := op(ctx); err == nil {
			return nil
		}
	}
}

// Value hands on what the function returns.
func Value[T any](f func() (T, error)) (T, error) { // want Value:"events 0, retries 1"
	v, err := f()
	if err != nil {
		v, err = f()
	}
	return v, err
}

// Through hands the function to another helper.
func Through(ctx context.Context, f func(context.Context) error) error { // want Through:"events 0, retries 1"
	return Do(ctx, 3, f)
}

// A Policy is a helper with settings.
type Policy struct{ Tries int }

func (p Policy) Run(f func() error) error { // want Run:"events 0, retries 1"
	var err error
	for range p.Tries {
		if err = f(); err == nil {
			break
		}
	}
	return err
}

var errFinal = errors.New("final")

// If asks whether the error is one that the function would have to make.
func If(f func() error) (err error) { // want If:"events 0, retries 1"
	for range 3 {
		if err = f(); err == nil || errors.Is(err, errFinal) {
			break
		}
	}
	return err
}

// Once is no helper for trying again.
func Once(f func() error) error { return f() }

// Each calls another function each time.
func Each(fs ...func() error) error {
	for _, f := range fs {
		if err := f(); err != nil {
			return err
		}
	}
	return nil
}
