package unknown_test

import (
	"errors"
	"testing"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

// an external test is a test
func TestExternal(t *testing.T) {
	var e stytcherror.Error
	if errors.As(nil, &e) && (e.ErrorType == "foo_bar_baz" || e.ErrorType == "sesion_not_found") { // want `"session_not_found"`
		t.Error("gone")
	}
}
