// Package servedcalled asks for the errors of the handlers that it serves.
package servedcalled

import (
	"github.com/gofiber/fiber/v2"

	"stytchunhandled/served/handlers"
)

func account(c *fiber.Ctx) error {
	err := handlers.Account(c)
	if err != nil {
		return c.SendStatus(401)
	}
	return nil
}

func serve() {
	app := fiber.New()
	app.Get("/", account)
}
