// Package served makes servers for handlers of other packages.
package served

import (
	"github.com/gofiber/fiber/v2"
	"github.com/labstack/echo/v4"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"

	"stytchunhandled/served/guard"
	"stytchunhandled/served/handlers"
	"stytchunhandled/served/routes"
)

func serve(api *stytchapi.API) {
	app := fiber.New(fiber.Config{}) // want `an expired or revoked session \("session_not_found"\) that guard.New returns, and 1 more of the kind, is answered by this server as its failure \(500\); answer 401 for it there, or in an error handler here`
	app.Use(guard.New(api))
	routes.Serve(app)

	e := echo.New() // want `a spent or expired magic link .* that handlers.Link returns is answered by this server`
	e.GET("/link", handlers.Link)
	e.GET("/answered", handlers.Answered)
}
