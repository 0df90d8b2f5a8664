// want package:"makes pointers: false, looks for both: true"

// Package libraries asks errors with the functions of other libraries.
package libraries

import (
	crdb "github.com/cockroachdb/errors"
	pkgerrors "github.com/pkg/errors"
	"github.com/samber/lo"
	"golang.org/x/xerrors"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/stretchr/testify/suite"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

// github.com/pkg/errors
func pkg(err error) bool {
	var e *stytcherror.Error
	return pkgerrors.As(err, &e) // want `errors.As never finds a \*stytcherror.Error`
}

// its Cause, with an assertion
func cause(err error) bool {
	_, ok := pkgerrors.Cause(err).(*stytcherror.Error) // want `never holds`
	return ok
}

// golang.org/x/xerrors
func x(err error) bool {
	var e *stytcherror.Error
	return xerrors.As(err, &e) // want `xerrors.As never finds a \*stytcherror.Error`
}

// github.com/cockroachdb/errors
func cockroach(err error) bool {
	var e *stytcherror.Error
	return crdb.As(err, &e) // want `errors.As never finds a \*stytcherror.Error`
}

// github.com/samber/lo
func samber(err error) bool {
	_, ok := lo.ErrorsAs[*stytcherror.Error](err) // want `lo.ErrorsAs never finds a \*stytcherror.Error`
	return ok
}

// the value, in each
func right(err error) bool {
	var e stytcherror.Error
	return pkgerrors.As(err, &e) || xerrors.As(err, &e) || crdb.As(err, &e)
}

// the value by one, the pointer by another
func both(err error) bool {
	var v stytcherror.OAuth2Error
	var p *stytcherror.OAuth2Error
	return xerrors.As(err, &v) || pkgerrors.As(err, &p)
}

// comparisons by each; cockroachdb's compares types and messages
func is(err error, ref stytcherror.Error) bool {
	return pkgerrors.Is(err, stytcherror.Error{StatusCode: 404}) || // want `errors.Is never finds`
		xerrors.Is(err, ref) || // want `xerrors.Is never finds`
		crdb.Is(err, ref)
}

// testify's formatted functions and those with a message
func formatted(t assert.TestingT, rt require.TestingT, err error) {
	var e *stytcherror.Error
	assert.ErrorAsf(t, err, &e, "of %s", "Stytch")   // want `assert.ErrorAsf never finds`
	require.ErrorAsf(rt, err, &e, "of %s", "Stytch") // want `require.ErrorAsf never finds`
	require.ErrorAs(rt, err, &e, "of Stytch")        // want `require.ErrorAs never finds`
}

// their opposites
func opposite(t assert.TestingT, err error) {
	var e *stytcherror.Error
	assert.NotErrorAs(t, err, &e) // want `assert.NotErrorAs holds of every error for a \*stytcherror.Error`
}

// methods
func methods(a *assert.Assertions, r *require.Assertions, err error) {
	var e *stytcherror.Error
	a.ErrorAs(err, &e)                        // want `ErrorAs never finds`
	r.ErrorAs(err, &e)                        // want `ErrorAs never finds`
	r.ErrorIs(err, stytcherror.Error{})       // want `ErrorIs never finds`
	a.NotErrorIs(err, stytcherror.Error{}, 1) // want `NotErrorIs holds of every error`
}

// a suite, which is one of the assertions
type clientSuite struct{ suite.Suite }

func (s *clientSuite) testStatus(err error) {
	var e *stytcherror.Error
	s.ErrorAs(err, &e)           // want `ErrorAs never finds`
	s.Require().ErrorAs(err, &e) // want `ErrorAs never finds`
}

func (s *clientSuite) testValue(err error) {
	var e stytcherror.Error
	s.Require().ErrorAs(err, &e)
	s.ErrorIs(err, stytcherror.ErrJWKSNotInitialized)
}

// in a method expression, the error comes third
func expression(a *assert.Assertions, e stytcherror.Error, err error) {
	(*assert.Assertions).ErrorIs(a, e, err)
}
