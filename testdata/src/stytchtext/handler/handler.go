// Package handler does not import the SDK.
package handler

import (
	"context"
	"net/http"
	"strings"

	"stytchtext/service"
)

type handler struct{ svc *service.Service }

func (h *handler) serve(w http.ResponseWriter, r *http.Request) {
	if _, err := h.svc.Authenticate(r.Context(), ""); err != nil {
		if strings.Contains(err.Error(), "session_not_found") || strings.Contains(err.Error(), "404") { // want `the text of an SDK error is searched for "session_not_found"` `searched for "404"`
			http.Error(w, err.Error(), http.StatusUnauthorized)
			return
		}
		if strings.Contains(err.Error(), "authenticate:") {
			return
		}
	}
	if err := h.svc.Checked(r.Context(), ""); err != nil {
		switch {
		case strings.Contains(err.Error(), "member_not_found"):
		case strings.Contains(err.Error(), "session_not_found"): // want `may come from the SDK`
		case strings.Contains(err.Error(), "404"):
		}
	}
	if err := h.svc.Load(r.Context(), nil); err != nil && strings.Contains(err.Error(), "session_not_found") {
		return
	}
	if err := service.Revoke(r.Context(), nil); err != nil {
		h.fail(w, err)
	}
}

func (h *handler) fail(w http.ResponseWriter, err error) {
	if strings.Contains(err.Error(), "too_many_requests") { // want `the text of an SDK error is searched for "too_many_requests"`
		w.WriteHeader(http.StatusTooManyRequests)
	}
}

// Nothing is known of this one, and the package has nothing to do with Stytch
// itself.
func Status(ctx context.Context, err error) int {
	if strings.Contains(err.Error(), "session_not_found") {
		return http.StatusUnauthorized
	}
	return http.StatusInternalServerError
}
