// want package:`leaves failures to the server`

// Package fibers answers with fiber.
package fibers

import (
	"log"

	"github.com/gofiber/fiber/v2"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/magiclinks"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/sessions"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
)

type handler struct{ api *stytchapi.API }

func (h *handler) session(c *fiber.Ctx) (*sessions.AuthenticateResponse, error) {
	return h.api.Sessions.Authenticate(c.UserContext(), &sessions.AuthenticateParams{SessionToken: c.Cookies("session")})
}

func (h *handler) json(c *fiber.Ctx) error {
	res, err := h.session(c)
	if err != nil {
		return c.Status(fiber.StatusInternalServerError).JSON(fiber.Map{"error": err.Error()}) // want `an expired or revoked session`
	}
	return c.JSON(res.User)
}

func (h *handler) text(c *fiber.Ctx) error {
	if _, err := h.session(c); err != nil {
		return c.Status(500).SendString("failed") // want `an expired or revoked session`
	}
	return c.Next()
}

func (h *handler) sendStatus(c *fiber.Ctx) error {
	if _, err := h.session(c); err != nil {
		return c.SendStatus(fiber.StatusInternalServerError) // want `an expired or revoked session`
	}
	return c.Next()
}

func (h *handler) newError(c *fiber.Ctx) error {
	if _, err := h.session(c); err != nil {
		return fiber.NewError(fiber.StatusBadGateway, err.Error()) // want `an expired or revoked session`
	}
	return c.Next()
}

func (h *handler) sentinel(c *fiber.Ctx) error {
	if _, err := h.session(c); err != nil {
		return fiber.ErrInternalServerError // want `an expired or revoked session`
	}
	return c.Next()
}

func (h *handler) statement(c *fiber.Ctx) error {
	if _, err := h.session(c); err != nil {
		c.Status(fiber.StatusInternalServerError) // want `an expired or revoked session`
		return c.JSON(fiber.Map{"error": "session"})
	}
	return c.Next()
}

func respond(c *fiber.Ctx, msg string, err error, status int) error {
	log.Println(msg, err)
	return c.Status(status).JSON(fiber.Map{"error": msg})
}

func (h *handler) throughStatus(c *fiber.Ctx) error {
	if _, err := h.session(c); err != nil {
		return respond(c, "session", err, fiber.StatusInternalServerError) // want `an expired or revoked session`
	}
	return c.Next()
}

func (h *handler) literal() fiber.Handler {
	return func(c *fiber.Ctx) error {
		res, err := h.api.MagicLinks.Authenticate(c.UserContext(), &magiclinks.AuthenticateParams{Token: c.Query("token")})
		if err != nil {
			return c.Status(fiber.StatusInternalServerError).SendString("link") // want `a spent or expired magic link`
		}
		return c.JSON(res.User)
	}
}

func (h *handler) logged(c *fiber.Ctx) error {
	_, err := h.session(c) // want `the error is only logged: .* calls the next handler`
	if err != nil {
		log.Println(err)
	}
	return c.Next()
}

func (h *handler) loggedLocals(c *fiber.Ctx) error {
	res, err := h.session(c) // want `the error is only logged: .* uses the response`
	if err != nil {
		log.Println(err)
	}
	c.Locals("user", res.User)
	return c.Next()
}

// Right:

func (h *handler) unauthorized(c *fiber.Ctx) error {
	if _, err := h.session(c); err != nil {
		return c.Status(fiber.StatusUnauthorized).JSON(fiber.Map{"error": "unauthorized"})
	}
	return c.Next()
}

func (h *handler) both(c *fiber.Ctx) error {
	if _, err := h.session(c); err != nil {
		c.SendStatus(fiber.StatusUnauthorized)
		return err
	}
	return c.Next()
}

func (h *handler) signedIn(c *fiber.Ctx) error {
	if token := c.Cookies("session"); token != "" {
		if _, err := h.session(c); err == nil {
			return c.Redirect("/account")
		}
	}
	return c.SendString("sign in")
}
