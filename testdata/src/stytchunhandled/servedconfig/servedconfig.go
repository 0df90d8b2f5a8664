// Package servedconfig makes servers that are told how errors are answered.
package servedconfig

import (
	"github.com/gofiber/fiber/v2"

	"stytchunhandled/served/handlers"
)

func serve() {
	app := fiber.New(fiber.Config{ErrorHandler: func(c *fiber.Ctx, err error) error { return c.SendStatus(401) }})
	app.Get("/", handlers.Account)
}
