// Package stytchapi is the client of another SDK.
package stytchapi

func NewClient(projectID, secret string) {}
