// Package stytchapi stands in for the SDK's package of that name.
package stytchapi

import "github.com/stytchauth/stytch-go/v17/stytch/consumer"

// API is the client.
type API struct{ OAuth *consumer.OAuthClient }

// Option changes a client.
type Option func(*API)

// NewClient makes a client.
func NewClient(projectID, secret string, opts ...Option) (*API, error) { return new(API), nil }
