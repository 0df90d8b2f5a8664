// Package ownhandler has an error handler of its own.
package ownhandler

import (
	"github.com/gofiber/fiber/v2"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/sessions"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
)

type server struct{ api *stytchapi.API }

func (s *server) page(c *fiber.Ctx) error {
	_, err := s.api.Sessions.Authenticate(c.Context(), &sessions.AuthenticateParams{SessionToken: c.Get("X-Session")})
	if err != nil {
		return err
	}
	return c.SendString("ok")
}

func routes(s *server) {
	app := fiber.New(fiber.Config{ErrorHandler: func(c *fiber.Ctx, err error) error { return c.SendStatus(401) }})
	app.Get("/", s.page)
}
