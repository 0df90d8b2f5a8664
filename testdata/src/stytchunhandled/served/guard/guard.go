// Package guard makes middlewares.
package guard

import (
	"github.com/gofiber/fiber/v2"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/sessions"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
)

// New lets in who has a session. What it answers first is overwritten by the framework, as
// the failure is returned.
func New(api *stytchapi.API) fiber.Handler {
	return func(c *fiber.Ctx) error {
		_, err := api.Sessions.Authenticate(c.Context(), &sessions.AuthenticateParams{SessionToken: c.Get("X-Session")})
		if err != nil {
			c.SendStatus(401)
			return err
		}
		return c.Next()
	}
}
