// Package routes serves the handlers on what it is handed.
package routes

import (
	"github.com/gofiber/fiber/v2"

	"stytchunhandled/served/handlers"
)

// Serve adds them.
func Serve(app *fiber.App) {
	app.Get("/account", handlers.Account)
	app.Get("/refuses", handlers.Refuses)
}
