// Package servedhandled makes a server with a middleware that answers for errors.
package servedhandled

import (
	"github.com/gofiber/fiber/v2"

	"stytchunhandled/served/handlers"
	"stytchunhandled/servedhandled/errs"
)

func serve() {
	app := fiber.New()
	app.Use(errs.Answer)
	app.Get("/", handlers.Account)
}
