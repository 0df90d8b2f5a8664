package assertions

import (
	"reflect"
	"testing"

	qt "github.com/frankban/quicktest"
	"github.com/google/go-cmp/cmp"
	"github.com/matryer/is"
	. "github.com/onsi/gomega"
	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
	"gotest.tools/v3/assert"
	is3 "gotest.tools/v3/assert/cmp"
)

// the standard library
func TestStandard(t *testing.T) {
	var e stytcherror.Error
	if got, want := string(e.ErrorType), "sesion_not_found"; got != want { // want `"session_not_found"`
		t.Errorf("got %q, want %q", got, want)
	}
	if want := "user_notfound"; !reflect.DeepEqual(want, string(e.ErrorType)) { // want `"user_not_found"`
		t.Errorf("want %q", want)
	}
}

// go-cmp
func TestCmp(t *testing.T) {
	var e stytcherror.Error
	if diff := cmp.Diff("sesion_not_found", string(e.ErrorType)); diff != "" { // want `"session_not_found"`
		t.Error(diff)
	}
	if !cmp.Equal(e.ErrorType, stytcherror.Type("user_notfound")) { // want `"user_not_found"`
		t.Error("differs")
	}
	if diff := cmp.Diff([]string{"member_not_foud"}, []string{t.Name()}); diff != "" {
		t.Error(diff)
	}
}

// gotest.tools
func TestGotestTools(t *testing.T) {
	var e stytcherror.Error
	assert.Equal(t, string(e.ErrorType), "sesion_not_found")                       // want `"session_not_found"`
	assert.DeepEqual(t, stytcherror.Type("user_notfound"), e.ErrorType)            // want `"user_not_found"`
	assert.Assert(t, e.ErrorType == "weak_pasword")                                // want `"weak_password"`
	assert.Assert(t, is3.Equal(string(e.ErrorType), "captcha_faild"))              // want `"captcha_failed"`
	assert.Check(t, is3.DeepEqual(e.ErrorType, stytcherror.Type("reset_pasword"))) // want `"reset_password"`
	assert.Check(t, is3.Contains(string(e.ErrorType), "invalid_emial"))            // want `"invalid_email"`
	assert.Equal(t, t.Name(), "sesion_not_found")
}

// matryer/is
func TestIs(t *testing.T) {
	is := is.New(t)
	var e stytcherror.Error
	is.Equal(string(e.ErrorType), "sesion_not_found")        // want `"session_not_found"`
	is.Equal(stytcherror.Type("user_notfound"), e.ErrorType) // want `"user_not_found"`
	is.True(e.ErrorType == "weak_pasword")                   // want `"weak_password"`
	is.Equal(t.Name(), "sesion_not_found")
}

// quicktest
func TestQuicktest(t *testing.T) {
	c := qt.New(t)
	var e stytcherror.Error
	c.Assert(string(e.ErrorType), qt.Equals, "sesion_not_found")           // want `"session_not_found"`
	c.Check(e.ErrorType, qt.DeepEquals, stytcherror.Type("user_notfound")) // want `"user_not_found"`
	qt.Assert(t, string(e.ErrorType), qt.Equals, "weak_pasword")           // want `"weak_password"`
	qt.Check(t, string(e.ErrorType), qt.Equals, "captcha_faild")           // want `"captcha_failed"`
	c.Assert(string(e.ErrorType), qt.Not(qt.Equals), "reset_pasword")      // want `"reset_password"`
	// a pattern is no code
	c.Assert(string(e.ErrorType), qt.Matches, "sesion_.*")
	c.Assert(t.Name(), qt.Equals, "sesion_not_found")
}

// gomega
func TestGomega(t *testing.T) {
	g := NewWithT(t)
	var e stytcherror.Error
	g.Expect(string(e.ErrorType)).To(Equal("sesion_not_found"))                          // want `"session_not_found"`
	g.Expect(e.ErrorType).To(Equal(stytcherror.Type("user_notfound")))                   // want `"user_not_found"`
	Expect(e.ErrorType).To(BeEquivalentTo("weak_pasword"))                               // want `"weak_password"`
	Expect(string(e.ErrorType)).NotTo(Equal("captcha_faild"))                            // want `"captcha_failed"`
	Ω(string(e.ErrorType)).Should(Equal("otp_code_notfound"))                            // want `"otp_code_not_found"`
	Expect(string(e.ErrorType)).ShouldNot(ContainSubstring("magic_link_not_fond"))       // want `contains "magic_link_not_fond"`
	Expect(string(e.ErrorType)).To(HavePrefix("Invalid_"))                               // want `begins with "Invalid_"`
	Expect(string(e.ErrorType)).To(Not(Equal("reset_pasword")))                          // want `"reset_password"`
	Expect(string(e.ErrorType)).To(Or(Equal("pkce_mismatch"), Equal("pkce_missmatch")))  // want `"pkce_missmatch" is not`
	Expect(string(e.ErrorType)).To(BeElementOf("breached_password", "breached_pasword")) // want `"breached_pasword" is not`
	Expect(t.Name()).To(Equal("sesion_not_found"))
	Expect(t.Name()).To(HavePrefix("sesion"))
}
