// Package backoff stands in for the package of that name.
package backoff

import "time"

type BackOff interface {
	NextBackOff() time.Duration
	Reset()
}

type Operation func() error

type OperationWithData[T any] func() (T, error)

type Notify func(error, time.Duration)

func Retry(o Operation, b BackOff) error { return o() }

func RetryWithData[T any](o OperationWithData[T], b BackOff) (T, error) { return o() }

func RetryNotify(o Operation, b BackOff, notify Notify) error { return o() }

func NewExponentialBackOff() BackOff { return nil }

func WithMaxRetries(b BackOff, max uint64) BackOff { return b }

func Permanent(err error) error { return err }

type PermanentError struct{ Err error }

func (e *PermanentError) Error() string { return e.Err.Error() }

type Timer interface{ C() <-chan time.Time }

func RetryNotifyWithData[T any](o OperationWithData[T], b BackOff, notify Notify) (T, error) {
	return o()
}

func RetryNotifyWithTimer(o Operation, b BackOff, notify Notify, t Timer) error { return o() }
