// Package xerrors stands in for golang.org/x/xerrors.
package xerrors

import (
	"errors"
	"fmt"
)

func As(err error, target interface{}) bool { return errors.As(err, target) }

func Is(err, target error) bool { return errors.Is(err, target) }

func Errorf(format string, a ...interface{}) error { return fmt.Errorf(format, a...) }

func New(text string) error { return errors.New(text) }

func Unwrap(err error) error { return errors.Unwrap(err) }
