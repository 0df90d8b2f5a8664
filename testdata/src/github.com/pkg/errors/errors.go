// Package errors stands in for github.com/pkg/errors.
package errors

import (
	"errors"
	"fmt"
)

func As(err error, target interface{}) bool { return errors.As(err, target) }

func Is(err, target error) bool { return errors.Is(err, target) }

func Cause(err error) error { return err }

func Wrap(err error, message string) error { return fmt.Errorf("%s: %w", message, err) }

func Wrapf(err error, format string, args ...interface{}) error {
	return Wrap(err, fmt.Sprintf(format, args...))
}

func WithMessage(err error, message string) error { return Wrap(err, message) }

func WithMessagef(err error, format string, args ...interface{}) error {
	return Wrapf(err, format, args...)
}

func WithStack(err error) error { return err }

func Unwrap(err error) error { return errors.Unwrap(err) }

func New(message string) error { return errors.New(message) }

func Errorf(format string, args ...interface{}) error { return fmt.Errorf(format, args...) }
