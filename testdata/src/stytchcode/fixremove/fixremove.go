// Package fixremove holds wrong codes beside the right one, which would stand
// there twice: in plain shapes the wrong one goes, in others it stays.
package fixremove

import (
	"errors"
	"slices"
	"strings"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

const sessionNotFound = "session_not_found"

// operands of || and &&, in any order
func operands(e stytcherror.Error, admin bool) {
	_ = e.ErrorType == "session_not_found" || e.ErrorType == "session_expired"                                   // want `"session_not_found"`
	_ = e.ErrorType == "session_expired" || e.ErrorType == "session_not_found"                                   // want `"session_not_found"`
	_ = e.ErrorType != "session_not_found" && e.ErrorType != "session_expired"                                   // want `"session_not_found"`
	_ = "session_expired" == e.ErrorType || e.ErrorType == "session_not_found"                                   // want `"session_not_found"`
	_ = string(e.ErrorType) == sessionNotFound || e.ErrorType == "session_expired"                               // want `"session_not_found"`
	_ = e.ErrorType == "session_not_found" || admin || e.ErrorType == "session_expired"                          // want `"session_not_found"`
	_ = e.ErrorType == "session_expired" || admin || e.ErrorType == "session_not_found"                          // want `"session_not_found"`
	_ = admin && (e.ErrorType == "session_not_found" || e.ErrorType == "session_expired")                        // want `"session_not_found"`
	_ = admin && (e.ErrorType == "session_expired" || e.ErrorType == "session_not_found")                        // want `"session_not_found"`
	_ = admin && (e.ErrorType == "session_not_found" || (e.ErrorType == "session_expired"))                      // want `"session_not_found"`
	_ = admin && (e.ErrorType == "session_not_found" || e.ErrorType == "session_expired" || len("") > 1)         // want `"session_not_found"`
	_ = !(e.ErrorType == "session_not_found" || e.ErrorType == "session_expired")                                // want `"session_not_found"`
	_ = !(e.ErrorType == "session_not_found") && !(e.ErrorType == "session_expired")                             // want `"session_not_found"`
	_ = admin && e.ErrorType == "session_not_found" || admin && e.ErrorType == "session_expired"                 // want `"session_not_found"`
	_ = strings.HasPrefix(string(e.ErrorType), "session_") || strings.HasPrefix(string(e.ErrorType), "Session_") // want `"session_"`
}

// two and three that mean the same: the first becomes right, the others go
func several(e stytcherror.Error) bool {
	return e.ErrorType == "session_expired" || e.ErrorType == "session_revoked" // want `"session_expired"` `"session_revoked"`
}

func severalAndRight(e stytcherror.Error) {
	_ = e.ErrorType == "session_expired" || e.ErrorType == "session_revoked" || e.ErrorType == "session_not_found" // want `"session_expired"` `"session_revoked"`
	_ = e.ErrorType == "session_expired" || e.ErrorType == "session_not_found" || e.ErrorType == "session_revoked" // want `"session_expired"` `"session_revoked"`
	// in turns
	_ = e.ErrorType == "session_not_found" || e.ErrorType == "weak_pasword" || e.ErrorType == "session_expired" || e.ErrorType == "weak_password" // want `"weak_pasword"` `"session_expired"`
}

func severalBeside(e stytcherror.Error) bool {
	return e.ErrorType == "session_expired" || e.ErrorType == "weak_pasword" || e.ErrorType == "session_revoked" // want `"session_expired"` `"weak_pasword"` `"session_revoked"`
}

// on lines of their own
func lines(e stytcherror.Error) bool {
	return e.ErrorType == "session_not_found" ||
		e.ErrorType == "member_not_found" || e.ErrorType == "session_expired" || // want `"session_not_found"`
		e.ErrorType == "user_not_found"
}

// what never decides is not what never comes
func kept(e stytcherror.Error, admin bool) {
	_ = e.ErrorType == "session_not_found" && e.ErrorType == "session_expired" // want `"session_not_found"`
	_ = e.ErrorType != "session_not_found" || e.ErrorType != "session_expired" // want `"session_not_found"`
	_ = e.ErrorType == "session_not_found" || e.ErrorType != "session_expired" // want `"session_not_found"`
}

// calls that may do something else
func calls(err error) {
	_ = codeOf(err) == "session_not_found" || codeOf(err) == "session_expired" // want `"session_not_found"`
	_ = is(err, "session_not_found") || is(err, "session_expired")             // want `"session_not_found"`
}

func codeOf(err error) stytcherror.Type {
	var e stytcherror.Error
	errors.As(err, &e)
	return e.ErrorType
}

func is(err error, codes ...stytcherror.Type) bool {
	return slices.Contains(codes, codeOf(err))
}

func search(err error, codes ...stytcherror.Type) bool {
	for _, c := range codes {
		if c == codeOf(err) {
			return true
		}
	}
	return false
}

func loop(e stytcherror.Error, codes ...string) bool {
	for _, c := range codes {
		if stytcherror.Type(c) != e.ErrorType {
			continue
		}
		return true
	}
	return false
}

func all(e stytcherror.Error, codes ...string) bool {
	n := 0
	for _, c := range codes {
		if c == string(e.ErrorType) {
			n++
		}
	}
	return n == len(codes)
}

// arguments of variadic functions
func variadic(err error, e stytcherror.Error) {
	_ = is(err, "session_not_found", "session_expired") // want `"session_not_found"`
	_ = is(err, "session_expired", "session_not_found") // want `"session_not_found"`
	_ = loop(e, "session_expired", "session_not_found") // want `"session_not_found"`
	_ = is(err,
		"session_not_found",
		"session_expired", // want `"session_not_found"`
		"member_not_found",
	)
	_ = is(err,
		"session_not_found",
		"session_expired") // want `"session_not_found"`
	// its loop calls a function for each
	_ = search(err, "session_not_found", "session_expired") // want `"session_not_found"`
	// it counts them
	_ = all(e, "session_not_found", "session_expired") // want `"session_not_found"`
}

func variadicSeveral(err error) bool {
	return is(err, "session_expired", "session_revoked") // want `"session_expired"` `"session_revoked"`
}

// the contrary of what stands there
func contrary(e stytcherror.Error) {
	_ = e.ErrorType == "session_not_found" && e.ErrorType != "session_expired" // want `"session_not_found"`
	_ = e.ErrorType != "session_not_found" || e.ErrorType == "session_expired" // want `"session_not_found"`
	_ = e.ErrorType != "session_not_found" && e.ErrorType == "session_expired" // want `"session_not_found"`
}

func contraryOfWrong(e stytcherror.Error) bool {
	return e.ErrorType == "session_expired" && e.ErrorType != "session_revoked" // want `"session_expired"` `"session_revoked"`
}

// the status that is written is the same
func withStatus(e stytcherror.Error) bool {
	return e.ErrorType == "session_not_found" && e.StatusCode == 404 || e.ErrorType == "session_expired" && e.StatusCode == 401 // want `"session_not_found"`
}

// one wrong name again, as the program has it
func again(e stytcherror.Error, admin bool) int {
	if e.ErrorType == "session_expired" { // want `"session_not_found"`
		return 1
	}
	if admin && e.ErrorType == "session_expired" { // want `"session_not_found"`
		return 2
	}
	if e.ErrorType == "member_not_found" || e.ErrorType == "member_not_foud" { // want `"member_not_found"`
		return 3
	}
	return 4
}

// a guard behind another one
func guards(err error) int {
	if e, ok := errors.AsType[stytcherror.Error](err); ok && e.ErrorType == "session_not_found" {
		return 401
	}
	if e, ok := errors.AsType[stytcherror.Error](err); ok && e.ErrorType == "session_expired" { // want `"session_not_found"`
		return 440
	}
	return 500
}

// calls of one helper, with several names
func helpers(err error) bool {
	return is(err, "session_not_found", "weak_password") ||
		is(err, "member_not_found", "session_expired") // want `"session_not_found"`
}

// what is left in parentheses, or behind a guard that stays, must not make room
// for a second fix
func inParentheses(e stytcherror.Error) bool {
	return e.ErrorType == "session_revoked" || ((e.ErrorType == "session_expired") || e.ErrorType == "sesion_not_found") // want `"session_not_found"` `"session_not_found"` `"session_not_found"`
}

func inTurns(e stytcherror.Error) int {
	if e.ErrorType == "session_not_found" {
		println()
	} else if e.ErrorType == "session_expired" { // want `"session_not_found"`
		return 1
	}
	if e.ErrorType == "session_expired" || e.ErrorType == "session_revoked" { // want `"session_not_found"` `"session_not_found"`
		return 2
	}
	return 0
}
