// Package values takes credentials from variables, constants and functions.
package values

import (
	"cmp"
	"fmt"
	"os"
	"strings"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
)

const (
	liveID     = "project-live-1"
	testSecret = prefix + "-" + "2"
	prefix     = "secret-test"
)

var (
	packageID     = liveID
	packageSecret string
	fromInit      string
	ExportedID    = "project-live-1"
	counted       = "secret-test-1"
)

func init() {
	packageSecret = "secret-test-2"
	if fromInit = os.Getenv("STYTCH_SECRET"); fromInit == "" {
		fromInit = "secret-test-2"
	}
	counted += "x"
}

func constants() {
	stytchapi.NewClient(liveID, testSecret) // want `"secret-test-…" belongs`
	const id = "project-live-1"
	stytchapi.NewClient(id, testSecret) // want `"secret-test-…" belongs`
}

func variables() {
	id := "project-live-1"
	var secret = "secret-test-2"
	stytchapi.NewClient(id, secret) // want `"secret-test-…" belongs`
	var later string
	later = "secret-test-2"
	stytchapi.NewClient(id, later)                // want `"secret-test-…" belongs`
	stytchapi.NewClient(packageID, packageSecret) // want `"secret-test-…" belongs`
	stytchapi.NewClient(packageID, fromInit)      // want `^"secret-test-…" \(the default\) belongs`
	a, b := "project-live-1", "secret-test-2"
	stytchapi.NewClient(a, b) // want `"secret-test-…" belongs`
	func() {
		stytchapi.NewClient(a, b) // want `"secret-test-…" belongs`
	}()
}

type text string

func expressions(tail string) {
	stytchapi.NewClient("project-live-"+tail, "secret-test-"+tail)                                 // want `"secret-test-…" belongs`
	stytchapi.NewClient(fmt.Sprintf("project-live-%s", tail), fmt.Sprintf("secret-test-%s", tail)) // want `"secret-test-…" belongs`
	stytchapi.NewClient(string(text("project-live-1")), strings.TrimSpace("secret-test-2\n"))      // want `"secret-test-…" belongs`
	env := "live"
	stytchapi.NewClient("project-"+env+"-1", "secret-test-2") // want `"secret-test-…" belongs`
	stytchapi.NewClient(fmt.Sprintf("project-%s-1", tail), "secret-test-2")
	stytchapi.NewClient("project-"+tail, "secret-test-2")
	stytchapi.NewClient(tail+"project-live-1", "secret-test-2")
}

// the defaults of environment variables
func fallbacks() {
	stytchapi.NewClient("project-live-1", cmp.Or(os.Getenv("STYTCH_SECRET"), "secret-test-2"))                  // want `^"secret-test-…" \(the default\) belongs`
	stytchapi.NewClient(cmp.Or(os.Getenv("A"), os.Getenv("B"), "project-live-1"), "secret-test-2")              // want `^"secret-test-…" belongs .* "project-live-…" \(the default\)`
	stytchapi.NewClient(cmp.Or("", "project-live-1", os.Getenv("ID")), cmp.Or(os.Getenv("S"), "secret-test-2")) // want `"secret-test-…" \(the default\)`
	stytchapi.NewClient("project-live-1", envOr("STYTCH_SECRET", "secret-test-2"))                              // want `"secret-test-…" \(the default\)`
	stytchapi.NewClient("project-live-1", lookup("STYTCH_SECRET", "secret-test-2"))                             // want `"secret-test-…" \(the default\)`
	stytchapi.NewClient("project-live-1", getenv("STYTCH_SECRET", "secret-test-2"))                             // want `"secret-test-…" \(the default\)`
	stytchapi.NewClient("project-live-1", either("STYTCH_SECRET", "secret-test-2"))                             // want `"secret-test-…" \(the default\)`
	stytchapi.NewClient("project-live-1", trimmed("STYTCH_SECRET", "secret-test-2"))                            // want `"secret-test-…" \(the default\)`
	stytchapi.NewClient(getenv("STYTCH_ID", "secret-test-1"), os.Getenv("STYTCH_SECRET"))                       // want `^"secret-test-…" \(the default\) is a secret in the place of the project id`

	secret := os.Getenv("STYTCH_SECRET")
	if secret == "" {
		secret = "secret-test-2"
	}
	stytchapi.NewClient("project-live-1", secret) // want `"secret-test-…" \(the default\)`

	var found string
	if v, ok := os.LookupEnv("STYTCH_SECRET"); ok {
		found = v
	} else {
		found = "secret-test-2"
	}
	stytchapi.NewClient("project-live-1", found) // want `"secret-test-…" \(the default\)`

	id := "project-live-1"
	if v := strings.TrimSpace(os.Getenv("STYTCH_ID")); len(v) > 0 {
		id = v
	}
	stytchapi.NewClient(id, "secret-test-1") // want `"project-live-…" \(the default\)`

	a, b := os.Getenv("A"), os.Getenv("B")
	if a == "" || b == "" {
		a, b = "project-live-1", "secret-test-2"
	}
	stytchapi.NewClient(a, b) // want `"secret-test-…" \(the default\)`
}

func envOr(name, fallback string) string {
	if v := os.Getenv(name); v != "" {
		return v
	}
	return fallback
}

func lookup(name, fallback string) string {
	v, ok := os.LookupEnv(name)
	if !ok {
		return fallback
	}
	return v
}

func getenv(name, fallback string) string {
	v := os.Getenv(name)
	if "" == v {
		v = fallback
	}
	return v
}

func either(name, fallback string) string { return cmp.Or(os.Getenv(name), fallback) }

func trimmed(name, fallback string) string {
	v := os.Getenv(name)
	if len(strings.TrimSpace(v)) == 0 {
		return fallback
	}
	return v
}

// functions of the package
func functions() {
	stytchapi.NewClient(theID(), theSecret()) // want `"secret-test-…" belongs`
	stytchapi.NewClient(both())               // want `"secret-test-…" belongs`
	id, secret := both()
	stytchapi.NewClient(id, secret) // want `"secret-test-…" belongs`
	var c config
	stytchapi.NewClient(c.id(), theSecret()) // want `"secret-test-…" belongs`
}

type config struct{}

func (config) id() string { return "project-live-1" }

func theID() string { return liveID }

func theSecret() string { return "secret-test-2" }

func both() (string, string) { return pair() }

func pair() (id, secret string) { return theID(), theSecret() }

// what is not known
func unknown(id string, c struct{ ID, Secret string }, m map[string]string, p *string) {
	if id == "" {
		id = "project-live-1"
	}
	stytchapi.NewClient(id, "secret-test-2")
	stytchapi.NewClient(ExportedID, "secret-test-2")
	stytchapi.NewClient(liveID, counted)
	stytchapi.NewClient(liveID, c.Secret)
	stytchapi.NewClient(liveID, m["secret"])
	stytchapi.NewClient(liveID, *p)
	stytchapi.NewClient(liveID, os.Getenv("STYTCH_SECRET"))
	stytchapi.NewClient(liveID, cmp.Or(c.Secret, "secret-test-2"))
	stytchapi.NewClient(liveID, cmp.Or(os.Getenv("A"), os.Getenv("B")))
	stytchapi.NewClient(liveID, named())                                    // want `"secret-test-…" belongs`
	stytchapi.NewClient(liveID, recursive(3))                               // want `"secret-test-…" belongs`
	stytchapi.NewClient(liveID, variadic("secret-test-2"))                  // want `"secret-test-…" belongs`
	stytchapi.NewClient(liveID, func() string { return "secret-test-2" }()) // want `"secret-test-…" belongs`
	secret := "secret-test-2"
	change(&secret)
	stytchapi.NewClient(liveID, secret)
	for _, secret := range []string{"secret-test-2"} {
		stytchapi.NewClient(liveID, secret) // want `"secret-test-…" belongs`
	}
	added := "secret-test"
	added += "-2"
	stytchapi.NewClient(liveID, added)
	c.Secret = "secret-test-2"
	stytchapi.NewClient(liveID, c.Secret)
	again := "secret-live-2"
	again = strings.TrimSpace(again)
	stytchapi.NewClient(liveID, again)
}

func callsUnknown(args []string) {
	unknown(args[0], struct{ ID, Secret string }{args[1], args[2]}, nil, nil)
}

func named() (secret string) {
	secret = "secret-test-2"
	return
}

func recursive(n int) string {
	if n == 0 {
		return "secret-test-2"
	}
	return recursive(n - 1)
}

func variadic(list ...string) string { return list[0] }

func change(s *string) { *s = os.Args[0] }
