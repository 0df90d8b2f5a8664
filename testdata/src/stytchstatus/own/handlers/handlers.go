// Package handlers asks the errors of another package.
package handlers

import (
	"errors"

	"stytchstatus/own/failures"
)

func status(err error) int {
	var f *failures.Failure
	switch {
	case !errors.As(err, &f):
		return 500
	case f.Status == 401 && f.Code == "session_not_found": // want `never true together with 401`
		return 401
	case f.Status == 404 && f.Code == "session_not_found":
		return 401
	}
	return 500
}

func own(a failures.Answer) bool {
	return a.Status == 401 && a.Code == "session_not_found"
}

func asked(f *failures.Failure) bool {
	return f.Unauthorized() && failures.Has(*f, "session_not_found") // want `never true together with 401`
}
