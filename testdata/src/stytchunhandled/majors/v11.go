package majors

import (
	"log"
	"net/http"

	"github.com/stytchauth/stytch-go/v11/stytch/consumer/sessions"
	"github.com/stytchauth/stytch-go/v11/stytch/consumer/stytchapi"
	errs "github.com/stytchauth/stytch-go/v11/stytch/stytcherror"
)

type v11 struct{ api *stytchapi.API }

var _ errs.Error

func (s *v11) page(w http.ResponseWriter, r *http.Request) {
	res, err := s.api.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: r.Header.Get("X-Session")})
	if err != nil {
		http.Error(w, "server error", http.StatusInternalServerError) // want `an expired or revoked session`
		return
	}
	log.Println(res)
}
