package rewrites

import (
	"log"

	"github.com/gofiber/fiber/v2"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/sessions"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
)

type fibers struct{ api *stytchapi.API }

func (h *fibers) session(c *fiber.Ctx) (*sessions.AuthenticateResponse, error) {
	return h.api.Sessions.Authenticate(c.UserContext(), &sessions.AuthenticateParams{SessionToken: c.Cookies("session")})
}

// The chain ends in what is not known.
func (h *fibers) redirect(c *fiber.Ctx) error {
	if _, err := h.session(c); err != nil {
		return c.Status(500).Redirect("/broken") // want `an expired or revoked session`
	}
	return c.Next()
}

// The chain goes on in the next statement.
func (h *fibers) apart(c *fiber.Ctx) error {
	if _, err := h.session(c); err != nil {
		c.Status(fiber.StatusInternalServerError) // want `an expired or revoked session`
		return nil
	}
	return c.Next()
}

// The answer is a statement, and the function returns nil.
func (h *fibers) statement(c *fiber.Ctx) error {
	if _, err := h.session(c); err != nil {
		_ = c.Status(fiber.StatusInternalServerError).SendString("failed") // want `an expired or revoked session`
		return nil
	}
	return c.Next()
}

func failedFiber(c *fiber.Ctx, err error) error {
	log.Println(err)
	return c.SendStatus(fiber.StatusInternalServerError)
}

func (h *fibers) throughHelper(c *fiber.Ctx) error {
	if _, err := h.session(c); err != nil {
		return failedFiber(c, err) // want `an expired or revoked session`
	}
	return c.Next()
}

func (h *fibers) helperBeforeReturn(c *fiber.Ctx) error {
	if _, err := h.session(c); err != nil {
		failedFiber(c, err) // want `an expired or revoked session`
		return nil
	}
	return c.Next()
}
