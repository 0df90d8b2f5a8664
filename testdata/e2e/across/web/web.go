// Package web does not import the SDK: only a fact about authx tells that the
// strings here are codes of Stytch.
package web

import "example.com/across/authx"

// SignedOut reports whether the user has to sign in again.
func SignedOut(err error) bool {
	return authx.Is(err, "sesion_not_found")
}

// Unknown reports whether there is no such user.
func Unknown(err error) bool {
	return authx.Is(err, "user_not_found")
}
