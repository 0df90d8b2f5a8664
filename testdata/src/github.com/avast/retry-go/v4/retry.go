// Package retry stands in for the package of that name.
package retry

import "context"

type RetryableFunc func() error

type RetryableFuncWithData[T any] func() (T, error)

type Option func(*Config)

type Config struct{}

type RetryIfFunc func(error) bool

func Do(f RetryableFunc, opts ...Option) error { return f() }

func DoWithData[T any](f RetryableFuncWithData[T], opts ...Option) (T, error) { return f() }

func Attempts(n uint) Option             { return func(*Config) {} }
func Context(ctx context.Context) Option { return func(*Config) {} }
func RetryIf(f RetryIfFunc) Option       { return func(*Config) {} }
func LastErrorOnly(b bool) Option        { return func(*Config) {} }
func Unrecoverable(err error) error      { return err }
