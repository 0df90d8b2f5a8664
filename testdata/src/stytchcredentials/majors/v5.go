package majors

import (
	"os"

	"github.com/stytchauth/stytch-go/v5/stytch"
	"github.com/stytchauth/stytch-go/v5/stytch/config"
	"github.com/stytchauth/stytch-go/v5/stytch/stytchapi"
)

func fifth(env config.Env, secret string, prod bool) {
	stytchapi.NewAPIClient(stytch.EnvTest, "project-live-1", secret)                                                     // want `"test" is the wrong environment: the project id "project-live-…" belongs`
	stytchapi.NewAPIClient(config.EnvLive, "project-test-1", secret)                                                     // want `"live" is the wrong environment: the project id "project-test-…" belongs`
	stytchapi.NewAPIClient("live", "project-test-1", secret)                                                             // want `"live" is the wrong environment`
	stytchapi.NewAPIClient(stytch.EnvLive, os.Getenv("ID"), "secret-test-2")                                             // want `"live" is the wrong environment: the secret "secret-test-…" belongs to the test environment`
	stytchapi.NewAPIClient(stytch.EnvLive, "project-live-1", "secret-test-2")                                            // want `"secret-test-…" belongs`
	stytchapi.NewAPIClient(stytch.EnvTest, "secret-test-2", "project-test-1")                                            // want `"secret-test-…" is a secret and "project-test-…" a project id`
	stytch.New(stytch.EnvTest, "project-live-1", secret)                                                                 // want `"test" is the wrong environment`
	stytchapi.NewAPIClient(stytch.EnvTest, "project-test-1", secret, stytchapi.WithBaseURI("https://api.stytch.com/v1")) // want `"api.stytch.com" is the server of the live environment`

	stytchapi.NewAPIClient(env, "project-live-1", secret)
	stytchapi.NewAPIClient(stytch.EnvLive, "project-live-1", secret)
	stytchapi.NewAPIClient(config.Env(os.Getenv("ENV")), "project-live-1", secret)
	stytchapi.NewAPIClient("staging", "project-live-1", secret)
	// The URI prevails over the environment.
	stytchapi.NewAPIClient(stytch.EnvTest, "project-live-1", secret, stytchapi.WithBaseURI("https://api.stytch.com/v1"))
	// So it may where the option is not known.
	stytchapi.NewAPIClient(stytch.EnvTest, "project-live-1", secret, option())

	own := stytch.EnvTest
	if prod {
		own = stytch.EnvLive
	}
	stytchapi.NewAPIClient(own, "project-live-1", secret)
	wrong := config.EnvTest
	stytchapi.NewAPIClient(wrong, "project-live-1", secret) // want `"test" is the wrong environment`
}

func option() stytchapi.Option { return nil }
