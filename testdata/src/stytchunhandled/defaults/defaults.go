// Package defaults leaves failures to fiber and echo, which answer 500.
package defaults

import (
	"fmt"

	"github.com/gofiber/fiber/v2"
	"github.com/labstack/echo/v4"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/sessions"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
)

type server struct{ api *stytchapi.API }

func (s *server) fiber(c *fiber.Ctx) error {
	_, err := s.api.Sessions.Authenticate(c.Context(), &sessions.AuthenticateParams{SessionToken: c.Get("X-Session")})
	if err != nil {
		return err // want `an expired or revoked session .*\(500\)`
	}
	return c.SendString("ok")
}

func (s *server) echo(c echo.Context) error {
	_, err := s.api.Sessions.Authenticate(c.Request().Context(), &sessions.AuthenticateParams{SessionToken: c.QueryParam("session")})
	if err != nil {
		return fmt.Errorf("session: %w", err) // want `an expired or revoked session .*\(500\)`
	}
	return c.NoContent(204)
}

// auth is called by name: its callers decide.
func (s *server) auth(c echo.Context) error {
	_, err := s.api.Sessions.Authenticate(c.Request().Context(), &sessions.AuthenticateParams{SessionToken: c.QueryParam("session")})
	return err
}

func (s *server) decides(c echo.Context) error {
	if err := s.auth(c); err != nil {
		return c.NoContent(401)
	}
	return c.NoContent(204)
}

func (s *server) unasked(c *fiber.Ctx) error {
	_, err := s.api.Sessions.Authenticate(c.Context(), &sessions.AuthenticateParams{SessionToken: c.Get("X-Session")})
	return err // want `an expired or revoked session .*\(500\)`
}

// answersBefore answers in vain: fiber answers anew for the error.
func (s *server) answersBefore(c *fiber.Ctx) error {
	_, err := s.api.Sessions.Authenticate(c.Context(), &sessions.AuthenticateParams{SessionToken: c.Get("X-Session")})
	if err != nil {
		c.SendStatus(401)
		return err // want `an expired or revoked session .*\(500\)`
	}
	return c.SendString("ok")
}

func routes(s *server) {
	app := fiber.New(fiber.Config{})
	app.Get("/", s.fiber)
	app.Get("/unasked", s.unasked)
	app.Get("/before", s.answersBefore)
	e := echo.New()
	e.GET("/", s.echo)
	e.GET("/decides", s.decides)
}
