package letinquiet

import (
	"log"
	"net/http"
	"time"

	"github.com/gin-gonic/gin"
	"github.com/gofiber/fiber/v2"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/sessions"
)

// Whoever signs out goes, and the failure is for the log. How the browser's
// cookie is deleted differs.

func (s *server) out(w http.ResponseWriter, r *http.Request, cookie *http.Cookie) {
	_, err := s.api.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: cookie.Value})
	if err != nil {
		log.Println(err)
	}
	cookie.MaxAge = -1
	http.SetCookie(w, cookie)
	http.Redirect(w, r, "/", http.StatusSeeOther)
}

func (s *server) outEmptied(w http.ResponseWriter, r *http.Request, cookie *http.Cookie) {
	_, err := s.api.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: cookie.Value})
	if err != nil {
		log.Println(err)
	}
	cookie.Value = ""
	http.SetCookie(w, cookie)
	http.Redirect(w, r, "/", http.StatusSeeOther)
}

func (s *server) outExpired(w http.ResponseWriter, r *http.Request, token string) {
	_, err := s.api.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: token})
	if err != nil {
		log.Println(err)
	}
	http.SetCookie(w, &http.Cookie{Name: "session", Value: "", Expires: time.Unix(0, 0)})
	http.Redirect(w, r, "/", http.StatusSeeOther)
}

func (s *server) outGin(c *gin.Context) {
	_, err := s.api.Sessions.Authenticate(c, &sessions.AuthenticateParams{SessionToken: c.GetHeader("X-Session")})
	if err != nil {
		log.Println(err)
	}
	c.SetCookie("session", "", -1, "/", "", true, true)
	c.Redirect(http.StatusSeeOther, "/")
}

func (s *server) outFiber(c *fiber.Ctx) error {
	_, err := s.api.Sessions.Authenticate(c.UserContext(), &sessions.AuthenticateParams{SessionToken: c.Cookies("session")})
	if err != nil {
		log.Println(err)
	}
	c.ClearCookie("session")
	return c.Redirect("/")
}

func (s *server) outFiberCookie(c *fiber.Ctx) error {
	_, err := s.api.Sessions.Authenticate(c.UserContext(), &sessions.AuthenticateParams{SessionToken: c.Cookies("session")})
	if err != nil {
		log.Println(err)
	}
	c.Cookie(&fiber.Cookie{Name: "session", Expires: time.Now().Add(-time.Hour)})
	return c.Redirect("/")
}

func (s *server) outOrForgotten(w http.ResponseWriter, r *http.Request, token string) {
	_, err := s.api.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: token})
	if err != nil {
		log.Println(err)
		http.SetCookie(w, &http.Cookie{Name: "session", MaxAge: -1})
	} else if _, err := s.api.Sessions.Revoke(r.Context(), &sessions.RevokeParams{SessionToken: token}); err != nil {
		log.Println(err)
	}
	http.Redirect(w, r, "/", http.StatusSeeOther)
}

func (s *server) outForgotten(w http.ResponseWriter, r *http.Request, token string) {
	_, err := s.api.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: token})
	if err != nil {
		log.Println(err)
		http.SetCookie(w, &http.Cookie{Name: "session", MaxAge: -1})
	}
	http.Redirect(w, r, "/", http.StatusSeeOther)
}

// These keep the cookie, or write another.

func (s *server) kept(w http.ResponseWriter, r *http.Request, cookie *http.Cookie, age int) {
	_, err := s.api.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: cookie.Value}) // want `the error is only logged`
	if err != nil {
		log.Println(err)
	}
	cookie.MaxAge = age
	cookie.Value = "seen"
	http.SetCookie(w, cookie)
	http.SetCookie(w, &http.Cookie{Name: "seen", Value: "yes", Expires: time.Now().Add(time.Hour)})
	http.SetCookie(w, &http.Cookie{Name: "empty"})
	http.Redirect(w, r, "/", http.StatusSeeOther)
}

func (s *server) keptGin(c *gin.Context) {
	_, err := s.api.Sessions.Authenticate(c, &sessions.AuthenticateParams{SessionToken: c.GetHeader("X-Session")}) // want `the error is only logged`
	if err != nil {
		log.Println(err)
	}
	c.SetCookie("seen", "yes", 3600, "/", "", true, true)
	c.Redirect(http.StatusSeeOther, "/")
}
