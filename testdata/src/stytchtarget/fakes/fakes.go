// want package:"makes pointers: true"

// Package fakes is imported by tests alone, without being one.
package fakes

import "github.com/stytchauth/stytch-go/v18/stytch/stytcherror"

// A Client fails.
type Client struct{}

// Get fails.
func (Client) Get() error { return &stytcherror.Error{StatusCode: 404} } // want `drop the &`
