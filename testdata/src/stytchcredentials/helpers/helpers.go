// Package helpers has functions of its own that make clients.
package helpers

import (
	"os"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
)

// The parameters are in another order than those of the SDK.
func newClient(secret, projectID string) (*stytchapi.API, error) {
	return stytchapi.NewClient(projectID, secret)
}

func reordered() {
	newClient("project-test-1", "secret-test-2") // want `"secret-test-…" is a secret and "project-test-…" a project id, the wrong way round; swap them`
	newClient("secret-test-2", "project-live-1") // want `"secret-test-…" belongs`
	newClient("secret-test-2", "project-test-1")
	newClient("project-test-1", "public-token-test-3")                          // want `"public-token-test-…" is a public token` `"project-test-…" is a project id in the place of the secret`
	newClient(os.Getenv("STYTCH_PROJECT_ID"), os.Getenv("STYTCH_SECRET"))       // want `"STYTCH_SECRET" is a secret and "STYTCH_PROJECT_ID" a project id`
	newClient(or("STYTCH_SECRET", "secret-test-2"), or("ID", "project-live-1")) // want `"secret-test-…" \(the default\) belongs`
	newClient(os.Getenv("STYTCH_SECRET"), os.Getenv("STYTCH_PROJECT_ID"))
	newClient(or("STYTCH_SECRET", "secret-test-2"), or("ID", "project-test-1"))
}

func or(name, fallback string) string {
	if v := os.Getenv(name); v != "" {
		return v
	}
	return fallback
}

// Here the helper is wrong.
func wrongWay(projectID, secret string) {
	stytchapi.NewClient(secret, projectID) // want `"secret" is a secret and "projectID" a project id, the wrong way round; swap them`
}

func callsWrongWay() {
	wrongWay("project-test-1", "secret-test-2")
	wrongWay("project-test-3", "secret-test-4")
}

// A helper that calls a helper.
func outer(id, secret, name string) { newClient(secret, id) }

func callsOuter() {
	outer("project-live-1", "secret-test-2", "x") // want `"secret-test-…" belongs`
	outer("project-live-1", "secret-live-2", "secret-test-2")
}

type maker struct{ api *stytchapi.API }

func (m *maker) connect(id, secret string) { m.api, _ = stytchapi.NewClient(id, secret) }

func method(m *maker) {
	m.connect("project-live-1", "secret-test-2") // want `"secret-test-…" belongs`
	m.connect("project-live-1", "secret-live-2")
}

// One value is the helper's own.
func live(secret string) {
	stytchapi.NewClient("project-live-1", secret) // want `"secret-test-…" belongs`
}

func callsLive() { live("secret-test-2") }

// Functions that set options.
type options struct{ id, secret string }

type option func(*options)

func withID(id string) option         { return func(o *options) { o.id = id } }
func withSecret(secret string) option { return func(o *options) { o.secret = secret } }
func withName(string) option          { return func(*options) {} }

func build(opts ...option) (*stytchapi.API, error) {
	var o options
	for _, set := range opts {
		set(&o)
	}
	return stytchapi.NewClient(o.id, o.secret)
}

func built() {
	build(withID("project-live-1"), withSecret("secret-test-2"))                // want `"secret-test-…" belongs`
	build(withSecret("secret-test-2"), withName("x"), withID("project-live-1")) // want `"secret-test-…" belongs`
	build(withID("secret-test-2"), withSecret("project-test-1"))                // want `"secret-test-…" is a secret and`
	build([]option{withID("project-live-1"), withSecret("secret-test-2")}...)   // want `"secret-test-…" belongs`
	build(withID("project-live-1"), withSecret("secret-live-2"), withName("secret-test-2"))
	build(withID("project-test-1"), withSecret("secret-test-2"))
	build(withID("project-test-1"))
}

// One call after the other.
type builder struct{ id, secret string }

func (b *builder) ID(s string) *builder     { b.id = s; return b }
func (b *builder) Secret(s string) *builder { b.secret = s; return b }
func (b *builder) Build()                   { stytchapi.NewClient(b.id, b.secret) }

func chained() {
	new(builder).ID("project-live-1").Secret("secret-test-2").Build() // want `"secret-test-…" belongs`
	new(builder).Secret("secret-live-2").ID("project-live-1").Build()
	new(builder).ID("project-test-1").Secret("secret-test-2").Build()
}

// A function that serves for both says nothing of either.
func must(name, fallback string) string {
	if v, ok := os.LookupEnv(name); ok {
		return v
	}
	return fallback
}

func recursive(name, fallback string, n int) string {
	if n > 0 {
		return recursive(name, fallback, n-1)
	}
	return fallback
}

func serve() {
	stytchapi.NewClient(must("ID", "project-test-1"), must("SECRET", "secret-test-2"))
	stytchapi.NewClient(recursive("ID", "project-test-1", 1), recursive("SECRET", "secret-test-2", 1))
}

// What it sends where is the matter of its callers.
func at(uri string) {
	stytchapi.NewClient("project-live-1", "secret-live-2", stytchapi.WithBaseURI(uri))
}
