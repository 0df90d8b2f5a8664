// Package envnames takes credentials from the environment.
package envnames

import (
	"cmp"
	"os"

	"github.com/stytchauth/stytch-go/v18/stytch/b2b/b2bstytchapi"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
)

const secretName = "STYTCH_SECRET"

func both() {
	stytchapi.NewClient(os.Getenv("STYTCH_SECRET"), os.Getenv("STYTCH_PROJECT_ID"))                  // want `^"STYTCH_SECRET" is a secret and "STYTCH_PROJECT_ID" a project id, the wrong way round; swap them: Stytch probably answers "unauthorized_credentials"$`
	b2bstytchapi.NewClient(os.Getenv(secretName), os.Getenv("PROJECT"))                              // want `"STYTCH_SECRET" is a secret and "PROJECT" a project id`
	stytchapi.NewClient(os.Getenv("stytch_secret"), os.Getenv("stytchProjectId"))                    // want `swap them`
	stytchapi.NewClient(os.Getenv("STYTCH_PROJECT_SECRET"), os.Getenv("STYTCH_PROJECT_ID"))          // want `swap them`
	stytchapi.NewClient(os.Getenv("STYTCH_PUBLIC_TOKEN"), os.Getenv("STYTCH_PROJECT_ID"))            // want `"STYTCH_PUBLIC_TOKEN" is a public token` `"STYTCH_PROJECT_ID" is a project id in the place of the secret`
	stytchapi.NewClient(cmp.Or(os.Getenv("A_SECRET"), os.Getenv("SECRET")), os.Getenv("PROJECT_ID")) // want `"A_SECRET" is a secret and "PROJECT_ID" a project id`
	id := os.Getenv("STYTCH_PROJECT_ID")
	secret := os.Getenv("STYTCH_SECRET")
	stytchapi.NewClient(secret, id)                         // want `"STYTCH_SECRET" is a secret and "STYTCH_PROJECT_ID" a project id`
	stytchapi.NewClient(secret, "project-live-1")           // want `"STYTCH_SECRET" is a secret and "project-live-…" a project id`
	stytchapi.NewClient("secret-live-2", get("PROJECT_ID")) // want `"secret-live-…" is a secret and "PROJECT_ID" a project id`
}

func get(name string) string { return os.Getenv(name) }

// One that is odd says nothing.
func single(name string) {
	id := os.Getenv("STYTCH_PROJECT_ID")
	secret := os.Getenv("STYTCH_SECRET")
	stytchapi.NewClient(id, secret)
	stytchapi.NewClient(secret, secret)
	stytchapi.NewClient(id, id)
	stytchapi.NewClient(os.Getenv("STYTCH_PUBLIC_TOKEN"), secret)
	stytchapi.NewClient(id, os.Getenv("STYTCH_PUBLIC_TOKEN"))
	stytchapi.NewClient(secret, os.Getenv("STYTCH_KEY"))
	stytchapi.NewClient(secret, os.Getenv(name))
	stytchapi.NewClient(os.Getenv("ID"), id)
	stytchapi.NewClient(os.Getenv("STYTCH_PROJECT_ID_LIVE"), os.Getenv("STYTCH_SECRET_TEST"))
	stytchapi.NewClient(cmp.Or(secret, os.Getenv("ID")), id)
}
