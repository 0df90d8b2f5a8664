// Package ownapi is a service whose own errors have the shape of Stytch's.
// Nothing here is to be reported but what is marked.
package ownapi

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"

	"github.com/gin-gonic/gin"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

// Problem is the body of an error.
type Problem struct {
	StatusCode int    `json:"status_code"`
	RequestID  string `json:"request_id"`
	Type       string `json:"error_type"`
	Message    string `json:"error_message"`
}

// as a struct
func fail(w http.ResponseWriter, status int, code string) {
	w.WriteHeader(status)
	json.NewEncoder(w).Encode(Problem{StatusCode: status, Type: code, Message: http.StatusText(status)})
}

// Me answers who is signed in.
func Me(w http.ResponseWriter, r *http.Request) {
	err := authenticate(r)
	var e stytcherror.Error
	switch {
	case err == nil:
	case !errors.As(err, &e):
		fail(w, 503, "session_service_unavailable")
	case e.ErrorType == "session_not_found":
		fail(w, 401, "session_expired")
	case e.ErrorType == "user_notfound": // want `"user_not_found"`
		fail(w, 404, "member_not_foud")
	default:
		p := Problem{StatusCode: e.StatusCode}
		p.Type = "sesion_not_found"
		json.NewEncoder(w).Encode(&p)
	}
}

// as a map
func asMap(w http.ResponseWriter, retry bool) {
	body := map[string]any{"status_code": 401, "error_type": "session_timeout", "error_message": "Sign in again"}
	if retry {
		body = map[string]any{"status_code": 429, "request_id": "x", "error_type": "too_many_request", "error_message": ""}
	}
	json.NewEncoder(w).Encode(body)
}

func withGin(c *gin.Context) {
	c.JSON(401, gin.H{"status_code": 401, "request_id": "x", "error_type": "email_does_not_exist", "error_message": ""})
}

// as a string
func asString(w http.ResponseWriter) {
	io.WriteString(w, `{"status_code": 404, "request_id": "x", "error_type": "user_does_not_exist", "error_message": ""}`)
	fmt.Fprintf(w, `{"status_code": %d, "error_type": "weak_pasword", "error_message": ""}`, 400)
}

// a copy of what is answered, to be logged
func logged(p Problem) bool { return p.Type == "session_expired" || p.Type == "captcha_faild" }

func authenticate(*http.Request) error { return nil }
