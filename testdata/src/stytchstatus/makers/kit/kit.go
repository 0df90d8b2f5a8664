// Package kit makes errors for tests.
package kit

import "github.com/stytchauth/stytch-go/v18/stytch/stytcherror"

// Error makes an error.
func Error(status int, code string) error {
	return stytcherror.Error{StatusCode: status, ErrorType: stytcherror.Type(code)}
}

// Named makes one by way of another function.
func Named(name, code string, status int) error {
	return Error(status, code)
}
