// Package stytchcredentials defines an analyzer that finds clients made with a
// project id and a secret that cannot belong together.
//
// # Analyzer stytchcredentials
//
// stytchcredentials: check the project id and the secret of a client
//
// The project id and the secret are both strings, and a client made with the
// wrong ones is made without complaint: every request fails instead. Their
// prefixes tell what they are and to which environment they belong.
//
// Wrong:
//
//	func client() (*stytchapi.API, error) {
//		return stytchapi.NewClient("project-live-11111111", "secret-test-22222222")
//	}
//
// Right:
//
//	func client() (*stytchapi.API, error) {
//		return stytchapi.NewClient("project-test-11111111", "secret-test-22222222")
//	}
//
// The check knows the functions that make clients in every major version of the
// SDK, for both products, and reports
//
//   - a project id and a secret of different environments;
//   - a secret in the place of the project id, and the other way round;
//   - a public token, or a key of the management API, in the place of either;
//   - a variable of the environment whose name says "secret" or "public token"
//     as the project id, beside one whose name says "project" as the secret;
//   - where the values are not known, one whose name says "secret" as the project id,
//     beside one whose name says "project" as the secret: that of a variable or field,
//     of the variable of the environment in the tag of a field, of a function without
//     arguments, or of the key that a function or map is asked for;
//   - an environment that is not that of the project id or the secret;
//   - WithBaseURI with the live API for a test project, and the other way
//     round.
//
// It follows constants through variables, fields, functions and their results, from
// package to package, and through the defaults of environment variables and flags.
// What is wrong is reported where the project id and the secret get together first: in
// the call of a function of your own, in a literal of a struct, or in the call of the
// SDK. Where a variable may hold one of several, as in a switch between
// environments, each has to go with one that the other may hold beside it; and so has
// what a field of a local struct is set to, with what the other one is left at.
//
// Nothing is reported where a value, or only its prefix, is not known; where a
// single name is odd otherwise; for clients that talk to another
// server than Stytch's or, in tests, through an HTTP client of their own; and for
// what a test passes to the functions that it tests. Messages show no more of a
// secret than its prefix.
//
// The fix swaps a project id and a secret that are the wrong way round.
package stytchcredentials
