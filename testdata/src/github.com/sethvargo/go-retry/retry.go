// Package retry stands in for the package of that name.
package retry

import (
	"context"
	"time"
)

type Backoff interface {
	Next() (next time.Duration, stop bool)
}

type RetryFunc func(ctx context.Context) error

func Do(ctx context.Context, b Backoff, f RetryFunc) error { return f(ctx) }

func NewConstant(t time.Duration) Backoff { return nil }

func WithMaxRetries(max uint64, next Backoff) Backoff { return next }

func RetryableError(err error) error { return err }

type RetryFuncValue[T any] func(ctx context.Context) (T, error)

func DoValue[T any](ctx context.Context, b Backoff, f RetryFuncValue[T]) (T, error) { return f(ctx) }

func Constant(ctx context.Context, t time.Duration, f RetryFunc) error { return f(ctx) }

func Exponential(ctx context.Context, base time.Duration, f RetryFunc) error { return f(ctx) }

func Fibonacci(ctx context.Context, base time.Duration, f RetryFunc) error { return f(ctx) }
