// Package billing has to do with other codes than Stytch's.
package billing

import (
	"errors"

	"stytchcode_across/authx"
	"stytchcode_across/domain"
)

func own(err error, text string) {
	// codes of the program's own
	_ = domain.Is(err, "sesion_not_found")
	_ = domain.FromStytch(err).Code == "member_not_foud"
	_ = domain.FromStytch(err).Code == domain.SessionGone

	// a type of the same name in two packages
	f := domain.Failure{Code: "sesion_not_found"}
	_ = f.Is("sesion_not_found") || f.Code == "sesion_not_found"
	g := authx.From(err)
	_ = g.Is("sesion_not_found") || g.Code == "sesion_not_found" // want `"session_not_found"` `"session_not_found"`

	// functions for the codes of two systems
	_ = domain.Network(err, "dial")
	_ = domain.Slack(err, "sesion_not_found")
	_ = domain.Either(err, "sesion_not_found")
	_ = domain.EitherOf(err, "sesion_not_found", "card_declined")
	_ = domain.CodeOf(err) == "sesion_not_found"
	domain.Statuses["sesion_not_found"] = 404
	_ = domain.IsGone("sesion_not_found") || domain.IsGone(text)
}

// teapot implements the same interface as types of another package.
type coder interface{ Code() string }

func foreign(err error) {
	var c coder
	_ = errors.As(err, &c) && c.Code() == "sesion_not_found"
}
