// Package tokens signs in with what users bring, or with what cannot be told.
package tokens

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"strings"

	"github.com/gin-gonic/gin"
	"github.com/gofiber/fiber/v2"
	"github.com/grpc-ecosystem/go-grpc-middleware/v2/interceptors/auth"
	"github.com/labstack/echo/v4"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/otp"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/sessions"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	"stytchunhandled/probes/config"
)

type server struct {
	api   *stytchapi.API
	saved string
}

func (s *server) header(w http.ResponseWriter, r *http.Request) {
	token := strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ")
	if _, err := s.api.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: token}); err != nil {
		http.Error(w, "no", http.StatusServiceUnavailable) // want `an expired or revoked session`
	}
}

func (s *server) cookie(w http.ResponseWriter, r *http.Request) {
	cookie, err := r.Cookie("session")
	if err != nil {
		http.Error(w, "sign in", http.StatusUnauthorized)
		return
	}
	if _, err := s.api.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: cookie.Value}); err != nil {
		http.Error(w, "no", http.StatusServiceUnavailable) // want `an expired or revoked session`
	}
}

type login struct {
	Method string `json:"method"`
	Code   string `json:"code"`
}

func (s *server) body(w http.ResponseWriter, r *http.Request) {
	var l login
	if err := json.NewDecoder(r.Body).Decode(&l); err != nil {
		http.Error(w, "body", http.StatusBadRequest)
		return
	}
	if _, err := s.api.OTPs.Authenticate(r.Context(), &otp.AuthenticateParams{MethodID: l.Method, Code: l.Code}); err != nil {
		http.Error(w, "no", http.StatusServiceUnavailable) // want `a wrong or expired passcode`
	}
}

// half has a constant beside what the user types.
func (s *server) half(w http.ResponseWriter, r *http.Request) {
	if _, err := s.api.OTPs.Authenticate(r.Context(), &otp.AuthenticateParams{MethodID: "phone-1", Code: r.FormValue("code")}); err != nil {
		http.Error(w, "no", http.StatusServiceUnavailable) // want `a wrong or expired passcode`
	}
}

// orElse has a token of its own for those who bring none.
func (s *server) orElse(w http.ResponseWriter, r *http.Request) {
	token := r.URL.Query().Get("token")
	if token == "" {
		token = os.Getenv("PROBE_SESSION")
	}
	if _, err := s.api.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: token}); err != nil {
		http.Error(w, "no", http.StatusServiceUnavailable) // want `an expired or revoked session`
	}
}

// keeps has the user's token in a field.
func (s *server) keeps(w http.ResponseWriter, r *http.Request) {
	s.saved = r.FormValue("token")
	if _, err := s.api.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: s.saved}); err != nil {
		http.Error(w, "no", http.StatusServiceUnavailable) // want `an expired or revoked session`
	}
}

// Given is told the token, by whom is not in view.
func (s *server) Given(w http.ResponseWriter, r *http.Request, token string) {
	if _, err := s.api.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: token}); err != nil {
		http.Error(w, "no", http.StatusServiceUnavailable) // want `an expired or revoked session`
	}
}

// given is told by several.
func (s *server) given(w http.ResponseWriter, r *http.Request, token string) {
	if _, err := s.api.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: token}); err != nil {
		http.Error(w, "no", http.StatusServiceUnavailable) // want `an expired or revoked session`
	}
}

func (s *server) gives(w http.ResponseWriter, r *http.Request) {
	s.given(w, r, os.Getenv("PROBE_SESSION"))
	s.given(w, r, r.FormValue("token"))
}

// asValue is a handler that somebody calls.
func (s *server) asValue(w http.ResponseWriter, r *http.Request, token string) {
	if _, err := s.api.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: token}); err != nil {
		http.Error(w, "no", http.StatusServiceUnavailable) // want `an expired or revoked session`
	}
}

func (s *server) handler() func(http.ResponseWriter, *http.Request, string) {
	if s.saved == "" {
		s.asValue(nil, nil, "")
	}
	return s.asValue
}

func (s *server) authenticate(ctx context.Context, token string) error {
	_, err := s.api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{SessionToken: token})
	return err
}

func (s *server) byWrapper(w http.ResponseWriter, r *http.Request) {
	if err := s.authenticate(r.Context(), r.FormValue("token")); err != nil {
		http.Error(w, "no", http.StatusServiceUnavailable) // want `an expired or revoked session`
	}
}

func (s *server) byOtherPackage(w http.ResponseWriter, r *http.Request) {
	if err := config.Check(r.Context(), s.api, r.FormValue("token")); err != nil {
		http.Error(w, "no", http.StatusServiceUnavailable) // want `an expired or revoked session`
	}
}

func bearer(r *http.Request) (string, bool) {
	return strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
}

func (s *server) byHelper(w http.ResponseWriter, r *http.Request) {
	token, _ := bearer(r)
	if _, err := s.api.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: token}); err != nil {
		http.Error(w, "no", http.StatusServiceUnavailable) // want `an expired or revoked session`
	}
}

// stored has a token for each name in the request.
func (s *server) stored(w http.ResponseWriter, r *http.Request, stores func(string) string) {
	if _, err := s.api.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: stores(r.FormValue("name"))}); err != nil {
		http.Error(w, "no", http.StatusServiceUnavailable) // want `an expired or revoked session`
	}
}

type key struct{}

func (s *server) fromContext(w http.ResponseWriter, r *http.Request) {
	token, _ := r.Context().Value(key{}).(string)
	if _, err := s.api.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: token}); err != nil {
		http.Error(w, "no", http.StatusServiceUnavailable) // want `an expired or revoked session`
	}
}

func (s *server) form(w http.ResponseWriter, r *http.Request) {
	var token string
	if _, err := fmt.Sscan(r.FormValue("token"), &token); err != nil {
		token = "none"
	}
	params := sessions.AuthenticateParams{}
	params.SessionToken = token
	if _, err := s.api.Sessions.Authenticate(r.Context(), &params); err != nil {
		http.Error(w, "no", http.StatusServiceUnavailable) // want `an expired or revoked session`
	}
}

func (s *server) gin(c *gin.Context) {
	token, err := c.Cookie("session")
	if err != nil {
		c.AbortWithStatus(http.StatusUnauthorized)
		return
	}
	if _, err := s.api.Sessions.Authenticate(c, &sessions.AuthenticateParams{SessionToken: token}); err != nil {
		c.AbortWithStatus(http.StatusServiceUnavailable) // want `an expired or revoked session`
	}
}

func (s *server) echo(c echo.Context) error {
	var l struct{ Token string }
	if err := c.Bind(&l); err != nil {
		return err
	}
	if _, err := s.api.Sessions.Authenticate(c.Request().Context(), &sessions.AuthenticateParams{SessionToken: l.Token}); err != nil {
		return c.NoContent(http.StatusServiceUnavailable) // want `an expired or revoked session`
	}
	return nil
}

func (s *server) fiber(c *fiber.Ctx) error {
	if _, err := s.api.Sessions.Authenticate(c.UserContext(), &sessions.AuthenticateParams{SessionToken: c.Cookies("session", "none")}); err != nil {
		return c.SendStatus(fiber.StatusBadGateway) // want `an expired or revoked session`
	}
	return nil
}

type request struct{ Token string }

type reply struct{}

func (s *server) GRPC(ctx context.Context, req *request) (*reply, error) {
	if _, err := s.api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{SessionToken: req.Token}); err != nil {
		return nil, status.Error(codes.Internal, "no") // want `an expired or revoked session`
	}
	return &reply{}, nil
}

// A visit is made for each request.
type visit struct {
	api   *stytchapi.API
	token string
}

func newVisit(api *stytchapi.API, r *http.Request) *visit {
	return &visit{api: api, token: r.Header.Get("X-Session")}
}

func (v *visit) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if _, err := v.api.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: v.token}); err != nil {
		http.Error(w, "no", http.StatusServiceUnavailable) // want `an expired or revoked session`
	}
}

// A Client is made with a token, whose is not in view.
type Client struct {
	api   *stytchapi.API
	token string
}

// NewClient returns a client.
func NewClient(api *stytchapi.API, token string) *Client { return &Client{api: api, token: token} }

func (c *Client) check(ctx context.Context) error {
	_, err := c.api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{SessionToken: c.token})
	return err
}

func (s *server) byClient(w http.ResponseWriter, r *http.Request) {
	c := NewClient(s.api, r.FormValue("token"))
	if err := c.check(r.Context()); err != nil {
		http.Error(w, "no", http.StatusServiceUnavailable) // want `an expired or revoked session`
	}
}

// Status is called by whoever has a client.
func (c *Client) Status(ctx context.Context) error {
	if err := c.check(ctx); err != nil {
		return status.Error(codes.Unavailable, "no") // want `an expired or revoked session`
	}
	return nil
}

// values are those of the user's session, which the context knows.
type values interface {
	GetString(ctx context.Context, key string) string
	Find(ctx context.Context, user string) (string, error)
}

func (s *server) ofSession(w http.ResponseWriter, r *http.Request, values values) {
	if _, err := s.api.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: values.GetString(r.Context(), "token")}); err != nil {
		http.Error(w, "no", http.StatusServiceUnavailable) // want `an expired or revoked session`
	}
}

func (s *server) ofUser(w http.ResponseWriter, r *http.Request, values values) {
	token, err := values.Find(r.Context(), r.FormValue("user"))
	if err != nil {
		http.Error(w, "no", http.StatusNotFound)
		return
	}
	if _, err := s.api.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: token}); err != nil {
		http.Error(w, "no", http.StatusServiceUnavailable) // want `an expired or revoked session`
	}
}

// empty has no token at all.
func (s *server) empty(w http.ResponseWriter, r *http.Request) {
	if _, err := s.api.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{}); err != nil {
		http.Error(w, "no", http.StatusServiceUnavailable) // want `an expired or revoked session`
	}
}

// authFunc is one of gRPC, whose context knows the header.
func (s *server) authFunc(ctx context.Context) (context.Context, error) {
	token, err := auth.AuthFromMD(ctx, "bearer")
	if err != nil {
		return nil, err
	}
	if _, err := s.api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{SessionToken: token}); err != nil {
		return nil, status.Error(codes.Internal, "no") // want `an expired or revoked session`
	}
	return ctx, nil
}

// A call is made for each request, too.
type call struct {
	api *stytchapi.API
	req *http.Request
}

func newCall(api *stytchapi.API, r *http.Request) *call { return &call{api, r} }

func (c *call) bearer() string { return c.req.Header.Get("X-Session") }

func (c *call) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if _, err := c.api.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: c.bearer()}); err != nil {
		http.Error(w, "no", http.StatusServiceUnavailable) // want `an expired or revoked session`
	}
}
