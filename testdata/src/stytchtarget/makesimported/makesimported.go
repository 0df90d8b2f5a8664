// want package:"makes pointers: true"

// Package makesimported makes pointers for others.
package makesimported

import "github.com/stytchauth/stytch-go/v18/stytch/stytcherror"

// Refuse returns a pointer as an error.
func Refuse(code string) error {
	e := &stytcherror.Error{StatusCode: 403} // want `drop the &`
	e.ErrorType = stytcherror.Type(code)
	return e
}
