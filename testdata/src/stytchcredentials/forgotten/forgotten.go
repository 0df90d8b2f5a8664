// Package forgotten switches between environments, and forgets a half.
package forgotten

import (
	"errors"
	"os"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
)

func ifProd(prod bool) {
	id, secret := "project-test-1", "secret-test-2"
	if prod {
		id = "project-live-1"
	}
	stytchapi.NewClient(id, secret) // want `^"secret-test-…" gets together with the project id "project-live-…" on some path; take both from the same environment there: Stytch probably answers "project_not_found"$`
}

func switched(env string) {
	var id, secret string
	switch env {
	case "production":
		id = "project-live-1"
		secret = "secret-live-2"
	default:
		id = "project-test-1"
		secret = "secret-live-2"
	}
	stytchapi.NewClient(id, secret) // want `"secret-live-…" gets together with the project id "project-test-…" on some path`
}

// Each of the values has one that fits, but not beside it.
func crossed(env string) {
	var id, secret string
	switch env {
	case "production":
		id, secret = "project-live-1", "secret-test-2"
	default:
		id, secret = "project-test-1", "secret-live-2"
	}
	stytchapi.NewClient(id, secret) // want `"secret-test-…" gets together with the project id "project-live-…" on some path`
}

func inBlocks(prod bool) {
	var id, secret string
	if prod {
		id = "project-live-1"
		secret = "secret-test-2"
	} else {
		id = "project-test-1"
		secret = "secret-live-2"
	}
	stytchapi.NewClient(id, secret) // want `gets together with`
}

func returned(prod bool) (string, string) {
	if prod {
		return "project-live-1", "secret-test-2"
	}
	return "project-test-1", "secret-live-2"
}

func ofReturned(prod bool) {
	id, secret := returned(prod)
	stytchapi.NewClient(id, secret)     // want `gets together with`
	stytchapi.NewClient(returned(prod)) // want `gets together with`
	stytchapi.NewClient(fine(os.Args))  // each with its own
	stytchapi.NewClient(idOf(prod), secretOf(prod))
}

func fine(args []string) (string, string) {
	if len(args) > 1 {
		return "project-live-1", "secret-live-2"
	}
	return "project-test-1", "secret-test-2"
}

func idOf(prod bool) string {
	if prod {
		return "project-live-1"
	}
	return "project-test-1"
}

func secretOf(prod bool) string {
	if prod {
		return "secret-live-2"
	}
	return "secret-test-2"
}

// Both halves, one after the other.
func halves(prod bool) {
	id := "project-test-1"
	if prod {
		id = "project-live-1"
	}
	secret := "secret-test-2"
	if prod {
		secret = "secret-live-2"
	}
	stytchapi.NewClient(id, secret)
}

// There is none on the other path.
func missing(prod bool) error {
	id := "project-test-1"
	var secret string
	if prod {
		id, secret = "project-live-1", "secret-live-2"
	}
	if secret == "" {
		return errors.New("no secret")
	}
	_, err := stytchapi.NewClient(id, secret)
	return err
}

// The environment may have the other half.
func half(prod bool) {
	id, secret := "project-test-1", os.Getenv("STYTCH_SECRET")
	if prod {
		id = "project-live-1"
	}
	stytchapi.NewClient(id, secret)
}

// What one package variable holds at a time is not known.
var globalID, globalSecret = "project-test-1", "secret-test-2"

func setLive() { globalID, globalSecret = "project-live-1", "secret-live-2" }

func ofGlobals() {
	stytchapi.NewClient(globalID, globalSecret)
	stytchapi.NewClient(globalID, "secret-test-2")
}
