// Package errs answers for the errors of handlers.
package errs

import "github.com/gofiber/fiber/v2"

// Answer does that.
func Answer(c *fiber.Ctx) error {
	if err := c.Next(); err != nil {
		return c.SendStatus(401)
	}
	return nil
}
