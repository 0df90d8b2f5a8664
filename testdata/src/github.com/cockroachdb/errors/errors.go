// Package errors stands in for github.com/cockroachdb/errors.
package errors

import (
	"errors"
	"fmt"
)

func As(err error, target interface{}) bool { return errors.As(err, target) }

func Is(err, reference error) bool { return err == reference }

func Join(errs ...error) error { return errors.Join(errs...) }

func UnwrapAll(err error) error { return err }

func UnwrapOnce(err error) error { return errors.Unwrap(err) }

func New(text string) error { return errors.New(text) }

func Newf(format string, args ...interface{}) error { return fmt.Errorf(format, args...) }

func Wrap(err error, msg string) error { return fmt.Errorf("%s: %w", msg, err) }

func CombineErrors(err, other error) error { return err }

func Mark(err, reference error) error { return err }

func WithDetail(err error, msg string) error { return err }

func WithDetailf(err error, format string, args ...interface{}) error { return err }

func WithHint(err error, msg string) error { return err }

func WithHintf(err error, format string, args ...interface{}) error { return err }

func WithSecondaryError(err, other error) error { return err }

func WithTelemetry(err error, keys ...string) error { return err }
