// Package direct passes constants to the functions that make clients.
package direct

import (
	"github.com/stytchauth/stytch-go/v18/stytch/b2b/b2bstytchapi"
	api "github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
)

// different environments
func environments() {
	api.NewClient("project-live-1111", "secret-test-2222")           // want `^"secret-test-…" belongs to the test environment but the project id "project-live-…" to the live one; take both from the same environment: Stytch probably answers "project_not_found"$`
	api.NewClient("project-test-1111", "secret-live-2222")           // want `^"secret-live-…" belongs to the live environment but the project id "project-test-…" to the test one;`
	b2bstytchapi.NewClient("project-live-1111", "secret-test-2222")  // want `"secret-test-…" belongs to`
	b2bstytchapi.NewClient(`project-live-1111`, ("secret-test-222")) // want `"secret-test-…" belongs to`
	(api.NewClient)("project-live-1111", "secret-test-2222")         // want `"secret-test-…" belongs to`
	api.NewClient("project-live-"+"1111", "secret-"+"test-2222")     // want `"secret-test-…" belongs to`
}

// one that is what it should not be
func misplaced(id, secret string) {
	api.NewClient("secret-test-2222", secret)                             // want `^"secret-test-…" is a secret in the place of the project id; pass the project id: Stytch probably answers "unauthorized_credentials"$`
	api.NewClient(id, "project-live-1111")                                // want `^"project-live-…" is a project id in the place of the secret; pass the secret: `
	api.NewClient("secret-test-2222", "secret-test-2222")                 // want `^"secret-test-…" is a secret in the place of the project id; `
	api.NewClient("project-test-1111", "project-test-1111")               // want `^"project-test-…" is a project id in the place of the secret; `
	api.NewClient("project-test-1111", "public-token-test-3333")          // want `^"public-token-test-…" is a public token, which is made for browsers and apps, in the place of the secret; `
	api.NewClient("public-token-live-3333", secret)                       // want `^"public-token-live-…" is a public token, which is made for browsers and apps, in the place of the project id; `
	api.NewClient("public-token-live-3333", "public-token-live-3333")     // want `"public-token-live-…" is .* in the place of the project id` `"public-token-live-…" is .* in the place of the secret`
	api.NewClient("workspace-key-prod-4444", "some-workspace-key-secret") // want `^"workspace-key-…" is a key of the management API in the place of the project id; `
	// An environment that does not fit either says nothing new.
	api.NewClient("project-live-1111", "public-token-test-3333") // want `"public-token-test-…" is a public token`
}

// what fits, or may fit
func fine(id, secret string) {
	api.NewClient("project-live-1111", "secret-live-2222")
	api.NewClient("project-test-1111", "secret-test-2222")
	b2bstytchapi.NewClient("project-test-1111", "secret-test-2222")
	api.NewClient("project-live-1111", secret)
	api.NewClient(id, "secret-test-2222")
	api.NewClient("project-live-1111", "your-secret")
	api.NewClient("project-live-1111", "")
	api.NewClient("project-live", "secret-test")
	api.NewClient("your-project-id", "secret-test-2222")
	api.NewClient("test-project-id", "live-secret")
	api.NewClient("PROJECT-LIVE-1111", "secret-test-2222")
	api.NewClient("project-sandbox-1111", "secret-test-2222")
	api.NewClient("my-project-live-1111", "secret-test-2222")
}

// the function as a value
func value() {
	newClient := api.NewClient
	newClient("project-live-1111", "secret-test-2222") // want `"secret-test-…" belongs`
}
