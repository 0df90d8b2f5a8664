// Package carried answers by what functions return.
package carried

import (
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"net/http"

	"github.com/go-chi/render"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/sessions"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"

	"stytchunhandled/carried/apperr"
	"stytchunhandled/carried/failures"
)

type server struct{ api *stytchapi.API }

func (s *server) auth(r *http.Request) (*sessions.AuthenticateResponse, error) {
	return s.api.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: r.Header.Get("X-Session")})
}

// A status in an error.

type appError struct {
	status  int
	message string
	retries int
}

func (e *appError) Error() string { return e.message }

type handler func(w http.ResponseWriter, r *http.Request) error

func (h handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	err := h(w, r)
	var e *appError
	if errors.As(err, &e) {
		http.Error(w, e.message, e.status)
	}
}

func (s *server) literal(w http.ResponseWriter, r *http.Request) error {
	if _, err := s.auth(r); err != nil {
		return &appError{status: 500, message: "session"} // want `an expired or revoked session .*\(500\); answer 401 for it`
	}
	return nil
}

func (s *server) constructed(w http.ResponseWriter, r *http.Request) error {
	_, err := s.auth(r)
	if err != nil {
		return internal(err) // want `an expired or revoked session`
	}
	return nil
}

func internal(err error) error {
	return &appError{status: http.StatusInternalServerError, message: err.Error()}
}

func (s *server) ofPackage(w http.ResponseWriter, r *http.Request) error {
	if _, err := s.auth(r); err != nil {
		return apperr.Internal(err) // want `an expired or revoked session`
	}
	return nil
}

func (s *server) ofType(w http.ResponseWriter, r *http.Request) error {
	if _, err := s.auth(r); err != nil {
		return &apperr.Error{Status: http.StatusBadGateway, Err: err} // want `an expired or revoked session .*\(502\)`
	}
	return nil
}

func (s *server) within(w http.ResponseWriter, r *http.Request) error {
	return locked(func() error {
		if _, err := s.auth(r); err != nil {
			return internal(err) // want `an expired or revoked session`
		}
		return nil
	})
}

func (s *server) onTheSpot(w http.ResponseWriter, r *http.Request) error {
	return func() error {
		if _, err := s.auth(r); err != nil {
			return internal(err) // want `an expired or revoked session`
		}
		return nil
	}()
}

func locked(do func() error) error { return do() }

func (s *server) ofFailures(w http.ResponseWriter, r *http.Request) error {
	if _, err := s.auth(r); err != nil {
		return &failures.Failure{Status: 500, Text: "session"} // want `an expired or revoked session`
	}
	return nil
}

func (s *server) madeByFailures(w http.ResponseWriter, r *http.Request) error {
	if _, err := s.auth(r); err != nil {
		return failures.Internal("session") // want `an expired or revoked session`
	}
	return nil
}

// One that is rendered.

type failure struct {
	err  error
	code int
}

func (f *failure) Render(w http.ResponseWriter, r *http.Request) error {
	render.Status(r, f.code)
	return nil
}

func broken(err error) render.Renderer { return &failure{err: err, code: 500} }

func signIn(err error) render.Renderer { return &failure{err: err, code: 401} }

func (s *server) rendered(w http.ResponseWriter, r *http.Request) {
	if _, err := s.auth(r); err != nil {
		render.Render(w, r, broken(err)) // want `an expired or revoked session`
		return
	}
}

// A status as a result.

type endpoint func(r *http.Request) (int, any, error)

func (e endpoint) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	status, body, err := e(r)
	if err != nil {
		log.Println(err)
	}
	w.WriteHeader(status)
	json.NewEncoder(w).Encode(body)
}

func (s *server) result(r *http.Request) (int, any, error) {
	res, err := s.auth(r)
	if err != nil {
		return 500, nil, err // want `an expired or revoked session`
	}
	return 200, res.User, nil
}

// One in a variable.

func (s *server) variable(w http.ResponseWriter, r *http.Request) {
	status := http.StatusOK
	_, err := s.auth(r)
	if err != nil {
		status = http.StatusInternalServerError
	}
	w.WriteHeader(status) // want `an expired or revoked session`
}

// An answer that is deferred.
func (s *server) deferred(w http.ResponseWriter, r *http.Request) {
	var err error
	defer func() {
		if err != nil {
			http.Error(w, "no", http.StatusInternalServerError) // want `an expired or revoked session`
		}
	}()
	_, err = s.auth(r)
}

// One that a helper decides about.

type response struct {
	Error string `json:"error"`
	Data  any    `json:"data"`
}

func send(w http.ResponseWriter, res *response) {
	if res.Error != "" {
		w.WriteHeader(http.StatusInternalServerError)
	}
	json.NewEncoder(w).Encode(res)
}

func (s *server) sends(w http.ResponseWriter, r *http.Request) {
	res, err := s.auth(r)
	if err != nil {
		send(w, &response{Error: err.Error()}) // want `an expired or revoked session`
		return
	}
	send(w, &response{Data: res.User})
}

var errNotFound = errors.New("not found")

func writeError(w http.ResponseWriter, err error) {
	status := http.StatusInternalServerError
	switch {
	case errors.Is(err, errNotFound):
		status = http.StatusNotFound
	}
	http.Error(w, err.Error(), status)
}

func (s *server) byDefault(w http.ResponseWriter, r *http.Request) {
	if _, err := s.auth(r); err != nil {
		writeError(w, err) // want `an expired or revoked session`
		return
	}
}

// The program ends for a session.

func (s *server) fatal(w http.ResponseWriter, r *http.Request) {
	res, err := s.auth(r)
	if err != nil {
		log.Fatal(err) // want `^an expired or revoked session \("session_not_found"\) ends the program here; answer 401 for it$`
	}
	json.NewEncoder(w).Encode(res.User)
}

// The handler panics.

func (s *server) panics(w http.ResponseWriter, r *http.Request) {
	res, err := s.auth(r)
	if err != nil {
		panic(fmt.Sprintf("session: %v", err)) // want `^an expired or revoked session \("session_not_found"\) ends in a panic here; answer 401 for it$`
	}
	json.NewEncoder(w).Encode(res.User)
}

func (s *server) panicsByHelper(w http.ResponseWriter, r *http.Request) {
	res, err := s.auth(r)
	must(err) // want `^an expired or revoked session .* ends in a panic here`
	json.NewEncoder(w).Encode(res.User)
}

func must(err error) {
	if err != nil {
		panic(err)
	}
}

// Right:

// hangsUp does so on purpose, and thrown is for who recovers.
func (s *server) hangsUp(w http.ResponseWriter, r *http.Request) {
	if _, err := s.auth(r); err != nil {
		panic(http.ErrAbortHandler)
	}
}

func (s *server) thrown(w http.ResponseWriter, r *http.Request) {
	if _, err := s.auth(r); err != nil {
		panic(apperr.Unauthorized(err))
	}
}

// startUp is no handler.
func (s *server) startUp(p *sessions.AuthenticateParams) {
	_, err := s.api.Sessions.Authenticate(nil, p)
	must(err)
}

func (s *server) panicsForOthers(w http.ResponseWriter, r *http.Request) {
	_, err := s.auth(r)
	var e stytcherror.Error
	if errors.As(err, &e) {
		http.Error(w, "sign in", http.StatusUnauthorized)
		return
	}
	if err != nil {
		panic(err)
	}
}

// check is run once, when the program starts.
func check(s *server, p *sessions.AuthenticateParams) {
	if _, err := s.api.Sessions.Authenticate(nil, p); err != nil {
		log.Fatal(err)
	}
}

func (s *server) unauthorized(w http.ResponseWriter, r *http.Request) error {
	if _, err := s.auth(r); err != nil {
		return apperr.Unauthorized(err)
	}
	return nil
}

func (s *server) asksToSignIn(w http.ResponseWriter, r *http.Request) error {
	if _, err := s.auth(r); err != nil {
		return &appError{status: 401, message: "sign in", retries: 500}
	}
	return nil
}

func (s *server) told(w http.ResponseWriter, r *http.Request) error {
	_, err := s.auth(r)
	var e stytcherror.Error
	if errors.As(err, &e) {
		return apperr.Unauthorized(err)
	}
	if err != nil {
		return apperr.Internal(err)
	}
	return nil
}

func (s *server) rendersSignIn(w http.ResponseWriter, r *http.Request) {
	if _, err := s.auth(r); err != nil {
		render.Render(w, r, signIn(err))
		return
	}
}

func (s *server) resultOfSignIn(r *http.Request) (int, any, error) {
	if _, err := s.auth(r); err != nil {
		return 401, nil, err
	}
	return 200, nil, nil
}

// counted is called by name: what it returns is no status.
func (s *server) counted(r *http.Request) (int, any, error) {
	if _, err := s.auth(r); err != nil {
		return 500, nil, err
	}
	return 0, nil, nil
}

func (s *server) usesCounted(w http.ResponseWriter, r *http.Request) {
	n, _, err := s.counted(r)
	if err != nil {
		http.Error(w, "sign in", http.StatusUnauthorized)
		return
	}
	log.Println(n)
}

func writeMapped(w http.ResponseWriter, err error) {
	var e stytcherror.Error
	switch {
	case errors.As(err, &e):
		http.Error(w, "sign in", int(e.StatusCode))
	default:
		http.Error(w, "no", http.StatusInternalServerError)
	}
}

func (s *server) mapped(w http.ResponseWriter, r *http.Request) {
	if _, err := s.auth(r); err != nil {
		writeMapped(w, err)
		return
	}
}

func (s *server) sendsElsewhere(w http.ResponseWriter, r *http.Request) {
	if _, err := s.auth(r); err != nil {
		http.Error(w, "sign in", http.StatusUnauthorized)
		return
	}
	if err := r.ParseForm(); err != nil {
		send(w, &response{Error: err.Error()})
	}
}

func routes(s *server) {
	http.Handle("/a", handler(s.literal))
	http.Handle("/b", handler(s.constructed))
	http.Handle("/c", handler(s.ofPackage))
	http.Handle("/d", handler(s.ofType))
	http.Handle("/e", endpoint(s.result))
	http.Handle("/f", endpoint(s.resultOfSignIn))
	http.HandleFunc("/g", s.variable)
}
