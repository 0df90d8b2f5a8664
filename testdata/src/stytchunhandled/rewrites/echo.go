// Package rewrites answers in forms that a fix takes up, or has to leave alone.
package rewrites

import (
	"fmt"
	"log"
	"net/http"

	"github.com/labstack/echo/v4"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/sessions"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
)

type echos struct{ api *stytchapi.API }

func (h *echos) session(c echo.Context) (*sessions.AuthenticateResponse, error) {
	return h.api.Sessions.Authenticate(c.Request().Context(), &sessions.AuthenticateParams{SessionToken: c.QueryParam("session")})
}

// A method after the answer is kept, in parentheses, too.
func (h *echos) withInternal(c echo.Context) error {
	if _, err := h.session(c); err != nil {
		return (echo.NewHTTPError(http.StatusInternalServerError, "session").WithInternal(err)) // want `an expired or revoked session`
	}
	return nil
}

// What a method is given is made by a call, which may do more.
func (h *echos) internalOfCall(c echo.Context) error {
	if _, err := h.session(c); err != nil {
		return echo.NewHTTPError(http.StatusInternalServerError, "session").SetInternal(fmt.Errorf("session: %w", err)) // want `an expired or revoked session`
	}
	return nil
}

// The answer is one of two results.
func (h *echos) user(c echo.Context) (any, error) {
	res, err := h.session(c)
	if err != nil {
		return nil, echo.NewHTTPError(http.StatusInternalServerError, "session") // want `an expired or revoked session`
	}
	return res.User, nil
}

// The other result is made by a call.
func (h *echos) guest(c echo.Context) (any, error) {
	res, err := h.session(c)
	if err != nil {
		return newGuest(), echo.NewHTTPError(http.StatusInternalServerError, "session") // want `an expired or revoked session`
	}
	return res.User, nil
}

func newGuest() any { return nil }

// The answer has more than one line.
func (h *echos) lines(c echo.Context) error {
	if _, err := h.session(c); err != nil {
		// want +1 `an expired or revoked session`
		return c.JSON(http.StatusInternalServerError, echo.Map{
			"error": err.Error(),
		})
	}
	return nil
}

// So has the other result.
func (h *echos) structured(c echo.Context) (any, error) {
	res, err := h.session(c)
	if err != nil {
		return struct {
			Guest bool
		}{}, c.NoContent(http.StatusInternalServerError) // want `an expired or revoked session`
	}
	return res.User, nil
}

// The framework would answer the error that is returned anew.
func (h *echos) answeredAndReturned(c echo.Context) error {
	if _, err := h.session(c); err != nil {
		c.NoContent(http.StatusInternalServerError) // want `an expired or revoked session`
		return err
	}
	return nil
}

// html answers with a page.
func (h *echos) html(c echo.Context) error {
	if _, err := h.session(c); err != nil {
		return c.HTML(http.StatusInternalServerError, "<p>"+err.Error()) // want `an expired or revoked session`
	}
	return nil
}

// response writes the header itself.
func (h *echos) serveFail(c echo.Context) error {
	if _, err := h.session(c); err != nil {
		return failed(c, err) // want `an expired or revoked session`
	}
	return nil
}

func failed(c echo.Context, err error) error {
	log.Println(err)
	return c.JSON(http.StatusInternalServerError, echo.Map{"error": "failed"})
}

// It answers, and returns no error.
func (h *echos) helperBeforeReturn(c echo.Context) error {
	if _, err := h.session(c); err != nil {
		_ = failed(c, err) // want `an expired or revoked session`
		return nil
	}
	return nil
}

// The code of a status is of a type of its own.
type code int

func respondCode(c echo.Context, status code, err error) error {
	log.Println(err)
	return c.NoContent(int(status))
}

func respondWith(c echo.Context, status int, args ...any) error {
	return c.JSON(status, fmt.Sprint(args...))
}

func (h *echos) throughCode(c echo.Context) error {
	if _, err := h.session(c); err != nil {
		return respondCode(c, 500, err) // want `an expired or revoked session`
	}
	return nil
}

// The status is of a type that the constant is not of, though it may fit.
func respondSmall(c echo.Context, status uint16, err error) error {
	log.Println(err)
	return c.NoContent(int(uint32(status)))
}

func (h *echos) throughSmall(c echo.Context) error {
	if _, err := h.session(c); err != nil {
		return respondSmall(c, 500, err) // want `an expired or revoked session`
	}
	return nil
}

func (h *echos) spread(c echo.Context) error {
	if _, err := h.session(c); err != nil {
		args := []any{"failed"}
		return respondWith(c, http.StatusInternalServerError, args...) // want `an expired or revoked session`
	}
	return nil
}

func (h *echos) spreadless(c echo.Context) error {
	if _, err := h.session(c); err != nil {
		return respondWith(c, http.StatusInternalServerError, "failed") // want `an expired or revoked session`
	}
	return nil
}

func (h *echos) linesOfHelper(c echo.Context) error {
	if _, err := h.session(c); err != nil {
		return respondWith(c, http.StatusInternalServerError, []string{ // want `an expired or revoked session`
			"failed",
		})
	}
	return nil
}
