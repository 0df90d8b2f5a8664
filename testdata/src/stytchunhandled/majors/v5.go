// Package majors uses other versions of the SDK.
package majors

import (
	"log"
	"net/http"

	"github.com/stytchauth/stytch-go/v5/stytch"
	"github.com/stytchauth/stytch-go/v5/stytch/stytchapi"
)

type v5 struct{ api *stytchapi.API }

func (s *v5) page(w http.ResponseWriter, r *http.Request) {
	res, err := s.api.Sessions.Authenticate(&stytch.SessionsAuthenticateParams{SessionToken: r.Header.Get("X-Session")})
	if err != nil {
		http.Error(w, "server error", http.StatusInternalServerError) // want `an expired or revoked session`
		return
	}
	log.Println(res)
}

func (s *v5) link(w http.ResponseWriter, r *http.Request) {
	_, err := s.api.MagicLinks.Authenticate(&stytch.MagicLinksAuthenticateParams{Token: r.FormValue("token")}) // want `the error is only logged: .* answers`
	if err != nil {
		log.Println(err)
	}
	w.Write([]byte("signed in"))
}
