// Package faketests is tested with fakes of all kinds.
package faketests

// A Client is what the fakes stand in for.
type Client interface {
	Authenticate(token string) (string, error)
}
