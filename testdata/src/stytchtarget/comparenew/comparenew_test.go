package comparenew

import (
	"errors"
	"testing"

	"github.com/stytchauth/stytch-go/v11/stytch/stytcherror"
)

// A fake may fail with the same value.
func TestNamed(t *testing.T) {
	if err := fail(); !errors.Is(err, stytcherror.Error{ErrorType: "session_not_found"}) {
		t.Error(err)
	}
}

func fail() error { return stytcherror.Error{ErrorType: "session_not_found"} }
