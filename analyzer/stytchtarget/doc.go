// Package stytchtarget defines an analyzer that finds code which looks for the
// SDK's errors in a form that they never have.
//
// # Analyzer stytchtarget
//
// stytchtarget: check that Stytch errors are looked for as values
//
// The Go SDK returns stytcherror.Error and stytcherror.OAuth2Error by value,
// in every major version. The compiler takes a pointer for an error just as
// well, so nothing is said about code that looks for one, and the branch behind
// it never runs.
//
// Wrong:
//
//	func statusOf(err error) int {
//		var e *stytcherror.Error
//		if errors.As(err, &e) { // never true
//			return e.StatusCode
//		}
//		return 500
//	}
//
// Right:
//
//	func statusOf(err error) int {
//		var e stytcherror.Error
//		if errors.As(err, &e) {
//			return e.StatusCode
//		}
//		return 500
//	}
//
// The check reports
//
//   - targets that are pointers: of errors.As and errors.AsType, of their like
//     in other packages for errors, of assertions in tests such as testify's
//     ErrorAs, of type assertions and type switches, and of helpers around them,
//     from package to package;
//   - pointers that stand in for an error of the SDK's, above all in tests and
//     fakes: with them, the wrong code passes its test;
//   - errors that are compared with one of the SDK's by errors.Is, == or !=,
//     which never holds, or even panics since the type holds a map; and with a
//     pointer to one, or its type, by assertions in tests;
//   - assertions to the value without a check, which panic when the network
//     fails or a context is cancelled, since those errors are other ones;
//   - targets of another major version of the SDK than that which returned the
//     error.
//
// A function that looks for both, the value and the pointer, is right, and pointers are
// looked for rightly where the program, outside its tests, makes them itself.
//
// Wrong:
//
//	func handle(err error) string {
//		e := err.(stytcherror.Error) // panics on other errors
//		return string(e.ErrorMessage)
//	}
//
// Right:
//
//	func handle(err error) string {
//		if e, ok := errors.AsType[stytcherror.Error](err); ok {
//			return string(e.ErrorMessage)
//		}
//		return "something went wrong"
//	}
//
// The fix declares the target as a value and mends what is done with it, if
// that is certain to compile.
package stytchtarget
