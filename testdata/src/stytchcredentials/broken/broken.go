// Package broken is being written: it does not compile yet.
package broken

import (
	"example.com/not/there"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
)

func told() {
	client, err := stytchapi.NewClient("project-live-1", "secret-test-2", undefined) // want `"secret-test-…" belongs`
	stytchapi.NewClient("secret-test-2", missing)                                    // want `"secret-test-…" is a secret in the place`
	stytchapi.NewClient("project-live-1", 5)
	stytchapi.NewClient("project-live-1")
	stytchapi.NewClient()
	stytchapi.NewClient(there.Both())
	stytchapi.NewClient("project-live-1", "secret-test-2", stytchapi.WithBaseURI())
	stytchapi.NewClient("project-live-1", there.Secret)
	stytchapi.NoClient("project-live-1", "secret-test-2")
	var secret string = "secret-test-2"
	stytchapi.NewClient("project-live-1", secret+) // want `"secret-test-…" belongs`
