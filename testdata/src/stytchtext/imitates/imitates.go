// Package imitates has tests that imitate Stytch.
package imitates

import (
	"strings"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
)

var API *stytchapi.API

// What the tests make says nothing about the errors of others.
func IsGone(err error) bool {
	return strings.Contains(err.Error(), "session_not_found") // want `may come from the SDK`
}
