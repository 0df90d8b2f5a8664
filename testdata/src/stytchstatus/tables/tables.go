// Package tables has tables of statuses and codes.
package tables

import (
	"errors"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

type rule struct {
	status int
	code   string
	action string
}

var rules = []rule{
	{404, "session_not_found", "sign in"},
	{401, "session_not_found", "sign in"}, // want `^"session_not_found" always comes with status 404, never with 401$`
	{status: 404, code: "weak_password"},  // want `never with 404`
	{0, "", "nothing"},
}

// action looks for a row that fits.
func action(err error) string {
	var e stytcherror.Error
	if !errors.As(err, &e) {
		return ""
	}
	for _, r := range rules {
		if e.StatusCode == r.status && string(e.ErrorType) == r.code {
			return r.action
		}
	}
	return ""
}

// The codes of two systems.
type row struct {
	status int
	code   string
}

var mixed = []row{
	{401, "session_not_found"},
	{401, "gateway_timed_out"},
}

func isMixed(e stytcherror.Error) bool {
	for _, r := range mixed {
		if r.status == e.StatusCode && r.code == string(e.ErrorType) {
			return true
		}
	}
	return false
}

type key struct {
	status int
	code   stytcherror.Type
}

var texts = map[key]string{
	{404, "session_not_found"}: "sign in",
	{401, "session_not_found"}: "sign in", // want `never with 401`
}

func text(e stytcherror.Error) string { return texts[key{e.StatusCode, e.ErrorType}] }

// The status is what the program answers.
type answer struct {
	code   string
	status int
}

var answers = []answer{
	{"session_not_found", 401},
	{"weak_password", 422},
}

func answerTo(e stytcherror.Error) int {
	for _, a := range answers {
		if string(e.ErrorType) == a.code {
			return a.status
		}
	}
	return 500
}

// So it is here.
var statuses = map[string]int{"session_not_found": 401}
