// Package retryx never imports the SDK.
package again

import (
	"context"
	"errors"
	"time"

	"github.com/cenkalti/backoff/v4"
)

// Do tries again.
func Do(ctx context.Context, n int, f func(context.Context) error) error { // want Do:"retries 1"
	var err error
	for i := 0; i < n; i++ {
		if err = f(ctx); err == nil {
			return nil
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(time.Duration(i) * time.Second):
		}
	}
	return err
}

// Value is generic.
func Value[T any](ctx context.Context, n int, f func() (T, error)) (T, error) { // want Value:"retries 1"
	var zero T
	var last error
	for range n {
		v, err := f()
		if err == nil {
			return v, nil
		}
		last = err
		time.Sleep(time.Second)
	}
	return zero, last
}

// Options of With.
type Options struct {
	Max     int
	Backoff func(int) time.Duration
	RetryIf func(error) bool
}

type Option func(*Options)

func Attempts(n int) Option { return func(o *Options) { o.Max = n } }

// With has options, no predicate.
func With(f func() error, opts ...Option) error { // want With:"retries 1"
	o := Options{Max: 3}
	for _, opt := range opts {
		opt(&o)
	}
	for i := 0; ; i++ {
		err := f()
		if err == nil {
			return nil
		}
		if i >= o.Max {
			return err
		}
		time.Sleep(time.Duration(i) * time.Millisecond)
	}
}

// If tries again only what may.
func If(n int, may func(error) bool, f func() error) error {
	var err error
	for range n {
		if err = f(); err == nil || !may(err) {
			return err
		}
	}
	return err
}

// Retrier is a type.
type Retrier struct {
	Max  int
	Wait time.Duration
}

func (r Retrier) Run(ctx context.Context, f func(ctx context.Context) error) (err error) { // want Run:"retries 1"
	for attempt := 1; attempt <= r.Max; attempt++ {
		err = f(ctx)
		if err == nil {
			return nil
		}
		timer := time.NewTimer(r.Wait)
		select {
		case <-timer.C:
		case <-ctx.Done():
			return errors.Join(err, ctx.Err())
		}
	}
	return err
}

// Rec calls itself.
func Rec(n int, f func() error) error { // want Rec:"retries 1"
	if err := f(); err != nil {
		if n == 0 {
			return err
		}
		return Rec(n-1, f)
	}
	return nil
}

// Once runs it once.
func Once(f func() error) error { return f() }

// ErrPermanent stops.
type Permanent struct{ Err error }

func (p *Permanent) Error() string { return p.Err.Error() }

// UntilPermanent stops at permanent errors.
func UntilPermanent(n int, f func() error) error { // want UntilPermanent:"events 0, retries 1"
	var err error
	for range n {
		if err = f(); err == nil {
			return nil
		}
		var p *Permanent
		if errors.As(err, &p) {
			return p.Err
		}
	}
	return err
}

// Result hands a literal to a helper that tries again.
func Result[T any](ctx context.Context, f func(context.Context) (T, error)) (v T, err error) { // want Result:"events 0, retries 1"
	err = Do(ctx, 3, func(ctx context.Context) (err error) {
		v, err = f(ctx)
		return err
	})
	return v, err
}

// Backed does so to one of a library.
func Backed[T any](f func() (T, error)) (v T, err error) { // want Backed:"events 0, retries 1"
	op := func() (err error) {
		v, err = f()
		return err
	}
	return v, backoff.Retry(op, backoff.NewExponentialBackOff())
}

// Timed hands a literal to one that runs it once.
func Timed[T any](ctx context.Context, f func(context.Context) (T, error)) (v T, err error) {
	err = Once(func() (err error) {
		v, err = f(ctx)
		return err
	})
	return v, err
}

// Refused ends the tries by what the literal says.
func Refused(ctx context.Context, may func(error) bool, f func(context.Context) error) error {
	return UntilPermanent(3, func() error {
		if err := f(ctx); err != nil && !may(err) {
			return &Permanent{err}
		}
		return nil
	})
}

func Count(n int) int { return n }
