// Package swaps has the project id and the secret the wrong way round.
package swaps

import (
	"cmp"
	"os"

	"github.com/stytchauth/stytch-go/v18/stytch/b2b/b2bstytchapi"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
	"github.com/stytchauth/stytch-go/v5/stytch"
	old "github.com/stytchauth/stytch-go/v5/stytch/stytchapi"
	"stytchcredentials/sources"
)

const (
	id     = "project-test-1"
	secret = "secret-test-2"
)

func swapped() {
	stytchapi.NewClient("secret-test-2", "project-test-1")     // want `^"secret-test-…" is a secret and "project-test-…" a project id, the wrong way round; swap them: Stytch probably answers "unauthorized_credentials"$`
	b2bstytchapi.NewClient(secret, id)                         // want `swap them`
	stytchapi.NewClient(secret, "project-"+"live-1")           // want `swap them`
	stytchapi.NewClient((secret), id)                          // want `swap them`
	old.NewAPIClient(stytch.EnvTest, secret, id)               // want `swap them`
	stytchapi.NewClient(secret, id, stytchapi.WithLogger(nil)) // want `swap them`
	stytchapi.NewClient(
		secret, // want `swap them`
		id,
	)
	a, b := secret, id
	stytchapi.NewClient(a, b) // want `swap them`
}

// These are left to people.
func calls() {
	stytchapi.NewClient(theSecret(), id)                     // want `swap them`
	stytchapi.NewClient(secret, cmp.Or(os.Getenv("ID"), id)) // want `^"secret-test-…" is a secret and "project-test-…" \(the default\) a project id`
	stytchapi.NewClient(both())                              // want `swap them`
	stytchapi.NewClient(secret, os.Getenv("STYTCH_SECRET"))  // want `pass the project id`
}

func theSecret() string { return secret }

func both() (string, string) { return secret, id }

type config struct{ ID, Secret string }

// The fields have the right names.
func names(c config) {
	c.ID, c.Secret = id, secret
	stytchapi.NewClient(c.Secret, c.ID)                           // want `swap them`
	stytchapi.NewClient(secret, ("project-" + "live-1"))          // want `swap them`
	stytchapi.NewClient(secret, ("project-" + /* of */ "live-1")) // want `swap them`
	stytchapi.NewClient(sources.Secret, sources.ID)               // want `swap them`
	stytchapi.NewClient(string(secret), id)                       // want `swap them`
}

type keys struct{ id, secret string }

func (k keys) client() { stytchapi.NewClient(k.secret, k.id) } // want `swap them`

func newClient(a, b string) { stytchapi.NewClient(b, a) }

func further() {
	keys{id: id, secret: secret}.client()
	newClient("project-test-1", "secret-test-2")                                    // want `swap them`
	stytchapi.NewClient(os.Getenv("STYTCH_SECRET"), os.Getenv("STYTCH_PROJECT_ID")) // want `swap them`
}
