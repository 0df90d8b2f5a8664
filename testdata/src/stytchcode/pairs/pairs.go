// Package pairs holds lists whose elements are of different kinds: a code is
// one of them, the others are texts.
package pairs

import (
	"slices"
	"strings"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

// arrays of two: the first is a code, the second a text
var texts = [][2]string{
	{"session_not_found", "Please sign in again"},
	{"user_not_found", "No such user"},
	{"sesion_not_found", "Please sign in again"}, // want `"sesion_not_found" is not`
}

func text(e stytcherror.Error) string {
	for _, p := range texts {
		if p[0] == string(e.ErrorType) {
			return p[1]
		}
	}
	return ""
}

// rows of a table as slices
var rows = [][]string{
	{"weak_password", "choose another", "retry"},
	{"captcha_failed", "try again", "retry"},
}

func row(e stytcherror.Error) []string {
	i := slices.IndexFunc(rows, func(r []string) bool { return r[0] == string(e.ErrorType) })
	if i < 0 {
		return nil
	}
	return rows[i]
}

// one flat list
var flat = []string{
	"otp_code_not_found", "Wrong code",
	"magic_link_not_found", "Wrong link",
}

func flatText(e stytcherror.Error) string {
	for i := 0; i < len(flat); i += 2 {
		if flat[i] == string(e.ErrorType) {
			return flat[i+1]
		}
	}
	return ""
}

// a record: the code is one of its fields
func record(e stytcherror.Error) bool {
	fields := []string{"stytch", string(e.ErrorType), "retry"}
	if fields[0] == "stytch" && fields[2] != "stop" {
		return true
	}
	attrs := map[string]string{"source": "stytch", "code": string(e.ErrorType)}
	return attrs["source"] == "gateway" || strings.Join(fields, ".") == "stytch.sesion_not_found"
}

// arguments in pairs
func choose(code string, pairs ...string) string {
	for len(pairs) > 1 {
		if pairs[0] == code {
			return pairs[1]
		}
		pairs = pairs[2:]
	}
	return ""
}

func chosen(e stytcherror.Error) string {
	return choose(string(e.ErrorType), "duplicate_email", "Sign in instead", "invalid_email", "No address")
}
