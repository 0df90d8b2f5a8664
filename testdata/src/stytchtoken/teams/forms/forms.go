package forms

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"time"

	"github.com/gin-gonic/gin"
	"github.com/gofiber/fiber/v2"
	"github.com/labstack/echo/v4"
	"github.com/stytchauth/stytch-go/v18/stytch/b2b/b2bstytchapi"
	b2bml "github.com/stytchauth/stytch-go/v18/stytch/b2b/magiclinks"
	mldisc "github.com/stytchauth/stytch-go/v18/stytch/b2b/magiclinks/discovery"
	b2bsms "github.com/stytchauth/stytch-go/v18/stytch/b2b/otp/sms"
	"github.com/stytchauth/stytch-go/v18/stytch/b2b/sso"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/magiclinks"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/otp"
	pwemail "github.com/stytchauth/stytch-go/v18/stytch/consumer/passwords/email"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"

	"stytchtoken/teams/again"
)

type service struct {
	api *stytchapi.API
	b2b *b2bstytchapi.API
}

func (s *service) one(ctx context.Context, token string) error {
	_, err := s.api.MagicLinks.Authenticate(ctx, &magiclinks.AuthenticateParams{Token: token})
	return err
}

func (s *service) jump(ctx context.Context, token string) error {
	tries := 0
again:
	err := s.one(ctx, token) // want `already authenticated|works once`
	if err != nil && tries < 3 {
		tries++
		goto again
	}
	return err
}

type login struct {
	s     *service
	token string
	left  int
}

func (l *login) run(ctx context.Context) error {
	err := l.s.one(ctx, l.token)
	if err != nil && l.left > 0 {
		l.left--
		return l.run(ctx) // want `works once`
	}
	return err
}

func (s *service) poll(ctx context.Context, token string) error {
	t := time.NewTicker(time.Second)
	defer t.Stop()
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-t.C:
			if err := s.one(ctx, token); err == nil { // want `already authenticated|works once`
				return nil
			}
		}
	}
}

func (s *service) until(ctx context.Context, token string) {
	for ok := false; !ok; {
		_, err := s.api.MagicLinks.Authenticate(ctx, &magiclinks.AuthenticateParams{Token: token}) // want `already authenticated|works once`
		ok = err == nil
	}
}

type key struct{}

func (s *service) ctx(ctx context.Context) error {
	token, _ := ctx.Value(key{}).(string)
	if err := s.one(ctx, token); err != nil {
		return err
	}
	again, _ := ctx.Value(key{}).(string)
	return s.one(ctx, again) // want `already authenticated|works once`
}

func (s *service) cookie(w http.ResponseWriter, r *http.Request) {
	c, err := r.Cookie("t")
	if err != nil {
		return
	}
	if err := s.one(r.Context(), c.Value); err != nil {
		http.Error(w, "no", 401)
		return
	}
	if err := s.one(r.Context(), c.Value); err != nil { // want `already authenticated|works once`
		http.Error(w, "no", 401)
		return
	}
}

func bearer(r *http.Request) string {
	return strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ")
}

func (s *service) bearer(w http.ResponseWriter, r *http.Request) {
	if err := s.one(r.Context(), bearer(r)); err != nil {
		http.Error(w, "no", 401)
		return
	}
	if err := s.one(r.Context(), bearer(r)); err != nil { // want `already authenticated|works once`
		http.Error(w, "no", 401)
		return
	}
}

func read(r *http.Request) (string, error) {
	t := r.URL.Query().Get("token")
	if t == "" {
		return "", errors.New("no token")
	}
	return t, nil
}

func (s *service) read(w http.ResponseWriter, r *http.Request) {
	t, err := read(r)
	if err != nil {
		return
	}
	if err := s.one(r.Context(), t); err != nil {
		http.Error(w, "no", 401)
		return
	}
	t2, err := read(r)
	if err != nil {
		return
	}
	if err := s.one(r.Context(), t2); err != nil { // want `already authenticated|works once`
		http.Error(w, "no", 401)
		return
	}
}

func (s *service) ginParam(c *gin.Context) {
	if err := s.one(c, c.Param("token")); err != nil {
		c.AbortWithStatus(401)
		return
	}
	if err := s.one(c, c.Param("token")); err != nil { // want `already authenticated|works once`
		c.AbortWithStatus(401)
	}
}

func (s *service) ginForm(c *gin.Context) {
	if err := s.one(c, c.PostForm("token")); err != nil {
		c.AbortWithStatus(401)
		return
	}
	if err := s.one(c, c.PostForm("token")); err != nil { // want `already authenticated|works once`
		c.AbortWithStatus(401)
	}
}

func (s *service) echoForm(c echo.Context) error {
	if err := s.one(c.Request().Context(), c.FormValue("token")); err != nil {
		return echo.NewHTTPError(401)
	}
	if err := s.one(c.Request().Context(), c.FormValue("token")); err != nil { // want `already authenticated|works once`
		return echo.NewHTTPError(401)
	}
	return nil
}

type req struct {
	Token string `json:"token"`
}

func (s *service) echoBind(c echo.Context) error {
	var r req
	if err := c.Bind(&r); err != nil {
		return err
	}
	if err := s.one(c.Request().Context(), r.Token); err != nil {
		return echo.NewHTTPError(401)
	}
	if err := s.one(c.Request().Context(), r.Token); err != nil { // want `already authenticated|works once`
		return echo.NewHTTPError(401)
	}
	return nil
}

func (s *service) fiberParams(c *fiber.Ctx) error {
	if err := s.one(c.Context(), c.Params("token")); err != nil {
		return fiber.NewError(401)
	}
	if err := s.one(c.UserContext(), c.Params("token")); err != nil { // want `already authenticated|works once`
		return fiber.NewError(401)
	}
	return nil
}

func (s *service) disc(ctx context.Context, token string) (string, error) {
	a, err := s.b2b.MagicLinks.Discovery.Authenticate(ctx, &mldisc.AuthenticateParams{DiscoveryMagicLinksToken: token})
	if err != nil {
		return "", fmt.Errorf("a: %w", err)
	}
	b, err := s.b2b.MagicLinks.Discovery.Authenticate(ctx, &mldisc.AuthenticateParams{DiscoveryMagicLinksToken: token}) // want `already authenticated|works once`
	if err != nil {
		return "", fmt.Errorf("b: %w", err)
	}
	return a.EmailAddress + b.IntermediateSessionToken, nil
}

func (s *service) sso(ctx context.Context, token string) error {
	for i := range 3 {
		_, err := s.b2b.SSO.Authenticate(ctx, &sso.AuthenticateParams{SSOToken: token}) // want `already authenticated|works once`
		if err == nil {
			return nil
		}
		time.Sleep(time.Duration(i) * time.Second)
	}
	return errors.New("failed")
}

func (s *service) sms(ctx context.Context, org, member, code string) error {
	return again.Do(ctx, 2, func(ctx context.Context) error {
		_, err := s.b2b.OTPs.Sms.Authenticate(ctx, &b2bsms.AuthenticateParams{OrganizationID: org, MemberID: member, Code: code}) // want `already authenticated|works once`
		return err
	})
}

func (s *service) b2bMl(ctx context.Context, p *b2bml.AuthenticateParams) error {
	if _, err := s.b2b.MagicLinks.Authenticate(ctx, p); err != nil {
		_, err = s.b2b.MagicLinks.Authenticate(ctx, p) // want `already authenticated|works once`
		return err
	}
	return nil
}

func (s *service) reset(ctx context.Context, token, pw string) error {
	if _, err := s.api.Passwords.Email.Reset(ctx, &pwemail.ResetParams{Token: token, Password: pw}); err != nil {
		return err
	}
	return s.one(ctx, token) // another kind of token
}

func (s *service) otp(ctx context.Context, method, code string) error {
	check := func() error {
		_, err := s.api.OTPs.Authenticate(ctx, &otp.AuthenticateParams{MethodID: method, Code: code})
		return err
	}
	if err := check(); err != nil {
		return err
	}
	return check() // want `already authenticated|works once`
}

// Only what is not of the API is tried again.
func (s *service) goodPredicate(ctx context.Context, token string) error {
	return again.If(3, transient, func() error { return s.one(ctx, token) })
}

func transient(err error) bool {
	var e stytcherror.Error
	return !errors.As(err, &e)
}

func (s *service) goodLoop(ctx context.Context, token string) error {
	var err error
	for range 3 {
		err = s.one(ctx, token)
		if err == nil || !transient(err) {
			return err
		}
	}
	return err
}

func (s *service) goodDeadline(ctx context.Context, token string) error {
	err := s.one(ctx, token)
	if errors.Is(err, context.DeadlineExceeded) {
		return s.one(ctx, token)
	}
	return err
}

func (s *service) goodTokens(ctx context.Context, tokens []string) error {
	for _, t := range tokens {
		if err := s.one(ctx, t); err == nil {
			return nil
		}
	}
	return errors.New("none")
}

func (s *service) goodFresh(ctx context.Context, fresh func() string) error {
	for range 3 {
		if err := s.one(ctx, fresh()); err == nil {
			return nil
		}
	}
	return errors.New("none")
}

func (s *service) goodTwo(ctx context.Context, a, b string) error {
	if err := s.one(ctx, a); err != nil {
		return err
	}
	return s.one(ctx, b)
}

func (s *service) goodKinds(ctx context.Context, token, kind string) error {
	if kind == "link" {
		return s.one(ctx, token)
	}
	if kind == "code" {
		return s.one(ctx, token)
	}
	return nil
}

func (s *service) goodEnds(ctx context.Context, token string) error {
	return again.Do(ctx, 3, func(ctx context.Context) error {
		err := s.one(ctx, token)
		if err != nil && !transient(err) {
			return nil
		}
		return err
	})
}

func (s *service) goodAsks(ctx context.Context, ask func() (string, error)) error {
	token, err := ask()
	for err == nil {
		if err = s.one(ctx, token); err != nil {
			token, err = ask()
			continue
		}
		return nil
	}
	return err
}
