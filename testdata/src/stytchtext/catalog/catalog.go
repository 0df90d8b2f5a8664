package catalog

import (
	"strings"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

func api(e stytcherror.Error) bool {
	return strings.Contains(e.Error(), "teapot_is_full") || // want `searched for "teapot_is_full"`
		strings.Contains(e.Error(), "teapot_is_ful") || // want `"teapot_is_ful"`
		strings.Contains(e.Error(), "session_not_found")
}

func oauth2(e stytcherror.OAuth2Error) bool {
	return strings.Contains(e.Error(), "invalid_teapot") || // want `searched for "invalid_teapot"`
		strings.Contains(e.Error(), "teapot_is_full")
}
