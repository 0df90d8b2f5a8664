// Package fieldnames has credentials in fields that are filled out of view.
package fieldnames

import (
	"encoding/json"
	"os"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
)

type config struct {
	Name   string
	Stytch struct {
		ProjectID     string
		ProjectSecret string
		PublicToken   string
	}
}

func load() (c config, err error) {
	file, err := os.ReadFile("config.json")
	if err != nil {
		return c, err
	}
	return c, json.Unmarshal(file, &c)
}

func client() {
	c, _ := load()
	stytchapi.NewClient(c.Stytch.ProjectSecret, c.Stytch.ProjectID) // want `"ProjectSecret" is a secret and "ProjectID" a project id, the wrong way round; swap them`
	stytchapi.NewClient(c.Stytch.ProjectID, c.Stytch.ProjectSecret)
	// One that is odd says nothing.
	stytchapi.NewClient(c.Stytch.ProjectSecret, c.Name)
	stytchapi.NewClient(c.Name, c.Stytch.ProjectID)
	stytchapi.NewClient(c.Stytch.ProjectSecret, c.Stytch.ProjectSecret)
	stytchapi.NewClient(c.Stytch.PublicToken, c.Stytch.ProjectSecret)
}
