// Package httpx stands between the wrapper of the SDK and the handlers. It
// does not see the SDK itself.
package httpx

import (
	"errors"
	"net/http"

	"stytchcode_across/apierr"
	"stytchcode_across/authx"
	"stytchcode_across/stytchx"
)

// Is passes the code on.
func Is(err error, code string) bool { return authx.Is(err, code) }

// IsAny passes all of them on, through a helper of its own.
func IsAny(err error, codes ...string) bool { return isOne(err, codes) }

func isOne(err error, codes []string) bool { return authx.IsAny(err, codes...) }

// Code passes the result on.
func Code(err error) string { return authx.Code(err) }

// CodeAndStatus passes two results on.
func CodeAndStatus(err error) (string, int) { return stytchx.Named(err) }

// Canon passes a helper on that changes only the case.
func Canon(code string) string { return authx.Normal(code) }

// Equal passes a comparison on.
func Equal(a, b string) bool { return authx.Same(a, b) }

// Find returns a type of another package, which its callers need not import.
func Find(err error) (*apierr.Error, *authx.Failure) {
	var e *apierr.Error
	errors.As(err, &e)
	return e, authx.From(err)
}

// Answer copies a field of one struct into that of another.
type Answer struct {
	Status int
	Reason string
	Detail string
}

// NewAnswer makes one.
func NewAnswer(err error) Answer {
	f := authx.From(err)
	return Answer{Status: f.Status, Reason: f.Code, Detail: f.Own}
}

// HasReason is a method of it.
func (a *Answer) HasReason(reason string) bool { return reason == a.Reason }

// Route says what to answer.
type Route struct {
	Code   string
	Status int
}

// Handler searches its routes for the code of the error.
type Handler struct{ routes []Route }

// Add adds a route.
func (h *Handler) Add(routes ...Route) *Handler {
	h.routes = append(h.routes, routes...)
	return h
}

// Serve searches the routes.
func (h *Handler) Serve(w http.ResponseWriter, err error) {
	for _, r := range h.routes {
		var e *apierr.Error
		if errors.As(err, &e) && e.Is(r.Code) {
			w.WriteHeader(r.Status)
		}
	}
}

// Statuses is indexed with the code.
var Statuses = map[string]int{
	"session_not_found": 401,
	"member_not_foud":   404, // want `"member_not_found"`
}

// Status looks a status up.
func Status(err error) int { return Statuses[authx.Code(err)] }

// Expected is searched for the code.
var Expected = []string{"session_not_found"}

// IsExpected searches it.
func IsExpected(err error) bool {
	for _, code := range Expected {
		if Code(err) == code {
			return true
		}
	}
	return false
}

// WriteError is for everybody's codes.
func WriteError(w http.ResponseWriter, status int, code string) {
	w.Header().Set("X-Error-Code", code)
	w.WriteHeader(status)
}

// Fail is one of those who call it.
func Fail(w http.ResponseWriter, err error) { WriteError(w, 500, Code(err)) }
