package unchecked

import (
	"testing"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

// in a test a panic is a failure
func TestMade(t *testing.T) {
	var err error = fail()
	if err.(stytcherror.Error).StatusCode != 404 {
		t.Error("wrong status")
	}
}

func fail() error { return stytcherror.Error{StatusCode: 404} }
