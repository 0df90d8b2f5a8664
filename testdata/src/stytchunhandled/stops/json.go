package stops

import (
	"log"

	"github.com/gofiber/fiber/v2"
)

// The error is fiber's own: how it is written is for the handler of errors to say.
func (s *server) fiberJSON(c *fiber.Ctx) error {
	res, err := s.api.Sessions.Authenticate(c.UserContext(), params(c.Cookies("session"))) // want `the error is only logged`
	if err != nil {
		log.Println(err)
	}
	return c.JSON(res.User)
}
