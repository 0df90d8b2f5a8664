// Package silent has functions of other packages that are called alike.
package silent

import "stytchcredentials/silent/stytchapi"

type factory struct{}

func (factory) NewClient(projectID, secret string) {}

func NewClient(projectID, secret string) {}

func others() {
	stytchapi.NewClient("project-live-1", "secret-test-2")
	NewClient("project-live-1", "secret-test-2")
	factory{}.NewClient("secret-test-1", "project-live-2")
}
