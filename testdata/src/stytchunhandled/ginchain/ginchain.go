// Package ginchain answers in handlers that others follow.
package ginchain

import (
	"context"
	"html/template"
	"net/http"

	"github.com/gin-gonic/gin"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/sessions"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"

	"stytchunhandled/ginchain/deny"
)

type server struct{ api *stytchapi.API }

func (s *server) params(c *gin.Context) *sessions.AuthenticateParams {
	return &sessions.AuthenticateParams{SessionToken: c.GetHeader("X-Session")}
}

// require calls the next handlers itself.
func (s *server) require() gin.HandlerFunc {
	return func(c *gin.Context) {
		res, err := s.api.Sessions.Authenticate(c, s.params(c)) // want `^the failure is answered, but gin is not told to stop: with an expired or revoked session, line 27 still lets the next handlers run as if the call had succeeded; call c.AbortWithStatusJSON there$`
		if err != nil {
			c.JSON(http.StatusUnauthorized, gin.H{"error": "sign in"})
			return
		}
		c.Set("user", res.User)
		c.Next()
	}
}

// requireSet keeps the user for them.
func (s *server) requireSet(c *gin.Context) {
	res, err := s.api.Sessions.Authenticate(c, s.params(c)) // want `gin is not told to stop: .*; call c.AbortWithStatusJSON there`
	if err != nil {
		c.JSON(401, gin.H{"error": "sign in"})
		return
	}
	c.Set("user", res.User)
}

// requireElse returns at its end.
func (s *server) requireElse(ctx *gin.Context) {
	res, err := s.api.Sessions.Authenticate(ctx, s.params(ctx)) // want `gin is not told to stop: .*; call ctx.Abort there`
	if err == nil {
		ctx.Set("user", res.User)
		ctx.Next()
	} else {
		ctx.Status(http.StatusUnauthorized)
	}
}

// requireText has two answers.
func (s *server) requireText(c *gin.Context) {
	res, err := s.api.Sessions.Authenticate(c, s.params(c)) // want `gin is not told to stop: .*; call c.Abort there`
	if err != nil {
		if c.GetHeader("Accept") == "text/html" {
			c.Redirect(http.StatusFound, "/login") // for people
			return
		}
		c.JSON(http.StatusUnauthorized, gin.H{"error": "sign in"})
		return
	}
	c.Set("user", res.User)
}

// requireSome aborts on one of two paths.
func (s *server) requireSome(c *gin.Context) {
	_, err := s.api.Sessions.Authenticate(c, s.params(c)) // want `line 79 still lets the next handlers run`
	if err != nil {
		if c.GetHeader("Accept") == "text/html" {
			c.Redirect(http.StatusFound, "/login")
			c.Abort()
			return
		}
		c.JSON(http.StatusUnauthorized, gin.H{"error": "sign in"})
		return
	}
	c.Next()
}

// requireEarly aborts for another reason.
func (s *server) requireEarly(c *gin.Context) {
	if c.GetHeader("X-Session") == "" {
		c.AbortWithStatusJSON(http.StatusUnauthorized, gin.H{"error": "sign in"})
		return
	}
	_, err := s.api.Sessions.Authenticate(c, s.params(c)) // want `gin is not told to stop`
	if err != nil {
		http.Error(c.Writer, "sign in", http.StatusUnauthorized)
		return
	}
	c.Next()
}

// requireSwitch decides in a switch.
func (s *server) requireSwitch(c *gin.Context) {
	switch _, err := s.api.Sessions.Authenticate(c, s.params(c)); { // want `gin is not told to stop`
	case err != nil:
		c.IndentedJSON(http.StatusUnauthorized, gin.H{"error": "sign in"})
		return
	default:
		c.Next()
	}
}

func unauthorized(c *gin.Context, text string) {
	c.JSON(http.StatusUnauthorized, gin.H{"error": text})
}

func refuse(c *gin.Context, status int, text string) {
	c.AbortWithStatusJSON(status, gin.H{"error": text})
}

func refuseAll(c *gin.Context) { refuse(c, http.StatusUnauthorized, "sign in") }

func (s *server) requireHelper(c *gin.Context) {
	_, err := s.api.Sessions.Authenticate(c, s.params(c)) // want `gin is not told to stop`
	if err != nil {
		unauthorized(c, "sign in")
		return
	}
	c.Next()
}

// requireOnce is the handler before another, and calls nothing.
func (s *server) requireOnce(c *gin.Context) {
	if _, err := s.api.Sessions.Authenticate(c, s.params(c)); err != nil { // want `gin is not told to stop`
		c.JSON(http.StatusUnauthorized, gin.H{"error": "sign in"})
		return
	}
}

func (s *server) requireGroup() gin.HandlerFunc {
	return func(c *gin.Context) {
		if _, err := s.api.Sessions.Authenticate(c, s.params(c)); err != nil { // want `gin is not told to stop`
			c.JSON(http.StatusUnauthorized, gin.H{"error": "sign in"})
			return
		}
	}
}

// requireServer answers as the server's failure, too.
func (s *server) requireServer(c *gin.Context) {
	res, err := s.api.Sessions.Authenticate(c, s.params(c)) // want `gin is not told to stop`
	if err != nil {
		c.JSON(http.StatusInternalServerError, gin.H{"error": err.Error()}) // want `an expired or revoked session`
		return
	}
	c.Set("user", res.User)
}

func (s *server) requireServerText(c *gin.Context) {
	res, err := s.api.Sessions.Authenticate(c, s.params(c)) // want `gin is not told to stop`
	if err != nil {
		c.String(http.StatusInternalServerError, "session: %v", err) // want `an expired or revoked session`
		return
	}
	c.Set("user", res.User)
}

// requireServerHelper does so by a function that does not abort.
func (s *server) requireServerHelper(c *gin.Context) {
	res, err := s.api.Sessions.Authenticate(c, s.params(c)) // want `gin is not told to stop`
	if err != nil {
		tell(c, http.StatusInternalServerError, "session") // want `an expired or revoked session`
		return
	}
	c.Set("user", res.User)
}

func tell(c *gin.Context, status int, text string) { c.JSON(status, gin.H{"error": text}) }

// requireKept leaves the answer to others, which run in any case.
func (s *server) requireKept(c *gin.Context) {
	res, err := s.api.Sessions.Authenticate(c, s.params(c)) // want `^the failure is kept, but gin is not told to stop: with an expired or revoked session, line \d+ still lets the next handlers run as if the call had succeeded; call c.Abort there$`
	if err != nil {
		c.Error(err)
		return
	}
	c.Set("user", res.User)
}

// keptOnly does not even return.
func (s *server) keptOnly(c *gin.Context) {
	_, err := s.api.Sessions.Authenticate(c, s.params(c)) // want `^the error is only logged: .* calls the next handler .*; call c.AbortWithStatusJSON and return there$`
	if err != nil {
		c.Error(err)
	}
	c.Next()
}

func (s *server) keptByHelper(c *gin.Context) {
	res, err := s.api.Sessions.Authenticate(c, s.params(c)) // want `the failure is kept, but gin is not told to stop`
	if err != nil {
		note(c, err)
		return
	}
	c.Set("user", res.User)
}

func note(c *gin.Context, err error) { c.Error(err) }

// noReturn goes on, and requireLogged does not answer.
func (s *server) noReturn(c *gin.Context) {
	_, err := s.api.Sessions.Authenticate(c, s.params(c)) // want `^the failure is answered, but the function does not return: with an expired or revoked session, line \d+ still calls the next handler as if the call had succeeded; call c.Abort and return there$`
	if err != nil {
		c.JSON(http.StatusUnauthorized, gin.H{"error": "sign in"})
	}
	c.Next()
}

func (s *server) requireLogged(c *gin.Context) {
	_, err := s.api.Sessions.Authenticate(c, s.params(c)) // want `; call c.AbortWithStatusJSON and return there$`
	if err != nil {
		println("nobody")
	}
	c.Next()
}

// Right:

func (s *server) aborting(c *gin.Context) {
	res, err := s.api.Sessions.Authenticate(c, s.params(c))
	if err != nil {
		c.AbortWithStatusJSON(http.StatusUnauthorized, gin.H{"error": "sign in"})
		return
	}
	c.Set("user", res.User)
	c.Next()
}

func (s *server) abortFirst(c *gin.Context) {
	if _, err := s.api.Sessions.Authenticate(c, s.params(c)); err != nil {
		c.Abort()
		c.JSON(http.StatusUnauthorized, gin.H{"error": "sign in"})
		return
	}
	c.Next()
}

func (s *server) abortLast(c *gin.Context) {
	if _, err := s.api.Sessions.Authenticate(c, s.params(c)); err != nil {
		c.JSON(http.StatusUnauthorized, gin.H{"error": "sign in"})
		c.Abort()
		return
	}
	c.Next()
}

func (s *server) abortByHelper(c *gin.Context) {
	if _, err := s.api.Sessions.Authenticate(c, s.params(c)); err != nil {
		refuseAll(c)
		return
	}
	c.Next()
}

// abortWithoutReturn lets nobody in: Next does nothing after Abort.
func (s *server) abortByPackage(c *gin.Context) {
	if _, err := s.api.Sessions.Authenticate(c, s.params(c)); err != nil {
		deny.JSON(c, http.StatusUnauthorized)
		return
	}
	c.Next()
}

func (s *server) abortWithoutReturn(c *gin.Context) {
	if _, err := s.api.Sessions.Authenticate(c, s.params(c)); err != nil {
		refuse(c, http.StatusUnauthorized, "sign in")
	}
	c.Next()
}

func (s *server) abortDeferred(c *gin.Context) {
	ok := false
	defer func() {
		if !ok {
			c.Abort()
		}
	}()
	if _, err := s.api.Sessions.Authenticate(c, s.params(c)); err != nil {
		c.JSON(http.StatusUnauthorized, gin.H{"error": "sign in"})
		return
	}
	ok = true
	c.Next()
}

// Responder is not in view.
type Responder interface{ Refuse(c *gin.Context) }

func (s *server) abortElsewhere(c *gin.Context, r Responder) {
	if _, err := s.api.Sessions.Authenticate(c, s.params(c)); err != nil {
		r.Refuse(c)
		c.JSON(http.StatusUnauthorized, gin.H{"error": "sign in"})
		return
	}
	c.Next()
}

func (s *server) keptAndAborted(c *gin.Context) {
	if _, err := s.api.Sessions.Authenticate(c, s.params(c)); err != nil {
		c.Error(err)
		c.Abort()
		return
	}
	c.Next()
}

// meKept is the last of its chain, and leaves the answer to those before.
func (s *server) meKept(c *gin.Context) {
	res, err := s.api.Sessions.Authenticate(c, s.params(c))
	if err != nil {
		c.Error(err)
		return
	}
	c.JSON(http.StatusOK, res.User)
}

// me is the last of its chain.
func (s *server) me(c *gin.Context) {
	res, err := s.api.Sessions.Authenticate(c, s.params(c))
	if err != nil {
		c.JSON(http.StatusUnauthorized, gin.H{"error": "sign in"})
		return
	}
	c.JSON(http.StatusOK, res.User)
}

// meLogged keeps something for those that log.
func (s *server) meLogged(c *gin.Context) {
	res, err := s.api.Sessions.Authenticate(c, s.params(c))
	if err != nil {
		c.JSON(http.StatusUnauthorized, gin.H{"error": "sign in"})
		return
	}
	c.Set("user", res.User.UserID)
	c.JSON(http.StatusOK, res.User)
}

// meLast does, and answers by a function that is not in view.
func (s *server) meLast(c *gin.Context, render func(*gin.Context, any)) {
	res, err := s.api.Sessions.Authenticate(c, s.params(c))
	if err != nil {
		c.JSON(http.StatusUnauthorized, gin.H{"error": "sign in"})
		return
	}
	c.Set("user", res.User.UserID)
	render(c, res.User)
}

// meRendered answers by other means.
func (s *server) meRendered(c *gin.Context) {
	res, err := s.api.Sessions.Authenticate(c, s.params(c))
	if err != nil {
		c.JSON(http.StatusUnauthorized, gin.H{"error": "sign in"})
		return
	}
	c.Set("user", res.User.UserID)
	if err := show(c, res.User); err != nil {
		println(err.Error())
	}
}

func show(c *gin.Context, user any) error { return view.Execute(c.Writer, user) }

var view *template.Template

func (s *server) meWritten(c *gin.Context) {
	res, err := s.api.Sessions.Authenticate(c, s.params(c))
	if err != nil {
		c.JSON(http.StatusUnauthorized, gin.H{"error": "sign in"})
		return
	}
	c.Set("user", res.User.UserID)
	view.Execute(c.Writer, res.User)
}

func (s *server) meStreamed(c *gin.Context) {
	res, err := s.api.Sessions.Authenticate(c, s.params(c))
	if err != nil {
		c.JSON(http.StatusUnauthorized, gin.H{"error": "sign in"})
		return
	}
	c.Set("user", res.User.UserID)
	c.SSEvent("user", res.User)
}

func (s *server) meHelped(c *gin.Context) {
	res, err := s.api.Sessions.Authenticate(c, s.params(c))
	if err != nil {
		unauthorized(c, "sign in")
		return
	}
	c.Set("user", res.User.UserID)
	found(c, res.User)
}

func found(c *gin.Context, user any) { c.JSON(http.StatusOK, user) }

// lastOfChain is registered as the last, whatever it keeps.
func (s *server) lastOfChain(c *gin.Context) {
	res, err := s.api.Sessions.Authenticate(c, s.params(c))
	if err != nil {
		c.JSON(http.StatusUnauthorized, gin.H{"error": "sign in"})
		return
	}
	c.Set("user", res.User.UserID)
}

// authenticate is called by handlers, which look whether it answered.
func (s *server) authenticate(c *gin.Context) {
	res, err := s.api.Sessions.Authenticate(c, s.params(c))
	if err != nil {
		c.JSON(http.StatusUnauthorized, gin.H{"error": "sign in"})
		return
	}
	c.Set("user", res.User.UserID)
}

func (s *server) account(c *gin.Context) {
	s.authenticate(c)
	if c.Value("user") == nil {
		return
	}
	c.JSON(http.StatusOK, gin.H{})
}

// optional shows who is there.
func (s *server) optional(c *gin.Context) {
	if res, err := s.api.Sessions.Authenticate(c, s.params(c)); err == nil {
		c.Set("user", res.User)
	}
	if c.GetHeader("X-Plan") == "" {
		c.JSON(http.StatusBadRequest, gin.H{"error": "plan"})
		return
	}
	c.Next()
}

// lookup fails after the sign-in.
func (s *server) lookup(c *gin.Context) {
	res, err := s.api.Sessions.Authenticate(c, s.params(c))
	if err != nil {
		c.AbortWithStatus(http.StatusUnauthorized)
		return
	}
	name, err := lookup(res.User.UserID)
	if err != nil {
		c.JSON(http.StatusInternalServerError, gin.H{"error": "lookup"})
		return
	}
	c.Set("name", name)
	c.Next()
}

func lookup(id string) (string, error) { return id, nil }

// routes puts the handlers in their chains.
func (s *server) routes(r *gin.Engine) {
	r.Use(s.require(), gin.HandlerFunc(s.requireSet))
	r.Use(requireAny)
	r.GET("/me", s.me)
	r.GET("/last", s.aborting, s.lastOfChain)
	r.POST("/once", s.requireOnce, s.me)
	g := r.Group("/account", s.requireGroup())
	g.GET("/", s.account)
	g.GET("/inline", func(c *gin.Context) {
		if _, err := s.api.Sessions.Authenticate(c, s.params(c)); err != nil { // want `gin is not told to stop`
			c.JSON(http.StatusUnauthorized, gin.H{"error": "sign in"})
			return
		}
	}, func(c *gin.Context) {
		if _, err := s.api.Sessions.Authenticate(c, s.params(c)); err != nil {
			c.JSON(http.StatusUnauthorized, gin.H{"error": "sign in"})
			return
		}
		c.JSON(http.StatusOK, gin.H{})
	})
}

var api *stytchapi.API

func requireAny(c *gin.Context) {
	if _, err := api.Sessions.Authenticate(c, &sessions.AuthenticateParams{SessionToken: c.GetHeader("X-Session")}); err != nil { // want `gin is not told to stop`
		c.JSON(http.StatusUnauthorized, gin.H{"error": "sign in"})
		return
	}
}

// Handlers that are not in view say nothing.
func elsewhere(s *server, r *gin.Engine, h gin.HandlerFunc, made func() gin.HandlerFunc) {
	r.GET("/other", h)
	r.GET("/made", made())
	r.GET("/listed", []gin.HandlerFunc{h}[0])
	r.Use(s.unnamed)
}

var last string

func (s *server) unnamed(*gin.Context) {
	res, err := s.api.Sessions.Authenticate(context.Background(), &sessions.AuthenticateParams{}) // want `the error is only logged: .* uses the response .*; call c.AbortWithStatusJSON and return there`
	if err != nil {
		println("nobody")
	}
	last = res.User.UserID
}
