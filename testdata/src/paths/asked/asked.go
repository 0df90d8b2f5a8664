// Package asked has the function whose calls the tests of package paths follow.
package asked

import "github.com/stytchauth/stytch-go/v18/stytch/stytcherror"

// An Answer is what Ask returns.
type Answer struct {
	StatusCode int
	Text       string
}

// Ask fails, or not.
func Ask(x string) (*Answer, error) { return nil, stytcherror.Error{} }

// Through asks in another package.
func Through(x string) error { // want Through:"events 1, retries 0"
	_, err := Ask(x)
	return err
}

// Refused tells by an error.
func Refused(x string) bool { // want Refused:"events 1, retries 0"
	_, err := Ask(x)
	return err != nil
}

// Twice calls a function again that failed.
func Twice(f func() error) error { // want Twice:"events 0, retries 1"
	if err := f(); err == nil {
		return nil
	}
	return f()
}
