// Package stytchignore defines an analyzer that checks the comments by which
// findings of the other checks are silenced.
//
// # Analyzer stytchignore
//
// stytchignore: check //stytchlint:ignore comments
//
// Code that a check finds fault with and that is meant as it is gets a comment,
// on its line or on the line above, that names the check and gives the reason.
// Several checks are separated by commas. The checks honour the comment
// themselves, so it works alike under every driver.
//
// This check reports a comment that names no check or one that does not exist,
// and one that gives no reason; such a comment silences nothing. A comment that
// has nothing to silence any more is reported by the check that it names.
//
// Wrong:
//
//	func timedOut(e stytcherror.Error) bool {
//		//stytchlint:ignore stytchcode
//		return e.ErrorType == "gateway_timeout"
//	}
//
// Right:
//
//	func timedOut(e stytcherror.Error) bool {
//		//stytchlint:ignore stytchcode our gateway adds this code
//		return e.ErrorType == "gateway_timeout"
//	}
package stytchignore
