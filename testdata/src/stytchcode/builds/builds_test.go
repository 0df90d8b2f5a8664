package builds

import (
	"testing"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

// what a test makes up is no reason to believe the program
func TestLedger(t *testing.T) {
	if !isGateway(stytcherror.Error{ErrorType: "ledger_closed"}) {
		t.Error("not recognised")
	}
	if isGateway(stytcherror.Error{ErrorType: "sesion_not_found"}) { // want `"session_not_found"`
		t.Error("recognised")
	}
}
