// Package config stands in for the SDK's package of that name.
package config

type BaseURI string

const (
	BaseURITest BaseURI = "https://test.stytch.com"
	BaseURILive BaseURI = "https://api.stytch.com"
)
