// Package handlers returns failures to the framework, whose server others make.
package handlers

import (
	"errors"

	"github.com/gofiber/fiber/v2"
	"github.com/labstack/echo/v4"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/magiclinks"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/sessions"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

// API is the client.
var API *stytchapi.API

// Account returns the failure as it is.
func Account(c *fiber.Ctx) error {
	if _, err := API.Sessions.Authenticate(c.Context(), &sessions.AuthenticateParams{SessionToken: c.Get("X-Session")}); err != nil {
		return err
	}
	return c.SendString("ok")
}

// Refuses tells the framework what it means.
func Refuses(c *fiber.Ctx) error {
	_, err := API.Sessions.Authenticate(c.Context(), &sessions.AuthenticateParams{SessionToken: c.Get("X-Session")})
	if _, ok := errors.AsType[stytcherror.Error](err); ok {
		return fiber.NewError(401)
	}
	return err
}

// Link is a handler of echo's.
func Link(c echo.Context) error {
	_, err := API.MagicLinks.Authenticate(c.Request().Context(), &magiclinks.AuthenticateParams{Token: c.QueryParam("token")})
	return err
}

// Answered has answered before it returns the failure, which echo leaves as it is.
func Answered(c echo.Context) error {
	_, err := API.Sessions.Authenticate(c.Request().Context(), &sessions.AuthenticateParams{SessionToken: c.QueryParam("session")})
	if err != nil {
		c.NoContent(401)
		return err
	}
	return c.NoContent(204)
}
