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

func ofTags(c settings.Config, s *settings.Stytch) {
	stytchapi.NewClient(c.Key, c.ID)        // want `"STYTCH_SECRET" is a secret and "STYTCH_PROJECT_ID" a project id, the wrong way round; swap them`
	stytchapi.NewClient(s.Key, c.Stytch.ID) // want `swap them`
	stytchapi.NewClient(s.Key, s.Site)      // want `swap them`
	stytchapi.NewClient(c.ID, c.Key)
	stytchapi.NewClient(s.Site, s.Key)
	stytchapi.NewClient(c.Name, c.Key)
	stytchapi.NewClient(c.Key, c.Name)
	stytchapi.NewClient(c.Project, c.Key) // its name says what it is
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

func ofHelper(c settings.Config, s *settings.Stytch, v source) {
	newClient(c.ID, c.Key)                                                    // want `swap them`
	newClient(v.GetString("stytch.project_id"), v.GetString("stytch.secret")) // want `swap them`
	newClient(c.Key, c.ID)
}
