package fieldnames

import (
	"flag"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"

	"stytchcredentials/fieldnames/settings"
)

type source interface {
	GetString(key string) string
	Lookup(name, key string) string
}

func ofFields(c settings.Config, p *settings.Config) {
	stytchapi.NewClient(c.Secret, c.ProjectID)      // want `"Secret" is a secret and "ProjectID" a project id, the wrong way round; swap them`
	stytchapi.NewClient((*p).Secret, (p.ProjectID)) // want `swap them`
	stytchapi.NewClient(c.Key, c.ProjectID)         // its tag is not looked at
	stytchapi.NewClient(c.ProjectID, c.Secret)
}

func ofCalls(v source, m map[string]string, i int) {
	stytchapi.NewClient(settings.Secret(), settings.ProjectID())                          // want `"Secret" is a secret and "ProjectID" a project id`
	stytchapi.NewClient(settings.Get("STYTCH_SECRET"), settings.Get("STYTCH_PROJECT_ID")) // want `"STYTCH_SECRET" is a secret and "STYTCH_PROJECT_ID" a project id`
	stytchapi.NewClient(v.GetString("stytch.secret"), v.GetString("stytch.project_id"))   // want `"stytch.secret" is a secret and "stytch.project_id" a project id`
	stytchapi.NewClient(m["secret"], m["project"])                                        // want `"secret" is a secret and "project" a project id`
	stytchapi.NewClient(*flag.String("secret", "", ""), *flag.String("project", "", ""))  // want `"secret" is a secret and "project" a project id`
	stytchapi.NewClient(*flag.String("secret", "", ""), *flag.String("name", "", ""))
	stytchapi.NewClient(settings.ProjectID(), settings.Secret())
	stytchapi.NewClient(v.GetString("stytch.secret"), v.GetString("stytch.key"))
	stytchapi.NewClient(v.GetString("secret-test-2"), v.GetString("project-test-1")) // nothing says that it gives them back
	stytchapi.NewClient(v.Lookup("secret", "x"), v.Lookup("project", "x"))
	stytchapi.NewClient([]string{"a", "b"}[i], func() string { return "" }())
}

func ofVariables(secret, projectID string) {
	stytchapi.NewClient(secret, projectID) // want `"secret" is a secret and "projectID" a project id`
	stytchapi.NewClient(projectID, secret)
}

func newClient(secret, projectID string) (*stytchapi.API, error) {
	return stytchapi.NewClient(projectID, secret)
}

func ofHelper(c settings.Config, v source) {
	newClient(c.ProjectID, c.Secret)                                          // want `swap them`
	newClient(v.GetString("stytch.project_id"), v.GetString("stytch.secret")) // want `swap them`
	newClient(c.Secret, c.ProjectID)
}
