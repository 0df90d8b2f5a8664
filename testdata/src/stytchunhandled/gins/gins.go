// Package gins answers with gin.
package gins

import (
	"log"
	"net/http"

	"github.com/gin-gonic/gin"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/magiclinks"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/otp"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/sessions"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
)

type handler struct{ api *stytchapi.API }

func (h *handler) session(c *gin.Context) (*sessions.AuthenticateResponse, error) {
	return h.api.Sessions.Authenticate(c, &sessions.AuthenticateParams{SessionToken: c.GetHeader("X-Session")})
}

func (h *handler) json(c *gin.Context) {
	res, err := h.session(c)
	if err != nil {
		log.Println(err)
		c.JSON(http.StatusInternalServerError, gin.H{"error": err.Error()}) // want `an expired or revoked session`
		return
	}
	c.JSON(http.StatusOK, res.User)
}

func (h *handler) abortJSON(c *gin.Context) {
	res, err := h.session(c)
	if err != nil {
		c.AbortWithStatusJSON(500, gin.H{"error": err}) // want `an expired or revoked session`
		return
	}
	c.JSON(http.StatusOK, res.User)
}

func (h *handler) abortStatus(c *gin.Context) {
	if _, err := h.session(c); err != nil {
		c.AbortWithStatus(http.StatusInternalServerError) // want `an expired or revoked session`
		return
	}
	c.Next()
}

func (h *handler) abortError(c *gin.Context) {
	if _, err := h.session(c); err != nil {
		_ = c.AbortWithError(http.StatusInternalServerError, err) // want `an expired or revoked session`
		return
	}
	c.Next()
}

func (h *handler) text(c *gin.Context) {
	if _, err := h.session(c); err != nil { // want `gin is not told to stop`
		c.String(http.StatusInternalServerError, "failed: %v", err) // want `an expired or revoked session`
		return
	}
	c.Next()
}

func (h *handler) status(c *gin.Context) {
	if _, err := h.session(c); err != nil {
		c.Status(http.StatusInternalServerError) // want `an expired or revoked session`
		c.Abort()
		return
	}
	c.Next()
}

func (h *handler) html(c *gin.Context) {
	if _, err := h.session(c); err != nil { // want `gin is not told to stop`
		c.HTML(http.StatusInternalServerError, "error.html", nil) // want `an expired or revoked session`
		return
	}
	c.Next()
}

// middleware returns a handler.
func (h *handler) middleware() gin.HandlerFunc {
	return func(c *gin.Context) {
		res, err := h.api.Sessions.Authenticate(c.Request.Context(), &sessions.AuthenticateParams{SessionToken: c.GetHeader("X-Session")})
		if err != nil {
			c.AbortWithStatusJSON(http.StatusInternalServerError, gin.H{"error": "auth"}) // want `an expired or revoked session`
			return
		}
		c.Set("user", res.User)
		c.Next()
	}
}

func respond(c *gin.Context, status int, err error) {
	log.Println(err)
	c.AbortWithStatusJSON(status, gin.H{"error": err.Error()})
}

func fail(c *gin.Context, err error) {
	respond(c, http.StatusInternalServerError, err)
}

func (h *handler) throughStatus(c *gin.Context) {
	if _, err := h.session(c); err != nil {
		respond(c, http.StatusInternalServerError, err) // want `an expired or revoked session`
		return
	}
	c.Next()
}

func (h *handler) throughHelper(c *gin.Context) {
	if _, err := h.session(c); err != nil {
		fail(c, err) // want `an expired or revoked session`
		return
	}
	c.Next()
}

func (h *handler) logged(c *gin.Context) {
	res, err := h.session(c) // want `the error is only logged: .* uses the response`
	if err != nil {
		log.Println(err)
	}
	c.Set("user", res.User)
	c.Next()
}

func (h *handler) loggedNext(c *gin.Context) {
	_, err := h.session(c) // want `the error is only logged: .* calls the next handler`
	if err != nil {
		log.Println(err)
	}
	c.Next()
}

// notAborted answers, but the next handler runs.
func (h *handler) notAborted(c *gin.Context) {
	_, err := h.session(c) // want `the failure is answered, but the function does not return: .* calls the next handler`
	if err != nil {
		c.JSON(http.StatusUnauthorized, gin.H{"error": "sign in"})
	}
	c.Next()
}

func (h *handler) verified(c *gin.Context) {
	_, err := h.api.OTPs.Authenticate(c, &otp.AuthenticateParams{MethodID: c.Query("method"), Code: c.Query("code")}) // want `the error is only logged: with a wrong or expired passcode, line \d+ still answers`
	if err != nil {
		log.Println(err)
	}
	c.JSON(http.StatusOK, gin.H{"status": "verified"})
}

// Right:

func (h *handler) unauthorized(c *gin.Context) {
	if _, err := h.session(c); err != nil {
		c.JSON(http.StatusUnauthorized, gin.H{"error": err.Error()})
		c.Abort()
		return
	}
	c.Next()
}

// aborted forgets to return, but no handler follows.
func (h *handler) aborted(c *gin.Context) {
	if _, err := h.session(c); err != nil {
		c.AbortWithStatus(http.StatusUnauthorized)
	}
	c.Next()
}

func (h *handler) attached(c *gin.Context) {
	if _, err := h.session(c); err != nil {
		c.Error(err)
		c.Status(http.StatusInternalServerError)
		c.Abort()
		return
	}
	c.Next()
}

func (h *handler) optional(c *gin.Context) {
	if res, err := h.session(c); err == nil {
		c.Set("user", res.User)
	}
	c.Next()
}

func (h *handler) redirect(c *gin.Context) {
	if _, err := h.api.MagicLinks.Authenticate(c, &magiclinks.AuthenticateParams{Token: c.Query("token")}); err != nil {
		c.Redirect(http.StatusFound, "/login")
		return
	}
	c.Redirect(http.StatusFound, "/")
}

func (h *handler) binding(c *gin.Context) {
	var body struct{ Token string }
	if err := c.ShouldBindJSON(&body); err != nil {
		c.JSON(http.StatusInternalServerError, gin.H{"error": err.Error()})
		return
	}
	if _, err := h.api.MagicLinks.Authenticate(c, &magiclinks.AuthenticateParams{Token: body.Token}); err != nil {
		c.JSON(http.StatusUnauthorized, gin.H{"error": err.Error()})
		return
	}
}
