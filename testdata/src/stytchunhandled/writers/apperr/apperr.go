// Package apperr has errors that carry a status, and answers nobody.
package apperr

// An Error has the status to answer with.
type Error struct {
	Status int
	Err    error
}

func (e *Error) Error() string { return e.Err.Error() }

func (e *Error) Unwrap() error { return e.Err }

// Internal is a failure of the server.
func Internal(err error) *Error { return &Error{500, err} }

// A Local is one that the handlers answer with.
type Local struct {
	Code int
	Err  error
}

func (e *Local) Error() string { return e.Err.Error() }

func (e *Local) Unwrap() error { return e.Err }

// An Idle has a number with which nobody answers.
type Idle struct {
	Status int
	Err    error
}

func (e *Idle) Error() string { return e.Err.Error() }

func (e *Idle) Unwrap() error { return e.Err }
