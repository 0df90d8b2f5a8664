// Package fakes has tests that put something else where the program has Stytch.
package fakes

import (
	"context"
	"net/http"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/sessions"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
)

type authenticator interface {
	Authenticate(ctx context.Context, token string) error
}

type adapter struct{ api *stytchapi.API }

func (a adapter) Authenticate(ctx context.Context, token string) error { // want Authenticate:"fails as consumer Sessions.Authenticate"
	_, err := a.api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{SessionToken: token})
	return err
}

type handler struct{ sessions authenticator }

func newHandler(api *stytchapi.API) *handler { return &handler{sessions: adapter{api}} }

func (h *handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if err := h.sessions.Authenticate(r.Context(), r.FormValue("token")); err != nil {
		http.Error(w, "session", http.StatusInternalServerError) // want `answer 401`
		return
	}
	w.WriteHeader(http.StatusNoContent)
}
