// Package fakeother stands in for another API, although it uses a package that
// uses Stytch.
package fakeother

import "stytchcode_across/authx"

var answers = []any{
	map[string]any{"status_code": 400, "error_type": "sesion_not_found", "error_message": "x"},
	`{"status_code": 404, "error_type": "sesion_not_found", "error_message": "gone"}`,
	"{\"status_code\": 404, \"error_type\": \"sesion_not_found\"}",
}

func wrapped(err error) bool { return authx.Is(err, "sesion_not_found") } // want `"session_not_found"`
