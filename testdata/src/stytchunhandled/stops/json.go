package stops

import (
	"log"

	"github.com/gofiber/fiber/v2"
)

// Nothing shows how this API answers a failure, and fiber's own errors are text.
func (s *server) fiberJSON(c *fiber.Ctx) error {
	res, err := s.api.Sessions.Authenticate(c.UserContext(), params(c.Cookies("session"))) // want `the error is only logged`
	if err != nil {
		log.Println(err)
	}
	return c.JSON(res.User)
}
