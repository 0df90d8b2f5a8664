// Package fakes tests a program with a fake server.
package fakes

import (
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/stytchauth/stytch-go/v18/stytch"
	"github.com/stytchauth/stytch-go/v18/stytch/b2b/b2bstytchapi"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
)

func TestFakes(t *testing.T) {
	server := httptest.NewServer(nil)
	stytchapi.NewClient("project-live-1", "secret-test-2", stytchapi.WithBaseURI(server.URL))
	stytchapi.NewClient("project-live-1", "secret-test-2", stytchapi.WithHTTPClient(server.Client()))
	stytchapi.NewClient("project-live-1", "secret-test-2", stytchapi.WithHTTPClient(&http.Client{}))
	b2bstytchapi.NewClient("secret-test-2", "project-live-1", b2bstytchapi.WithClient(nil))
	stytchapi.NewClient("project-live-1", "secret-test-2", options(server.URL)...)
	client := stytch.New("project-live-1", "secret-test-2")
	_ = client
	stytchapi.NewClient("project", "secret")
	stytchapi.NewClient("fake-project", "secret-test-2")
}

func options(string) []stytchapi.Option { return nil }

// It talks to Stytch, as far as one can see.
func TestStytch(t *testing.T) {
	stytchapi.NewClient("project-live-1", "secret-test-2") // want `"secret-test-…" belongs`
}
