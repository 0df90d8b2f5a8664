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
