package fields

import (
	"flag"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
)

func fromFlags(args []string) {
	id := flag.String("project", "project-test-1", "the project")
	secret := flag.String("secret", "secret-live-2", "its secret")
	own := flag.NewFlagSet("own", flag.ExitOnError)
	fits := own.String("secret", "secret-test-2", "its secret")
	other := own.String("other", "", "its secret")
	own.Parse(args)
	stytchapi.NewClient(*id, *secret) // want `"secret-live-…" \(the default\) belongs to the live environment but the project id "project-test-…" \(the default\) to the test one`
	stytchapi.NewClient(*id, *fits)
	stytchapi.NewClient(*id, *other)
}

var global = flag.String("secret", "secret-live-2", "a secret")

func fromGlobal() { stytchapi.NewClient("project-test-1", *global) } // want `\(the default\) belongs`
