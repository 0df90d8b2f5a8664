// Package mongo is a stand-in.
package mongo

import "errors"

// A CommandError is an answer of the server.
type CommandError struct {
	Code   int32
	Labels []string
}

func (CommandError) Error() string { return "mongo" }

// IsDuplicateKeyError reports whether there is one already.
func IsDuplicateKeyError(err error) bool {
	e, ok := errors.AsType[CommandError](err)
	return ok && e.Code == 11000
}

// IsNetworkError reports whether the server was not reached.
func IsNetworkError(err error) bool { return labelled(err, "NetworkError") }

// IsTimeout reports whether it took too long.
func IsTimeout(err error) bool { return labelled(err, "MaxTimeMSExpired") }

func labelled(err error, label string) bool {
	for e, ok := errors.AsType[CommandError](err); ok; {
		for _, l := range e.Labels {
			if l == label {
				return true
			}
		}
		return false
	}
	return false
}
