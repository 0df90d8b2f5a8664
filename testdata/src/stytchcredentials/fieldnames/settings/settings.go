// Package settings knows nothing of Stytch's SDK.
package settings

import "os"

// Stytch is filled from the environment, by a library that reads the tags.
type Stytch struct {
	ID      string `env:"STYTCH_PROJECT_ID,required"`
	Key     string `env:"STYTCH_SECRET,required"`
	Project string `envconfig:"STYTCH_SECRET"`
	Site    string `envconfig:"STYTCH_PROJECT_ID"`
	Name    string `env:"STYTCH_NAME"`
}

type Config struct {
	*Stytch
	Env string
}

func Get(key string) string { return os.Getenv(key) }

func Secret() string { return Get("STYTCH_SECRET") }

func ProjectID() string { return Get("STYTCH_PROJECT_ID") }
