// Package stytchtext defines an analyzer that finds decisions made by the text
// of an error of Stytch's Go SDK.
//
// # Analyzer stytchtext
//
// stytchtext: check for searches in the text of Stytch's errors
//
// The text of an SDK error holds its status, its code and a message for
// people. The SDK's versions render it differently, Stytch may reword the
// message any day, and what is found in the text may be part of another code,
// of a request's id or of what the program itself wrapped around the error.
// The fields of the error say the same for certain.
//
// Wrong:
//
//	func signedOut(err error) bool {
//		return strings.Contains(err.Error(), "session_not_found")
//	}
//
//	func weak(e stytcherror.Error) bool {
//		return e.ErrorMessage == "Password is too weak."
//	}
//
// Right:
//
//	func signedOut(err error) bool {
//		var e stytcherror.Error
//		return errors.As(err, &e) && e.ErrorType == "session_not_found"
//	}
//
//	func weak(e stytcherror.Error) bool {
//		return e.ErrorType == "weak_password"
//	}
//
// The check reports, where the text is searched by package strings or regexp,
// compared, or asserted by testify, gotest.tools, gomega, quicktest and the like,
//
//   - codes, and misspelt codes, in the text of an error;
//   - status numbers in the text of an error;
//   - anything in ErrorMessage.
//
// The error must come from the SDK: from a call of one of its clients, by way of
// variables, parameters and results of the program's functions, in whatever package,
// wrapped or not, by an error of the package's own that says its text, too. The text
// and the words may be handed to helpers. Where that cannot be seen, the exact name of
// a code is reported alone, and only in the parameter of a helper, in a package that
// imports the SDK and neither makes errors with that name nor imports another service's
// package that might. Printing and logging the text is no decision.
//
// The fix compares ErrorType, where one edit does it.
package stytchtext
