// Package sources takes credentials from what may be anything, and from what may
// not.
package sources

import (
	"cmp"
	"fmt"
	"os"
	"strings"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
)

const live = "project-live-1"

// For other packages.
const (
	ID     = "project-test-1"
	Secret = "secret-test-2"
)

// A text that is made of bytes or of a number is not known.
func conversions(b []byte, r rune) {
	stytchapi.NewClient(live, string(b))
	stytchapi.NewClient(live, "secret-test-"+string(r)) // want `"secret-test-…" belongs`
	stytchapi.NewClient(live, string([]byte("secret-test-2")))
	stytchapi.NewClient(live, string(rune(115))+"ecret-test-2") // want `"secret-test-…" belongs`
}

// So is one that a format makes of something at its beginning.
func formats(env, format string) {
	stytchapi.NewClient(live, fmt.Sprintf("%s", "secret-test-2")) // want `"secret-test-…" belongs`
	stytchapi.NewClient(live, fmt.Sprintf(format, "secret-test-2"))
	stytchapi.NewClient(live, fmt.Sprintf(os.Getenv("FORMAT"), "secret-test-2"))
	stytchapi.NewClient(live, fmt.Sprintf("secret-test-%%%s", env)) // want `"secret-test-…" belongs`
	stytchapi.NewClient(live, fmt.Sprint("secret-test-2"))          // want `"secret-test-…" belongs`
}

// A parameter that is assigned to may be anything.
func parameter(secret string) string {
	if secret == "" {
		secret = "secret-test-2"
	}
	return secret
}

func reassigned(secret string) string {
	secret = strings.ToLower(secret)
	return secret
}

func parameters(given string) {
	stytchapi.NewClient(live, parameter(given))
	stytchapi.NewClient(live, reassigned("secret-test-2")) // want `"secret-test-…" belongs`
}

// What is asked is not whether there is a variable of the environment.
func questions(args []string) {
	secret := os.Getenv("STYTCH_SECRET")
	if cap(args) == 0 {
		secret = "secret-test-2"
	}
	stytchapi.NewClient(live, secret)

	other := os.Getenv("STYTCH_SECRET")
	if strings.ToUpper(other) == "" {
		other = "secret-test-2"
	}
	stytchapi.NewClient(live, other) // want `"secret-test-…" \(the default\)`

	third := os.Getenv("STYTCH_SECRET")
	if empty := func(s string) string { return s }; empty(third) == "" {
		third = "secret-test-2"
	}
	stytchapi.NewClient(live, third) // want `"secret-test-…" \(the default\)`

	fourth := os.Getenv("STYTCH_SECRET")
	if args[0] == "" {
		fourth = "secret-test-2"
	}
	stytchapi.NewClient(live, fourth)

	fifth := os.Getenv("STYTCH_SECRET")
	if debug == "" {
		fifth = "secret-test-2"
	}
	stytchapi.NewClient(live, fifth)
}

var debug string

// It is, in other words.
func questionsOfEnv() {
	secret := os.Getenv("STYTCH_SECRET")
	if os.Getenv("STYTCH_SECRET") == "" {
		secret = "secret-test-2"
	}
	stytchapi.NewClient(live, secret) // want `"secret-test-…" \(the default\)`

	other, found := os.LookupEnv("STYTCH_SECRET")
	if !found || 0 == len(other) {
		other = "secret-test-2"
	}
	stytchapi.NewClient(live, other) // want `"secret-test-…" \(the default\)`

	third := os.Getenv("STYTCH_SECRET")
	if !(third != "" && strings.TrimSpace(third) != "") {
		third = "secret-test-2"
	}
	stytchapi.NewClient(live, third) // want `"secret-test-…" \(the default\)`
}

// All that a text may be begins alike, as long as there are not too many of them.
func many(a, b, c bool) {
	head, tail := "secret-test-1", "1"
	if a {
		head, tail = "secret-test-2", "2"
	}
	if b {
		head, tail = "secret-test-3", "3"
	}
	stytchapi.NewClient(live, head+tail) // want `"secret-test-…" belongs`
	if c {
		tail = "4"
	}
	stytchapi.NewClient(live, head+tail+tail+tail)
}

// Functions that give another's results.
func pair() (string, string)          { return live, "secret-test-2" }
func passed() (string, string)        { return pair() }
func ofValue(f func() string) string  { return f() }
func variadic(parts ...string) string { return cmp.Or(parts...) }

func functions(f func() (string, string)) {
	stytchapi.NewClient(passed()) // want `"secret-test-…" belongs`
	stytchapi.NewClient(f())
	stytchapi.NewClient(live, ofValue(func() string { return "secret-test-2" })) // want `"secret-test-…" belongs`
	stytchapi.NewClient(live, variadic([]string{"secret-test-2"}...))            // want `"secret-test-…" belongs`
	stytchapi.NewClient(live, cmp.Or([]string{"secret-test-2"}...))              // want `"secret-test-…" belongs`
}

func oneOfTwo(early bool, f func() (string, string)) (string, string) {
	if early {
		return f()
	}
	return live, "secret-test-2"
}

func received(c chan string) {
	var id, secret = <-c, "secret-test-2"
	stytchapi.NewClient(id, secret)
	var a, b = oneOfTwo(true, pair)
	stytchapi.NewClient(a, b) // want `"secret-test-…" belongs`
	for _, s := range []string{"secret-test-2"} {
		stytchapi.NewClient(live, s) // want `"secret-test-…" belongs`
	}
}
