package libraries

import (
	"testing"

	"github.com/shoenig/test"
	gotest "gotest.tools/v3/assert"
	"gotest.tools/v3/assert/cmp"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

func gotestTools(t *testing.T, err error) {
	gotest.ErrorIs(t, err, stytcherror.Error{})             // want `ErrorIs never finds`
	gotest.Assert(t, cmp.ErrorIs(err, stytcherror.Error{})) // want `ErrorIs never finds`
	gotest.ErrorIs(t, err, stytcherror.ErrJWKSNotInitialized)
}

func shoenig(t *testing.T, err error) {
	var e *stytcherror.Error
	test.ErrorAs[*stytcherror.Error](t, err, &e) // want `test.ErrorAs never finds a \*stytcherror.Error`
	test.ErrorIs(t, err, stytcherror.Error{})    // want `ErrorIs never finds`
}

func shoenigRight(t *testing.T, err error) {
	var v stytcherror.Error
	test.ErrorAs[stytcherror.Error](t, err, &v)
	test.Eq(t, v.ErrorType, "session_not_found")
	test.ErrorIs(t, err, stytcherror.ErrJWKSNotInitialized)
}
