// Package suppressed holds findings that are meant, and comments that say so.
package suppressed

import (
	"slices"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

func suppressed(e stytcherror.Error) bool {
	// on the line itself
	if e.ErrorType == "sesion_not_found" { //stytchlint:ignore stytchcode the old proxy spells it like this
		return true
	}
	// on the line above
	//stytchlint:ignore stytchcode the old proxy spells it like this
	if e.ErrorType == "sesion_not_found" {
		return true
	}
	// with more comment between it and the code
	//stytchlint:ignore stytchcode the old proxy spells it like this
	// and will never learn.
	if e.ErrorType == "sesion_not_found" {
		return true
	}
	// two findings on one line
	//stytchlint:ignore stytchcode the old proxy again
	if e.ErrorType == "sesion_not_found" || e.ErrorType == "user_notfound" {
		return true
	}
	switch e.ErrorType {
	case "weak_pasword": //stytchlint:ignore stytchcode in a case
	//stytchlint:ignore stytchcode above a case
	case "weak_passwrod":
	}
	// in a list
	return slices.Contains([]string{
		"session_not_found",
		"sesion_not_found", //stytchlint:ignore stytchcode in a list
		"user_notfound",    // want `"user_not_found"`
		//stytchlint:ignore stytchcode above an element
		"weak_pasword",
	}, string(e.ErrorType))
}

// at the use of a constant, where the finding is
const gone = "magic_link_not_fond"

func uses(e stytcherror.Error) bool {
	return e.ErrorType == gone || //stytchlint:ignore stytchcode this one is meant
		e.ErrorType == gone // want `"magic_link_not_found"`
}

// a comment of a line does not reach the next one
func reach(e stytcherror.Error) bool {
	if e.ErrorType == "sesion_not_found" { //stytchlint:ignore stytchcode this line only
		return e.ErrorType == "sesion_not_found" // want `"session_not_found"`
	}
	//stytchlint:ignore stytchcode the next line only
	if e.ErrorType == "user_notfound" {
		return e.ErrorType == "user_notfound" // want `"user_not_found"`
	}
	return false
}

func silencesNothing(e stytcherror.Error) bool {
	// no reason
	//stytchlint:ignore stytchcode
	if e.ErrorType == "sesion_not_found" { // want `"session_not_found"`
		return true
	}
	// another check
	//stytchlint:ignore stytchelse because
	if e.ErrorType == "sesion_not_found" { // want `"session_not_found"`
		return true
	}
	// no check
	//stytchlint:ignore
	if e.ErrorType == "sesion_not_found" { // want `"session_not_found"`
		return true
	}
	// not quite the comment
	// stytchlint:ignore stytchcode a comment in words
	if e.ErrorType == "sesion_not_found" { // want `"session_not_found"`
		return true
	}
	//stytchlint:ignored stytchcode another word
	return e.ErrorType == "sesion_not_found" // want `"session_not_found"`
}

// several checks, one of them this one
func several(e stytcherror.Error) bool {
	//stytchlint:ignore stytchcode,stytchelse both at once
	return e.ErrorType == "sesion_not_found"
}

//stytchlint:ignore stytchcode nothing here // want `//stytchlint:ignore stytchcode silences nothing`
func nothing(e stytcherror.Error) bool {
	// a real code
	//stytchlint:ignore stytchcode it was wrong once // want `silences nothing here; remove it`
	if e.ErrorType == "session_not_found" {
		return true
	}
	// too far above
	//stytchlint:ignore stytchcode too far // want `silences nothing`

	return e.ErrorType == "sesion_not_found" // want `"session_not_found"`
}

// for a name that is merely unknown
func unknown(e stytcherror.Error) bool {
	//stytchlint:ignore stytchcode the gateway adds it
	return e.ErrorType == "foo_bar_baz"
}
