// Package errors stands in for github.com/cockroachdb/errors.
package errors

import "errors"

func As(err error, target interface{}) bool { return errors.As(err, target) }

func Is(err, reference error) bool { return err == reference }

func Join(errs ...error) error { return errors.Join(errs...) }

func UnwrapAll(err error) error { return err }

func UnwrapOnce(err error) error { return errors.Unwrap(err) }
