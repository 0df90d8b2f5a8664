// Package rest calls Stytch's API without the SDK.
package rest

import (
	"encoding/json"
	"errors"
	"net/http"
)

const base = "https://api.stytch.com/v1/b2b"

// Error has the shape of Stytch's errors.
type Error struct {
	StatusCode int    `json:"status_code"`
	RequestID  string `json:"request_id"`
	Kind       string `json:"error_type"`
	Message    string `json:"error_message"`
	URL        string `json:"error_url"`
}

func (e *Error) Error() string { return e.Message }

// Is compares its code.
func (e *Error) Is(kind string) bool { return e.Kind == kind }

// Short has as little of it as will do.
type Short struct {
	Request string `json:"request_id"`
	Type    string `json:"error_type,omitempty"`
	URL     string `json:"error_url"`
}

// Bare has too little of it.
type Bare struct {
	Type    string `json:"error_type"`
	Message string `json:"error_message"`
}

// Status has too little of it, too.
type Status struct {
	Code int    `json:"status_code"`
	Type string `json:"error_type"`
}

// Number has another type.
type Number struct {
	Status  int    `json:"status_code"`
	Type    int    `json:"error_type"`
	Message string `json:"error_message"`
}

type envelope struct {
	*Error
	Data json.RawMessage `json:"data"`
}

// Get returns an *Error.
func Get(c *http.Client, path string) error {
	r, err := c.Get(base + path)
	if err != nil {
		return err
	}
	defer r.Body.Close()
	var env envelope
	if err := json.NewDecoder(r.Body).Decode(&env); err != nil || env.Error == nil {
		return err
	}
	return env.Error
}

// Code returns the code.
func Code(err error) (code string) {
	var e *Error
	if errors.As(err, &e) {
		code = e.Kind
	}
	return code
}

// Has compares it.
func Has(err error, codes ...string) bool {
	for _, c := range codes {
		var e *Error
		if errors.As(err, &e) && e.Is(c) {
			return true
		}
	}
	return false
}
