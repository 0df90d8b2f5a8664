package testing

import (
	"context"
	"errors"
	"regexp"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/stretchr/testify/suite"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

func TestGone(t *testing.T) {
	err := authenticate(context.Background(), nil)
	assert.ErrorContains(t, err, "session_not_found")                                       // want `the text of an SDK error is searched for "session_not_found"; compare ErrorType of a stytcherror.Error`
	assert.ErrorContainsf(t, err, "session_not_found", "message")                           // want `searched for "session_not_found"`
	require.ErrorContains(t, err, "sesion_not_found")                                       // want `"sesion_not_found", which is no error code`
	require.EqualError(t, err, "Stytch Error - status code: 404, type: session_not_found,") // want `compared with "session_not_found"`
	assert.Contains(t, err.Error(), "session_not_found")                                    // want `searched for "session_not_found"`
	assert.NotContains(t, err.Error(), "404")                                               // want `searched for "404"; compare StatusCode`
	assert.Equal(t, "session_not_found", err.Error())                                       // want `compared with "session_not_found"`
	assert.NotEqual(t, err.Error(), "session_not_found")                                    // want `compared with "session_not_found"`
	assert.Regexp(t, "type: session_not_found", err.Error())                                // want `searched for "session_not_found"`
	assert.NotRegexp(t, regexp.MustCompile("^session_not_found"), err.Error())              // want `searched for "session_not_found"`
	a := assert.New(t)
	a.ErrorContains(err, "session_not_found")              // want `searched for "session_not_found"`
	a.Containsf(err.Error(), "session_not_found", "%d", 1) // want `searched for "session_not_found"`
	r := require.New(t)
	r.ErrorContains(err, "session_not_found") // want `searched for "session_not_found"`

	assert.ErrorContains(t, err, "timeout")
	assert.ErrorContains(t, err, stytcherror.NewPermissionError().Error())
	assert.ErrorContains(t, errors.New("session_not_found"), "session_not_found")
	assert.Contains(t, map[string]error{"session_not_found": nil}, "session_not_found")
	assert.Error(t, err, "session_not_found")
}

type testSuite struct{ suite.Suite }

func (s *testSuite) TestGone() {
	err := authenticate(context.Background(), nil)
	s.Require().ErrorContains(err, "session_not_found") // want `searched for "session_not_found"`
	s.EqualError(err, "session_not_found")              // want `compared with "session_not_found"`
}
