package web

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"time"

	"github.com/cenkalti/backoff/v4"
	"github.com/gin-gonic/gin"
	"github.com/go-chi/chi/v5"
	"github.com/gofiber/fiber/v2"
	"github.com/labstack/echo/v4"
	"github.com/stytchauth/stytch-go/v18/stytch/b2b/b2bstytchapi"
	b2boauth "github.com/stytchauth/stytch-go/v18/stytch/b2b/oauth"
	b2bdisc "github.com/stytchauth/stytch-go/v18/stytch/b2b/oauth/discovery"
	b2brec "github.com/stytchauth/stytch-go/v18/stytch/b2b/recoverycodes"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/magiclinks"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/oauth"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/totps"
	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
	"golang.org/x/sync/errgroup"

	"stytchtoken/teams/adapter"
	"stytchtoken/teams/again"
	"stytchtoken/teams/port"
)

type service struct {
	api  *stytchapi.API
	b2b  *b2bstytchapi.API
	auth port.Auth
	st   *adapter.Stytch
	r    again.Retrier
}

func (s *service) one(ctx context.Context, token string) error {
	_, err := s.api.MagicLinks.Authenticate(ctx, &magiclinks.AuthenticateParams{Token: token})
	return err
}

func (s *service) helper(ctx context.Context, token string) error {
	return again.Do(ctx, 3, func(ctx context.Context) error {
		_, err := s.api.MagicLinks.Authenticate(ctx, &magiclinks.AuthenticateParams{Token: token}) // want `already authenticated|works once`
		return err
	})
}

func (s *service) generic(ctx context.Context, token string) (*magiclinks.AuthenticateResponse, error) {
	return again.Value(ctx, 3, func() (*magiclinks.AuthenticateResponse, error) {
		return s.api.MagicLinks.Authenticate(ctx, &magiclinks.AuthenticateParams{Token: token}) // want `already authenticated|works once`
	})
}

func (s *service) options(ctx context.Context, token string) error {
	return again.With(func() error {
		_, err := s.api.MagicLinks.Authenticate(ctx, &magiclinks.AuthenticateParams{Token: token}) // want `already authenticated|works once`
		return err
	}, again.Attempts(5))
}

func (s *service) method(ctx context.Context, token string) error {
	return s.r.Run(ctx, func(ctx context.Context) error {
		_, err := s.api.MagicLinks.Authenticate(ctx, &magiclinks.AuthenticateParams{Token: token}) // want `already authenticated|works once`
		return err
	})
}

func (s *service) recursive(ctx context.Context, token string) error {
	return again.Rec(3, func() error {
		_, err := s.api.MagicLinks.Authenticate(ctx, &magiclinks.AuthenticateParams{Token: token}) // want `already authenticated|works once`
		return err
	})
}

func (s *service) through(ctx context.Context, token string) error {
	return again.Do(ctx, 3, func(ctx context.Context) error {
		return s.one(ctx, token) // want `works once`
	})
}

func (s *service) library(ctx context.Context, token string) error {
	op := func() error {
		_, err := s.api.MagicLinks.Authenticate(ctx, &magiclinks.AuthenticateParams{Token: token}) // want `already authenticated|works once`
		return err
	}
	return backoff.Retry(op, backoff.NewExponentialBackOff())
}

func (s *service) variable(ctx context.Context, token string) error {
	try := func() error {
		_, err := s.api.MagicLinks.Authenticate(ctx, &magiclinks.AuthenticateParams{Token: token}) // want `works once`
		return err
	}
	return again.Do(ctx, 3, func(context.Context) error { return try() })
}

func (s *service) overInterface(ctx context.Context, token string) (*port.Session, error) {
	return again.Value(ctx, 3, func() (*port.Session, error) {
		return s.auth.Login(ctx, token) // want `already authenticated|works once`
	})
}

func (s *service) overAdapter(ctx context.Context, token string) (*port.Session, error) {
	return again.Value(ctx, 3, func() (*port.Session, error) {
		return s.st.Login(ctx, token) // want `already authenticated|works once`
	})
}

func (s *service) group(ctx context.Context, tokens []string) error {
	g, ctx := errgroup.WithContext(ctx)
	for _, token := range tokens {
		g.Go(func() error {
			_, err := s.api.MagicLinks.Authenticate(ctx, &magiclinks.AuthenticateParams{Token: token})
			return err
		})
	}
	return g.Wait()
}

func (s *service) groupRetries(ctx context.Context, token string) error {
	var g errgroup.Group
	g.Go(func() error {
		return again.With(func() error {
			_, err := s.api.MagicLinks.Authenticate(ctx, &magiclinks.AuthenticateParams{Token: token}) // want `already authenticated|works once`
			return err
		})
	})
	return g.Wait()
}

// They run at another time.
func (s *service) goroutines(ctx context.Context, token string) error {
	var g errgroup.Group
	for range 3 {
		g.Go(func() error {
			_, err := s.api.MagicLinks.Authenticate(ctx, &magiclinks.AuthenticateParams{Token: token})
			return err
		})
	}
	return g.Wait()
}

func (s *service) predicate(ctx context.Context, token string) error {
	return again.If(3, func(err error) bool {
		var e stytcherror.Error
		return !errors.As(err, &e)
	}, func() error {
		_, err := s.api.MagicLinks.Authenticate(ctx, &magiclinks.AuthenticateParams{Token: token})
		return err
	})
}

func (s *service) once(ctx context.Context, token string) error {
	return again.Once(func() error {
		_, err := s.api.MagicLinks.Authenticate(ctx, &magiclinks.AuthenticateParams{Token: token})
		return err
	})
}

func (s *service) permanent(ctx context.Context, token string) error {
	return again.UntilPermanent(3, func() error {
		_, err := s.api.MagicLinks.Authenticate(ctx, &magiclinks.AuthenticateParams{Token: token})
		var e stytcherror.Error
		if errors.As(err, &e) {
			return &again.Permanent{Err: err}
		}
		return err
	})
}

func (s *service) notOfAPI(ctx context.Context, token string) error {
	err := s.one(ctx, token)
	var e stytcherror.Error
	if err != nil && !errors.As(err, &e) {
		time.Sleep(time.Second)
		err = s.one(ctx, token)
	}
	return err
}

func (s *service) loop(ctx context.Context, token string) (err error) {
	for attempt := 0; attempt < 3; attempt++ {
		_, err = s.api.MagicLinks.Authenticate(ctx, &magiclinks.AuthenticateParams{Token: token}) // want `already authenticated|works once`
		if err == nil {
			break
		}
		time.Sleep(time.Second << attempt)
	}
	return err
}

func (s *service) recurse(ctx context.Context, token string, left int) error {
	_, err := s.api.MagicLinks.Authenticate(ctx, &magiclinks.AuthenticateParams{Token: token})
	if err != nil && left > 0 {
		return s.recurse(ctx, token, left-1) // want `works once`
	}
	return err
}

func (s *service) iface(ctx context.Context, token string) (string, error) {
	sess, err := s.auth.Login(ctx, token)
	if err != nil {
		return "", err
	}
	again, err := s.auth.Login(ctx, token) // want `already authenticated|works once`
	if err != nil {
		return "", err
	}
	return sess.UserID + again.Token, nil
}

func (s *service) ifaceVal(ctx context.Context, f port.Form) (string, error) {
	sess, err := s.auth.LoginForm(ctx, f)
	if err != nil {
		return "", err
	}
	again, err := s.auth.LoginForm(ctx, f) // want `already authenticated|works once`
	if err != nil {
		return "", err
	}
	return sess.UserID + again.Token, nil
}

func (s *service) ifacePtr(ctx context.Context, f *port.Form) (string, error) {
	sess, err := s.auth.LoginPtr(ctx, f)
	if err != nil {
		return "", err
	}
	again, err := s.auth.LoginPtr(ctx, f) // want `already authenticated|works once`
	if err != nil {
		return "", err
	}
	return sess.UserID + again.Token, nil
}

func (s *service) embedded(ctx context.Context, token string) error {
	if err := s.st.Spend(ctx, token); err != nil {
		return err
	}
	return s.st.Spend(ctx, token) // want `already authenticated|works once`
}

func (s *service) mixed(ctx context.Context, token string) error {
	if _, err := s.st.Login(ctx, token); err != nil {
		return err
	}
	return s.one(ctx, token) // want `already authenticated|works once`
}

func (s *service) mixedIface(ctx context.Context, token string) error {
	if _, err := s.auth.Login(ctx, token); err != nil {
		return err
	}
	return s.one(ctx, token) // want `already authenticated|works once`
}

func (s *service) otherKind(ctx context.Context, token string) error {
	if _, err := s.auth.Login(ctx, token); err != nil {
		return err
	}
	_, err := s.auth.Discover(ctx, token)
	return err
}

type body struct {
	Token string `json:"token"`
}

func (s *service) body(w http.ResponseWriter, r *http.Request) {
	var b body
	if err := json.NewDecoder(r.Body).Decode(&b); err != nil {
		http.Error(w, "bad", 400)
		return
	}
	if err := s.one(r.Context(), b.Token); err != nil {
		http.Error(w, "no", 401)
		return
	}
	if _, err := s.api.MagicLinks.Authenticate(r.Context(), &magiclinks.AuthenticateParams{Token: b.Token}); err != nil { // want `already authenticated|works once`
		http.Error(w, "no", 401)
		return
	}
	w.WriteHeader(204)
}

func (s *service) std(w http.ResponseWriter, r *http.Request) {
	if err := s.one(r.Context(), r.FormValue("token")); err != nil {
		http.Error(w, "no", 401)
		return
	}
	if err := s.one(r.Context(), r.FormValue("token")); err != nil { // want `already authenticated|works once`
		http.Error(w, "no", 401)
		return
	}
}

func (s *service) stdQuery(w http.ResponseWriter, r *http.Request) {
	if err := s.one(r.Context(), r.URL.Query().Get("token")); err != nil {
		http.Error(w, "no", 401)
		return
	}
	q := r.URL.Query()
	if err := s.one(r.Context(), q.Get("token")); err != nil { // want `already authenticated|works once`
		http.Error(w, "no", 401)
		return
	}
}

func tokenOf(r *http.Request) string { return r.URL.Query().Get("token") }

func (s *service) stdHelper(w http.ResponseWriter, r *http.Request) {
	if err := s.one(r.Context(), tokenOf(r)); err != nil {
		http.Error(w, "no", 401)
		return
	}
	if err := s.one(r.Context(), tokenOf(r)); err != nil { // want `already authenticated|works once`
		http.Error(w, "no", 401)
		return
	}
}

func (s *service) path(w http.ResponseWriter, r *http.Request) {
	if err := s.one(r.Context(), r.PathValue("token")); err != nil {
		http.Error(w, "no", 401)
		return
	}
	if err := s.one(r.Context(), r.PathValue("token")); err != nil { // want `already authenticated|works once`
		http.Error(w, "no", 401)
	}
}

func (s *service) chi(w http.ResponseWriter, r *http.Request) {
	if err := s.one(r.Context(), chi.URLParam(r, "token")); err != nil {
		http.Error(w, "no", 401)
		return
	}
	if err := s.one(r.Context(), chi.URLParam(r, "token")); err != nil { // want `already authenticated|works once`
		http.Error(w, "no", 401)
	}
}

func (s *service) gin(c *gin.Context) {
	if err := s.one(c.Request.Context(), c.Query("token")); err != nil {
		c.AbortWithStatus(401)
		return
	}
	if err := s.one(c.Request.Context(), c.Query("token")); err != nil { // want `already authenticated|works once`
		c.AbortWithStatus(401)
		return
	}
	c.Status(204)
}

func (s *service) ginBind(c *gin.Context) {
	var b body
	if err := c.ShouldBindJSON(&b); err != nil {
		c.AbortWithStatus(400)
		return
	}
	if err := s.one(c, b.Token); err != nil {
		c.AbortWithStatus(401)
		return
	}
	if err := s.one(c, b.Token); err != nil { // want `already authenticated|works once`
		c.AbortWithStatus(401)
		return
	}
}

func (s *service) echo(c echo.Context) error {
	if err := s.one(c.Request().Context(), c.QueryParam("token")); err != nil {
		return echo.NewHTTPError(401)
	}
	if err := s.one(c.Request().Context(), c.QueryParam("token")); err != nil { // want `already authenticated|works once`
		return echo.NewHTTPError(401)
	}
	return c.NoContent(204)
}

func (s *service) fiber(c *fiber.Ctx) error {
	if err := s.one(c.Context(), c.Query("token")); err != nil {
		return fiber.NewError(401)
	}
	if err := s.one(c.Context(), c.Query("token")); err != nil { // want `already authenticated|works once`
		return fiber.NewError(401)
	}
	return c.SendStatus(204)
}

func (s *service) totpRec(ctx context.Context, user, code string) error {
	if _, err := s.api.TOTPs.Recover(ctx, &totps.RecoverParams{UserID: user, RecoveryCode: code}); err != nil {
		return err
	}
	_, err := s.api.TOTPs.Recover(ctx, &totps.RecoverParams{UserID: user, RecoveryCode: code}) // want `already authenticated|works once`
	return err
}

func (s *service) b2bRec(ctx context.Context, org, m, code string) error {
	return again.With(func() error {
		_, err := s.b2b.RecoveryCodes.Recover(ctx, &b2brec.RecoverParams{OrganizationID: org, MemberID: m, RecoveryCode: code}) // want `already authenticated|works once`
		return err
	})
}

func (s *service) twoKinds(ctx context.Context, token string) error {
	if _, err := s.b2b.OAuth.Discovery.Authenticate(ctx, &b2bdisc.AuthenticateParams{DiscoveryOAuthToken: token}); err != nil {
		return err
	}
	_, err := s.b2b.OAuth.Authenticate(ctx, &b2boauth.AuthenticateParams{OAuthToken: token})
	return err
}

func (s *service) params(ctx context.Context, p oauth.AuthenticateParams) error {
	if _, err := s.api.OAuth.Authenticate(ctx, &p); err != nil {
		return err
	}
	_, err := s.api.OAuth.Authenticate(ctx, &p) // want `already authenticated|works once`
	return err
}

func (s *service) byValue(ctx context.Context, p oauth.AuthenticateParams) error {
	_, err := s.api.OAuth.Authenticate(ctx, &p)
	return err
}

func (s *service) byValueHelper(ctx context.Context, p oauth.AuthenticateParams) error {
	if err := s.byValue(ctx, p); err != nil {
		return err
	}
	return s.byValue(ctx, p) // want `already authenticated|works once`
}

type cmd struct {
	s     *service
	token string
}

func (c cmd) run(ctx context.Context) error { return c.s.one(ctx, c.token) }

func (s *service) cmd(ctx context.Context, token string) error {
	c := cmd{s, token}
	if err := c.run(ctx); err != nil {
		return err
	}
	return c.run(ctx) // want `already authenticated|works once`
}

func (s *service) fallback(ctx context.Context, token string) error {
	err := s.one(ctx, token)
	if err != nil {
		err = s.one(ctx, token) // want `already authenticated|works once`
	}
	return err
}

func (s *service) fallbackLog(ctx context.Context, token string) (*port.Session, error) {
	sess, err := s.auth.Login(ctx, token)
	if err != nil {
		time.Sleep(time.Second)
		sess, err = s.auth.Login(ctx, token) // want `already authenticated|works once`
	}
	return sess, err
}

func (s *service) thenOther(ctx context.Context, token string) error {
	if err := s.one(ctx, token); err != nil {
		_, err = s.api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
		return err
	}
	return nil
}

func (s *service) result(ctx context.Context, token string) (*magiclinks.AuthenticateResponse, error) {
	return again.Result(ctx, func(ctx context.Context) (*magiclinks.AuthenticateResponse, error) {
		return s.api.MagicLinks.Authenticate(ctx, &magiclinks.AuthenticateParams{Token: token}) // want `works once`
	})
}

func (s *service) backed(ctx context.Context, token string) (*magiclinks.AuthenticateResponse, error) {
	return again.Backed(func() (*magiclinks.AuthenticateResponse, error) {
		return s.api.MagicLinks.Authenticate(ctx, &magiclinks.AuthenticateParams{Token: token}) // want `works once`
	})
}

func (s *service) timed(ctx context.Context, token string) (*magiclinks.AuthenticateResponse, error) {
	return again.Timed(ctx, func(ctx context.Context) (*magiclinks.AuthenticateResponse, error) {
		return s.api.MagicLinks.Authenticate(ctx, &magiclinks.AuthenticateParams{Token: token})
	})
}

func (s *service) refused(ctx context.Context, token string, may func(error) bool) error {
	return again.Refused(ctx, may, func(ctx context.Context) error {
		_, err := s.api.MagicLinks.Authenticate(ctx, &magiclinks.AuthenticateParams{Token: token})
		return err
	})
}
