package external_test

import (
	"testing"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
	"stytchtarget/external"
)

func TestStatus(t *testing.T) {
	err := &stytcherror.Error{StatusCode: 404} // want `drop the &`
	if got := external.Status(err); got != 404 {
		t.Errorf("got %d", got)
	}
}
