// Package branches has variables that may hold one thing or another.
package branches

import (
	"os"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
)

// One of the values fits.
func both(live bool) {
	id, secret := "project-test-1", "secret-test-2"
	if live {
		id, secret = "project-live-1", "secret-live-2"
	}
	stytchapi.NewClient(id, secret)
	stytchapi.NewClient("project-live-1", secret) // want `^"secret-test-…" gets together with the project id "project-live-…" on some path; take both from the same environment there: Stytch probably answers "project_not_found"$`
	stytchapi.NewClient(id, "secret-test-2")      // want `^"secret-test-…" gets together with the project id "project-live-…" on some path; take both from the same environment there: Stytch probably answers "project_not_found"$`
}

// None of them does.
func all(second bool) {
	secret := "secret-test-2"
	if second {
		secret = "secret-test-3"
	}
	stytchapi.NewClient("project-live-1", secret) // want `"secret-test-…" belongs`
	var wrong string
	switch {
	case second:
		wrong = "secret-test-3"
	default:
		wrong = "public-token-test-3"
	}
	stytchapi.NewClient(wrong, secret) // want `"secret-test-…" is a secret in the place of the project id`
}

// One of them is not known.
func some(unknown string, live bool) {
	secret := "secret-test-2"
	if live {
		secret = unknown
	}
	stytchapi.NewClient("project-live-1", secret)
	placeholder := "secret-test-2"
	if live {
		placeholder = "your-secret"
	}
	stytchapi.NewClient("project-live-1", placeholder)
}

// The environment decides about one branch, something else about which.
func related(live bool) {
	id := os.Getenv("STYTCH_TEST_ID")
	secret := "secret-test-2"
	if live {
		id = "project-live-1"
		secret = os.Getenv("STYTCH_LIVE_SECRET")
	}
	stytchapi.NewClient(id, secret)

	if os.Getenv("STYTCH_ENV") == "production" {
		id = "project-live-1"
	}
	stytchapi.NewClient(id, secret)
	stytchapi.NewClient(idOf(live), secretOf(live))
}

func idOf(live bool) string {
	if live {
		return "project-live-1"
	}
	return os.Getenv("STYTCH_TEST_ID")
}

func secretOf(live bool) string {
	if live {
		return os.Getenv("STYTCH_LIVE_SECRET")
	}
	return "secret-test-2"
}

// Used for one client and then for another.
func again() {
	secret := "secret-test-2"
	stytchapi.NewClient("project-test-1", secret)
	secret = "secret-live-2"
	stytchapi.NewClient("project-live-1", secret)
}

var secret = os.Getenv("STYTCH_SECRET")

// Only a test calls it.
func useTest() { secret = "secret-test-2" }

func global() { stytchapi.NewClient("project-live-1", secret) }
