package search

import (
	"bytes"
	"context"
	"fmt"
	"log"
	"net/http"
	"strings"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/magiclinks"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/sessions"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
)

const gone = "session_not_found"

func functions(ctx context.Context, api *stytchapi.API, w http.ResponseWriter) int {
	_, err := api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{})
	if err == nil {
		return 0
	}
	if !strings.Contains(err.Error(), "session_not_found") { // want `^the text of an SDK error is searched for "session_not_found"; compare ErrorType of a stytcherror.Error \(found with errors.As\) instead$`
		return 1
	}
	if strings.HasPrefix(err.Error(), "session_not_found") { // want `searched for "session_not_found"`
		return 1
	}
	if strings.HasSuffix(err.Error(), gone) { // want `searched for "session_not_found"`
		return 1
	}
	if strings.Index(err.Error(), "type: session_not_found") >= 0 { // want `searched for "session_not_found"`
		return 1
	}
	if strings.LastIndex(err.Error(), "session_not_found,") >= 0 { // want `searched for "session_not_found"`
		return 1
	}
	if strings.Count(err.Error(), "session_not_found") > 0 { // want `searched for "session_not_found"`
		return 1
	}
	if strings.EqualFold(err.Error(), "Session_Not_Found") { // want `the text of an SDK error is compared with "session_not_found"; compare ErrorType`
		return 1
	}
	if _, _, found := strings.Cut(err.Error(), "session_not_found"); found { // want `searched for "session_not_found"`
		return 1
	}
	if bytes.Contains([]byte(err.Error()), []byte("session_not_found")) { // want `searched for "session_not_found"`
		return 1
	}
	if err.Error() == "session_not_found" { // want `compared with "session_not_found"`
		return 1
	}
	if "session_not_found" != err.Error() { // want `compared with "session_not_found"`
		return 1
	}
	switch err.Error() {
	case "session_not_found", "too_many_requests": // want `compared with "session_not_found"` `compared with "too_many_requests"`
		return 1
	case "EOF":
		return 2
	}
	if strings.Contains(strings.ToLower(err.Error()), "session_not_found") { // want `searched for "session_not_found"`
		return 1
	}
	if strings.Contains(strings.ToUpper(err.Error()), "SESSION_NOT_FOUND") { // want `searched for "session_not_found"`
		return 1
	}
	if strings.Contains(fmt.Sprint(err), "session_not_found") { // want `searched for "session_not_found"`
		return 1
	}
	if strings.Contains(fmt.Sprintf("%v", err), "session_not_found") { // want `searched for "session_not_found"`
		return 1
	}
	if strings.Contains(fmt.Sprintf("error: %s", err.Error()), "session_not_found") { // want `searched for "session_not_found"`
		return 1
	}
	if strings.Contains("authenticate: "+err.Error(), "session_not_found") { // want `searched for "session_not_found"`
		return 1
	}
	if strings.Contains(err.Error(), "_not_found") { // want `searched for "_not_found"`
		return 1
	}

	// Nothing is decided here, or nothing of Stytch's.
	log.Println(err.Error())
	http.Error(w, err.Error(), http.StatusUnauthorized)
	if err.Error() == "" || strings.Contains(err.Error(), "timeout") || strings.Contains(err.Error(), "connection refused") {
		return 2
	}
	if strings.Contains(err.Error(), "context deadline exceeded") || strings.Contains(err.Error(), "JWKS not initialized") {
		return 2
	}
	parts := strings.Split(err.Error(), ", ")
	return len(parts)
}

func inHead(ctx context.Context, api *stytchapi.API) bool {
	if _, err := api.MagicLinks.Authenticate(ctx, &magiclinks.AuthenticateParams{}); err != nil && strings.Contains(err.Error(), "unable_to_auth_magic_link") { // want `searched for "unable_to_auth_magic_link"`
		return true
	}
	return false
}

func byMessage(ctx context.Context, api *stytchapi.API) bool {
	_, err := api.MagicLinks.Authenticate(ctx, &magiclinks.AuthenticateParams{})
	if err != nil {
		msg := err.Error()
		if strings.Contains(msg, "unable_to_auth_magic_link") { // want `searched for "unable_to_auth_magic_link"`
			return true
		}
		lower := strings.ToLower(strings.TrimSpace(msg))
		return strings.Contains(lower, "unable_to_auth_magic_link") // want `searched for "unable_to_auth_magic_link"`
	}
	return false
}
