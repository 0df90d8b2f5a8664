// want package:`leaves failures to the server`

// Package echos answers with echo.
package echos

import (
	"fmt"
	"log"
	"net/http"

	"github.com/labstack/echo/v4"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/oauth"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/sessions"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
)

type handler struct{ api *stytchapi.API }

func (h *handler) session(c echo.Context) (*sessions.AuthenticateResponse, error) {
	res, err := h.api.Sessions.Authenticate(c.Request().Context(), &sessions.AuthenticateParams{SessionToken: c.QueryParam("session")})
	if err != nil {
		return nil, fmt.Errorf("session: %w", err)
	}
	return res, nil
}

func (h *handler) json(c echo.Context) error {
	res, err := h.session(c)
	if err != nil {
		return c.JSON(http.StatusInternalServerError, map[string]string{"error": err.Error()}) // want `an expired or revoked session`
	}
	return c.JSON(http.StatusOK, res.User)
}

func (h *handler) text(c echo.Context) error {
	if _, err := h.session(c); err != nil {
		return c.String(http.StatusInternalServerError, err.Error()) // want `an expired or revoked session`
	}
	return c.NoContent(http.StatusNoContent)
}

func (h *handler) noContent(c echo.Context) error {
	if _, err := h.session(c); err != nil {
		return c.NoContent(500) // want `an expired or revoked session`
	}
	return nil
}

func (h *handler) httpError(c echo.Context) error {
	if _, err := h.session(c); err != nil {
		log.Println(err)
		return echo.NewHTTPError(http.StatusInternalServerError, "session") // want `an expired or revoked session`
	}
	return nil
}

func (h *handler) internal(c echo.Context) error {
	if _, err := h.session(c); err != nil {
		return echo.NewHTTPError(http.StatusInternalServerError, "session").SetInternal(err) // want `an expired or revoked session`
	}
	return nil
}

func (h *handler) sentinel(c echo.Context) error {
	if _, err := h.session(c); err != nil {
		return echo.ErrInternalServerError // want `an expired or revoked session`
	}
	return nil
}

func (h *handler) statement(c echo.Context) error {
	if _, err := h.session(c); err != nil {
		c.JSON(http.StatusInternalServerError, echo.Map{"error": "session"}) // want `an expired or revoked session`
		return nil
	}
	return nil
}

func (h *handler) middleware(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		res, err := h.api.Sessions.Authenticate(c.Request().Context(), &sessions.AuthenticateParams{SessionToken: c.QueryParam("session")})
		if err != nil {
			return echo.NewHTTPError(http.StatusInternalServerError) // want `an expired or revoked session`
		}
		c.Set("user", res.User)
		return next(c)
	}
}

func fail(c echo.Context, status int, err error) error {
	log.Println(err)
	return c.JSON(status, echo.Map{"error": err.Error()})
}

func broken(c echo.Context, err error) error {
	return fail(c, http.StatusInternalServerError, err)
}

func (h *handler) throughStatus(c echo.Context) error {
	if _, err := h.session(c); err != nil {
		return fail(c, http.StatusInternalServerError, err) // want `an expired or revoked session`
	}
	return nil
}

func (h *handler) throughHelper(c echo.Context) error {
	if _, err := h.session(c); err != nil {
		return broken(c, err) // want `an expired or revoked session`
	}
	return nil
}

func (h *handler) logged(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		_, err := h.session(c) // want `the error is only logged: .* calls the next handler`
		if err != nil {
			log.Println(err)
		}
		return next(c)
	}
}

func (h *handler) dropped(c echo.Context) error {
	res, _ := h.session(c) // want `the error is never checked`
	return c.JSON(http.StatusOK, res.User)
}

func (h *handler) loggedPage(c echo.Context) error {
	res, err := h.session(c) // want `the error is only logged: .* uses the response`
	if err != nil {
		log.Println(err)
	}
	return c.JSON(http.StatusOK, res.User)
}

// noReturn drops what c.JSON returns, and goes on.
func (h *handler) noReturn(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		_, err := h.session(c) // want `the failure is answered, but the function does not return`
		if err != nil {
			c.JSON(http.StatusUnauthorized, echo.Map{"error": "sign in"})
		}
		return next(c)
	}
}

// Right:

func (h *handler) unauthorized(c echo.Context) error {
	if _, err := h.session(c); err != nil {
		return echo.NewHTTPError(http.StatusUnauthorized, "sign in")
	}
	return nil
}

func (h *handler) returned(c echo.Context) error {
	if _, err := h.session(c); err != nil {
		return err
	}
	return nil
}

func (h *handler) redirect(c echo.Context) error {
	if _, err := h.api.OAuth.Authenticate(c.Request().Context(), &oauth.AuthenticateParams{Token: c.QueryParam("token")}); err != nil {
		return c.Redirect(http.StatusFound, "/login")
	}
	return c.Redirect(http.StatusFound, "/")
}

func (h *handler) statusOf(c echo.Context) error {
	_, err := h.session(c)
	status := http.StatusOK
	if err != nil {
		status = http.StatusUnauthorized
	}
	return c.NoContent(status)
}
