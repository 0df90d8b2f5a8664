// Package above knows errors by another one.
package above

import "stytchstatus/authx"

func Status(err error) int { // want Status:"tells"
	if e, ok := authx.As(err); ok {
		return e.StatusCode
	}
	return 0
}

func Is(err error, code string) bool { return authx.Code(err) == code } // want Is:"tells"
