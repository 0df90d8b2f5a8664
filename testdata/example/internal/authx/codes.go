package authx

import (
	"errors"
	"slices"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

const (
	codeRateLimited = "rate_limit_exceeded" // BUG: rate_limit_exceeded -> too_many_requests
	codeBreached    = "breached_password"

	outcomeOther = "other" // in our metrics, never Stytch's
)

// advice holds what to tell the customer, by Stytch's code.
var advice = map[string]string{
	"weak_password":      "Choose a longer password.",
	"session_expired":    "Please sign in again.", // BUG: session_expired -> session_not_found
	"otp_code_not_found": "That code is not valid any more.",
}

// unlinked are the codes for an app that the customer has disconnected.
var unlinked = []stytcherror.Type{
	"connected_app_consent_revoked",
	"idp_client_not_found", // BUG: idp_client_not_found -> connected_app_not_found
}

// Advice returns what to tell the customer about an error, or "".
func Advice(err error) string {
	var refused stytcherror.Error
	if !errors.As(err, &refused) {
		return ""
	}
	if s, ok := advice[string(refused.ErrorType)]; ok {
		return s
	}
	if aboutPassword(refused) {
		return "Choose another password."
	}
	return ""
}

// Busy reports whether trying again later may help.
func Busy(err error) bool {
	var refused stytcherror.Error
	return errors.As(err, &refused) &&
		(refused.ErrorType == codeRateLimited || refused.ErrorType == "internal_server_error")
}

// Unlinked reports whether the customer has disconnected the app.
func Unlinked(err error) bool {
	var refused stytcherror.Error
	return errors.As(err, &refused) && slices.Contains(unlinked, refused.ErrorType)
}

// Outcome names an error for the metrics.
func Outcome(err error) string {
	var refused stytcherror.Error
	if !errors.As(err, &refused) || refused.ErrorType == "" {
		return outcomeOther
	}
	switch name := "auth_" + string(refused.ErrorType); name {
	case "auth_session_not_found", "auth_too_many_requests":
		return name
	}
	return outcomeOther
}
