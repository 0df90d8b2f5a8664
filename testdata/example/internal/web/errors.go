package web

import (
	"encoding/json"
	"errors"
	"log/slog"
	"net/http"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"

	"example.com/shop/internal/authx"
)

// problem is the body of the shop's own errors.
type problem struct {
	ErrorType string `json:"error_type"`
}

func writeError(w http.ResponseWriter, status int, code string) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	json.NewEncoder(w).Encode(problem{ErrorType: code})
}

// fail answers with an error that no handler knows better about.
func fail(w http.ResponseWriter, err error) {
	if errors.Is(err, authx.ErrSignedOut) {
		writeError(w, http.StatusUnauthorized, "session_expired")
		return
	}
	var refused stytcherror.Error
	if !errors.As(err, &refused) {
		slog.Error("request failed", "err", err)
		writeError(w, http.StatusInternalServerError, "internal_error")
		return
	}
	slog.Info("stytch refused", "error_type", refused.ErrorType, "message", refused.ErrorMessage)
	switch {
	case refused.ErrorType == "too_many_request": // BUG: too_many_request -> too_many_requests
		writeError(w, http.StatusServiceUnavailable, "busy")
	case refused.ErrorType == "session_not_found":
		writeError(w, http.StatusUnauthorized, "session_expired")
	default:
		writeError(w, refused.StatusCode, string(refused.ErrorType))
	}
}
