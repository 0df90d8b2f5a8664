// Package api has errors of its own in the shape of Stytch's.
package api

import (
	"encoding/json"
	"net/http"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

type problem struct {
	StatusCode   int    `json:"status_code"`
	ErrorType    string `json:"error_type"`
	ErrorMessage string `json:"error_message"`
}

// A Server answers requests.
type Server struct{ API *stytchapi.API }

func (s *Server) user(w http.ResponseWriter, r *http.Request) {
	w.WriteHeader(401)
	_ = json.NewEncoder(w).Encode(problem{StatusCode: 401, ErrorType: "session_not_found"})
}

func (s *Server) text(w http.ResponseWriter, r *http.Request) {
	w.WriteHeader(401)
	_, _ = w.Write([]byte(`{"status_code": 401, "error_type": "session_not_found", "error_message": "no"}`))
}

func (s *Server) other(w http.ResponseWriter, r *http.Request) {
	w.WriteHeader(401)
	_ = json.NewEncoder(w).Encode(map[string]any{"status_code": 401, "error_type": "session_not_found"})
}

func isOurs(p problem) bool { return p.StatusCode == 401 && p.ErrorType == "session_not_found" }

func fail(w http.ResponseWriter, status int, code string) {
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(problem{StatusCode: status, ErrorType: code})
}

func failed(w http.ResponseWriter, status int, code string) {
	_ = json.NewEncoder(w).Encode(map[string]any{"status_code": status, "error_type": code})
}

func (s *Server) fails(w http.ResponseWriter, r *http.Request) {
	fail(w, 401, "session_not_found")
	failed(w, 401, "session_not_found")
}

// What the program answers, by the code.
var replies = map[stytcherror.Type]struct {
	status int
	text   string
}{
	"session_not_found": {http.StatusUnauthorized, "sign in"},
	"weak_password":     {http.StatusUnprocessableEntity, "choose another"},
}

func reply(w http.ResponseWriter, e stytcherror.Error) {
	http.Error(w, replies[e.ErrorType].text, replies[e.ErrorType].status)
}
