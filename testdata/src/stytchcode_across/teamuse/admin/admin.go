// Package admin uses what a team has, in the ways that are right or may be.
package admin

import (
	"stytchcode_across/authx"
	"stytchcode_across/team"
)

// an error of the program's own in another package's type
var errQuota = &team.Failure{Code: "user_notfound"}

func right(err error, errs []error, c *team.Context, f *team.Failure, s *team.State) {
	// names for more than one code
	_ = team.Match(err, "*") || team.Match(err, "any_stytch") || team.Match(err, "session_not_found")

	// a list in one text
	_ = team.MatchList(err, "session_not_found,sesion_not_found")

	// the message as well
	_ = team.MatchText(err, "pasword")

	// either of two sets
	_ = team.MatchBoth(err, "invalid_grant") || team.MatchBoth(err, "session_not_found")

	// names of the other package's own
	_ = team.Name(authx.Code(err)) == "signed_out" || team.TitleOf(err) == "sesion_not_found"

	// the text of an error, whichever it is
	_ = err.Error() == "sesion_not_found"

	// keys that are no codes, values of all kinds
	for group := range team.Groups(errs) {
		_ = group == "sesion_not_found"
	}
	c.Set("sesion_not_found", "user_notfound")
	_ = c.GetString("cart_code") == "cart_is_empty" || c.GetString("cart_code") == "session_expired"
	_ = team.Info(err).Text == "sesion_not_found"

	// a value that others set
	s.Set("cart_is_empty")
	_ = s.Code() == "cart_is_empty"

	// what this package puts in the place of a code
	_ = f.Code == "user_notfound" || errQuota.Is("session_not_found")

	// names that are merely unknown, in tables and structs that others may use otherwise
	team.Statuses["cart_is_empty"] = 409
	_ = team.Route{Code: "cart_is_empty"}.Matches(err)
	_ = team.Last == "cart_is_empty"

	//stytchlint:ignore stytchcode to see what happens
	_ = authx.Is(err, "sesion_not_found")
}
