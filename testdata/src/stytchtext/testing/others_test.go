package testing

import (
	"context"
	"errors"
	"testing"

	qt "github.com/frankban/quicktest"
	quick "github.com/go-quicktest/qt"
	"github.com/onsi/gomega"
	gotest "gotest.tools/v3/assert"
	"gotest.tools/v3/assert/cmp"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

func TestGotest(t *testing.T) {
	err := authenticate(context.Background(), nil)
	gotest.ErrorContains(t, err, "session_not_found")                 // want `the text of an SDK error is searched for "session_not_found"`
	gotest.Error(t, err, "session_not_found")                         // want `compared with "session_not_found"`
	gotest.Equal(t, err.Error(), "session_not_found")                 // want `compared with "session_not_found"`
	gotest.Assert(t, cmp.ErrorContains(err, "sesion_not_found"))      // want `"sesion_not_found", which is no error code`
	gotest.Check(t, cmp.Error(err, "session_not_found"))              // want `compared with "session_not_found"`
	gotest.Assert(t, cmp.Contains(err.Error(), "session_not_found"))  // want `searched for "session_not_found"`
	gotest.Assert(t, cmp.DeepEqual(err.Error(), "session_not_found")) // want `compared with "session_not_found"`

	gotest.Assert(t, cmp.Regexp("^.*session_not_found", err.Error())) // want `searched for "session_not_found"`
	gotest.ErrorContains(t, err, "timeout")
	gotest.ErrorContains(t, errors.New("session_not_found"), "session_not_found")
	gotest.ErrorType(t, err, stytcherror.Error{})
}

func TestQuicktest(t *testing.T) {
	c := qt.New(t)
	err := authenticate(context.Background(), nil)
	c.Assert(err.Error(), qt.Equals, "session_not_found")                // want `compared with "session_not_found"`
	c.Check(err.Error(), qt.Contains, "session_not_found")               // want `searched for "session_not_found"`
	c.Assert(err.Error(), qt.Not(qt.Contains), "session_not_found")      // want `searched for "session_not_found"`
	c.Assert(err, qt.ErrorMatches, ".*type: session_not_found,.*")       // want `compared with "session_not_found"`
	qt.Assert(t, err, qt.ErrorMatches, ".*type: session_not_found,.*")   // want `compared with "session_not_found"`
	c.Assert(err.Error(), qt.Matches, ".*session_not_found.*")           // want `searched for "session_not_found"`
	quick.Assert(t, quick.ErrorMatches(err, ".*session_not_found.*"))    // want `compared with "session_not_found"`
	quick.Assert(t, quick.Matches(err.Error(), ".*session_not_found.*")) // want `searched for "session_not_found"`

	c.Assert(err, qt.ErrorMatches, ".*timeout.*")
	c.Assert(err, qt.IsNotNil)
}

func TestGomega(t *testing.T) {
	g := gomega.NewWithT(t)
	err := authenticate(context.Background(), nil)
	g.Expect(err).To(gomega.MatchError("session_not_found"))                                                 // want `compared with "session_not_found"`
	g.Expect(err).To(gomega.MatchError(gomega.ContainSubstring("session_not_found")))                        // want `searched for "session_not_found"`
	g.Expect(err.Error()).To(gomega.ContainSubstring("session_not_found"))                                   // want `searched for "session_not_found"`
	g.Expect(err.Error()).NotTo(gomega.Equal("session_not_found"))                                           // want `compared with "session_not_found"`
	g.Expect(err.Error()).To(gomega.Or(gomega.HavePrefix("teapot"), gomega.HaveSuffix("session_not_found"))) // want `searched for "session_not_found"`
	g.Expect(err.Error()).To(gomega.MatchRegexp("type: session_not_found"))                                  // want `searched for "session_not_found"`
	g.Expect(err).To(gomega.MatchError(gomega.MatchRegexp("type: session_not_found")))                       // want `searched for "session_not_found"`

	again := func() error { return authenticate(context.Background(), nil) }
	g.Eventually(again).Should(gomega.MatchError(gomega.ContainSubstring("session_not_found")))                         // want `searched for "session_not_found"`
	gomega.Eventually(func() string { return again().Error() }).ShouldNot(gomega.ContainSubstring("session_not_found")) // want `searched for "session_not_found"`

	g.Eventually(func() error { return errors.New("session_not_found") }).Should(gomega.MatchError("session_not_found"))
	g.Eventually(func() {}).Should(gomega.MatchError("session_not_found"))
	g.Expect(err).To(gomega.MatchError("timeout"))
	g.Expect(err).To(gomega.MatchError(errors.New("session_not_found")))
	g.Expect(errors.New("session_not_found")).To(gomega.MatchError("session_not_found"))
	g.Expect(err).To(gomega.HaveOccurred())
}
