// Package stytchcode defines an analyzer that finds strings which are taken
// for an error code of Stytch's API and are none.
//
// # Analyzer stytchcode
//
// stytchcode: check the names of Stytch error codes
//
// The Go SDK hands over the error_type of Stytch's API as a string type without
// constants, so no compiler notices a code that is misspelt or made up, and the
// branch behind it never runs.
//
// Wrong:
//
//	func signedOut(err error) bool {
//		var e stytcherror.Error
//		return errors.As(err, &e) && e.ErrorType == "sesion_not_found" // never true
//	}
//
// Right:
//
//	func signedOut(err error) bool {
//		var e stytcherror.Error
//		return errors.As(err, &e) && e.ErrorType == "session_not_found"
//	}
//
// The check follows ErrorType through conversions, variables, struct fields,
// helpers, maps and slices, from package to package, and compares the constants
// that it meets with the catalog of Stytch's codes. The error_type of a struct
// that the program decodes on its own is followed as well, if the struct has the
// shape of Stytch's errors and the package imports the SDK or names a host of
// stytch.com; and in a package that handles Stytch's errors, that of a map or of
// JSON in a string of their shape is compared. An API of the program's own whose
// errors have that shape is left alone: what its handlers write, and what is
// decoded from httptest, a request or another host. It reports
//
//   - wrong names: misspelt codes, codes in the wrong case, codes that were
//     renamed or removed, and well-known inventions such as session_expired or
//     magic_link_token_expired, for which it knows the real code;
//   - unknown names: those that the catalog does not hold and nothing else is
//     known of. They may be newer than the catalog, whose date the message
//     gives;
//   - prefixes, suffixes and substrings that no code has.
//
// For codes of stytcherror.OAuth2Error the catalog is that of OAuth 2.0 and
// OpenID Connect. Values that may come from elsewhere as well are left alone,
// and so are labels that the program itself puts in the place of a code, whatever
// their type is: a default, the values of a map, a result, or the name that it
// gives to an error which it received; and what is compared with those. In
// tests, for errors that the program makes itself, and in what other packages may
// use for names of their own, such as an exported table, only wrong names are
// reported, unless the table has the type of codes; of a constant that has that type
// and is compared with nothing, only misspelt ones.
//
// A name that may mean several codes means the one that the call of the SDK in
// the same function ends with, if there is a single such call and that is known.
//
// The fix writes the right code where there is exactly one and it is close, and
// the right status, where another one is asked for or set together with the code,
// unless that is the status of another code that may be meant. Where that code is
// named in the same function already, it would stand there twice, and there is no
// such fix, but for errors that are made. As an operand of || or &&, an argument of a
// helper of the same package, or an element, a key or a case of one list, the wrong
// one is taken out instead, if the program stays as it is.
//
// Codes that are newer than the catalog are made known with a flag:
//
//	-stytchcode.known=new_code,other_code
//
// and unknown names are not reported at all with
//
//	-stytchcode.unknown=false
package stytchcode
