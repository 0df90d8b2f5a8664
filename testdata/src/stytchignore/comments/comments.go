// Package comments holds the comments that silence findings, well written and not.
package comments

import "github.com/stytchauth/stytch-go/v18/stytch/stytcherror"

func comments(e stytcherror.Error) bool {
	// a check and a reason
	//stytchlint:ignore stytchcode the gateway adds it
	if e.ErrorType == "foo_bar_baz" {
		return true
	}
	// behind the code, with a remark
	if e.ErrorType == "foo_bar_baz" { //stytchlint:ignore stytchcode the gateway adds it // for now
		return true
	}
	// no reason
	//stytchlint:ignore stytchcode // want `stytchcode gives no reason, so it silences nothing`
	if e.ErrorType == "foo_bar_baz" {
		return true
	}
	// no reason behind the code
	if e.ErrorType == "foo_bar_baz" { //stytchlint:ignore stytchcode // want `gives no reason`
		return true
	}
	// no check
	//stytchlint:ignore // want `names no check; write //stytchlint:ignore CHECK REASON`
	if e.ErrorType == "foo_bar_baz" {
		return true
	}
	// no such check
	//stytchlint:ignore stytchcodes it is meant // want `"stytchcodes" is not a check that can be ignored; the checks are .*stytchcode`
	if e.ErrorType == "foo_bar_baz" {
		return true
	}
	// a reason in the place of the check
	//stytchlint:ignore the gateway adds it // want `"the" is not a check`
	if e.ErrorType == "foo_bar_baz" {
		return true
	}
	// another linter's check
	//stytchlint:ignore errcheck it is meant // want `"errcheck" is not a check`
	if e.ErrorType == "foo_bar_baz" {
		return true
	}
	// one of several
	//stytchlint:ignore stytchcode,nosuch it is meant // want `"nosuch" is not a check`
	if e.ErrorType == "foo_bar_baz" {
		return true
	}
	// a check of this name cannot be ignored
	//stytchlint:ignore stytchignore it is meant // want `"stytchignore" is not a check`
	if e.ErrorType == "foo_bar_baz" {
		return true
	}
	// a comma too many
	//stytchlint:ignore stytchcode, it is meant // want `"" is not a check`
	return e.ErrorType == "foo_bar_baz"
}

// comments that are no directives
func others() {
	// stytchlint:ignore
	//stytchlint:ignored
	//stytchlint:
	//nolint:stytchlint // it is meant
	/*stytchlint:ignore*/
	// write //stytchlint:ignore stytchcode and a reason
}
