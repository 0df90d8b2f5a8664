package unknown

import (
	"testing"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

// tests invent codes to see what becomes of them
func TestUnknown(t *testing.T) {
	e := stytcherror.Error{ErrorType: "some_other_code"}
	if e.ErrorType != "some_other_code" || is(e, "yet_another_code") {
		t.Error("not the same")
	}
	if Status("one_more_code") != 500 {
		t.Error("known")
	}
	// but what is wrong for sure is wrong here, too
	if e.ErrorType == "sesion_not_found" || is(e, "session_expired") { // want `"session_not_found"` `"session_not_found"`
		t.Error("gone")
	}
}
