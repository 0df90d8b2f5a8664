// want package:"makes pointers: true"

// Package makesas has an error whose As method sets pointers.
package makesas

import (
	"errors"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

type wrapped struct {
	inner stytcherror.Error
}

func (w *wrapped) Error() string { return w.inner.Error() }

// As finds the inner error by its pointer.
func (w *wrapped) As(target any) bool {
	if p, ok := target.(**stytcherror.Error); ok {
		*p = &w.inner
		return true
	}
	return false
}

func status(err error) int {
	var e *stytcherror.Error
	if errors.As(err, &e) {
		return e.StatusCode
	}
	return 0
}
