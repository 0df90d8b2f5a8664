package majors

import (
	"github.com/stytchauth/stytch-go/v11/stytch"
	"github.com/stytchauth/stytch-go/v11/stytch/consumer/stytchapi"
	seventeen "github.com/stytchauth/stytch-go/v17/stytch/consumer/stytchapi"
)

func eleventh() {
	stytchapi.NewClient("project-live-1", "secret-test-2")                                                                      // want `"secret-test-…" belongs`
	stytchapi.NewClient("project-live-1", "secret-live-2", stytchapi.WithBaseURI("https://test.stytch.com"))                    // want `"test.stytch.com" is the server`
	stytchapi.NewClient("project-live-1", "secret-live-2", stytchapi.WithClient(stytch.New("project-live-1", "secret-test-2"))) // want `"secret-test-…" belongs`
	stytch.New("public-token-live-1", "secret-test-2")                                                                          // want `"public-token-live-…" is a public token`
	seventeen.NewClient("project-live-1", "secret-test-2")                                                                      // want `"secret-test-…" belongs`
}
