// want package:`answers with statuses of others`

// Package httpx answers with the statuses of errors.
package httpx

import (
	"encoding/json"
	"errors"
	"net/http"

	"stytchunhandled/writers/apperr"
)

// A Handler returns its failures.
type Handler func(w http.ResponseWriter, r *http.Request) error

func (h Handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	err := h(w, r)
	var e *apperr.Error
	if errors.As(err, &e) {
		write(w, int(e.Status), map[string]string{"error": e.Error()})
	}
}

func write(w http.ResponseWriter, status int, body any) {
	w.WriteHeader(status)
	json.NewEncoder(w).Encode(body)
}
