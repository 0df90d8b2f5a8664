// Package settings knows nothing of Stytch's SDK.
package settings

import "os"

// Config is filled from the environment, by a library that reads the tags.
type Config struct {
	ProjectID string `env:"STYTCH_PROJECT_ID,required"`
	Secret    string `env:"STYTCH_SECRET,required"`
	Key       string `env:"STYTCH_SECRET,required"`
}

func Get(key string) string { return os.Getenv(key) }

func Secret() string { return Get("STYTCH_SECRET") }

func ProjectID() string { return Get("STYTCH_PROJECT_ID") }
