// Package fields keeps credentials in structs.
package fields

import (
	"encoding/json"
	"os"

	"github.com/stytchauth/stytch-go/v18/stytch/b2b/b2bstytchapi"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
)

// Config is filled by other packages, too.
type Config struct {
	ProjectID string
	Secret    string
	Name      string
}

func New(c Config) (*stytchapi.API, error) {
	return stytchapi.NewClient(c.ProjectID, c.Secret)
}

var staging = Config{
	ProjectID: "project-test-1",
	Secret:    "secret-live-2", // want `^"secret-live-…" belongs to the live environment but the project id "project-test-…" to the test one; take both from the same environment: Stytch probably answers "project_not_found"$`
}

var production = Config{"project-live-1", "secret-live-2", "production"}

// Each literal counts for itself.
func literals() {
	New(Config{ProjectID: "project-live-1", Secret: "secret-test-2"})      // want `"secret-test-…" belongs`
	New(Config{Secret: "secret-test-2", ProjectID: "project-live-1"})      // want `"secret-test-…" belongs`
	New(Config{"project-live-1", "secret-test-2", ""})                     // want `"secret-test-…" belongs`
	New(Config{ProjectID: "secret-test-2", Secret: "project-test-1"})      // want `"secret-test-…" is a secret and "project-test-…" a project id, the wrong way round`
	New(Config{ProjectID: "public-token-test-3", Secret: "secret-test-2"}) // want `"public-token-test-…" is a public token`
	New(Config{ProjectID: "project-test-1", Secret: "secret-test-2"})
	New(Config{ProjectID: "project-live-1", Name: "secret-test-2"})
	New(Config{ProjectID: os.Getenv("STYTCH_PROJECT_ID"), Secret: os.Getenv("STYTCH_SECRET")})
	New(Config{ProjectID: "project-live-1", Secret: os.Getenv("STYTCH_SECRET")})
}

var environments = map[string]Config{
	"production": {ProjectID: "project-live-1", Secret: "secret-live-2"},
	"staging":    {ProjectID: "project-test-1", Secret: "secret-test-2"},
	"local":      {ProjectID: "project-test-1", Secret: "secret-live-2"}, // want `"secret-live-…" belongs`
}

func assigned(prod bool) {
	var c Config
	if prod {
		c.ProjectID = "project-live-1"
		c.Secret = "secret-test-2" // want `"secret-test-…" belongs`
	} else {
		c.ProjectID = "project-test-1"
		c.Secret = "secret-test-2"
	}
	New(c)
}

// Two pairs of fields, each for a client of its own.
type both struct {
	liveID, liveSecret string
	testID, testSecret string
}

func (b both) clients() {
	stytchapi.NewClient(b.liveID, b.liveSecret)
	stytchapi.NewClient(b.testID, b.testSecret)
}

func two() {
	both{liveID: "project-live-1", liveSecret: "secret-live-2", testID: "project-test-1", testSecret: "secret-test-2"}.clients()
	both{
		liveID:     "project-live-1",
		liveSecret: "secret-test-2", // want `"secret-test-…" belongs`
		testID:     "project-test-1",
		testSecret: "secret-test-2",
	}.clients()
}

// The fields are right; what is done with them is not.
type keys struct{ id, secret string }

func (k *keys) client() { b2bstytchapi.NewClient(k.secret, k.id) } // want `"secret-test-…" is a secret and "project-test-…" a project id, the wrong way round; swap them`

func swapped() { (&keys{id: "project-test-1", secret: "secret-test-2"}).client() }

// Fields that only these literals fill.
type one struct{ id, secret string }

func (o one) client() { stytchapi.NewClient(o.id, o.secret) }

func single() { one{id: "project-test-1", secret: "secret-live-2"}.client() } // want `"secret-live-…" belongs`

// What is decoded may be anything.
type decoded struct{ ID, Secret string }

func load(data []byte) {
	d := decoded{ID: "project-test-1", Secret: "secret-test-2"}
	json.Unmarshal(data, &d)
	stytchapi.NewClient(d.ID, d.Secret)
	stytchapi.NewClient(d.ID, "secret-test-2")
	stytchapi.NewClient("project-live-1", d.Secret)
}

// A placeholder for a variable of the environment.
type settings struct{ id, secret string }

func fromEnv() {
	s := settings{id: "project-test-1", secret: "secret-test-2"}
	if v := os.Getenv("STYTCH_PROJECT_ID"); v != "" {
		s.id = v
	}
	if v := os.Getenv("STYTCH_SECRET"); v != "" {
		s.secret = v
	}
	stytchapi.NewClient(s.id, s.secret)
}
