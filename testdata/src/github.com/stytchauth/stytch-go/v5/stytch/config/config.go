package config

type Env string

const (
	EnvTest Env = "test"
	EnvLive Env = "live"
)
