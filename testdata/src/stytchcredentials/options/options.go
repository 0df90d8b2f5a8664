// Package options sends credentials to a server of another environment.
package options

import (
	"net/http"
	"os"

	"github.com/stytchauth/stytch-go/v18/stytch"
	"github.com/stytchauth/stytch-go/v18/stytch/b2b/b2bstytchapi"
	"github.com/stytchauth/stytch-go/v18/stytch/config"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
)

const live = "https://api.stytch.com"

func servers(secret string) {
	stytchapi.NewClient("project-test-1", secret, stytchapi.WithBaseURI("https://api.stytch.com"))                                               // want `^"api.stytch.com" is the server of the live environment, but the project id "project-test-…" belongs to the test environment; leave WithBaseURI out: Stytch probably answers "project_not_found"$`
	stytchapi.NewClient("project-live-1", secret, stytchapi.WithBaseURI("https://test.stytch.com/"))                                             // want `^"test.stytch.com" is the server of the test environment, but the project id "project-live-…" belongs to the live environment; `
	b2bstytchapi.NewClient("project-test-1", secret, b2bstytchapi.WithBaseURI(live))                                                             // want `"api.stytch.com" is the server`
	stytchapi.NewClient("project-live-1", secret, stytchapi.WithBaseURI(string(config.BaseURITest)))                                             // want `"test.stytch.com" is the server`
	stytchapi.NewClient("project-live-1", secret, stytchapi.WithLogger(nil), stytchapi.WithBaseURI("https://test.stytch.com"))                   // want `"test.stytch.com" is the server`
	stytchapi.NewClient("project-live-1", secret, stytchapi.WithBaseURI("https://test.stytch.com"), stytchapi.WithHTTPClient(nil))               // want `"test.stytch.com" is the server`
	stytchapi.NewClient(os.Getenv("PROJECT"), "secret-live-1", stytchapi.WithBaseURI("https://test.stytch.com"))                                 // want `"test.stytch.com" is the server of the test environment, but the secret "secret-live-…" belongs to the live environment`
	stytchapi.NewClient("project-live-1", "secret-test-1", stytchapi.WithBaseURI("https://test.stytch.com"))                                     // want `"secret-test-…" belongs to the test environment but`
	stytchapi.NewClient("project-live-1", "secret-test-1", stytchapi.WithSkipJWKSInitialization(), stytchapi.WithHTTPClient(http.DefaultClient)) // want `"secret-test-…" belongs to`
}

func fine(secret string) {
	stytchapi.NewClient("project-test-1", secret, stytchapi.WithBaseURI("https://test.stytch.com"))
	stytchapi.NewClient("project-live-1", secret, stytchapi.WithBaseURI("https://api.stytch.com"))
	stytchapi.NewClient("project-live-1", secret, stytchapi.WithBaseURI(string(config.BaseURILive)))
	stytchapi.NewClient("project-sandbox-1", secret, stytchapi.WithBaseURI("https://api.stytch.com"))
	// The last one counts.
	stytchapi.NewClient("project-live-1", secret, stytchapi.WithBaseURI("https://test.stytch.com"), stytchapi.WithBaseURI("https://api.stytch.com"))
}

// Who knows what the other server is?
func otherServers(uri string, client stytch.Client) {
	stytchapi.NewClient("project-live-1", "secret-test-1", stytchapi.WithBaseURI("http://localhost:8080"))
	stytchapi.NewClient("project-live-1", "secret-test-1", stytchapi.WithBaseURI(uri))
	stytchapi.NewClient("project-live-1", "secret-test-1", stytchapi.WithBaseURI("https://api.stytch.com.example.org"))
	stytchapi.NewClient("project-live-1", "secret-test-1", stytchapi.WithBaseURI("https://test.stytch.com"+uri))
	stytchapi.NewClient("secret-test-1", "project-live-1", stytchapi.WithBaseURI("https://shop.customers.stytch.dev"))
	stytchapi.NewClient("project-live-1", "secret-test-1", stytchapi.WithBaseURI(":"))
	stytchapi.NewClient("project-live-1", "secret-test-1", stytchapi.WithClient(client))
}

// Outside tests, unknown options are taken for harmless ones.
func unknown(opts []stytchapi.Option, option stytchapi.Option) {
	stytchapi.NewClient("project-live-1", "secret-test-1", opts...) // want `"secret-test-…" belongs to`
	stytchapi.NewClient("project-live-1", "secret-test-1", option)  // want `"secret-test-…" belongs to`
	stytchapi.NewClient("project-live-1", "secret-test-1", own())   // want `"secret-test-…" belongs to`
	// But this one may be about the server.
	stytchapi.NewClient("project-test-1", "secret-test-1", stytchapi.WithBaseURI("https://api.stytch.com"), option)
}

func own() stytchapi.Option { return nil }

type server struct{ id, secret, uri string }

func (s server) options() []stytchapi.Option {
	return []stytchapi.Option{stytchapi.WithLogger(nil), stytchapi.WithBaseURI(s.uri)}
}

func (s server) client() { stytchapi.NewClient(s.id, s.secret, s.options()...) }

func (s server) direct() { stytchapi.NewClient(s.id, s.secret, stytchapi.WithBaseURI(s.uri)) }

func ofFields() {
	server{"project-test-1", "secret-test-2", "https://api.stytch.com"}.client()  // want `"api.stytch.com" is the server`
	server{"project-live-1", "secret-live-2", "https://test.stytch.com"}.direct() // want `"test.stytch.com" is the server`
	server{"project-live-1", "secret-live-2", "https://api.stytch.com"}.client()
	server{id: "project-test-1", secret: "secret-test-2"}.direct()
}

// One that is for another client.
type unused struct{ id, secret, uri string }

func (u unused) client() { stytchapi.NewClient(u.id, u.secret, stytchapi.WithLogger(nil)) }

func ofOther() {
	stytchapi.WithBaseURI(unused{"project-test-1", "secret-test-2", "https://api.stytch.com"}.uri)
}
