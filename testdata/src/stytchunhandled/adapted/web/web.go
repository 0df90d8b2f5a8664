// Package web adapts handlers that return their failures. It knows nothing of the SDK.
package web

import (
	"errors"
	"log"
	"net/http"
)

// A Handler returns its failure.
type Handler func(w http.ResponseWriter, r *http.Request) error

// ServeHTTP answers it.
func (h Handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if err := h(w, r); err != nil {
		Write(w, err)
	}
}

// An Error has a status.
type Error struct {
	Status int
	Err    error
}

func (e *Error) Error() string { return "failed" }

func (e *Error) Unwrap() error { return e.Err }

// Write answers an error.
func Write(w http.ResponseWriter, err error) {
	var e *Error
	if errors.As(err, &e) {
		http.Error(w, "failed", e.Status)
		return
	}
	http.Error(w, "failed", http.StatusInternalServerError)
}

// Wrap makes a handler.
func Wrap(h func(w http.ResponseWriter, r *http.Request) error) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		err := h(w, r)
		if err != nil {
			log.Print(err)
			Write(w, err)
		}
	}
}

// Boxed makes one as an interface.
func Boxed(h Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if err := h(w, r); err != nil {
			http.Error(w, "failed", http.StatusBadGateway)
		}
	})
}

// Handle serves one.
func Handle(mux *http.ServeMux, pattern string, h func(w http.ResponseWriter, r *http.Request) error) {
	mux.Handle(pattern, Handler(h))
}

// Refuse answers each failure alike.
func Refuse(h Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if err := h(w, r); err != nil {
			http.Error(w, "sign in", http.StatusUnauthorized)
		}
	})
}

// IsRefusal is set by the program.
var IsRefusal func(error) bool

// Asked asks that.
func Asked(h Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch err := h(w, r); {
		case err == nil:
		case IsRefusal(err):
			http.Error(w, "sign in", http.StatusUnauthorized)
		default:
			http.Error(w, "failed", http.StatusInternalServerError)
		}
	})
}

// Once asks that, too.
func Once(w http.ResponseWriter, f func() error) {
	if err := f(); err != nil && !IsRefusal(err) {
		http.Error(w, "failed", http.StatusInternalServerError)
	}
}
