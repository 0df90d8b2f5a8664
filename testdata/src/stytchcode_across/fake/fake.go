// Package fake stands in for Stytch's API.
package fake

import (
	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

type H map[string]any

var answers = []any{
	map[string]any{
		"status_code":   400,
		"error_type":    "magic_link_token_expired", // want `unable_to_auth_magic_link`
		"error_message": "magic link token expired",
	},
	H{"error_type": "sesion_not_found", "error_message": "x"}, // want `session_not_found`
	map[string]any{"error_type": "sesion_not_found", "detail": "x"},
	map[string]any{"error_type": "teapot", "status_code": 418},
	`{"status_code": 418, "error_type": "teapot", "error_message": "I'm a teapot!"}`,
	`{
		"status_code": 404,
		"error_message": "gone",
		"error_type": "sesion_not_found"}`, // want `session_not_found`
	"{\"status_code\": 404, \"error_type\": \"sesion_not_found\"}", // want `session_not_found`
	`{"error_type": "sesion_not_found"}`,
}

const body = `{"error_type":"user_notfound","status_code":404}` // want `user_not_found`

func made() error { return stytcherror.Error{ErrorType: "teapot"} }
