package site

import "github.com/stytchlint/stytchlint/catalog"

// example is that of the README, which a test holds it to, and with it what the program
// really prints.
var example = struct{ File, Place, Message, Check, Before, After string }{
	File:    "account/account.go",
	Place:   "12:46",
	Message: `"session_expired" is not a Stytch error code; an expired or revoked session is reported as "session_not_found"`,
	Check:   "stytchcode",
	Before:  program("session_expired"),
	After:   program("session_not_found"),
}

func program(code string) string {
	return `package account

import (
	"errors"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

// signedOut reports whether the user has to sign in again.
func signedOut(err error) bool {
	var e stytcherror.Error
	return errors.As(err, &e) && e.ErrorType == "` + code + `"
}
`
}

// start adds the first page.
func (b *builder) start() error {
	return b.render("start.html", &page{
		Path:        "index.html",
		Title:       "stytchlint",
		Description: "stytchlint finds error codes that Stytch never sends, and other mistakes in Go programs that use Stytch's SDK.",
		Section:     "start",
		Data:        map[string]any{"Count": len(catalog.All()), "Checks": checks(), "Example": example},
	})
}
