package leaving

import (
	"fmt"
	"log"
	"net/http"

	"github.com/gofiber/fiber/v2"
	"github.com/labstack/echo/v4"
)

func (s *server) echoLogged(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		_, err := s.api.Sessions.Authenticate(c.Request().Context(), params(c.QueryParam("session"))) // want `the failure is answered, but the function does not return`
		if err != nil {
			c.Logger().Error(err)
			c.JSON(401, echo.Map{"error": "sign in"})
		}
		return next(c)
	}
}

func (s *server) echoWritten(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		_, err := s.api.Sessions.Authenticate(c.Request().Context(), params(c.QueryParam("session"))) // want `the failure is answered, but the function does not return`
		if err != nil {
			c.Response().WriteHeader(401)
		}
		return next(c)
	}
}

func (s *server) fiberTexted(c *fiber.Ctx) error {
	_, err := s.api.Sessions.Authenticate(c.UserContext(), params(c.Cookies("session"))) // want `the failure is answered, but the function does not return`
	if err != nil {
		log.Println(err)
		c.Status(401).SendString("sign in")
	}
	return c.Next()
}

// The browser forgets what was refused, and nobody signs out.
func (s *server) forgotten(w http.ResponseWriter, r *http.Request) {
	resp, err := s.api.Sessions.Authenticate(r.Context(), params(r.FormValue("session"))) // want `the failure is answered, but the function does not return`
	if err != nil {
		http.SetCookie(w, &http.Cookie{Name: "session", MaxAge: -1})
		http.Error(w, "sign in", http.StatusUnauthorized)
	}
	fmt.Fprintf(w, "hello %s", resp.User.UserID)
}

// Right:

func (s *server) echoReturned(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		_, err := s.api.Sessions.Authenticate(c.Request().Context(), params(c.QueryParam("session")))
		if err != nil {
			c.Logger().Error(err)
			return c.JSON(401, echo.Map{"error": "sign in"})
		}
		return next(c)
	}
}

func (s *server) forgottenReturned(w http.ResponseWriter, r *http.Request) {
	resp, err := s.api.Sessions.Authenticate(r.Context(), params(r.FormValue("session")))
	if err != nil {
		http.SetCookie(w, &http.Cookie{Name: "session", MaxAge: -1})
		http.Error(w, "sign in", http.StatusUnauthorized)
		return
	}
	fmt.Fprintf(w, "hello %s", resp.User.UserID)
}
