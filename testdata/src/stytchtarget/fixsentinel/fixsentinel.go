// want package:"makes pointers: true"

// Package fixsentinel has pointers of its own that are compared elsewhere: as
// values they would be equal to nothing, so nothing is mended.
package fixsentinel

import (
	"errors"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

// a sentinel
var errNoAccess error = &stytcherror.Error{StatusCode: 403} // want `drop the &`

func noAccess(err error) bool { return errors.Is(err, errNoAccess) }

// a sentinel that other packages can compare
var ErrGone error = &stytcherror.Error{StatusCode: 410} // want `drop the &`

// an error in a struct that is compared by an operator
type fake struct{ err error }

func newFake() *fake {
	return &fake{err: &stytcherror.Error{}} // want `drop the &`
}

func (f *fake) is(err error) bool { return err == f.err }
