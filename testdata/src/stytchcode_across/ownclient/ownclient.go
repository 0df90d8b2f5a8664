// Package ownclient is a client of another service of the program, and of
// Stytch besides.
package ownclient

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

const accounts = "http://accounts.internal:8080"

// an error of the service
type accountsError struct {
	Status  int    `json:"status_code"`
	Type    string `json:"error_type"`
	Message string `json:"error_message"`
}

func me(c *http.Client) (bool, error) {
	req, err := http.NewRequest("GET", accounts+"/me", nil)
	if err != nil {
		return false, err
	}
	resp, err := c.Do(req)
	if err != nil {
		return false, err
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		return false, err
	}
	var e accountsError
	if err := json.Unmarshal(body, &e); err != nil {
		return false, err
	}
	return e.Type == "session_expired" || e.Type == "sesion_not_found" || e.Type == "account_is_frozen", nil
}

// what a request brings
type report struct {
	Status  int    `json:"status_code"`
	Type    string `json:"error_type"`
	Message string `json:"error_message"`
}

func receive(w http.ResponseWriter, r *http.Request) {
	var rep report
	if json.NewDecoder(r.Body).Decode(&rep) == nil && rep.Type == "session_expired" {
		w.WriteHeader(http.StatusNoContent)
	}
}

// an error of Stytch's, decoded through helpers
type stytchError struct {
	Status  int    `json:"status_code"`
	Type    string `json:"error_type"`
	Message string `json:"error_message"`
}

func get(path string) (*http.Response, error) { return http.Get("https://api.stytch.com/v1" + path) }

func into(r io.Reader, v any) error { return json.NewDecoder(r).Decode(v) }

func user(id string) (bool, error) {
	resp, err := get("/users/" + id)
	if err != nil {
		return false, err
	}
	var e stytchError
	if err := into(resp.Body, &e); err != nil {
		e = stytchError{Type: "session_timeout"}
	}
	return e.Type == "session_timeout" ||
		e.Type == "session_expired" || // want `"session_not_found"`
		e.Type == "sesion_not_found", nil // want `"session_not_found"`
}

// an error of which only the call is in view, in a package that uses the SDK
type answer struct {
	Request string `json:"request_id"`
	Type    string `json:"error_type"`
	Message string `json:"error_message"`
}

func post(c *http.Client, base string, body []byte) error {
	resp, err := c.Post(base+"/sessions/authenticate", "application/json", bytes.NewReader(body))
	if err != nil {
		return err
	}
	var a answer
	if err := json.NewDecoder(resp.Body).Decode(&a); err != nil {
		return err
	}
	if a.Type == "session_expired" { // want `"session_not_found"`
		return errors.New("sign in again")
	}
	return fmt.Errorf("%s", a.Message)
}

var _ stytcherror.Error
