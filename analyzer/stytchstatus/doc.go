// Package stytchstatus defines an analyzer that finds an error code of Stytch's
// API together with a status that it never comes with.
//
// # Analyzer stytchstatus
//
// stytchstatus: check the status that goes with a Stytch error code
//
// A code of Stytch's API comes with one HTTP status. Code that asks for it
// together with another one never runs, and no compiler notices.
//
// Wrong:
//
//	func signedOut(e stytcherror.Error) bool {
//		return e.StatusCode == 401 && e.ErrorType == "session_not_found" // never true
//	}
//
// Right:
//
//	func signedOut(e stytcherror.Error) bool {
//		return e.StatusCode == 404 && e.ErrorType == "session_not_found"
//	}
//
// The check knows the status of a part of the codes, and is silent about the
// others. Where Stytch's documentation contradicts itself, a code has several
// statuses, and none of them is wrong. It knows on each path what was asked of the
// status and of the code of one error: in conditions, in if and switch inside each
// other in either order, by early returns, comparisons such as >= 500 and / 100 == 5,
// in variables and fields, and by functions of the program, such as authx.Status(err)
// and authx.Is(err, code), in whatever package. A condition is reported if no path to
// it goes with the statuses. An error is one of the SDK, a struct that the program
// decodes, in the shape of Stytch's, or one of its own that only ever carries both
// fields of an error.
//
// Beside each other are also the status and the code in what the program or a test
// makes itself: in such errors, in rows, keys and lists of tables that become one or
// are compared with one, in variables, in the arguments and results of functions, in
// assertions about both, and in the answers of servers that stand in for Stytch, as
// JSON, by a format, as a map or a struct, with the status in it or as that of the
// answer. Tables with codes that the catalog does not have are left alone, and so are
// the answers of an API of the program's own, what the program answers to a code, and
// functions that do not compile.
//
// The fix writes the status that belongs to the code, where it is compared with ==
// in the condition that asks for the code, and in errors that are made, with that of
// the answer that says the same: as a number where there was one, by its name where
// there was a name. There is none for a code with several statuses, and for an error that
// is made with the status of a server that failed: that may be what is meant.
package stytchstatus
