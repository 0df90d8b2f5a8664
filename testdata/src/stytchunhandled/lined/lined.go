// Package lined has positions in another file, as cgo makes them.
package lined

import (
	"net/http"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/sessions"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
)

//line other.go:100
func lined(api *stytchapi.API, w http.ResponseWriter, r *http.Request) {
	if _, err := api.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{}); err != nil {
		http.Error(w, "x", http.StatusInternalServerError)
		return
	}
}
