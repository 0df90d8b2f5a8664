package libraries

import (
	"testing"

	qt "github.com/frankban/quicktest"
	newqt "github.com/go-quicktest/qt"
	. "github.com/onsi/gomega"
	"github.com/shoenig/test"
	"github.com/stretchr/testify/assert"
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

func quicktest(t *testing.T, err error) {
	var e *stytcherror.Error
	c := qt.New(t)
	c.Assert(err, qt.ErrorAs, &e)                           // want `Assert never finds a \*stytcherror.Error: the SDK returns stytcherror.Error values; declare the target without the \*`
	qt.Check(t, err, qt.ErrorAs, &e)                        // want `quicktest.Check never finds`
	c.Check(err, qt.ErrorIs, stytcherror.Error{})           // want `Check never finds a stytcherror.Error: it holds a map`
	newqt.Assert(t, newqt.ErrorAs(err, &e))                 // want `qt.ErrorAs never finds`
	newqt.Check(t, newqt.ErrorIs(err, stytcherror.Error{})) // want `qt.ErrorIs never finds`
}

func quicktestRight(t *testing.T, err error) {
	var v stytcherror.Error
	c := qt.New(t)
	c.Assert(err, qt.ErrorAs, &v)
	c.Assert(err, qt.ErrorAs)
	c.Assert(err, qt.Not(qt.ErrorAs), &v)
	c.Assert(v.ErrorType, qt.Equals, stytcherror.Type("session_not_found"))
	newqt.Assert(t, newqt.ErrorAs(err, &v))
}

// assertions that an error is equal to a pointer, or of its type
func alike(t *testing.T, err error) {
	assert.Equal(t, &stytcherror.Error{StatusCode: 404}, err)             // want `no error is a \*stytcherror.Error: the SDK returns stytcherror.Error values; make it a value`
	assert.IsType(t, &stytcherror.Error{}, err)                           // want `no error is a \*stytcherror.Error`
	assert.IsType(t, (*stytcherror.OAuth2Error)(nil), err)                // want `no error is a \*stytcherror.OAuth2Error`
	gotest.ErrorType(t, err, &stytcherror.Error{})                        // want `no error is a \*stytcherror.Error`
	gotest.DeepEqual(t, err, new(stytcherror.Error))                      // want `no error is a \*stytcherror.Error`
	qt.Assert(t, err, qt.DeepEquals, &stytcherror.Error{StatusCode: 404}) // want `no error is a \*stytcherror.Error`
	g := NewWithT(t)
	g.Expect(err).To(MatchError(&stytcherror.Error{StatusCode: 404})) // want `no error is a \*stytcherror.Error`
	Expect(err).ToNot(Equal(&stytcherror.Error{StatusCode: 404}))     // want `no error is a \*stytcherror.Error`
	g.Expect(err).Should(BeAssignableToTypeOf(&stytcherror.Error{}))  // want `no error is a \*stytcherror.Error`
}

func alikeRight(t *testing.T, err error, known *stytcherror.Error) {
	e := stytcherror.Error{StatusCode: 404}
	assert.Equal(t, e, err)
	assert.Equal(t, known, &e)
	assert.Equal(t, known, err)
	assert.IsType(t, stytcherror.Error{}, err)
	qt.Assert(t, err, qt.Not(qt.DeepEquals), &e)
	g := NewWithT(t)
	g.Expect(err).To(MatchError(e))
	g.Expect(err).To(HaveOccurred())
	g.Expect(known).To(Equal(&e))
}
