package zz

import (
	"net/http"

	"github.com/labstack/echo/v4"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/sessions"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
)

type server struct{ api *stytchapi.API }

func (s *server) newError(c echo.Context) error {
	_, err := s.api.Sessions.Authenticate(c.Request().Context(), &sessions.AuthenticateParams{SessionToken: c.FormValue("token")})
	if err != nil {
		return echo.NewHTTPError(http.StatusInternalServerError, "server error") // want `an expired or revoked session`
	}
	return c.NoContent(http.StatusNoContent)
}
