// Package failures has structs that carry the status and the code of an error.
package failures

import (
	"errors"
	"net/http"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

// A Failure is an error of Stytch's API.
type Failure struct {
	Status int
	Code   string
	Cause  error
}

func (f *Failure) Error() string { return f.Code } // want Error:"tells"

// From returns what failed.
func From(err error) *Failure { // want From:"tells"
	var e stytcherror.Error
	if !errors.As(err, &e) {
		return &Failure{Cause: err}
	}
	return &Failure{Status: e.StatusCode, Code: string(e.ErrorType), Cause: err}
}

func signedOut(f *Failure) bool {
	return f.Status == 401 && f.Code == "session_not_found" // want `never true together with 401`
}

func fine(f *Failure) bool {
	return f.Status == http.StatusNotFound && f.Code == "session_not_found"
}

// An Answer has a status of the program's own for a code.
type Answer struct {
	Status int
	Code   string
}

// Of returns the answer to a failure.
func Of(e stytcherror.Error) Answer { // want Of:"tells"
	if e.ErrorType == "session_not_found" {
		return Answer{Status: 401, Code: "session_not_found"}
	}
	return Answer{Status: e.StatusCode, Code: string(e.ErrorType)}
}

func answered(a Answer) bool {
	return a.Status == 401 && a.Code == "session_not_found"
}

// A changed one is given another status.
type changed struct {
	status int
	code   stytcherror.Type
}

func change(e stytcherror.Error) *changed {
	c := &changed{e.StatusCode, e.ErrorType}
	if c.code == "session_not_found" {
		c.status = 401
	}
	return c
}

func isChanged(c *changed) bool {
	return c.status == 401 && c.code == "session_not_found"
}

// A mix is of two errors.
type mix struct {
	status int
	code   stytcherror.Type
}

func mixed(e, f stytcherror.Error) mix { return mix{e.StatusCode, f.ErrorType} }

func isMixed(m mix) bool { return m.status == 401 && m.code == "session_not_found" }

// Unauthorized asks for the status of one.
func (f *Failure) Unauthorized() bool { // want Unauthorized:"tells"
	return f.Status == 401
}

// Has asks for its code.
func Has(f Failure, code string) bool { // want Has:"tells"
	return f.Code == code
}
