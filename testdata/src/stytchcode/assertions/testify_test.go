package assertions

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/stretchr/testify/suite"
	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

func TestTestify(t *testing.T) {
	var e stytcherror.Error
	require.ErrorAs(t, errFake, &e)

	// expected first, and the other way round
	assert.Equal(t, "session_not_found", string(e.ErrorType))
	assert.Equal(t, "sesion_not_found", string(e.ErrorType)) // want `"session_not_found"`
	assert.Equal(t, string(e.ErrorType), "user_notfound")    // want `"user_not_found"`
	// the code's type
	assert.Equal(t, stytcherror.Type("weak_pasword"), e.ErrorType) // want `"weak_password"`
	// with a message
	assert.Equal(t, "otp_code_notfound", string(e.ErrorType), "code of %s", "member_not_foud") // want `"otp_code_not_found"`
	assert.Equalf(t, "captcha_faild", string(e.ErrorType), "code of %s", "member_not_foud")    // want `"captcha_failed"`
	// require
	require.Equal(t, "duplicate_emial", string(e.ErrorType))           // want `"duplicate_email"`
	require.Equalf(t, "duplicate_emial", string(e.ErrorType), "%d", 1) // want `"duplicate_email"`
	// relatives of Equal
	assert.NotEqual(t, "reset_pasword", string(e.ErrorType))                       // want `"reset_password"`
	assert.EqualValues(t, "reset_pasword", e.ErrorType)                            // want `"reset_password"`
	require.Exactly(t, stytcherror.Type("reset_pasword"), e.ErrorType)             // want `"reset_password"`
	_ = assert.ObjectsAreEqual("pkce_missmatch", string(e.ErrorType))              // want `"pkce_mismatch"`
	_ = assert.ObjectsAreEqualValues("pkce_missmatch", e.ErrorType)                // want `"pkce_mismatch"`
	assert.True(t, e.ErrorType == "breached_pasword")                              // want `"breached_password"`
	assert.Contains(t, string(e.ErrorType), "sesion")                              // the part is unknown, and this is a test
	assert.Contains(t, string(e.ErrorType), "invalid_emial")                       // want `contains "invalid_emial"`
	assert.Contains(t, []string{"invalid_emial"}, string(e.ErrorType))             // want `"invalid_email"`
	assert.NotContains(t, map[string]int{"invalid_emial": 1}, string(e.ErrorType)) // want `"invalid_email"`
	// an unknown code is for tests to invent
	assert.Equal(t, "foo_bar_baz", string(e.ErrorType))
	// a whole error
	assert.Equal(t, stytcherror.Error{StatusCode: 404, ErrorType: "magic_link_not_fond"}, e) // want `"magic_link_not_found"`
	// other values in the same test
	assert.Equal(t, "sesion_not_found", t.Name())
	assert.Contains(t, t.Name(), "sesion")
	assert.Len(t, "sesion_not_found", 3)
}

// an Assertions value of each package
func TestAssertions(t *testing.T) {
	var e stytcherror.Error
	is, must := assert.New(t), require.New(t)
	is.Equal("sesion_not_found", string(e.ErrorType))               // want `"session_not_found"`
	is.Equal(string(e.ErrorType), "user_notfound")                  // want `"user_not_found"`
	is.Equalf("weak_pasword", string(e.ErrorType), "of %s", "x")    // want `"weak_password"`
	must.Equal("captcha_faild", string(e.ErrorType))                // want `"captcha_failed"`
	must.NotEqualf("captcha_faild", string(e.ErrorType), "%s", "x") // want `"captcha_failed"`
	must.Equal("session_not_found", string(e.ErrorType))
	must.Equal("sesion_not_found", t.Name())
}

type codeSuite struct {
	suite.Suite
	e stytcherror.Error
}

// methods of a suite
func (s *codeSuite) TestCode() {
	s.Equal("session_not_found", string(s.e.ErrorType))
	s.Equal("sesion_not_found", string(s.e.ErrorType))             // want `"session_not_found"`
	s.Equalf("user_notfound", string(s.e.ErrorType), "of %s", "x") // want `"user_not_found"`
	s.Assert().Equal("weak_pasword", string(s.e.ErrorType))        // want `"weak_password"`
	s.Require().Equal(string(s.e.ErrorType), "otp_code_notfound")  // want `"otp_code_not_found"`
	s.Equal(stytcherror.Type("captcha_faild"), s.e.ErrorType)      // want `"captcha_failed"`
	s.Equal("sesion_not_found", s.T().Name())
}

func TestCodeSuite(t *testing.T) { suite.Run(t, new(codeSuite)) }

// a helper of the test
func requireCode(t *testing.T, err error, code string) {
	t.Helper()
	var e stytcherror.Error
	require.ErrorAs(t, err, &e)
	require.Equal(t, code, string(e.ErrorType))
}

func TestHelper(t *testing.T) {
	requireCode(t, errFake, "session_not_found")
	requireCode(t, errFake, "sesion_not_found") // want `"session_not_found"`
	requireCode(t, errFake, "foo_bar_baz")
}

var errFake error = stytcherror.Error{StatusCode: 404, ErrorType: "session_not_found"}
