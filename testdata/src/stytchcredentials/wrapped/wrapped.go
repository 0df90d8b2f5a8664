// Package wrapped makes clients by way of another package.
package wrapped

import (
	"os"

	"stytchcredentials/wrapper"
)

func told(s *wrapper.Service) {
	wrapper.Connect("project-test-1", "secret-test-2")                                          // want `"secret-test-…" is a secret and "project-test-…" a project id, the wrong way round; swap them`
	wrapper.Connect("secret-test-2", "project-live-1")                                          // want `"secret-test-…" belongs`
	wrapper.Connect(os.Getenv("STYTCH_PROJECT_ID"), os.Getenv("STYTCH_SECRET"))                 // want `"STYTCH_SECRET" is a secret and "STYTCH_PROJECT_ID" a project id`
	wrapper.New(wrapper.Config{ProjectID: "project-live-1", Secret: "secret-test-2"})           // want `"secret-test-…" belongs`
	wrapper.Build(wrapper.WithProjectID("project-live-1"), wrapper.WithSecret("secret-test-2")) // want `"secret-test-…" belongs`
	wrapper.Build(wrapper.WithSecret("project-live-1"))                                         // want `"project-live-…" is a project id in the place of the secret`
	wrapper.Over("project-live-1", "secret-test-2", nil)                                        // want `"secret-test-…" belongs`
	s.Connect("project-live-1", "secret-test-2")                                                // want `"secret-test-…" belongs`
	start("secret-test-2", "project-live-1")                                                    // want `"secret-test-…" belongs`
	id, secret := "project-live-1", "secret-test-2"
	wrapper.Connect(secret, id) // want `"secret-test-…" belongs`
}

func start(secret, id string) { wrapper.Connect(secret, id) }

func fine(s *wrapper.Service, id, secret string) {
	wrapper.Connect("secret-test-2", "project-test-1")
	wrapper.Connect(secret, "project-live-1")
	wrapper.Connect(os.Getenv("STYTCH_SECRET"), os.Getenv("STYTCH_PROJECT_ID"))
	wrapper.New(wrapper.Config{ProjectID: "project-live-1", Secret: "secret-live-2"})
	wrapper.New(wrapper.Config{ProjectID: "project-live-1", BaseURI: "secret-test-2"})
	wrapper.Build(wrapper.WithProjectID("project-live-1"), wrapper.WithSecret("secret-live-2"))
	wrapper.Proxied("project-live-1", "secret-test-2", "http://localhost")
	wrapper.Either("project-live-1", "secret-test-2")
	s.Connect("project-live-1", "secret-live-2")
}

func served(prod bool) {
	wrapper.Serve(wrapper.Config{
		ProjectID: "project-test-1",
		Secret:    "secret-test-2",
		BaseURI:   "https://api.stytch.com", // want `^"api.stytch.com" is the server of the live environment, but the project id "project-test-…" belongs to the test environment; leave WithBaseURI out: Stytch probably answers "project_not_found"$`
	})
	wrapper.Serve(wrapper.Config{ProjectID: "project-live-1", Secret: "secret-live-2", BaseURI: "https://api.stytch.com"})
	wrapper.Serve(wrapper.Config{ProjectID: "project-live-1", Secret: "secret-live-2", BaseURI: "https://stytch.example.com"})
	wrapper.Serve(wrapper.Config{ProjectID: os.Getenv("STYTCH_PROJECT_ID"), BaseURI: "https://test.stytch.com"})
	c := wrapper.Config{ProjectID: "project-test-1", Secret: "secret-test-2", BaseURI: "https://test.stytch.com"}
	if prod {
		c.ProjectID, c.Secret = "project-live-1", "secret-live-2" // want `"test.stytch.com" is the server of the test environment, but the project id "project-live-…"`
	}
	wrapper.Serve(c)
}
