// Package questions asks for the status and the code of errors.
package questions

import (
	"errors"
	"slices"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"

	"paths/questions/predicates"
)

type own struct{ StatusCode int }

func conditions(e stytcherror.Error, o own) {
	if e.StatusCode/100 == 5 { // want `^500.503, after $`
		_ = e.ErrorType == "a" // want `^a, after 500.503$`
	} else if e.ErrorType == "b" { // want `^b, after not 500.503$`
		_ = e.StatusCode <= 401 // want `^not 404.500.503, after not 500.503 and b$`
		_ = o.StatusCode == 401
	}
}

func across(err error) bool {
	var e stytcherror.Error
	return predicates.Known(err) && errors.As(err, &e) && e.ErrorType == "a" && // want `^a, after $`
		predicates.Status(err) == 404 // want `^404, after a$`
}

var codes = []string{"a", "b"}

var mixed = []string{"a", other()}

func other() string { return "" }

func lists(e stytcherror.Error) bool {
	return slices.Contains(codes, string(e.ErrorType)) && // want `^a.b, after $`
		!slices.Contains(mixed, string(e.ErrorType)) &&
		e.StatusCode == 401 // want `^401, after a.b$`
}

var statuses = []int{401, 404}

func listed(e stytcherror.Error) bool {
	return slices.Contains(statuses, e.StatusCode) && // want `^401.404, after $`
		!slices.Contains([]int{400, 401}, e.StatusCode) && // want `^400.401, after 401.404$`
		e.ErrorType == "a" // want `^a, after 401.404 and not 400.401$`
}

// A literal is a function of its own.
func literals(e stytcherror.Error) func() bool {
	return func() bool {
		return e.StatusCode == 401 && e.ErrorType == "a" // want `^401, after $` `^a, after 401$`
	}
}

// What the check knows to be implied is no news.
func implied(e stytcherror.Error) bool {
	if e.ErrorType == "implied" { // want `^implied, after $`
		return false
	}
	return e.StatusCode == 401 // want `^401, after $`
}

// What is known already is known where it is asked again.
func again(e stytcherror.Error) bool {
	if e.StatusCode != 401 { // want `^not 401, after $`
		return false
	}
	if e.StatusCode == 500 { // want `^500, after 401$`
		return false
	}
	return e.ErrorType == "a" // want `^a, after 401 and not 500$`
}

// More than one path each is too much here: what all share is still known.
func many(e stytcherror.Error, a [8]bool, b string) bool {
	if e.StatusCode != 401 { // want `^not 401, after $`
		return false
	}
	n := ""
	for i := range 8 {
		if a[i] {
			n += b
		}
	}
	if a[0] {
		n += "0"
	}
	if a[1] {
		n += "1"
	}
	if a[2] {
		n += "2"
	}
	if a[3] {
		n += "3"
	}
	if a[4] {
		n += "4"
	}
	if a[5] {
		n += "5"
	}
	if a[6] {
		n += "6"
	}
	if a[0] && a[1] && a[2] && a[3] && a[4] && a[5] && a[6] && a[7] {
		return false
	}
	return e.ErrorType == "a" // want `^a, after 401$`
}

var last stytcherror.Error

// Others may write to it.
func unsteady() bool {
	return last.StatusCode == 401 && last.ErrorType == "a"
}

// Two errors in one question.
func both(e, f stytcherror.Error) bool {
	return e.StatusCode == f.StatusCode && e.ErrorType == f.ErrorType
}
