package majors

import "github.com/stytchauth/stytch-go/stytch"

func first() {
	stytch.NewClient(stytch.EnvTest, "project-live-1", "secret-live-2") // want `^"test" is the wrong environment: the project id "project-live-…" belongs to the live environment; pass that one: Stytch probably answers "project_not_found"$`
	stytch.NewClient(stytch.EnvLive, "project-live-1", "secret-test-2") // want `"secret-test-…" belongs`
	stytch.NewClient(stytch.EnvLive, "project-live-1", "secret-live-2")
	stytch.NewClient(stytch.Env("test"), "project-test-1", "secret-test-2")
	// The package has other functions.
	(&stytch.Client{}).AuthenticateMagicLink("secret-test-2", nil)
}
