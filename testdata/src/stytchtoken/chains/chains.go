// Package chains has middlewares, and what runs behind them.
package chains

import (
	"errors"
	"net/http"

	"github.com/gin-gonic/gin"
	"github.com/labstack/echo/v4"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/magiclinks"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

type server struct{ api *stytchapi.API }

func (s *server) one(r *http.Request, token string) error {
	_, err := s.api.MagicLinks.Authenticate(r.Context(), &magiclinks.AuthenticateParams{Token: token})
	return err
}

func (s *server) handler(w http.ResponseWriter, r *http.Request) {
	if err := s.one(r, r.URL.Query().Get("token")); err != nil {
		http.Error(w, "no", 401)
		return
	}
}

func (s *server) other(w http.ResponseWriter, r *http.Request) {
	if err := s.one(r, r.URL.Query().Get("other")); err != nil {
		http.Error(w, "no", 401)
		return
	}
}

func (s *server) routes(mux *http.ServeMux) {
	mux.Handle("/a", s.check(http.HandlerFunc(s.handler))) // want `already authenticated on line 7 of check.go`
	// Another token.
	mux.Handle("/b", s.check(http.HandlerFunc(s.other)))
	mux.Handle("/c", s.check(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if err := s.one(r, r.URL.Query().Get("token")); err != nil { // want `already authenticated on line`
			http.Error(w, "no", 401)
			return
		}
	})))
}

func (s *server) echoCheck(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		if err := s.one(c.Request(), c.QueryParam("token")); err != nil {
			return echo.NewHTTPError(401)
		}
		return next(c)
	}
}

func (s *server) echoHandler(c echo.Context) error {
	if err := s.one(c.Request(), c.QueryParam("token")); err != nil {
		return echo.NewHTTPError(401)
	}
	return c.NoContent(204)
}

func (s *server) echoRoutes(e *echo.Echo) {
	e.GET("/a", s.echoCheck(s.echoHandler)) // want `already authenticated on line`
	e.GET("/b", s.echoHandler)
}

func (s *server) filled(next gin.HandlerFunc) gin.HandlerFunc {
	return func(c *gin.Context) {
		if c.Query("token") == "" {
			c.AbortWithStatus(400)
			return
		}
		next(c)
	}
}

func (s *server) ginHandler(c *gin.Context) {
	if err := s.one(c.Request, c.Query("token")); err != nil {
		c.AbortWithStatus(401)
	}
}

func (s *server) ginRoutes(r *gin.Engine) {
	// Nothing is spent before.
	r.GET("/a", s.filled(s.ginHandler))
	r.GET("/b", s.filled(s.ginHandler))
}

// What wraps may try again, and look at the error or not.
func again(f func() error) func() error {
	return func() error {
		err := f()
		if err != nil {
			err = f()
		}
		return err
	}
}

func careful(f func() error) func() error {
	return func() error {
		err := f()
		var e stytcherror.Error
		if err != nil && !errors.As(err, &e) {
			err = f()
		}
		return err
	}
}

// It makes a literal, and does not call what it is handed.
func named(_ func() error, name string) func() string {
	return func() string { return name }
}

func (s *server) wrapped(r *http.Request, token string) (func() error, func() error) {
	spend := func() error {
		_, err := s.api.MagicLinks.Authenticate(r.Context(), &magiclinks.AuthenticateParams{Token: token}) // want `a retry after an answer of the API`
		return err
	}
	spendOnce := func() error {
		_, err := s.api.MagicLinks.Authenticate(r.Context(), &magiclinks.AuthenticateParams{Token: token})
		return err
	}
	_ = named(spendOnce, "spend")
	return again(spend), careful(spendOnce)
}
