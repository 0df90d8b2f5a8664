// Package probes signs in with what the program brings itself. That it is not
// let in is no user's fault, and a status of 503 is right.
package probes

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"net/http"
	"os"
	"strings"

	"github.com/gin-gonic/gin"
	"github.com/labstack/echo/v4"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/passwords"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/sessions"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	"stytchunhandled/layers/authn"
	"stytchunhandled/probes/config"
)

const fixed = "session-of-the-probe"

var (
	global  = os.Getenv("PROBE_SESSION")
	flagged = flag.String("probe-session", "", "session of the probe")
	filled  string
	byInit  string
)

func init() {
	flag.StringVar(&filled, "filled", "", "session of the probe")
	byInit = strings.TrimSpace(os.Getenv("PROBE_SESSION"))
}

type server struct{ api *stytchapi.API }

func (s *server) environment(w http.ResponseWriter, r *http.Request) {
	_, err := s.api.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: os.Getenv("PROBE_SESSION")})
	if err != nil {
		http.Error(w, "not ready", http.StatusServiceUnavailable)
		return
	}
	fmt.Fprintln(w, "ready")
}

func (s *server) constant(w http.ResponseWriter, r *http.Request) {
	if _, err := s.api.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: fixed, SessionDurationMinutes: 5}); err != nil {
		w.WriteHeader(http.StatusServiceUnavailable)
	}
}

func (s *server) ofPackage(w http.ResponseWriter, r *http.Request) {
	if _, err := s.api.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: global}); err != nil {
		w.WriteHeader(http.StatusServiceUnavailable)
	}
	if _, err := s.api.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: filled}); err != nil {
		w.WriteHeader(http.StatusServiceUnavailable)
	}
	if _, err := s.api.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: byInit}); err != nil {
		w.WriteHeader(http.StatusServiceUnavailable)
	}
	if _, err := s.api.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: *flagged}); err != nil {
		w.WriteHeader(http.StatusServiceUnavailable)
	}
	if _, err := s.api.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: config.Session}); err != nil {
		w.WriteHeader(http.StatusServiceUnavailable)
	}
}

func (s *server) variable(w http.ResponseWriter, r *http.Request) {
	token, ok := os.LookupEnv("PROBE_SESSION")
	if !ok {
		token = fixed
	}
	params := &sessions.AuthenticateParams{SessionDurationMinutes: 5}
	params.SessionToken = "Bearer " + token
	_, err := s.api.Sessions.Authenticate(r.Context(), params)
	if err != nil {
		http.Error(w, "not ready", http.StatusServiceUnavailable)
	}
}

func (s *server) file(w http.ResponseWriter, r *http.Request) {
	text, err := os.ReadFile("/run/secrets/probe")
	if err != nil {
		http.Error(w, "no secret", http.StatusInternalServerError)
		return
	}
	_, err = s.api.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: strings.TrimSpace(string(text))})
	if err != nil {
		http.Error(w, "not ready", http.StatusServiceUnavailable)
	}
}

func mustEnv(name string) string {
	v := os.Getenv(name)
	if v == "" {
		panic(name)
	}
	return v
}

func (s *server) byHelper(w http.ResponseWriter, r *http.Request) {
	if _, err := s.api.Passwords.Authenticate(r.Context(), &passwords.AuthenticateParams{Email: mustEnv("PROBE_EMAIL"), Password: mustEnv("PROBE_PASSWORD")}); err != nil {
		http.Error(w, "not ready", http.StatusServiceUnavailable)
	}
}

// settings are read from a file once.
type settings struct {
	Probe struct {
		Session string `json:"session"`
	} `json:"probe"`
}

func load(file string) (*settings, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var s settings
	if err := json.Unmarshal(text, &s); err != nil {
		return nil, err
	}
	return &s, nil
}

func (s *server) fromSettings(w http.ResponseWriter, r *http.Request) {
	c, err := load("settings.json")
	if err != nil {
		http.Error(w, "no settings", http.StatusInternalServerError)
		return
	}
	if _, err := s.api.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: c.Probe.Session}); err != nil {
		http.Error(w, "not ready", http.StatusServiceUnavailable)
	}
}

func (s *server) fromConfig(w http.ResponseWriter, r *http.Request) {
	c := config.Load()
	if _, err := s.api.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: c.ProbeSession}); err != nil {
		http.Error(w, "not ready", http.StatusServiceUnavailable)
	}
}

// secrets is a store of the program's secrets.
type secrets interface {
	Get(ctx context.Context, name string) (string, error)
}

type checker struct {
	api     *stytchapi.API
	secrets secrets
}

func (c *checker) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	token, err := c.secrets.Get(r.Context(), "probe/session")
	if err != nil {
		http.Error(w, "no secret", http.StatusInternalServerError)
		return
	}
	if _, err := c.api.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: token}); err != nil {
		http.Error(w, "not ready", http.StatusServiceUnavailable)
	}
}

// A Probe keeps what it was made with.
type Probe struct {
	api     *stytchapi.API
	session string
	config  config.Config
}

// New returns a probe.
func New(api *stytchapi.API, session string, c config.Config) *Probe {
	return &Probe{api: api, session: session, config: c}
}

// FromEnv returns a probe, too.
func FromEnv(api *stytchapi.API) *Probe {
	p := &Probe{api: api}
	p.session = os.Getenv("PROBE_SESSION")
	return p
}

// Ready tells whether Stytch can be asked.
func (p *Probe) Ready(w http.ResponseWriter, r *http.Request) {
	if _, err := p.api.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: p.session}); err != nil {
		http.Error(w, "not ready", http.StatusServiceUnavailable)
		return
	}
	w.WriteHeader(http.StatusOK)
}

// ServeHTTP uses the whole configuration that it was made with.
func (p *Probe) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if _, err := p.api.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: p.config.ProbeSession}); err != nil {
		http.Error(w, "not ready", http.StatusServiceUnavailable)
	}
}

func (p *Probe) check(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, 0)
	defer cancel()
	_, err := p.api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{SessionToken: p.session})
	if err != nil {
		return fmt.Errorf("probe: %w", err)
	}
	return nil
}

// Gin answers with what a method found.
func (p *Probe) Gin(c *gin.Context) {
	if err := p.check(c.Request.Context()); err != nil {
		c.JSON(http.StatusServiceUnavailable, gin.H{"status": "down"})
		return
	}
	c.JSON(http.StatusOK, gin.H{"status": "up"})
}

// Echo does the same.
func (p *Probe) Echo(c echo.Context) error {
	if err := p.check(c.Request().Context()); err != nil {
		return echo.NewHTTPError(http.StatusServiceUnavailable, "down")
	}
	return c.NoContent(http.StatusNoContent)
}

// CheckRequest asks for the health of a service.
type CheckRequest struct{ Service string }

// CheckResponse tells it.
type CheckResponse struct{}

// Check is asked over gRPC.
func (p *Probe) Check(ctx context.Context, req *CheckRequest) (*CheckResponse, error) {
	if err := p.check(ctx); err != nil {
		return nil, status.Error(codes.Unavailable, "down")
	}
	return &CheckResponse{}, nil
}

// Fields is made by other packages.
type Fields struct {
	API     *stytchapi.API
	Session string
}

func (f Fields) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if _, err := f.API.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: f.Session}); err != nil {
		http.Error(w, "not ready", http.StatusServiceUnavailable)
	}
}

// Handler returns a handler that has what it needs.
func Handler(api *stytchapi.API, session string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if _, err := api.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: session}); err != nil {
			http.Error(w, "not ready", http.StatusServiceUnavailable)
		}
	}
}

// GinHandler does so for gin.
func GinHandler(api *stytchapi.API, c *config.Config) gin.HandlerFunc {
	params := &sessions.AuthenticateParams{SessionToken: c.ProbeSession}
	return func(g *gin.Context) {
		if _, err := api.Sessions.Authenticate(g, params); err != nil {
			g.AbortWithStatus(http.StatusServiceUnavailable)
		}
	}
}

func (s *server) authenticate(ctx context.Context, token string) error {
	_, err := s.api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{SessionToken: token})
	return err
}

func (s *server) byWrapper(w http.ResponseWriter, r *http.Request) {
	if err := s.authenticate(r.Context(), global); err != nil {
		http.Error(w, "not ready", http.StatusServiceUnavailable)
	}
}

func (s *server) byOtherPackage(w http.ResponseWriter, r *http.Request) {
	if err := config.Check(r.Context(), s.api, os.Getenv("PROBE_SESSION")); err != nil {
		http.Error(w, "not ready", http.StatusServiceUnavailable)
	}
}

var errDown = errors.New("down")

// job ends with a status for whoever started it.
func job(ctx context.Context, api *stytchapi.API) error {
	if _, err := api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{SessionToken: os.Args[1]}); err != nil {
		return status.Errorf(codes.Unavailable, "%v: %v", errDown, err)
	}
	return nil
}

// vault is a store behind a helper.
type vault interface {
	Read(ctx context.Context, path string) (map[string]any, error)
}

func secret(ctx context.Context, v vault, path string) (string, error) {
	values, err := v.Read(ctx, path)
	if err != nil {
		return "", err
	}
	text, _ := values["session"].(string)
	return text, nil
}

var (
	loaded settings
	setUp  string
)

// Setup is called once.
func Setup(session string) {
	loaded.Probe.Session = os.Getenv("PROBE_SESSION")
	setUp = session
}

type stored struct {
	api   *stytchapi.API
	vault vault
}

func (s *stored) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	token, err := secret(r.Context(), s.vault, "probe")
	if err != nil {
		http.Error(w, "no secret", http.StatusInternalServerError)
		return
	}
	get := os.Getenv
	for _, token := range []string{token, loaded.Probe.Session, setUp, get("PROBE_SESSION")} {
		if _, err := s.api.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: token}); err != nil {
			http.Error(w, "not ready", http.StatusServiceUnavailable)
		}
	}
}

type asked struct {
	api  *stytchapi.API
	auth *authn.Service
}

func (a *asked) ask(ctx context.Context, p *sessions.AuthenticateParams) error {
	_, err := a.api.Sessions.Authenticate(ctx, p)
	return err
}

func (a *asked) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if err := a.ask(r.Context(), &sessions.AuthenticateParams{SessionToken: os.Getenv("PROBE_SESSION")}); err != nil {
		http.Error(w, "not ready", http.StatusServiceUnavailable)
		return
	}
	if _, err := a.auth.Session(r.Context(), &sessions.AuthenticateParams{SessionToken: os.Getenv("PROBE_SESSION")}); err != nil {
		http.Error(w, "not ready", http.StatusServiceUnavailable)
		return
	}
	if _, err := a.auth.Session(r.Context(), &sessions.AuthenticateParams{SessionToken: r.Header.Get("X-Session")}); err != nil {
		http.Error(w, "not ready", http.StatusServiceUnavailable) // want `an expired or revoked session`
	}
}
