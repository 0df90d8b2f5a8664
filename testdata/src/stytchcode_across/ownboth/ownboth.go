// Package ownboth hands errors that Stytch sent on, and has some of its own in
// the same struct.
package ownboth

import (
	"encoding/json"
	"net/http"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

const host = "https://test.stytch.com/v1"

var _ stytcherror.Error

type problem struct {
	StatusCode int    `json:"status_code"`
	Type       string `json:"error_type"`
	Message    string `json:"error_message"`
}

func (p *problem) Error() string { return p.Message }

func user(id string) *problem {
	resp, err := http.Get(host + "/users/" + id)
	if err != nil {
		return &problem{StatusCode: 503, Type: "session_timeout"}
	}
	p := new(problem)
	json.NewDecoder(resp.Body).Decode(p)
	return p
}

func handle(w http.ResponseWriter, r *http.Request) {
	p := user(r.FormValue("id"))
	switch p.Type {
	case "session_timeout":
		w.WriteHeader(503)
	case "session_expired": // want `"session_not_found"`
		w.WriteHeader(401)
	case "user_notfound": // want `"user_not_found"`
		json.NewEncoder(w).Encode(problem{StatusCode: 404, Type: "email_does_not_exist"})
	}
	json.NewEncoder(w).Encode(p)
}
