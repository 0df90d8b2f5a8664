// Package code has a constant for every error code of Stytch's API, so that
// the compiler finds a misspelt one and an editor can explain it.
//
//	var apiErr stytcherror.Error
//	if errors.As(err, &apiErr) && apiErr.ErrorType == code.SessionNotFound {
//		// The session is over: ask the user to sign in again.
//	}
//
// The constants are untyped: they can be compared with the ErrorType of every
// version of Stytch's SDK, and with a string.
package code
