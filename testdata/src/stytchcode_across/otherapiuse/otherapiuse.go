// Package otherapiuse uses Stytch and another API.
package otherapiuse

import (
	"stytchcode_across/authx"
	"stytchcode_across/otherapi"
)

const host = "https://test.stytch.com"

func both(err error, e *otherapi.Error) {
	_ = e.ErrorType == "sesion_not_found" || e.Is("sesion_not_found")
	_ = authx.Is(err, "sesion_not_found") // want `"session_not_found"`
	_ = authx.Same(e.ErrorType, "sesion_not_found")
}
