package broken

import (
	"net/http"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/sessions"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
)

func page(api *stytchapi.API, w http.ResponseWriter, r *http.Request) {
	_, err := api.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{})
	if err != nil {
		http.Error(w, "server error", http.StatusInternalServerError) // want `an expired or revoked session`
		return
	}
}

// half does not compile.
func half(api *stytchapi.API, w http.ResponseWriter, r *http.Request) {
	_, err := api.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{})
	if err != nil {
		http.Error(w, "server error", http.StatusInternalServerError)
		return
	}
	var n int = "text"
	undefined(n)
}

func unknownCall(api *stytchapi.API, w http.ResponseWriter, r *http.Request) {
	_, err := api.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{})
	if err != nil {
		undefined(err)
		http.Error(w, "server error", http.StatusInternalServerError)
	}
	_, err = api.Sessions.Nothing(r.Context())
	if err != nil {
		http.Error(w, "server error", missing.Status)
	}
}

func (s missing) method(w http.ResponseWriter, r *http.Request, e undefinedType) (a, b) {
	res, err, more := api.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{})
	if err != nil {
		http.Error(w, )
		return
	}
	http.Error()
	switch err {
	case nil, :
	}
	return res, more, err, s.
}
