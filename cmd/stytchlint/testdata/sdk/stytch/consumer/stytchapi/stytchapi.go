// Package stytchapi stands in for the SDK's package of that name.
package stytchapi

// API is the client.
type API struct{}

// Option changes a client.
type Option func(*API)

// NewClient makes a client.
func NewClient(projectID, secret string, opts ...Option) (*API, error) { return new(API), nil }
