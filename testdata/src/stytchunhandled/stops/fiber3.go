package stops

import (
	"log"

	"github.com/gofiber/fiber/v3"
)

func (s *server) fiber3(c fiber.Ctx) error {
	res, err := s.api.Sessions.Authenticate(c.Context(), params(c.Cookies("session")))
	if err != nil {
		return c.Status(500).JSON(fiber.Map{"message": err.Error(), "status": 500}) // want `an expired or revoked session`
	}
	c.Locals("user", res.User)
	return c.Next()
}

func (s *server) fiber3Logged(c fiber.Ctx) error {
	_, err := s.api.Sessions.Authenticate(c.Context(), params(c.Cookies("session"))) // want `the error is only logged: .* calls the next handler`
	if err != nil {
		log.Println(err)
	}
	return c.Next()
}

// Right:

func (s *server) fiber3Stopped(c fiber.Ctx) error {
	_, err := s.api.Sessions.Authenticate(c.Context(), params(c.Cookies("session")))
	if err != nil {
		return c.SendStatus(fiber.StatusUnauthorized)
	}
	return c.Next()
}
