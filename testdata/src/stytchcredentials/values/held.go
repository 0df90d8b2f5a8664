package values

import "github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"

var newClient = stytchapi.NewClient

func held(own func(id, secret string) *stytchapi.API) {
	newClient("project-live-1", "secret-test-2") // want `"secret-test-…" belongs`
	newClient("project-live-1", "secret-live-2")
	own("project-live-1", "secret-test-2")
}
