// Package frameworks holds tokens that are read from requests.
package frameworks

import (
	"context"
	"log"
	"net/http"
	"time"

	"github.com/gin-gonic/gin"
	"github.com/go-chi/chi/v5"
	"github.com/gofiber/fiber/v2"
	"github.com/labstack/echo/v4"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/magiclinks"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/oauth"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/otp"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/sessions"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
)

type server struct {
	stytch *stytchapi.API
}

func (s *server) query(w http.ResponseWriter, r *http.Request) {
	resp, err := s.stytch.OAuth.Authenticate(r.Context(), &oauth.AuthenticateParams{Token: r.URL.Query().Get("token")})
	if err != nil {
		http.Error(w, "no", http.StatusUnauthorized)
		return
	}
	http.SetCookie(w, &http.Cookie{Name: "session", Value: resp.SessionToken, Expires: time.Now().Add(time.Hour)})
	s.render(w, r)
	s.stytch.OAuth.Authenticate(r.Context(), &oauth.AuthenticateParams{Token: r.URL.Query().Get("token")}) // want `already authenticated`
	s.stytch.OAuth.Authenticate(r.Context(), &oauth.AuthenticateParams{Token: r.URL.Query().Get("other")})
}

func (s *server) render(w http.ResponseWriter, r *http.Request) { log.Print(r.URL) }

func (s *server) form(w http.ResponseWriter, r *http.Request) {
	if err := r.ParseForm(); err != nil {
		return
	}
	ctx, cancel := context.WithTimeout(r.Context(), time.Second)
	defer cancel()
	if _, err := s.stytch.MagicLinks.Authenticate(ctx, &magiclinks.AuthenticateParams{Token: r.FormValue("token")}); err != nil {
		return
	}
	s.stytch.MagicLinks.Authenticate(ctx, &magiclinks.AuthenticateParams{Token: r.FormValue("token")}) // want `already authenticated`
	s.stytch.MagicLinks.Authenticate(ctx, &magiclinks.AuthenticateParams{Token: r.PathValue("token")})
	s.stytch.MagicLinks.Authenticate(ctx, &magiclinks.AuthenticateParams{Token: r.PathValue("token")}) // want `already authenticated`
	s.stytch.MagicLinks.Authenticate(ctx, &magiclinks.AuthenticateParams{Token: r.Header.Get("X-Token")})
	s.stytch.MagicLinks.Authenticate(ctx, &magiclinks.AuthenticateParams{Token: r.Header.Get("X-Token")}) // want `already authenticated`
}

func (s *server) otherRequest(r, other *http.Request) {
	s.stytch.OAuth.Authenticate(r.Context(), &oauth.AuthenticateParams{Token: r.FormValue("token")})
	s.stytch.OAuth.Authenticate(r.Context(), &oauth.AuthenticateParams{Token: other.FormValue("token")})
	r = other
	s.stytch.OAuth.Authenticate(r.Context(), &oauth.AuthenticateParams{Token: r.FormValue("token")}) // want `already authenticated`
}

func (s *server) withContext(w http.ResponseWriter, r *http.Request) {
	q := r.URL.Query()
	s.stytch.OAuth.Authenticate(r.Context(), &oauth.AuthenticateParams{Token: q.Get("token")})
	r = r.WithContext(context.WithValue(r.Context(), "user", 1))
	s.stytch.OAuth.Authenticate(r.Context(), &oauth.AuthenticateParams{Token: r.URL.Query().Get("token")}) // want `already authenticated`
	q.Set("token", "other")
	s.stytch.OAuth.Authenticate(r.Context(), &oauth.AuthenticateParams{Token: q.Get("token")})
}

// A callback that tells the kinds of tokens apart.
func (s *server) callback(w http.ResponseWriter, r *http.Request) {
	token := r.URL.Query().Get("token")
	var session string
	switch r.URL.Query().Get("stytch_token_type") {
	case "oauth":
		resp, err := s.stytch.OAuth.Authenticate(r.Context(), &oauth.AuthenticateParams{Token: token, SessionDurationMinutes: 60})
		if err != nil {
			http.Error(w, "no", http.StatusUnauthorized)
			return
		}
		session = resp.SessionToken
	case "magic_links":
		resp, err := s.stytch.MagicLinks.Authenticate(r.Context(), &magiclinks.AuthenticateParams{Token: token, SessionDurationMinutes: 60})
		if err != nil {
			http.Error(w, "no", http.StatusUnauthorized)
			return
		}
		session = resp.SessionToken
	default:
		http.Error(w, "what?", http.StatusBadRequest)
		return
	}
	s.stytch.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: session})
	http.Redirect(w, r, "/", http.StatusSeeOther)
}

func (s *server) gin(c *gin.Context) {
	if _, err := s.stytch.OAuth.Authenticate(c.Request.Context(), &oauth.AuthenticateParams{Token: c.Query("token")}); err != nil {
		c.AbortWithStatusJSON(http.StatusUnauthorized, gin.H{"error": err.Error()})
		return
	}
	c.Set("seen", true)
	c.JSON(http.StatusOK, gin.H{})
	s.stytch.OAuth.Authenticate(c.Request.Context(), &oauth.AuthenticateParams{Token: c.Query("token")}) // want `already authenticated`
	s.stytch.OAuth.Authenticate(c.Request.Context(), &oauth.AuthenticateParams{Token: c.PostForm("token")})
	s.stytch.OAuth.Authenticate(c.Request.Context(), &oauth.AuthenticateParams{Token: c.PostForm("token")}) // want `already authenticated`
}

func (s *server) ginBind(c *gin.Context) {
	var body struct {
		MethodID string `json:"method_id"`
		Code     string `json:"code"`
	}
	if err := c.ShouldBindJSON(&body); err != nil {
		c.AbortWithStatus(http.StatusBadRequest)
		return
	}
	if _, err := s.stytch.OTPs.Authenticate(c, &otp.AuthenticateParams{MethodID: body.MethodID, Code: body.Code}); err != nil {
		c.AbortWithStatus(http.StatusUnauthorized)
		return
	}
	s.stytch.OTPs.Authenticate(c, &otp.AuthenticateParams{MethodID: body.MethodID, Code: body.Code}) // want `this passcode was already authenticated`
}

func (s *server) echo(c echo.Context) error {
	ctx := c.Request().Context()
	if _, err := s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: c.QueryParam("token")}); err != nil {
		return echo.NewHTTPError(http.StatusUnauthorized)
	}
	if err := c.String(http.StatusOK, "ok"); err != nil {
		return err
	}
	_, err := s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: c.QueryParam("token")}) // want `already authenticated`
	s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: c.FormValue("token")})
	s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: c.Request().FormValue("token")})
	s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: c.Request().FormValue("token")}) // want `already authenticated`
	return err
}

func (s *server) fiber(c *fiber.Ctx) error {
	if _, err := s.stytch.OAuth.Authenticate(c.Context(), &oauth.AuthenticateParams{Token: c.Query("token")}); err != nil {
		return c.Status(fiber.StatusUnauthorized).SendString("no")
	}
	_, err := s.stytch.OAuth.Authenticate(c.Context(), &oauth.AuthenticateParams{Token: c.Query("token")}) // want `already authenticated`
	s.stytch.OAuth.Authenticate(c.Context(), &oauth.AuthenticateParams{Token: c.Params("token")})
	s.stytch.OAuth.Authenticate(c.Context(), &oauth.AuthenticateParams{Token: c.Params("token")}) // want `already authenticated`
	return err
}

func (s *server) chi(w http.ResponseWriter, r *http.Request) {
	if _, err := s.stytch.OAuth.Authenticate(r.Context(), &oauth.AuthenticateParams{Token: chi.URLParam(r, "token")}); err != nil {
		return
	}
	s.stytch.OAuth.Authenticate(r.Context(), &oauth.AuthenticateParams{Token: chi.URLParam(r, "token")}) // want `already authenticated`
}

func routes(s *server) {
	e := gin.Default()
	e.GET("/once", func(c *gin.Context) {
		resp, err := s.stytch.OAuth.Authenticate(c.Request.Context(), &oauth.AuthenticateParams{Token: c.Query("token")})
		if err != nil {
			c.AbortWithStatus(http.StatusUnauthorized)
			return
		}
		c.JSON(http.StatusOK, gin.H{"user": resp.UserID})
	})
	e.GET("/twice", func(c *gin.Context) {
		token := c.Query("token")
		if resp, err := s.stytch.OAuth.Authenticate(c.Request.Context(), &oauth.AuthenticateParams{Token: token}); err == nil {
			c.JSON(http.StatusOK, gin.H{"user": resp.UserID})
		} else if _, err := s.stytch.OAuth.Authenticate(c.Request.Context(), &oauth.AuthenticateParams{Token: token}); err == nil { // want `so a retry`
			c.JSON(http.StatusOK, gin.H{})
		}
	})
}
