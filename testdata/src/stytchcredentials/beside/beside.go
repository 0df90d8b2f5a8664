// Package beside uses the SDK, and functions of its own beside it.
package beside

import "github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"

type Client struct{ api *stytchapi.API }

func NewClient(projectID, secret string) (*Client, error) {
	api, err := stytchapi.NewClient(projectID, secret)
	return &Client{api}, err
}

func own() {
	NewClient("project-live-1", "secret-test-2") // want `"secret-test-…" belongs`
	_ = stytchapi.WithBaseURI("secret-test-1")
}
