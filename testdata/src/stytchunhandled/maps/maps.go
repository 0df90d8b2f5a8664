// Package maps has a middleware that looks at what failed.
package maps

import (
	"github.com/labstack/echo/v4"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/sessions"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
)

type server struct{ api *stytchapi.API }

func (s *server) page(c echo.Context) error {
	_, err := s.api.Sessions.Authenticate(c.Request().Context(), &sessions.AuthenticateParams{SessionToken: c.QueryParam("session")})
	if err != nil {
		return err
	}
	return c.NoContent(204)
}

func asks(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		err := next(c)
		if err != nil {
			return c.NoContent(401)
		}
		return nil
	}
}

func routes(s *server) {
	e := echo.New()
	e.Use(asks)
	e.GET("/", s.page)
}
