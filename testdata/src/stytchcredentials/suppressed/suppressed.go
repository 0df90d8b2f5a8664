// Package suppressed holds findings that are meant, and comments that say so.
package suppressed

import "github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"

func suppressed() {
	//stytchlint:ignore stytchcredentials the error page needs a client that fails
	stytchapi.NewClient("project-live-1", "secret-test-2")
	stytchapi.NewClient("project-live-1", "secret-test-2") //stytchlint:ignore stytchcode another check // want `"secret-test-…" belongs`
	stytchapi.NewClient("project-live-1", "secret-live-2") //stytchlint:ignore stytchcredentials nothing to silence // want `//stytchlint:ignore stytchcredentials silences nothing here; remove it`
}
