// Package adapters has handlers that return their failures to what answers for them.
package adapters

import (
	"bytes"
	"errors"
	"log"
	"net/http"
	"sync"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/otp"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/sessions"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

type server struct{ api *stytchapi.API }

func (s *server) account(w http.ResponseWriter, r *http.Request) error {
	_, err := s.api.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: r.Header.Get("X-Session")})
	return err
}

func (s *server) passcode(w http.ResponseWriter, r *http.Request) {
	_, err := s.api.OTPs.Authenticate(r.Context(), &otp.AuthenticateParams{MethodID: r.FormValue("method"), Code: r.FormValue("code")})
	if err != nil {
		http.Error(w, "wrong", http.StatusUnauthorized)
	}
}

func wrapped(h func(w http.ResponseWriter, r *http.Request) error) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if err := h(w, r); err != nil {
			log.Println(err)
			http.Error(w, "failed", http.StatusInternalServerError) // want `an expired or revoked session`
		}
	}
}

type handler func(w http.ResponseWriter, r *http.Request) error

func (h handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if err := h(w, r); err != nil {
		http.Error(w, "failed", http.StatusInternalServerError) // want `an expired or revoked session`
	}
}

// A reply has the status, which the endpoint says.
type reply struct {
	status int
	err    error
}

func endpoint(f func(r *http.Request) reply) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		out := f(r)
		w.WriteHeader(out.status)
	}
}

func (s *server) reply(r *http.Request) reply {
	_, err := s.api.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: r.Header.Get("X-Session")})
	if err != nil {
		return reply{status: http.StatusInternalServerError, err: err} // want `an expired or revoked session`
	}
	return reply{status: http.StatusOK}
}

// A failure is made for what is none yet.
type failure struct{ status int }

func (f *failure) Error() string { return http.StatusText(f.status) }

func internal() *failure { return &failure{http.StatusInternalServerError} }

func failing(h func(w http.ResponseWriter, r *http.Request) error) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		err := h(w, r)
		if err == nil {
			return
		}
		var f *failure
		if !errors.As(err, &f) {
			f = internal()
		}
		w.WriteHeader(f.status) // want `an expired or revoked session`
	}
}

// told is the same for a handler that makes the failure itself.
func told(h func(w http.ResponseWriter, r *http.Request) error) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		var f *failure
		if errors.As(h(w, r), &f) {
			w.WriteHeader(f.status)
		}
	}
}

func (s *server) failed(w http.ResponseWriter, r *http.Request) error {
	if err := s.account(w, r); err != nil {
		return internal() // want `an expired or revoked session`
	}
	return nil
}

// A middleware lets everybody in, whatever the handler behind it proves.
func (s *server) require(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, err := s.api.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: r.Header.Get("X-Session")}) // want `the error is only logged`
		if err != nil {
			log.Println(err)
		}
		next.ServeHTTP(w, r)
	})
}

// Right:

func mapped(h func(w http.ResponseWriter, r *http.Request) error) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		err := h(w, r)
		var refused stytcherror.Error
		switch {
		case errors.As(err, &refused):
			http.Error(w, "sign in", http.StatusUnauthorized)
		case err != nil:
			http.Error(w, "failed", http.StatusInternalServerError)
		}
	}
}

type mapping func(w http.ResponseWriter, r *http.Request) error

func (h mapping) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	err := h(w, r)
	if signIn(w, err) {
		return
	}
	if err != nil {
		http.Error(w, "failed", http.StatusInternalServerError)
	}
}

func signIn(w http.ResponseWriter, err error) bool {
	refused, ok := errors.AsType[stytcherror.Error](err)
	if ok {
		http.Error(w, "sign in", int(refused.StatusCode))
	}
	return ok
}

func (s *server) refusal(r *http.Request) reply {
	_, err := s.api.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: r.Header.Get("X-Session")})
	if err != nil {
		return reply{status: http.StatusUnauthorized, err: err}
	}
	return reply{status: http.StatusInternalServerError}
}

// An entry has a status that nobody is answered with.
type entry struct {
	status int
	err    error
}

func (s *server) entry(r *http.Request) entry {
	_, err := s.api.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: r.Header.Get("X-Session")})
	if err != nil {
		return entry{status: 500, err: err}
	}
	return entry{status: 200}
}

type idle func(w http.ResponseWriter, r *http.Request) error

func (h idle) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if err := h(w, r); err != nil {
		http.Error(w, "failed", http.StatusInternalServerError)
	}
}

func (s *server) routes(mux *http.ServeMux) {
	mux.Handle("/a", wrapped(s.account))
	mux.Handle("/b", mapped(s.account))
	mux.Handle("/i", failing(s.account))
	mux.Handle("/j", told(s.failed))
	mux.Handle("/g", endpoint(s.reply))
	mux.Handle("/h", endpoint(s.refusal))
	log.Println(s.entry(nil))
	mux.Handle("/d", handler(s.account))
	mux.Handle("/e", mapping(s.account))
	mux.Handle("/f", idle(func(w http.ResponseWriter, r *http.Request) error { return r.ParseForm() }))
	mux.Handle("/c", s.require(http.HandlerFunc(s.passcode)))
}

// A deferred call was handed something in another block than it is run in.
func (s *server) pooled(w http.ResponseWriter, r *http.Request) {
	buf := buffers.Get().(*bytes.Buffer)
	defer buffers.Put(buf)
	if buf.Len() > 0 {
		buf.Reset()
	}
	if err := s.account(w, r); err != nil {
		http.Error(w, "failed", http.StatusInternalServerError) // want `an expired or revoked session`
	}
}

var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}
